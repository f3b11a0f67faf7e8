# SPDX-License-Identifier: Apache-2.0
"""Reads texts and calls of Google Voice, a page each, from a person's own download."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.apps.pages import Element, blocks
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import in_zone, named
from suluh.readers.numbers import international
from suluh.readers.reader import Reader, Record

SERVICE = "phone"
_BEGINS = re.compile(rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+<(?:\?xml|!DOCTYPE|html).{0,60000}?class=\"(?:hChatLog|haudio)")
_ME = frozenset({"Me", "Saya"})


class GoogleVoice(Reader):
    """Texts and calls of Google Voice as pages of a person's own download, of 2010 to 2025; accounts are numbers."""

    name = "google-voice"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the class of its first block."""
        return "a page of texts or of a call of Google Voice" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the conversation."""
        yield from _Reading(source).records()


class _Reading:
    """One page while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.export = source, Export(source, SERVICE)
        self.room = Room(self.export, f"{SERVICE}:chat/{source.file}")
        self.own: dict[str, None] = {}
        self.number = 0

    def records(self) -> Iterator[Record | Flaw]:
        """Every message in the order of the page."""
        with self.source.open() as file:
            for block in blocks(file, frozenset({"message", "haudio", "participants"})):
                if "participants" in block.parts:
                    yield from self._people(block)
                elif "haudio" in block.parts:
                    yield from self._call(block)
                else:
                    yield from self._message(block)
        yield self.room.told(self.source.place(pointer="page"))
        for number, one in enumerate(self.own):
            yield self.export.telling.own(one, f"me{number}")
        yield from self.export.closing("+62...")

    def _pointer(self) -> str:
        self.number += 1
        return f"message/{self.number}"

    def _who(self, block: Element) -> tuple[str | None, str]:
        """The account and the name of who a card is of; `Me` is the holder."""
        link = next((one for one in block.links() if "tel" in one.parts), None)
        shown = (block.first("fn") or Element("", {})).text()
        known = international((link.attributes.get("href", "") if link else "").removeprefix("tel:"))
        if shown in _ME:
            if known:
                self.own[f"{SERVICE}:{known}"] = None
            return (f"{SERVICE}:{known}" if known else self.export.device), ""
        name = "" if international(shown) else shown
        return (f"{SERVICE}:{known}" if known else self.room.named(name) if name else None), name

    def _people(self, block: Element) -> Iterator[Record]:
        for card in block.all("vcard"):
            account, name = self._who(card)
            if account is not None:
                self.room.members[account] = None
                yield from self.export.seen(self.source.place(pointer="participants"), account, (name,))

    def _message(self, block: Element) -> Iterator[Record]:
        sender, name = self._who(block.first("sender") or block)
        at = block.first("dt")
        said = next((one for one in block.inside if isinstance(one, Element) and one.tag == "q"), None)
        files = named(
            name for one in _media(block) if (name := one.attributes.get("src", "") or one.attributes.get("href", ""))
        )
        yield from self.room.say(
            self.source.place(pointer=self._pointer()),
            sender,
            (name,),
            kind="media" if files else "text",
            text=said.text() if said is not None else "",
            sent=in_zone(at.attributes.get("title", "") if at is not None else ""),
            attachments=files,
        )

    def _call(self, block: Element) -> Iterator[Record]:
        """A call, or a voice mail with its words."""
        kind = (block.first("fn") or Element("", {})).text()
        card = block.first("contributor") or block
        other, name = self._who(card)
        is_out = kind.startswith(("Placed", "Called"))
        at, words = block.first("published"), block.first("full-text")
        place = self.source.place(pointer=self._pointer())
        if other is not None:
            self.room.members[other] = None
            yield from self.export.seen(place, other, (name,))
        yield from self.room.say(
            place,
            self.export.device if is_out else other,
            (name,) if not is_out else (),
            kind="call",
            text=words.text() if words is not None else "",
            sent=in_zone(at.attributes.get("title", "") if at is not None else ""),
            native_kind=kind or None,
        )


def _media(block: Element) -> Iterator[Element]:
    """Pictures, and links to what is no number."""
    for one in block.inside:
        if isinstance(one, Element):
            if one.tag == "img" or (one.tag == "a" and _FILES & one.parts):
                yield one
            elif "sender" not in one.parts and one.tag != "q":
                yield from _media(one)


_FILES = frozenset({"video", "audio", "vcard"})
