# SPDX-License-Identifier: Apache-2.0
"""Joins the records of one message or payment that stand on several exhibits or in copies of one file."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Literal, TypeVar

from suluh.model.beyond import Joint
from suluh.model.body import body, read
from suluh.model.talk import Message
from suluh.model.trade import Payment, Statement

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
    their statements are. `orders` gives the place of each file in the order of `add`.
    """
    yield from _joints("message", _same(messages, _message_key), orders)
    accounts = {one.id: one.account for one in statements if one.account is not None}
    alike = _same(payments, lambda one: _payment_key(one, accounts))
    yield from _joints("payment", (group for same in alike for group in _in_turn(same)), orders)


def _message_key(one: Message) -> bytes | None:
    return None if one.native is None else hashlib.blake2b(one.native.encode(), digest_size=16).digest()


def _payment_key(one: Payment, accounts: Mapping[str, str]) -> bytes | None:
    """What makes a line the same on two statements of one account; null where the account is not known."""
    account = accounts.get(one.statement)
    if account is None:
        return None
    moment = (one.at.at or one.at.local or one.at.written) if one.at is not None else None
    money = (one.amount_minor, one.currency, one.incoming, one.balance_after_minor)
    key = repr((account, money, one.booked, moment, one.reference, one.text))
    return hashlib.blake2b(key.encode(), digest_size=16).digest()


def _same(records: Iterable[R], key_of: Callable[[R], bytes | None]) -> Iterator[list[R]]:
    """Groups of two and more records of one key. Only bodies are held: they are small."""
    once: dict[bytes, tuple[type[R], bytes]] = {}
    several: dict[bytes, list[R]] = {}
    for record in records:
        key = key_of(record)
        if key is None:
            continue
        if key in several:
            several[key].append(record)
        elif key in once:
            kind, first = once.pop(key)
            several[key] = [read(first, kind), record]
        else:
            once[key] = (type(record), body(record))
    yield from (several[key] for key in sorted(several))


def _in_turn(alike: Sequence[Payment]) -> Iterator[list[Payment]]:
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
    for group in groups:
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
