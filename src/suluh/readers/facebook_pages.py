# SPDX-License-Identifier: Apache-2.0
"""Reads the conversations of a download of Facebook or Instagram as web pages."""

import posixpath
import re
from collections.abc import Iterator
from typing import ClassVar, Literal
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.ids import make_id
from suluh.model.intake import Flaw
from suluh.model.talk import Beside
from suluh.model.times import When
from suluh.readers.apps.pages import Element, blocks
from suluh.readers.apps.telling import Said
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import named
from suluh.readers.exported.written import CLOCK, DAY, clock_of, day_of, iso_of, when
from suluh.readers.reader import Reader, Record, flaw

_BEGINS = re.compile(
    rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+<(?:!DOCTYPE|html).{0,64000}?class=\"[^\"]{0,120}(?:_a6-[gh]\b|_2lek\b)"
)
_TALK = re.compile(
    r"(?:^|/)messages?/|(?:^|/)(?:inbox|archived_threads|message_requests|filtered_threads|e2ee_cutover)/"
)
_AT = re.compile(rf"(?:[^\W\d_]{{3,12}}, )?(?P<day>{DAY}),? (?:at |pukul |um )?(?P<clock>{CLOCK})")
_GONE = frozenset({"facebook user", "instagram user", "pengguna facebook", "pengguna instagram"})
_FILES = {"img": "src", "video": "src", "audio": "src"}


class FacebookPages(Reader):
    """Conversations of Facebook and Instagram from a person's own download as web pages, of 2019 to 2025.

    The pages give names and no ids: a sender is known by name in this conversation alone. Times are those of the holder
    and have no zone.
    """

    name = "facebook-pages"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the classes of a message, in a folder of conversations: posts and lists look alike."""
        where = f"{source.inside or ''}/{source.path}"
        is_talk = _TALK.search(where) or posixpath.basename(source.path).startswith("message_")
        return "a page of messages of a download" if is_talk and _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the conversation."""
        yield from _Reading(source).records()


class _Reading:
    """One page while it is read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        where = f"{source.inside or ''}/{source.path}".casefold()
        service = next((one for one in ("instagram", "facebook") if one in where), "meta")
        self.export = Export(source, service)
        stem = re.sub(r"_\d{1,6}\.\w+$", "", source.path)  # the pages of one conversation are numbered
        key = make_id("folder", source.acquisition, source.inside or "", stem)
        self.room = Room(self.export, f"{service}:chat/{quote(source.exhibit, safe='')}/{key}")
        self.number = self.open = self.gone = 0

    def records(self) -> Iterator[Record | Flaw]:
        """Every message in the order of the page."""
        with self.source.open() as file:
            for block in blocks(file, frozenset({"_a6-g", "pam"})):
                yield from self._message(block)
        yield self.room.told(self.source.place(pointer="page"))
        yield from self.export.closing("name")
        if self.gone:
            reason = f"messages whose sender had deleted the account when the chat was exported: {self.gone}"
            yield self.export.note("gone", reason)
        if self.open:
            yield self.export.note("times", f"times in words that are not known and stay as written: {self.open}")

    def _message(self, block: Element) -> Iterator[Record | Flaw]:
        who = block.first("_a6-h") or block.first("_2lek")
        said = block.first("_a6-p") or block.first("_2let")
        self.number += 1
        place = self.source.place(pointer=f"message/{self.number}")
        if said is None:
            yield flaw(self.source, f"message/{self.number}", "no message: a block without words", place, block.text())
            return
        name = who.text() if who is not None else ""
        is_gone = name.casefold() in _GONE
        self.gone += is_gone
        lines = [one for one in _lines(said) if one]
        files = named(_inner(one.attributes.get(_FILES[one.tag], ""), self.source.path) for one in _media(said))
        kind: Said = "media" if files else "text"
        yield from self.room.say(
            place,
            self.room.named(name) if name and not is_gone else None,
            (name,),
            kind=kind,
            text="\n".join(lines),
            sent=self._sent(block),
            attachments=files,
            beside=tuple(_besides(said)),
        )

    def _sent(self, block: Element) -> When | None:
        shown = block.first("_a72d") or block.first("_a6-o") or block.first("_2lem")
        written = shown.text() if shown is not None else ""
        found = _AT.fullmatch(written)
        day = iso_of(day_of(found["day"]), is_day_first=None) if found else None
        self.open += day is None
        return when(written, day, clock_of(found["clock"]) if found else None)


def _lines(said: Element) -> Iterator[str]:
    """The words of each inner block; reactions stand in a list."""
    inner = [one for one in said.inside if isinstance(one, Element) and one.tag == "div"]
    if not inner:
        text = "".join(said.words("")).strip() if said.tag == "div" else ""
        if text:
            yield text
        return
    for one in inner:
        yield from _lines(one)


def _media(said: Element) -> Iterator[Element]:
    for one in said.inside:
        if isinstance(one, Element):
            if one.tag in _FILES:
                yield one
            yield from _media(one)


def _inner(path: str, page: str) -> str:
    """A file's path from the folder of the page where it lies in it."""
    folder = f"/{posixpath.basename(posixpath.dirname(page))}/"
    return path.rpartition(folder)[2] if folder != "//" else path


def _besides(said: Element) -> Iterator[Beside]:
    for one in said.links():
        address = one.attributes.get("href", "")
        if address.startswith("http"):
            yield Beside(what="link", text=address)
    for sign in _tagged(said, "li"):
        yield Beside(what="reaction", text=sign.text())


def _tagged(said: Element, tag: str) -> Iterator[Element]:
    for one in said.inside:
        if isinstance(one, Element):
            if one.tag == tag:
                yield one
            yield from _tagged(one, tag)
