# SPDX-License-Identifier: Apache-2.0
"""When the other side of each talk of two wrote, and what either side said of numbers: one pass over all messages.

1. A talk is a conversation of two, seen from the device it lies on: its other side is who is not that holder, and
   perhaps the holder of another device; then it is a talk of either. Where nobody is known to be the holder, either
   side may be the other one. Messages without a time are left out, for all rests on what was first.
2. Where a side says that its number was handed on, the number is another's from the first message of that day's talk
   on: the first after a gap of a day.
3. What a side forwards is said by somebody else: of numbers it tells nothing.
4. What the app itself says of somebody's new number has no sender.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from suluh.model.rules.holders import NOBODY, Holder
from suluh.model.talk import Message, service_of
from suluh.model.times import Dated
from suluh.persons.identifiers import number_of
from suluh.persons.said.changes import Change, change
from suluh.persons.said.handles import Handle, said_handle
from suluh.persons.said.numbers import Claimed, claimed, is_handed_on, numbers, spellings

MINUTE = 60
"""Seconds: exports of text tell times to the minute, so no finer time can be compared."""

DAY = 24 * 60
"""Minutes: who writes again after so long begins anew."""


class Talk(NamedTuple):
    """A talk of a device's holder with one other side; times in whole minutes since 1970."""

    conversation: str
    own: frozenset[str]
    """Accounts of the holder on this service; none where the holder is not known."""

    other: str
    began: int
    """The first message of either side."""

    minutes: tuple[int, ...]
    """Each message of the other side; nobody's where it never wrote."""

    handed_on: int | None
    """From when on the other side is another person, by its own words."""


class Said(NamedTuple):
    """A number that the other side of a talk says is theirs."""

    sender: str
    conversation: str
    claim: Claimed
    at: int
    turn: int
    """How many messages they had written there before."""


class Called(NamedTuple):
    """A name on another service that the other side of a talk says is theirs."""

    sender: str
    handle: Handle
    at: int
    own: frozenset[str]
    """Accounts of the device's holder in that talk."""


class Sent(NamedTuple):
    """A holder's account on another service whose number was named by a holder: perhaps where to go on.

    In a conversation of more than two it says of nobody that they came; many may have.
    """

    conversation: str
    account: str
    at: int


class Changed(NamedTuple):
    """A line of the app itself that says of somebody on a phone that they have another number."""

    exhibit: str
    conversation: str
    change: Change
    at: int
    is_direct: bool
    """Whether it stands in a talk of two."""


class _Heard:
    """What one conversation holds."""

    def __init__(self) -> None:
        self.own: set[str] = set()
        self.began: int | None = None
        self.minutes: dict[str, list[int]] = defaultdict(list)
        self.handed_on: dict[str, list[int]] = defaultdict(list)
        self.said: list[tuple[str, Claimed, int]] = []
        self.called: list[tuple[str, Handle, int]] = []


class Talks:
    """All talks of two, filled message by message."""

    def __init__(self, direct: Iterable[str], own: Mapping[str, Holder]) -> None:
        self._heard = {one: _Heard() for one in direct}
        self._own = own
        self._sent: list[Sent] = []
        self._changed: list[Changed] = []
        self._senders = {account for holder in own.values() for account in holder.accounts}
        self._numbers: dict[str, list[str]] = defaultdict(list)
        for account in sorted(self._senders):
            for digits in spellings(number_of(account) or ""):
                self._numbers[digits].append(account)

    def note(self, dated: Dated[Message]) -> None:
        """Take one message into account."""
        message, at = dated
        heard, sender = self._heard.get(message.conversation), message.sender
        if at is None or message.kind == "call":
            return
        minute, service = int(at.timestamp()) // MINUTE, service_of(message.conversation)
        if message.kind == "system":
            self._note_line(message, minute)
            return
        if sender in self._senders:
            there = (one for digits in sorted(numbers(message.text)) for one in self._numbers.get(digits, ()))
            self._sent += [Sent(message.conversation, one, minute) for one in there if service_of(one) != service]
        if heard is None:
            return
        holder = self._own.get(message.place.exhibit, NOBODY)
        heard.own.update(one for one in holder.stated if service_of(one) == service)
        heard.began = min(minute, heard.began) if heard.began is not None else minute
        if sender is None:
            return
        heard.minutes[sender].append(minute)
        if sender in self._senders:
            heard.own.add(sender)
        elif not message.forwarded:
            _note_words(heard, sender, message.text, minute)

    def _note_line(self, message: Message, minute: int) -> None:
        """Take a line of the app itself into account."""
        told = change(message.text) if message.sender is None else None
        if told is not None:
            where = message.place.exhibit, message.conversation
            self._changed.append(Changed(*where, told, minute, message.conversation in self._heard))

    def talks(self) -> tuple[Talk, ...]:
        """Every talk, from each side from which it is one."""
        found = []
        for conversation, heard in sorted(self._heard.items()):
            for other, minutes in sorted(heard.minutes.items()):
                own = frozenset(one for one in heard.own if not self._is_one(one, other))
                minutes.sort()
                anew = [_anew(minutes, one) for one in heard.handed_on.get(other, ())]
                began = heard.began if heard.began is not None else minutes[0]
                if own or not heard.own:
                    found.append(Talk(conversation, own, other, began, tuple(minutes), min(anew, default=None)))
        return tuple(found)

    def _is_one(self, one: str, other: str) -> bool:
        """Whether two accounts are one, or of the holder of one device."""
        return one == other or any({one, other} <= holder.accounts for holder in self._own.values())

    def said(self) -> tuple[Said, ...]:
        """Every number that another side says is theirs, in order."""
        return tuple(
            Said(sender, conversation, claim, at, sum(one < at for one in heard.minutes[sender]))
            for conversation, heard in sorted(self._heard.items())
            for sender, claim, at in sorted(heard.said, key=lambda one: (one[2], one[0], one[1]))
        )

    def called(self) -> tuple[Called, ...]:
        """Every name on another service that another side says is theirs, in order."""
        return tuple(
            Called(sender, handle, at, frozenset(heard.own))
            for _, heard in sorted(self._heard.items())
            for sender, handle, at in sorted(heard.called, key=lambda one: (one[2], one[0], one[1]))
        )

    def changed(self) -> tuple[Changed, ...]:
        """Every new number of which an app tells, in order."""
        return tuple(sorted(self._changed, key=lambda one: (one.exhibit, one.at, one.conversation, one.change.who)))

    def sent(self) -> tuple[Sent, ...]:
        """Every number that a holder named, in order."""
        return tuple(sorted(self._sent))


def _note_words(heard: _Heard, sender: str, text: str, minute: int) -> None:
    """Take what another side says of itself into account."""
    claim = claimed(text)
    if claim is not None:
        heard.said.append((sender, claim, minute))
    elif is_handed_on(text):
        heard.handed_on[sender].append(minute)
    if (handle := said_handle(text)) is not None:
        heard.called.append((sender, handle, minute))


def _anew(minutes: list[int], at: int) -> int:
    """The first of the messages that lead up to one without a gap of a day."""
    first = at
    for one in reversed([minute for minute in minutes if minute < at]):
        if first - one > DAY:
            break
        first = one
    return first
