# SPDX-License-Identifier: Apache-2.0
"""Compares a case with what is left of it: records that stand still in another copy, deals that are known again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from suluh.case.without.rest import Rest
from suluh.model.after.beyond import Joint
from suluh.model.body import kind_of
from suluh.model.ids import record_id
from suluh.model.people import Person
from suluh.model.place import position
from suluh.model.talk import Message
from suluh.model.trade import Deal, Payment, money_of
from suluh.store.rows import Rows

R = TypeVar("R", Message, Payment)


@dataclass(frozen=True)
class Change:
    """One field of a deal that stands otherwise without the exhibits."""

    field: str
    before: str | int | None
    after: str | int | None


@dataclass(frozen=True)
class Changed:
    """A deal that stands still, and stands otherwise."""

    before: Deal
    after: Deal
    changes: tuple[Change, ...]

    @property
    def is_weaker(self) -> bool:
        """Whether less supports it, or it says less: a lower tier, another state, less money, fewer records."""
        return any(_is_less(one) for one in self.changes)


def _is_less(one: Change) -> bool:
    if one.field in {"tier", "money"}:
        return one.before == "recorded" or one.after is None or (one.before, one.after) == ("possible", "asked")
    if one.field == "state":
        return True
    if one.field == "amount_minor":
        return one.before is not None and (one.after is None or int(one.after) < int(one.before))
    if one.field in {"payments", "messages", "files", "items_delivered"}:
        return int(one.after or 0) < int(one.before or 0)
    return one.field in {"seller", "buyer"} and one.after is None


def standing(rows: Rows, rest: Rest, kind: type[R]) -> dict[str, str | None]:
    """For each message or payment, as the case tells it once, the id that it has in what is left; null where it falls.

    The later copies of a record are named as well: each leads to where the record stands.
    """
    firsts, after = _firsts(rows, kind), _firsts(rest.rows, kind)
    left = {name for (name,) in rest.rows.columns(kind, ("id",))}
    found: dict[str, str | None] = {}
    copies: dict[str, str] = {}
    for one in rows.nouns(kind):
        now = _now(one, left, rest.copies)
        copies[one.id] = firsts.get(one.id, one.id)
        if now is not None:
            found.setdefault(copies[one.id], after.get(now, now))
    return {name: found.get(first) for name, first in copies.items()}


def _firsts(rows: Rows, kind: type[R]) -> Mapping[str, str]:
    """For each record that has copies the one that stands for it."""
    joints = (one for one in rows.nouns(Joint) if one.record == kind_of(kind))
    return {member: one.id for one in joints for member in one.members}


def _now(one: R, left: set[str], copies: Mapping[str, str]) -> str | None:
    """The id of a record in what is left: its own, or that in a copy of its file that was read instead."""
    if one.id in left:
        return one.id
    copy = copies.get(one.place.file)
    if copy is None:
        return None
    name = record_id(kind_of(type(one)), copy, position(kind_of(type(one)), one.place))
    return name if name in left else None


def known_again(before: Iterable[Deal], after: Iterable[Deal], stands: Mapping[str, str | None]) -> dict[str, Deal]:
    """The deals that are left by the ids of those that they were: a deal is the one with which it shares most."""
    later = {one.id: one for one in after}
    by_part: dict[str, list[Deal]] = {}
    for one in later.values():
        for part in (*one.messages, *one.payments):
            by_part.setdefault(part, []).append(one)
    found: dict[str, Deal] = {}
    for one in before:
        parts = (stands.get(name) for name in (*one.messages, *one.payments))
        shared = Counter(other.id for part in parts if part is not None for other in by_part.get(part, ()))
        if shared:
            found[one.id] = later[min(shared, key=lambda name: (-shared[name], name != one.id, name))]
    return found


def changes(before: Deal, after: Deal) -> tuple[Change, ...]:
    """What of a deal stands otherwise; ids of copies of the same record are not looked at."""
    pairs = ((name, value, getattr(after, name)) for name, value in _plain(before))
    money = ("money", money_of(before), money_of(after))
    counted = ((name, len(getattr(before, name)), len(getattr(after, name))) for name in _COUNTED)
    return tuple(Change(*one) for one in (*pairs, money, *counted) if one[1] != one[2])


_PLAIN = ("kind", "state", "tier", "seller", "buyer", "items_promised", "items_delivered", "amount_minor", "currency")
_COUNTED = ("messages", "payments", "files")


def _plain(deal: Deal) -> Iterator[tuple[str, str | int | None]]:
    return ((name, getattr(deal, name)) for name in (*_PLAIN, "score", "chance"))


def parted(before: Iterable[Person], after: Iterable[Person]) -> Iterator[tuple[Person, tuple[Person, ...]]]:
    """Each person that is no longer the same group of accounts, with the persons that its accounts are now."""
    now = {account: person for person in after for account in person.accounts}
    for one in before:
        left = {now[account].id: now[account] for account in one.accounts if account in now}
        if set(one.accounts) - now.keys() or len(left) != 1:
            yield one, tuple(left[name] for name in sorted(left))
