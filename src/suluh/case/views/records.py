# SPDX-License-Identifier: Apache-2.0
"""Messages and payments as lists show them: joined copies once, times by the rule, in the order of their groups."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from itertools import chain, groupby, islice
from typing import Generic, NamedTuple, TypeVar

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits
from suluh.case.views.orders import Order, kept_order
from suluh.case.views.places import Places
from suluh.model.after.beyond import Joint, Oneness
from suluh.model.body import kind_of
from suluh.model.intake import Exhibit, Standing
from suluh.model.people import Decision
from suluh.model.place import Place, number_at
from suluh.model.rules.copies import First, firsts
from suluh.model.talk import Message
from suluh.model.times import When, instant, utc
from suluh.model.trade import Payment

SHOWN_BY = (Joint, Standing, Exhibit, Decision)
"""Nouns that decide how records are shown."""

R = TypeVar("R", Message, Payment)
T = TypeVar("T")

CHUNK = 500
GROUPS, HELD = 40, 500_000
"""Conversations and statements of which the order of their records is held, and how many records these have: a record
takes sixteen bytes. That of the one which was asked for last is held however long it is."""


_Weight = tuple[str, str, int, int, str, str]
"""By what records of a group are put in order."""


class Shown(NamedTuple, Generic[R]):
    """A record with all its places, the fields in which its copies differ, and its instant."""

    record: R
    places: list[Place]
    differs: tuple[str, ...]
    at: str | None
    reasons: tuple[Oneness, ...] = ()
    """Why payments are one."""
    copies: tuple[R, ...] = ()
    """All records that are joined, where they differ; the one shown is the first."""


class Records(Generic[R]):
    """All records of one kind, each once, by what joins them as it stood when these were first asked for."""

    def __init__(
        self, case: Case, kind: type[R], group: str, together: Callable[[R, Iterable[R]], R] | None = None
    ) -> None:
        """`together` gives the record that stands for several what the others know."""
        self._together: Callable[[R, Iterable[R]], R] | None = together
        self._case = case
        self._kind: type[R] = kind
        self._group = group
        self._places = Places(case)

    def all(self, group: str | None = None) -> Iterator[Shown[R]]:
        """Records of one group or of all: a group stands together, in the order of time, file and line."""
        where = None if group is None else {self._group: self.told(group)}
        nouns = self._case.nouns(self._kind, where, order=self._group)
        for name, members in groupby(nouns, key=lambda record: str(getattr(record, self._group))):
            if self.told(name) == name:
                others = (
                    one for copy in self._others(name) for one in self._case.nouns(self._kind, {self._group: copy})
                )
                yield from self._shown(sorted(chain(members, others), key=self.weight))

    def order(self, group: str) -> Sequence[str]:
        """The ids of the records of one group in their order, each once: of the last few groups they are held."""
        case, names = self._case, (self.told(group), *self._others(self.told(group)))

        def came(first: int, last: int) -> Iterator[R]:
            held = (one for name in names for one in case.rows.behind(self._kind, self._group, name, first, last))
            return (one for one in held if one.id not in self.later)

        start = f"order of {kind_of(self._kind)} "
        found = kept_order(case, f"{start}{names[0]}", SHOWN_BY, self._kind, came, self.weight)
        case.kept.forget(_too_many(case, case.kept.named(start)))
        return found

    def some(self, ids: Iterable[str]) -> Iterator[Shown[R]]:
        """The records of some ids, each once."""
        yield from self._shown(sorted(self._case.rows.by_column(self._kind, "id", ids), key=self.weight))

    def told(self, group: str) -> str:
        """The conversation as which a copy of it is told; any other group is itself."""
        found = self.firsts.get(group) if self._kind is Message else None
        return group if found is None else found.conversation

    def _others(self, group: str) -> list[str]:
        """The further copies of a conversation."""
        if self._kind is not Message:
            return []
        return sorted(name for name, one in self.firsts.items() if one.conversation == group and name != group)

    @cached_property
    def firsts(self) -> Mapping[str, First]:
        """What each conversation that has copies is told as."""
        case = self._case
        return case.kept.of(case.rows, "first copies", (Joint,), lambda: firsts(joined_talks(case)))

    @cached_property
    def later(self) -> frozenset[str]:
        """Ids of records that stand under the id of an earlier copy."""
        case, name = self._case, kind_of(self._kind)

        def made() -> frozenset[str]:
            joints = (one for one in case.nouns(Joint) if one.record == name)
            return frozenset(member for one in joints for member in one.members if member != one.id)

        return case.kept.lasting(case.rows, f"later copies {name}", (Joint,), frozenset[str], made)

    @cached_property
    def zones(self) -> Mapping[str, str | None]:
        """The time zone of each exhibit: the officer's latest decision, else as stated with `add`."""
        return zones(self._case)

    def _shown(self, records: Iterable[R]) -> Iterator[Shown[R]]:
        for chunk in chunks((one for one in records if one.id not in self.later), CHUNK):
            joints = self._joints([one.id for one in chunk])
            held = self._copies(joints.values())
            for record in chunk:
                yield self._one(record, joints.get(record.id), held)

    def _copies(self, joints: Iterable[Joint]) -> Mapping[str, R]:
        """The records of all joints whose records differ, by id."""
        wanted = [member for one in joints if one.differs for member in one.members]
        return {one.id: one for one in self._case.rows.by_column(self._kind, "id", wanted)} if wanted else {}

    def _one(self, record: R, joint: Joint | None, held: Mapping[str, R]) -> Shown[R]:
        places = self._places.of((record.place, *(joint.places if joint else ())))
        if joint is None:
            return Shown(record, places, (), self._at(record))
        if self._together is not None:
            record = self._together(record, self._case.rows.by_column(self._kind, "id", joint.members))
        copies = tuple(held[one] for one in joint.members if one in held)
        return Shown(record, places, joint.differs, self._at(record), joint.reasons, copies)

    def _joints(self, ids: list[str]) -> dict[str, Joint]:
        if not self.later:
            return {}
        return {one.id: one for one in self._case.rows.by_column(Joint, "id", ids)}

    def _at(self, record: R) -> str | None:
        moment = self._instant(record)
        return None if moment is None else utc(moment)

    def _instant(self, record: R) -> datetime | None:
        return instant(when_of(record), self.zones.get(record.place.exhibit))

    def weight(self, record: R) -> _Weight:
        """By what the records of a group are put in order."""
        when, place = when_of(record), record.place
        local = when.local if when else None
        moment = self._at(record) or local or "~"
        return moment, place.file, place.line or 0, number_at(place), place.pointer or "", record.id


