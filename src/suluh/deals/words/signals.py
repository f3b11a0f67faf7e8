# SPDX-License-Identifier: Apache-2.0
"""What a message means for trade, and nothing else of it: words, numbers, files sent."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

from suluh import plugins
from suluh.deals.facts.parties import Named, Parties
from suluh.deals.words.amounts import Reading, read_numbers
from suluh.deals.words.cue import Cues, cues
from suluh.deals.words.rule import Kind, OfferRule, Option, Saying, options
from suluh.model.place import number_at
from suluh.model.rules.lost import Lost
from suluh.model.talk import Attachment, Message
from suluh.model.times import Dated

_NO_ITEM = (".opus", ".ogg", ".m4a", ".mp3", ".aac", ".amr", ".webp", ".was", ".vcf")
_NO_MIME = ("audio/", "text/vcard", "text/x-vcard", "image/webp", "application/vcard")


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

    def money(self) -> set[tuple[int, str]]:
        """The amounts that it names, in minor units with their currency."""
        read = {(amount.minor, amount.currency) for amount in self.reading.amounts}
        return read | {(minor, "IDR") for minor in self.named.amounts}

    def options(self) -> tuple[Option, ...]:
        """What is offered in it."""
        return options(self.reading)


@cache
def offer_rules() -> tuple[OfferRule, ...]:
    """Every rule of the folder."""
    return tuple(rule() for rule in plugins.find("suluh.deals.rules", OfferRule))


def signals(talk: Iterable[Dated[Message]], sides: Parties, lost: Lost) -> Iterator[Signal]:
    """The messages that may belong to a deal; every message is asked who speaks and which accounts it names."""

    def heard(one: Dated[Message]) -> Signal:
        side, account = sides.sender(one.value)
        return _signal(one.value, one.at, (side, account), sides.listen(side, one.value.text))

    said = (one for one in talk if one.value.kind in {"text", "media", "post"})
    for signal in lost.tried(heard, said):
        if signal.cues or signal.items or signal.reading.amounts or signal.named.accounts or signal.named.payments:
            yield signal


def _signal(message: Message, at: datetime | None, sender: tuple[str, str | None], named: Named) -> Signal:
    found, reading = cues(message.text), read_numbers(message.text)
    saying = Saying(found, reading)
    spoken = next((rule.kind for rule in offer_rules() if rule.speaks(saying)), None)
    items = tuple(one.sha256 for one in message.attachments if is_item(one))
    return Signal(
        message=message.id,
        conversation=message.conversation,
        exhibit=message.place.exhibit,
        side=sender[0],
        account=sender[1],
        at=at,
        order=_order(message),
        cues=found,
        reading=reading,
        kind=spoken,
        items=items,
        named=named,
        forwarded=message.forwarded_from is not None,
        same=blake2b(f"{message.text}\0{bool(items)}".encode("utf-8", "surrogatepass"), digest_size=8).digest(),
        written=message.sent.written if message.sent else None,
    )


def is_item(attachment: Attachment) -> bool:
    """Whether an attachment counts as an item: media handed over, no voice note, sticker or contact card."""
    name, mime = (attachment.name or "").lower(), (attachment.mime or "").lower()
    return not (name.endswith(_NO_ITEM) or mime.startswith(_NO_MIME))


def _order(message: Message) -> tuple[str, int, str]:
    place = message.place
    return (place.file, number_at(place), place.pointer or place.row or "")
