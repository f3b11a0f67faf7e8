# SPDX-License-Identifier: Apache-2.0
"""What a message means for trade, and nothing else of it: words, numbers, files sent."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

from msgspec.structs import replace

from suluh import plugins
from suluh.deals.facts.parties import Named, Parties
from suluh.deals.reading.acting import YES, Heard, acts, total, with_bare, words
from suluh.deals.reading.acts import COMPLAIN, HANDOVER, REFUND, RENEW, TRADE, Scores
from suluh.deals.reading.look import is_item, is_picture, look_at
from suluh.deals.reading.normal import LONGEST
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


_BESIDE = (HANDOVER, RENEW, REFUND, COMPLAIN, TRADE)
"""What is heard beside words of trade."""


@cache
def offer_rules() -> tuple[OfferRule, ...]:
    """Every rule of the folder."""
    return tuple(rule() for rule in plugins.find("suluh.deals.rules", OfferRule))


def signals(
    talk: Iterable[Dated[Message]], sides: Parties, lost: Lost, same_as: SameAs = AS_WRITTEN
) -> Iterator[Signal]:
    """The messages that may belong to a deal; every message is asked who speaks and which accounts it names.

    What a message does is read in its talk: words of trade of the lists, and the acts that the learned weights find.
    Words that officers say are like known ones are read as these; names and accounts are heard in what was written.
    """
    sums: Counter[str] = Counter()

    def heard(one: Dated[Message]) -> tuple[Signal, Heard]:
        account = one.value.sender or ""
        side = sides.side(account)
        named = sides.listen(side, one.value.text)
        text, taught = same_as.read(one.value.text)
        signal, told = _signal(replace(one.value, text=text), one.at, (side, account), named, sums)
        return signal._replace(taught=taught), told

    # What nobody is known to have written is nobody's offer, promise or thanks.
    known = (one for one in talk if one.value.sender is not None and one.value.kind in {"text", "media", "post"})
    said = [*lost.tried(heard, known)]
    done = acts([one for _, one in said])
    for signal, _ in said:
        its = done.get(signal.message)
        found = words(signal.cues, its)
        named = signal.named.accounts or signal.named.payments
        speaks = bool(found or signal.items or signal.reading.amounts or named)
        if speaks or (its is not None and max(its[act] for act in _BESIDE) >= YES):
            yield signal._replace(
                cues=found, kind=_kind(found, signal.reading), acts=its, plain=signal.kind is not None, speaks=speaks
            )


def _kind(found: Cues, reading: Reading) -> Kind | None:
    saying = Saying(found, reading)
    return next((rule.kind for rule in offer_rules() if rule.speaks(saying)), None)


def _signal(
    message: Message, at: datetime | None, sender: tuple[str, str | None], named: Named, sums: Counter[str]
) -> tuple[Signal, Heard]:
    look = look_at(message)
    reading = with_bare(message.text, look.reading, sums[message.conversation])
    sums[message.conversation] += len(reading.amounts)
    items = tuple(one.sha256 for one in message.attachments if is_item(one))
    known = frozenset(look.kinds)
    signal = Signal(
        message=message.id,
        conversation=message.conversation,
        exhibit=message.place.exhibit,
        side=sender[0],
        account=sender[1],
        at=at,
        order=_order(message),
        cues=known | {"subscription"} if _is_for_a_time(message, reading) else known,
        reading=reading,
        kind=_kind(known, look.reading),
        items=items,
        named=named,
        forwarded=message.forwarded_from is not None,
        same=blake2b(f"{message.text}\0{bool(items)}".encode("utf-8", "surrogatepass"), digest_size=8).digest(),
        written=message.sent.written if message.sent else None,
    )
    pictures = sum(is_picture(one) for one in message.attachments)
    told = Said(signal.side, signal.conversation, at, look.facts, pictures, (message.id,))
    return signal, Heard(told, signal.order, total(look))


def _is_for_a_time(message: Message, reading: Reading) -> bool:
    """Whether a price stands beside a length of time and no number of items: what it buys is a time."""
    return bool(reading.amounts) and not reading.counts and names_span(message.text[:LONGEST])


def _order(message: Message) -> tuple[str, int, str]:
    place = message.place
    return (place.file, number_at(place), place.pointer or place.row or "")
