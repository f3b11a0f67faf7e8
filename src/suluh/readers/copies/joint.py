# SPDX-License-Identifier: Apache-2.0
"""Joins the records of one message or payment that stand on several exhibits or in copies of one file."""

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar

import numpy as np

from suluh.model.after.beyond import Joint, Oneness
from suluh.model.body import body, read
from suluh.model.rules.copies import First, firsts
from suluh.model.talk import Message
from suluh.model.trade import Payment, Statement
from suluh.readers.booked.copies import Papers, copies
from suluh.readers.booked.transfers import keys, transfers
from suluh.readers.copies.lines.within import Every, Told, Within
from suluh.readers.copies.same import NO_COPIES, Copies
from suluh.readers.telegram.copies import in_turn, likeness
from suluh.readers.x.notes import posted, whole_and_cut

R = TypeVar("R", Message, Payment)
Orders = Mapping[str, tuple[int, str]]
NOT_COPIED: Mapping[str, First] = {}

_LAST = 1 << 62
_MESSAGE_FIELDS = (
    *("conversation", "sender", "sent_at", "kind", "text", "attachments"),
    *("forwarded_from", "reply_to", "edited"),
)
_PAYMENT_FIELDS = ("payer", "beneficiary", "payer_name", "beneficiary_name", "channel", "amount_as_written", "status")


def join(
    messages: Every,
    payments: Iterable[Payment],
    statements: Iterable[Statement],
    orders: Orders,
    talks: Copies = NO_COPIES,
    within: Within | None = None,
) -> Iterator[Joint]:
    """A joint for every message or payment with more than one record, under the id of the one that stands.

    Messages are one where the service's own id is the same. Telegram counts by account: there the two sides of a chat
    are compared; X tells a long post twice. `talks` are conversations that were found to be one by what is said in
    them, with their messages. Payments are one where several statements of an account hold one line (`booked.copies`),
    and where two accounts hold the two sides of one transfer (`booked.transfers`): then the line stands that a sound
    statement has booked, of two sides that of the receiver. `orders` gives the place of each file in the order of
    `add`; `messages` gives every message each time it is called, and `within` those of some conversations.
    """
    by_id, by_likeness, long = _alike(Told(messages, within), (lambda one: one.native, likeness, posted))
    sides = (group for alike in by_likeness for group in in_turn(alike))
    posts = (group for alike in long for group in whole_and_cut(alike))
    told = firsts(talks.conversations)
    yield from _joints("message", _merged([*by_id, *sides, *posts, *talks.messages]), orders, told)
    yield from talks.conversations
    yield from _payments(payments, Papers(statements), orders)


def _payments(payments: Iterable[Payment], papers: Papers, orders: Orders) -> Iterator[Joint]:
    """Lines of several statements that are one payment, with the reason."""
    lines, sides = _Alike(), _Alike()
    for one in payments:
        paper = papers.get(one.statement)
        papers.see(one)
        lines.add(one, _line_key(one, paper))
        for key in keys(one, paper):
            sides.add(one, key)
    same = [group for alike in lines.groups() for group in copies(alike, papers) if len(group) > 1]
    held = {one.id: one for group in same for one in group}
    later = {one.id for group in same for one in _standing(group, orders)[1:]}
    meeting = [[one for one in alike if one.id not in later] for alike in sides.groups()]
    held |= {one.id: one for group in meeting for one in group}
    groups = {one.id: group for group in same for one in group}
    why: dict[int, tuple[Oneness, ...]] = {id(group): ("same-line",) for group in same}
    for match in transfers(meeting, papers):
        pair = [groups.get(one, [held[one]]) for one in (match.received, match.paid)]
        whole = [one for group in pair for one in group]
        terms = dict.fromkeys(term for group in pair for term in why.get(id(group), ()))
        groups |= dict.fromkeys((one.id for one in whole), whole)
        why[id(whole)] = (*match.reasons, *terms)
    whole_groups = {id(group): group for group in groups.values()}
    for group in sorted(whole_groups.values(), key=lambda group: min(one.id for one in group)):
        yield _joint("payment", _standing(group, orders), _PAYMENT_FIELDS, why[id(group)])


def _line_key(one: Payment, paper: Statement | None) -> tuple[object, ...] | None:
    """What the lines of one account have in common that may be one; null where account or day is not known."""
    if paper is None or paper.account is None or one.booked is None:
        return None
    return paper.account, one.amount_minor, one.currency, one.incoming, one.booked


def _standing(group: Iterable[Payment], orders: Orders) -> list[Payment]:
    """Lines that are one payment, first the one that stands for it."""
    return sorted(
        group,
        key=lambda one: (
            *(not one.usable, one.status == "pending", not one.incoming),
            *(orders.get(one.place.file, (_LAST, "")), one.id),
        ),
    )


