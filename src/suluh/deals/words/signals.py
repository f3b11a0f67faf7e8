# SPDX-License-Identifier: Apache-2.0
"""What a message means for trade, and nothing else of it: words, numbers, files sent."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

import numpy as np
from msgspec.structs import replace

from suluh import plugins
from suluh.deals.facts.parties import Named, Parties
from suluh.deals.reading.acting import WORDS, YES, Heard, acts, totals, with_bare, words
from suluh.deals.reading.acts import (
    ACTS,
    ASK,
    COMPLAIN,
    HANDOVER,
    NOT_YET,
    OFFER,
    PAID,
    PAYHOW,
    REFUND,
    RENEW,
    TRADE,
    Scores,
)
from suluh.deals.reading.look import Text, is_item, is_picture, look_at
from suluh.deals.reading.normal import LONGEST
from suluh.deals.reading.rooms import Rooms, together
from suluh.deals.reading.stream import Said
from suluh.deals.words.amounts import Reading
from suluh.deals.words.cue import Cues
from suluh.deals.words.rule import Kind, OfferRule, Option, Saying, options
from suluh.deals.words.same_as import AS_WRITTEN, SameAs, Taught
from suluh.deals.words.spans import names_span
from suluh.model.place import number_at
from suluh.model.rules.lost import Lost
from suluh.model.talk import Message
from suluh.model.times import Dated

_SECONDS = timedelta(seconds=59)
_NOT_PAID = (ASK, OFFER, PAYHOW, NOT_YET)
"""Acts beside which a message speaks of having paid only where that is what it does most."""


class Signal(NamedTuple):
    """One message that may belong to a deal."""

    message: str
    conversation: str
    exhibit: str
    side: str
    account: str | None
    at: datetime | None
    order: tuple[str, int, str]
    """Where it stands in its file: decides between messages of one minute."""

    cues: Cues
    reading: Reading
    kind: Kind | None
    """The kind of trade that it speaks of, if any."""

    items: tuple[str | None, ...]
    """Media that it carries: the SHA-256 of each, null where the exhibits do not hold it."""

    named: Named
    """Accounts, payments and names of the ledgers that it names."""

    forwarded: bool
    same: bytes
    """Equal for messages of the same words, whatever files they carry."""

    written: str | None = None
    """When it was sent, in the characters of the record."""

    acts: Scores | None = None
    """What it does; null for pictures that another one speaks for."""

    plain: bool = False
    """Whether the lists and the grammar alone say what kind of trade it speaks of."""

    speaks: bool = True
    """Whether it moves a trade on: by a word of trade, a sum, items, an account. Others stand beside one, as thanks."""

    taught: Taught = ()
    """Words of it that officers say are like known ones, as which they are read."""

    to_the_minute: bool = False
    """Whether its time is written to the minute alone."""

    worded: bool = True
    """Whether it has a written word or number; pictures, voice and signs alone have none."""

    listed_paid: bool = False
    """Whether the lists of words find a word of having paid in it."""

    @property
    def says_paid(self) -> bool:
        """Whether its own words are of having paid: by the lists, by a payment's number, or by what weights find most.

        Where they find half as much of asking, offering or where to pay, its place must say which it is.
        """
        if self.listed_paid or self.named.payments:
            return True
        if "paid" not in self.cues or self.acts is None:
            return "paid" in self.cues
        other = max(self.acts[one] for one in _NOT_PAID)
        return 2 * other < self.acts[PAID]

    def may_follow(self, at: datetime) -> bool:
        """Whether it may have been sent at a moment or later: of a minute all its seconds may be meant."""
        return self.at is not None and self.at + (_SECONDS if self.to_the_minute else timedelta()) >= at

    @property
    def trade(self) -> float | None:
        """How much it reads as part of a trade in digital items; null for pictures that another one speaks for."""
        return None if self.acts is None else self.acts[TRADE]

    def does(self, act: int) -> bool:
        """Whether it does this more likely than not."""
        return self.acts is not None and self.acts[act] >= YES

    def money(self) -> set[tuple[int, str]]:
        """The amounts that it names, in minor units with their currency."""
        read = {(amount.minor, amount.currency) for amount in self.reading.amounts}
        return read | {(minor, "IDR") for minor in self.named.amounts}

    def options(self) -> tuple[Option, ...]:
        """What is offered in it."""
        return options(self.reading)


class _Read(NamedTuple):
    """A message that was read by itself, and not yet in its talk."""

    message: Message
    """With words of it as the known ones that they stand for."""

    at: datetime | None
    side: str
    named: Named
    look: Text
    reading: Reading
    """With bare numbers that are money."""

    taught: Taught

    def cues(self) -> Cues:
        """Words of trade of the lists."""
        its = frozenset(self.look.kinds)
        return its | {"subscription"} if _is_for_a_time(self.message, self.reading) else its

    def items(self) -> tuple[str | None, ...]:
        """Media that it carries."""
        return tuple([one.sha256 for one in self.message.attachments if is_item(one)])

    def speaks(self) -> bool:
        """Whether it moves a trade on, whatever the learned weights find in it."""
        named = self.named.accounts or self.named.payments
        return bool(self.look.kinds or self.reading.amounts or named or self.items())


_HEARD = [HANDOVER, RENEW, REFUND, COMPLAIN, TRADE, *WORDS]
"""What is heard: what stands for words of trade, and what stands beside them."""

Held = dict[Any, Any]
"""What comes again and again in messages, once each, by itself."""

Some = list[list[Dated[Message]]]
"""The messages of some conversations."""

AT_ONCE = 2_000
"""So many messages are read in their talks at once, whole conversations."""


@cache
def offer_rules() -> tuple[OfferRule, ...]:
    """Every rule of the folder."""
    return tuple(rule() for rule in plugins.find("suluh.deals.rules", OfferRule))


def signals(rooms: Rooms, sides: Parties, lost: Lost, same_as: SameAs = AS_WRITTEN) -> Iterator[Signal]:
    """The messages that may belong to a deal; every message is asked who speaks and which accounts it names.

    What a message does is read in its talk: words of trade of the lists, and the acts that the learned weights find.
    Words that officers say are like known ones are read as these; names and accounts are heard in what was written.
    Of all other messages nothing is held longer than their conversation.
    """
    held: Held = {}
    for some in by_some(rooms):
        yield from of_some(some, sides, lost, same_as, held)


def by_some(rooms: Rooms) -> Iterator[Some]:
    """The messages that somebody is known to have written, some conversations at a time."""
    return together(map(_known, rooms), AT_ONCE)


def of_some(some: Some, sides: Parties, lost: Lost, same_as: SameAs, held: Held) -> Iterator[Signal]:
    """What `signals` gives of some conversations."""
    return _that_speak([_room(room, sides, lost, same_as) for room in some], held)


def _known(room: Iterable[Dated[Message]]) -> list[Dated[Message]]:
    """What nobody is known to have written is nobody's offer, promise or thanks."""
    return [one for one in room if one.value.sender is not None and one.value.kind in {"text", "media", "post"}]


