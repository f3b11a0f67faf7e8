# SPDX-License-Identifier: Apache-2.0
"""Joins the records of one message or payment that stand on several exhibits or in copies of one file."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Generic, Literal, TypeVar

from suluh.model.after.beyond import Joint
from suluh.model.body import body, read
from suluh.model.talk import Message
from suluh.model.trade import Payment, Statement
from suluh.readers.telegram.copies import in_turn, likeness

R = TypeVar("R", Message, Payment)
Orders = Mapping[str, tuple[int, str]]

_LAST = 1 << 62
_MESSAGE_FIELDS = (
    *("conversation", "sender", "sent_at", "kind", "text", "attachments"),
    *("forwarded_from", "reply_to", "edited"),
)
_PAYMENT_FIELDS = ("payer", "beneficiary", "payer_name", "beneficiary_name", "channel", "amount_as_written", "status")


def join(
    messages: Iterable[Message], payments: Iterable[Payment], statements: Iterable[Statement], orders: Orders
) -> Iterator[Joint]:
    """A joint for every message or payment with more than one record, under the id of the earliest.

    Messages are one where the service's own id is the same; payments where account, amount, date, text and balance of
    their statements are. Telegram counts by account: there the two sides of a chat are compared. `orders` gives the
    place of each file in the order of `add`.
    """
    by_id, by_likeness = _Alike[Message](), _Alike[Message]()
    for one in messages:
        by_id.add(one, one.native)
        by_likeness.add(one, likeness(one))
    sides = (group for alike in by_likeness.groups() for group in in_turn(alike))
    yield from _joints("message", _merged([*by_id.groups(), *sides]), orders)
    accounts = {one.id: one.account for one in statements if one.account is not None}
    lines = _Alike[Payment]()
    for payment in payments:
        lines.add(payment, _payment_key(payment, accounts))
    yield from _joints("payment", (group for alike in lines.groups() for group in _line_by_line(alike)), orders)


def _payment_key(one: Payment, accounts: Mapping[str, str]) -> tuple[object, ...] | None:
    """What makes a line the same on two statements of one account; null where the account is not known."""
    account = accounts.get(one.statement)
    if account is None:
        return None
    moment = (one.at.at or one.at.local or one.at.written) if one.at is not None else None
    money = (one.amount_minor, one.currency, one.incoming, one.balance_after_minor)
    return account, money, one.booked, moment, one.reference, one.text


class _Alike(Generic[R]):
    """Records by key. Of those that stay alone only the body is held: it is small."""

    def __init__(self) -> None:
        self._once: dict[bytes, tuple[type[R], bytes]] = {}
        self._several: dict[bytes, list[R]] = {}

    def add(self, record: R, key: object) -> None:
        """Take a record into account; one without a key is like no other."""
        if key is None:
            return
        short = hashlib.blake2b(repr(key).encode("utf-8", "backslashreplace"), digest_size=16).digest()
        if short in self._several:
            self._several[short].append(record)
        elif short in self._once:
            kind, first = self._once.pop(short)
            self._several[short] = [read(first, kind), record]
        else:
            self._once[short] = (type(record), body(record))

    def groups(self) -> Iterator[list[R]]:
        """The records of each key that has more than one."""
        return (self._several[key] for key in sorted(self._several))


def _merged(groups: Iterable[Sequence[Message]]) -> Iterator[list[Message]]:
    """Groups that share a record as one."""
    held: dict[str, dict[str, Message]] = {}
    for group in groups:
        whole = {one.id: one for one in group}
        for id_ in tuple(whole):
            whole |= held.get(id_, {})
        held |= dict.fromkeys(whole, whole)
    seen: set[int] = set()
    for whole in held.values():
        if id(whole) not in seen:
            seen.add(id(whole))
            yield list(whole.values())


def _line_by_line(alike: Sequence[Payment]) -> Iterator[list[Payment]]:
    """Two equal lines of one statement are two payments: the first joins the first of the other statement."""
    by_statement: dict[str, list[Payment]] = defaultdict(list)
    for one in sorted(
        alike, key=lambda one: (one.place.line or 0, one.place.pointer or "", one.place.row or "", one.id)
    ):
        by_statement[one.statement].append(one)
    for turn in zip_longest(*(by_statement[key] for key in sorted(by_statement))):
        group = [one for one in turn if one is not None]
        if len(group) > 1:
            yield group


def _joints(record: Literal["message", "payment"], groups: Iterable[Sequence[R]], orders: Orders) -> Iterator[Joint]:
    fields = _MESSAGE_FIELDS if record == "message" else _PAYMENT_FIELDS
    for group in sorted(groups, key=lambda group: min(one.id for one in group)):
        members = sorted(group, key=lambda one: (orders.get(one.place.file, (_LAST, "")), one.id))
        yield Joint(
            id=members[0].id,
            record=record,
            members=tuple(one.id for one in members),
            places=tuple(one.place for one in members),
            differs=tuple(_differing(members, fields)),
        )


def _differing(members: Sequence[R], fields: Sequence[str]) -> Iterator[str]:
    """The names of the fields in which the records do not agree, as `show` calls them."""
    return (name for name in fields if len({_value(one, name) for one in members}) > 1)


def _value(record: Message | Payment, name: str) -> object:
    """A field; for the time its instant or local time, for two programs write the same time in two ways."""
    if name != "sent_at":
        return getattr(record, name)
    when = record.sent if isinstance(record, Message) else record.at
    return None if when is None else when.at or when.local or when.written
