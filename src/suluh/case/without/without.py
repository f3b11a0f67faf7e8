# SPDX-License-Identifier: Apache-2.0
"""What would fall or weaken if some exhibits fell; nothing of the case is changed by asking."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits, sealed
from suluh.case.line.due import is_due
from suluh.case.rights import READ, need
from suluh.case.without.compare import Changed, changes, known_again, parted, standing
from suluh.case.without.rest import Rest, rest_of
from suluh.model.after.beyond import Estimate, Lead, Origin
from suluh.model.body import Noun
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.intake import Content
from suluh.model.matching import Match
from suluh.model.people import Link, Person
from suluh.model.talk import Message
from suluh.model.trade import Deal, Payment
from suluh.store.rows import Rows

N = TypeVar("N", bound=Noun)
Stands = dict[str, str]
"""For each id of what stands still the id under which it does: another one where only a copy of it is left."""


@dataclass(frozen=True)
class Parted:
    """A person of whom accounts fall, or whose accounts nothing joins any more."""

    before: Person
    after: tuple[Person, ...]


@dataclass(frozen=True)
class Without:
    """What of a case falls, weakens and stands without some exhibits, by the ids that the case has."""

    exhibits: tuple[str, ...]
    deals: tuple[Deal, ...]
    """Deals of which nothing is left."""

    changed: tuple[Changed, ...]
    """Deals that stand otherwise, by the order of their ids."""

    arising: tuple[Deal, ...]
    """Deals that no deal of the case is now: what was part of one stands alone, or is told otherwise."""

    messages: frozenset[str]
    """Messages that no record tells any more; every record of each is named."""

    payments: frozenset[str]
    """Payments that no statement has booked any more; every line of each is named."""

    contents: frozenset[str]
    """SHA-256 of contents of which no file is left."""

    matches: frozenset[str]
    """SHA-256 of contents that stood in a hash set, and of which that falls."""

    links: tuple[Link, ...]
    """Links that nothing gives any more."""

    persons: tuple[Parted, ...]
    origins: tuple[tuple[Origin, Origin | None], ...]
    """Sources that fall or count otherwise, with what is left of each."""

    leads: tuple[Lead, ...]
    """Leads that nothing gives any more."""

    estimates: tuple[tuple[Estimate, Estimate | None], ...]
    """Estimates that come out otherwise, with what comes out; null where nothing does."""

    stands: Stands
    """Deals, messages and payments that stand, by their id, with the id that they have without the exhibits."""

    unread: int
    """Copies of their files that would be read instead and are out of reach: what those say is missing above."""

    @property
    def fallen(self) -> frozenset[str]:
        """The ids of all deals, messages and payments that fall, and the SHA-256 of all contents."""
        return self.messages | self.payments | self.contents | {one.id for one in self.deals}


def without(case: Case, labels: Iterable[str]) -> Without:
    """What falls without the exhibits of some labels. Raises `UnknownObject`, `Misuse` while something is due."""
    need(case, READ)
    wanted = _checked(case, labels)
    with rest_of(case, frozenset(wanted)) as rest:
        return _compared(case.rows, rest, wanted)


def _checked(case: Case, labels: Iterable[str]) -> tuple[str, ...]:
    """The labels, each once, in the order of `add`."""
    given, shut = set(labels), sealed(case.rows)
    for label in sorted(given & shut.keys()):
        raise Misuse(f"{label} is sealed by {shut[label].number}: nothing rests on it, and nothing would fall with it")
    known = [one.label for one in exhibits(case.rows)]
    for label in sorted(given - set(known)):
        raise UnknownObject(f"the case has no exhibit {label}: `suluh show CASE exhibits` lists what it has")
    if not given:
        raise Misuse("name the exhibits without which the case is to be looked at")
    if is_due(case):
        raise Misuse("not all that was entered has been worked out: start `suluh run CASE`, then ask again")
    return tuple(label for label in known if label in given)


def _compared(rows: Rows, rest: Rest, labels: tuple[str, ...]) -> Without:
    after = rest.rows
    messages, payments = standing(rows, rest, Message), standing(rows, rest, Payment)
    deals, later = list(rows.nouns(Deal)), list(after.nouns(Deal))
    known = known_again(deals, later, messages | payments)
    told = (Changed(one, known[one.id], changes(one, known[one.id])) for one in deals if one.id in known)
    found = {one.id for one in known.values()}
    stands = {name: now for name, now in (messages | payments).items() if now is not None}
    return Without(
        exhibits=labels,
        deals=tuple(one for one in deals if one.id not in known),
        changed=tuple(one for one in told if one.changes),
        arising=tuple(one for one in later if one.id not in found),
        messages=_fallen(messages),
        payments=_fallen(payments),
        contents=_values(rows, Content) - _values(after, Content),
        matches=_values(rows, Match) - _values(after, Match),
        links=_gone(rows, after, Link),
        persons=tuple(Parted(*pair) for pair in parted(rows.nouns(Person), after.nouns(Person))),
        origins=_otherwise(rows, after, Origin),
        leads=_gone(rows, after, Lead),
        estimates=_otherwise(rows, after, Estimate),
        stands=stands | {name: deal.id for name, deal in known.items()},
        unread=len(rest.unread),
    )


def _fallen(stands: dict[str, str | None]) -> frozenset[str]:
    return frozenset(name for name, now in stands.items() if now is None)


def _values(rows: Rows, kind: type[Noun]) -> frozenset[str]:
    """The SHA-256 of every noun of a kind."""
    return frozenset(value for (value,) in rows.columns(kind, ("sha256",)))


def _gone(rows: Rows, after: Rows, kind: type[N]) -> tuple[N, ...]:
    left = {name for (name,) in after.columns(kind, ("id",))}
    return tuple(one for one in rows.nouns(kind) if one.id not in left)


def _otherwise(rows: Rows, after: Rows, kind: type[N]) -> tuple[tuple[N, N | None], ...]:
    left = {one.id: one for one in after.nouns(kind)}
    return tuple((one, left.get(one.id)) for one in rows.nouns(kind) if left.get(one.id) != one)