def _room(room: Iterable[Dated[Message]], sides: Parties, lost: Lost, same_as: SameAs) -> list[_Read]:
    """The messages of one conversation, each read by itself."""
    sums = 0

    def read(one: Dated[Message]) -> _Read:
        nonlocal sums
        message, account = one.value, one.value.sender or ""
        side = sides.side(account)
        named = sides.listen(side, message.text)
        text, taught = same_as.read(message.text)
        if taught:
            message = replace(message, text=text)
        look = look_at(message)
        reading = with_bare(text, look.reading, sums)
        sums += len(reading.amounts)
        return _Read(message, one.at, side, named, look, reading, taught)

    return list(lost.tried(read, room))


def _that_speak(rooms: Sequence[Sequence[_Read]], known: Held) -> Iterator[Signal]:
    """The messages of some conversations that may belong to a deal."""
    every = [one for room in rooms for one in room]
    said = [totals([one.look for one in every[at : at + AT_ONCE]]) for at in range(0, len(every), AT_ONCE)]
    heard = [[Heard(_said(one), _order(one.message)) for one in room] for room in rooms]
    shares = acts(heard, np.concatenate(said)) if said else np.empty((0, len(ACTS)))
    does = np.any(shares[:, _HEARD] >= YES, axis=1).tolist()
    for one, its, is_heard in zip(every, shares, does, strict=True):
        if is_heard or one.speaks():
            yield _signal(one, None if np.isnan(its[0]) else array("f", its.tobytes()), known)


def _kind(found: Cues, reading: Reading) -> Kind | None:
    saying = Saying(found, reading)
    return next((rule.kind for rule in offer_rules() if rule.speaks(saying)), None)


def _signal(one: _Read, its: Scores | None, known: Held) -> Signal:
    """What a message means; words that come again and again are held once."""
    message, look, named = one.message, one.look, one.named
    found = words(one.cues(), its)
    kind, known_kinds = _kind(found, one.reading), frozenset(look.kinds)
    is_same = found == known_kinds and one.reading is look.reading
    items = one.items()
    speaks = bool(found or items or one.reading.amounts or named.accounts or named.payments)
    conversation, exhibit, account = message.conversation, message.place.exhibit, message.sender or ""
    file, number, pointer = _order(message)
    return Signal(
        message=message.id,
        conversation=known.setdefault(conversation, conversation),
        exhibit=known.setdefault(exhibit, exhibit),
        side=known.setdefault(one.side, one.side),
        account=known.setdefault(account, account),
        at=one.at,
        order=(known.setdefault(file, file), number, pointer),
        cues=known.setdefault(found, found),
        reading=one.reading,
        kind=kind,
        items=items,
        named=named,
        forwarded=message.forwarded_from is not None,
        same=blake2b(f"{message.text}\0{bool(items)}".encode("utf-8", "surrogatepass"), digest_size=8).digest(),
        written=message.sent.written if message.sent else None,
        acts=its,
        plain=(kind if is_same else _kind(known_kinds, look.reading)) is not None,
        speaks=speaks,
        taught=one.taught,
        to_the_minute=message.sent is not None and message.sent.precision == "minute",
        worded=any(map(str.isalnum, message.text)),
        listed_paid="paid" in known_kinds,
    )


def _said(one: _Read) -> Said:
    message = one.message
    pictures = sum(map(is_picture, message.attachments)) if message.attachments else 0
    return Said(one.side, message.conversation, one.at, one.look.facts, pictures, (message.id,))


def _is_for_a_time(message: Message, reading: Reading) -> bool:
    """Whether a price stands beside a length of time and no number of items: what it buys is a time."""
    return bool(reading.amounts) and not reading.counts and names_span(message.text[:LONGEST])


def _order(message: Message) -> tuple[str, int, str]:
    place = message.place
    return (place.file, number_at(place), place.pointer or place.row or "")
