# SPDX-License-Identifier: Apache-2.0
"""What stands of papers, exhibits, acquisitions and hash sets: the one place where what was corrected is left out."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

import msgspec

from suluh.model.dossier.entered import Entered, in_order
from suluh.model.errors import Misuse
from suluh.model.ids import make_id
from suluh.model.intake import Acquisition, Authority, Exhibit, Removal
from suluh.model.matching import HashSet
from suluh.store.rows import Rows

Correctable = Authority | Exhibit | Acquisition | HashSet
"""What a later act of an officer may correct: the noun then names in `corrects` in whose place it stands."""

C = TypeVar("C", bound=Correctable | Entered)
E = TypeVar("E", bound=Entered)
KINDS: tuple[type[Correctable], ...] = (Authority, Exhibit, Acquisition, HashSet)
"""Those by which the line is worked out: what was read on other terms falls when one of them is corrected."""


class History(Generic[C]):
    """Every noun of one kind in the order in which it was entered, with what each was corrected by."""

    def __init__(self, rows: Rows, kind: type[C], until: int | None = None) -> None:
        self.entered: list[tuple[int, C]] = []
        """Each with the number of its entry; up to one, if that is given."""

        self.later: dict[str, C] = {}
        """What stands in the place of a noun, by the id of that noun."""

        seen = set()
        for number, one in rows.numbered(kind):
            if until is not None and number > until:
                break
            self.entered.append((number, one))
            if one.corrects in seen:
                self.later[one.corrects or ""] = one
            seen.add(one.id)

    def standing(self) -> list[tuple[int, C]]:
        """What nothing corrected, with the number of its entry."""
        return [(number, one) for number, one in self.entered if one.id not in self.later]

    def latest(self, matches: Callable[[C], bool], until: int | None = None) -> C | None:
        """The last that fits, of what was entered up to an entry."""
        fitting = [one for number, one in self.entered if matches(one) and (until is None or number <= until)]
        return fitting[-1] if fitting else None

    def now(self, one: C) -> C:
        """What stands in the place of a noun in the end: itself where nothing corrected it."""
        while one.id in self.later:
            one = self.later[one.id]
        return one


def _number(papers: History[Authority], number: str, entry: int) -> str:
    """The number that a paper has now, which an entry names by the number of that time."""
    paper = papers.latest(lambda one: one.number == number, entry)
    return number if paper is None else papers.now(paper).number


def authorities(rows: Rows, until: int | None = None) -> tuple[Authority, ...]:
    """The papers that stand, by number, as they stand now or stood after an entry."""
    papers = History(rows, Authority, until)
    found = [
        msgspec.structs.replace(
            one,
            approves=one.approves and _number(papers, one.approves, entry),
            refuses=one.refuses and _number(papers, one.refuses, entry),
        )
        for entry, one in papers.standing()
    ]
    return tuple(sorted(found, key=lambda one: (one.number, one.id)))


def exhibits(rows: Rows, until: int | None = None, *, with_sealed: bool = False) -> tuple[Exhibit, ...]:
    """The exhibits in the order of `add`, each under the number that its paper has.

    Those that rest on a paper which a court refused are sealed: they are left out unless they are asked for.
    """
    return tuple(one for _, one, by in _exhibits(rows, until) if with_sealed or by is None)


class Sealed(NamedTuple):
    """An exhibit of which nothing is shown, searched, exported or counted."""

    label: str
    number: str
    """The paper that refuses the one on which it rests, or the document under which it was removed."""

    since: int
    """The entry that sealed it."""

    removal: Removal | None = None
    """What carried the removal out; null for an exhibit that is sealed by a paper, whose files may be read again."""


def sealed(rows: Rows) -> dict[str, Sealed]:
    """The sealed exhibits by label: of a refused paper in the order of `add`, then those that were removed."""
    found = {one.label: by for _, one, by in _exhibits(rows) if by is not None}
    gone = ((entry, one) for entry, one in rows.numbered(Removal) if one.carries is not None)
    return found | {one.exhibit: Sealed(one.exhibit, one.document, entry, one) for entry, one in gone}


def _exhibits(rows: Rows, until: int | None = None) -> list[tuple[int, Exhibit, Sealed | None]]:
    """Every exhibit with the number of its entry, and by what it is sealed."""
    papers = History(rows, Authority, until)
    refused = {
        _number(papers, one.refuses, entry): (entry, one.number) for entry, one in papers.standing() if one.refuses
    }
    found = []
    for entry, one in History(rows, Exhibit, until).standing():
        number = _number(papers, one.authority, entry)
        since, by = refused.get(number, (0, ""))
        seal = Sealed(one.label, by, max(since, entry)) if since else None
        found.append((entry, msgspec.structs.replace(one, authority=number), seal))
    return sorted(found, key=lambda each: (each[1].order, each[1].id))


def acquisitions(rows: Rows, *, with_sealed: bool = False) -> tuple[Acquisition, ...]:
    """The acquisitions in the order of `add`, without those that were withdrawn.

    Those of sealed exhibits are left out unless they are asked for.
    """
    shut = set() if with_sealed else {one.label for _, one, by in _exhibits(rows) if by is not None}
    found = (one for _, one in History(rows, Acquisition).standing() if not one.withdrawn and one.exhibit not in shut)
    return tuple(sorted(found, key=lambda one: (one.order, one.id)))


def hash_sets(rows: Rows) -> tuple[HashSet, ...]:
    """The hash sets that the case uses, by digest."""
    found = (one for _, one in History(rows, HashSet).standing() if not one.dropped)
    return tuple(sorted(found, key=lambda one: (one.digest, one.kind)))


def typed(rows: Rows, kind: type[E]) -> tuple[E, ...]:
    """What officers typed of one kind and what stands of it, in the order in which it was first entered."""
    history = History(rows, kind)
    first = {one.code: number for number, one in reversed(history.entered)}
    found = (one for _, one in history.standing() if not one.withdrawn)
    return tuple(sorted(found, key=lambda one: (first[one.code], in_order(one.code))))


def first_id(rows: Rows, kind: type[C], *key: str) -> str:
    """The id of what is entered under a key; another one where something that was corrected since has taken that."""
    taken = {one.id for _, one in rows.numbered(kind)}
    identity = make_id(*key)
    while identity in taken:
        identity = make_id(*key, identity)
    return identity


def seals(rows: Rows) -> list[tuple[int, Authority | Removal]]:
    """What seals exhibits: papers that refuse another, and removals that were carried out, each with its entry."""
    refusing = (pair for pair in rows.numbered(Authority, "refuses") if pair[1].refuses and not pair[1].corrects)
    return [*refusing, *(pair for pair in rows.numbered(Removal) if pair[1].carries)]


def corrections(rows: Rows, *kinds: type[Correctable]) -> list[tuple[int, Correctable]]:
    """What stands, or stood, in the place of something, with the number of its entry; of all kinds if none is named."""
    entered = (pair for kind in kinds or KINDS for pair in rows.numbered(kind, "corrects"))
    return [(number, one) for number, one in entered if one.corrects]


def check_reason(reason: str | None) -> str:
    """The reason of a correction. Raises `Misuse` where none is given."""
    if not (reason or "").strip():
        raise Misuse("a correction needs its reason in words: give it with --reason")
    return str(reason).strip()