def _too_many(case: Case, names: Sequence[str]) -> Iterator[str]:
    """Of the orders that are held, the last one asked for standing last, those beyond what is held."""
    size = 0
    for number, name in enumerate(reversed(names)):
        order = case.kept.value(name)
        size += len(order.ids) if isinstance(order, Order) else 0
        if number and (number >= GROUPS or size > HELD):
            yield name


def joined_talks(case: Case) -> list[Joint]:
    """The joints of conversations: few among those of messages."""

    def made() -> list[Joint]:
        return [one for one in case.nouns(Joint) if one.record == "conversation"]

    return case.kept.lasting(case.rows, "joined talks", (Joint,), list[Joint], made)


def when_of(record: Message | Payment) -> When | None:
    """When it was sent or booked, as written."""
    return record.sent if isinstance(record, Message) else record.at


def zones(case: Case) -> dict[str, str | None]:
    """The time zone of each exhibit: the officer's latest decision, else as stated with `add`."""
    stated = {exhibit.label: exhibit.timezone for exhibit in exhibits(case.rows)}
    decisions = sorted((one for one in case.nouns(Decision) if one.act == "zone"), key=lambda one: one.order)
    return stated | {one.left: one.right for one in decisions}


def chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Values in lists of a size."""
    source = iter(values)
    while chunk := list(islice(source, size)):
        yield chunk
