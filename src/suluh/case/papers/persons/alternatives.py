# SPDX-License-Identifier: Apache-2.0
"""Other explanations of one person: what the case hints of each, what officers answered, and what stays open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from msgspec.structs import replace

from suluh.case.corrections.standing_papers import typed
from suluh.case.papers.hints.asked import hints_of, is_hinted
from suluh.case.papers.hints.subject import Subject
from suluh.case.papers.persons.catalogue import Row
from suluh.case.papers.remark import Remark
from suluh.model.dossier.charges import Alternative
from suluh.referral.papers.lines import AlternativeLine
from suluh.referral.papers.values import Both


class _Asked(NamedTuple):
    """One explanation: what the case hints of it, and its lines on paper."""

    number: int
    hints: tuple[Remark, ...]
    lines: tuple[AlternativeLine, ...]


@dataclass(frozen=True)
class Alternatives:
    """Every row of the catalogue: answered by officers, of the person and of their deals, or open."""

    subject: Subject
    rows: tuple[Row, ...]
    """The catalogue."""

    def lines(self) -> Iterator[AlternativeLine]:
        """All of them, in the order of the catalogue."""
        return (line for one in self._asked for line in one.lines)

    def hinted(self) -> dict[str, tuple[int, ...]]:
        """The explanations of which a hint names a deal, by its code."""
        found: dict[str, dict[int, None]] = defaultdict(dict)
        for one in self._asked:
            for code in (code for hint in one.hints for code in hint.deals):
                found[code][one.number] = None
        return {code: tuple(numbers) for code, numbers in found.items()}

    @cached_property
    def _asked(self) -> tuple[_Asked, ...]:
        subject, seal = self.subject, self.subject.trade.seal
        ids = {name for one in subject.deals for name in (one.id, seal.of(one.id))}
        said = [one for one in typed(subject.material.case.rows, Alternative) if _is_about(one, subject.held, ids)]
        return tuple(self._of(row, [one for one in said if one.row == str(row.number)]) for row in self.rows)

    def _of(self, row: Row, answers: list[Alternative]) -> _Asked:
        hints = hints_of(row.hint, self.subject)
        bare = AlternativeLine(
            number=row.number, title=row.title, hints=_says(hints), is_hinted=is_hinted(hints), state="open"
        )
        lines = [self._answered(bare, hints, one) for one in answers] or [bare]
        about = {one.about for one in lines}
        if answers and is_left(hints, about):
            lines.append(replace(bare, hints=_says(_left(hints, about)), is_rest=True))
        return _Asked(row.number, hints, tuple(lines))

    def _answered(self, bare: AlternativeLine, hints: Iterable[Remark], one: Alternative) -> AlternativeLine:
        """What an officer answered, of the person or of one deal: then with the hints that name that deal."""
        codes, seal = self.subject.material.parties.deal_codes, self.subject.trade.seal
        name = one.about.removeprefix("deal:")
        about = next((code for deal, code in codes.items() if name in {deal, seal.of(deal)}), None)
        return replace(
            bare,
            hints=_says(hint for hint in hints if about is None or about in hint.deals),
            state=one.state,
            answer=one.answer,
            about=about,
            facts=tuple(seal.within(fact) for fact in one.facts),
            by=one.by,
            at=one.at,
        )


def is_left(hints: Iterable[Remark], about: set[str | None]) -> bool:
    """Whether hints name deals of which no answer is; one about the person is about all of theirs."""
    return None not in about and not {code for hint in hints for code in hint.deals} <= about


def _left(hints: Iterable[Remark], about: set[str | None]) -> Iterator[Remark]:
    """What stays open: the hints that name another deal than those answered, or none."""
    return (hint for hint in hints if not hint.deals or set(hint.deals) - about)


def _says(hints: Iterable[Remark]) -> tuple[Both, ...]:
    return tuple(hint.says for hint in hints)


def _is_about(one: Alternative, own: frozenset[str], deals: Iterable[str]) -> bool:
    """Whether an officer's answer is about a person, by any of their accounts, or about one of their deals."""
    kind, _, name = one.about.partition(":")
    return one.about in own or (kind == "deal" and name in deals)