def _alike(every: Told, ways: Sequence[Callable[[Message], object]]) -> Iterator[list[list[Message]]]:
    """For each way to be alike the groups of messages that are; of one that is like no other only numbers are held."""
    names: dict[str, int] = {}
    seen = [(array("Q"), array("Q")) for _ in ways]
    for one in every.every():
        for way, (numbers, places) in zip(ways, seen, strict=True):
            if (key := way(one)) is not None:
                numbers.append(_number(_short(key)))
                places.append(names.setdefault(one.conversation, len(names)))
    again = [_repeated(numbers) for numbers, _ in seen]
    there = set[int]().union(*(_places(*one, several) for one, several in zip(seen, again, strict=True)))
    found: list[dict[bytes, list[Message]]] = [defaultdict(list) for _ in ways]
    for one in every.of({name for name, place in names.items() if place in there}):
        for way, several, groups in zip(ways, again, found, strict=True):
            if several and (key := way(one)) is not None and _number(short := _short(key)) in several:
                groups[short].append(one)
    for groups in found:
        yield [group for _, group in sorted(groups.items()) if len(group) > 1]


def _short(key: object) -> bytes:
    return hashlib.blake2b(repr(key).encode("utf-8", "backslashreplace"), digest_size=16).digest()


def _number(short: bytes) -> int:
    return int.from_bytes(short[:8], "big")


def _repeated(numbers: "array[int]") -> frozenset[int]:
    """Those that come more than once."""
    each, times = np.unique(np.frombuffer(numbers, dtype=np.uint64), return_counts=True)
    return frozenset(each[times > 1].tolist())


def _places(numbers: "array[int]", places: "array[int]", several: frozenset[int]) -> Iterable[int]:
    """Where those stand that come more than once."""
    every, where = (np.frombuffer(one, dtype=np.uint64) for one in (numbers, places))
    found: list[int] = np.unique(where[np.isin(every, np.array(sorted(several), dtype=np.uint64))]).tolist()
    return found


class _Alike:
    """Booked lines by key. Of those that stay alone only the body is held: it is small."""

    def __init__(self) -> None:
        self._once: dict[bytes, bytes] = {}
        self._several: dict[bytes, list[Payment]] = {}

    def add(self, record: Payment, key: object) -> None:
        """Take a record into account; one without a key is like no other."""
        if key is None:
            return
        short = _short(key)
        if short in self._several:
            self._several[short].append(record)
        elif short in self._once:
            self._several[short] = [read(self._once.pop(short), Payment), record]
        else:
            self._once[short] = body(record)

    def groups(self) -> Iterator[list[Payment]]:
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


def _joints(
    record: Literal["message", "payment"],
    groups: Iterable[Sequence[R]],
    orders: Orders,
    told: Mapping[str, First] = NOT_COPIED,
) -> Iterator[Joint]:
    for group in sorted(groups, key=lambda group: min(one.id for one in group)):
        members = sorted(group, key=lambda one: (orders.get(one.place.file, (_LAST, "")), one.id))
        yield _joint(record, members, _MESSAGE_FIELDS, told=told)


def _joint(
    record: Literal["message", "payment"],
    members: Sequence[R],
    fields: Sequence[str],
    reasons: tuple[Oneness, ...] = (),
    told: Mapping[str, First] = NOT_COPIED,
) -> Joint:
    return Joint(
        id=members[0].id,
        record=record,
        members=tuple(one.id for one in members),
        places=tuple(one.place for one in members),
        differs=tuple(_differing(members, fields, told)),
        reasons=reasons,
    )


def _differing(members: Sequence[R], fields: Sequence[str], told: Mapping[str, First]) -> Iterator[str]:
    """The names of the fields in which the records do not agree, as `show` calls them."""
    return (name for name in fields if len({_value(one, name, told) for one in members}) > 1)


def _value(record: Message | Payment, name: str, told: Mapping[str, First]) -> object:
    """A field; for the time its instant or local time, for two programs write the same time in two ways.

    Copies of a conversation call it and its people in two ways, and their clocks differ: that is told with it.
    """
    first = told.get(record.conversation) if isinstance(record, Message) else None
    if isinstance(record, Message) and first is not None:
        if name == "attachments":
            return tuple(one.sha256 or one.state for one in record.attachments)
        known = {
            "conversation": first.conversation,
            "sender": record.sender and first.accounts.get(record.sender, record.sender),
            "sent_at": None,
            "text": record.text.strip(),
        }
        return known[name] if name in known else getattr(record, name)
    if name != "sent_at":
        return getattr(record, name)
    when = record.sent if isinstance(record, Message) else record.at
    return None if when is None else when.at or when.local or when.written
