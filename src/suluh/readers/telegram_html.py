# SPDX-License-Identifier: Apache-2.0
"""Reads the chats of Telegram Desktop's export as web pages: ``messages.html``, ``messages2.html`` and so on."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Literal

import msgspec

from suluh.model.evidence.source import Source
from suluh.model.ids import make_id
from suluh.model.intake import Flaw
from suluh.model.place import Place
from suluh.model.talk import Beside, named_account
from suluh.readers.apps.notes import nobody
from suluh.readers.apps.pages import Element, blocks
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.telegram.ids import SERVICE
from suluh.readers.telegram.shown import besides, files, kinds, reactions, sent_at, words_of_media

_PAGE = re.compile(
    rb"(?s)<title>Exported Data</title>.{0,8000}class=\"(?:page_body chat_page\"|message (?:default|service))"
)
_NUMBER = re.compile(r"message(-?\d{1,18})")
_VIA = re.compile(r"\svia @(?P<bot>\w{1,64})\Z")
_ANSWER = re.compile(r"go_to_message(\d{1,18})")
_GROUP = re.compile(r"\b(?:created group|joined group|invited|group photo|group title|converted this group)\b")
_CHANNEL = re.compile(r"^Channel «.*» created$|\bchannel photo\b|\bchannel title\b")
GONE = "Deleted Account"
"""What the page shows for everybody whose account is gone: no name of anybody."""

_BOTH = 2


class TelegramHtml(Reader):
    """Chats that Telegram Desktop exported as web pages, its own default, as it wrote them from 2018 to 2026.

    The pages give names and no ids: a sender is known by name in this chat alone. The writer is its
    `export_output_html.cpp`.
    """

    name = "telegram-html"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the title of the page and the body of a chat."""
        return "a page of Telegram's export with a chat" if _PAGE.search(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the chat, and who cannot be told."""
        yield from _Reading(source).records()


class _Reading:
    """One page while it is read; pages of one folder are one chat."""

    def __init__(self, source: Source) -> None:
        self.source, self.telling = source, Telling(source)
        folder = posixpath.dirname(source.path)
        key = make_id("folder", source.exhibit, source.acquisition, source.inside or "", folder)
        self.called = f"{SERVICE}:chat/{key}"
        self.title: str | None = None
        self.authors: dict[str, None] = {}
        self.signs: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        self.last: tuple[str | None, str | None] = None, None
        """Who spoke last, and whose words were passed on last: a joined message takes them."""

        self.nobody = self.gone = 0

    def records(self) -> Iterator[Record | Flaw]:
        """Every message in the order of the page."""
        with self.source.open() as file:
            for block in blocks(file):
                yield from self._block(block)
        place = self.source.place(pointer="chat")
        members = tuple(self.authors)
        yield conversation(place, self.called, self._kind(), title=self.title, members=members)
        yield from nobody(self.source, self.nobody)
        if self.gone:
            reason = f"messages whose sender had deleted the account when the chat was exported: {self.gone}"
            yield flaw(self.source, "gone", reason, self.source.place())

    def _block(self, block: Element) -> Iterator[Record | Flaw]:
        if "page_header" in block.parts:
            self.title = self.title or block.text() or None
            return
        found = _NUMBER.fullmatch(block.attributes.get("id", ""))
        number = found[1] if found else ""
        if "service" in block.parts:
            if not number.startswith("-"):  # the heading of a day
                yield self._notice(block, number)
            return
        yield from self._message(block, number)

    def _place(self, number: str) -> Place:
        """Where it stands: the id of its element, with a count where a page has it twice."""
        self.seen[number] += 1
        pointer = f"message{number}" if self.seen[number] == 1 else f"message{number}/{self.seen[number]}"
        return msgspec.structs.replace(self.source.place(pointer=pointer), row=number or None)

    def _notice(self, block: Element, number: str) -> Record:
        text = block.text()
        self.signs["channel"] += bool(_CHANNEL.search(text))
        self.signs["group"] += bool(_GROUP.search(text))
        return message(self._place(number), self.called, "system", sent=sent_at(block), text=text)

    def _message(self, block: Element, number: str) -> Iterator[Record | Flaw]:
        place = self._place(number)
        body = block.first("forwarded", without="userpic_wrap") or block
        name, bot = self._name(block)
        sender = self._sender(name)
        origin = self._origin(body) if body is not block else None
        self.last = name, origin if body is not block else None
        for one in dict.fromkeys(filter(None, (name, origin))):
            if one != GONE:
                yield from self.telling.account(place, self._named(one), names=(one,))
        found, said = tuple(files(block)), kinds(block)
        text = body.first("text")
        lines = (text.text() if text is not None else "", *words_of_media(block))
        yield message(
            place,
            self.called,
            _kind(said, is_media=bool(found)),
            sent=sent_at(block),
            sender=sender,
            text="\n".join(one for one in lines if one),
            attachments=found,
            native_kind=said[0] if said else None,
            forwarded=body is not block,
            forwarded_from=self._named(origin) if origin and origin != GONE else None,
            reply_to=_answered(block),
            beside=(*besides(block, body), *self._beside(block, bot, sender=name)),
        )

    def _name(self, block: Element) -> tuple[str | None, str | None]:
        """The sender's name and the bot that helped; a joined message has that of the one before."""
        shown = block.first("from_name", without="forwarded")
        if shown is None:
            return (self.last[0] if "joined" in block.parts else None), None
        text = shown.text(without="date")
        via = _VIA.search(text)
        return text[: via.start()].rstrip() if via else text, via["bot"] if via else None

    def _sender(self, name: str | None) -> str | None:
        if not name or name == GONE:
            self.nobody += not name
            self.gone += name == GONE
            return None
        self.authors[self._named(name)] = None
        return self._named(name)

    def _origin(self, body: Element) -> str | None:
        shown = body.first("from_name")
        return self.last[1] if shown is None else _VIA.sub("", shown.text(without="date"))

    def _named(self, name: str) -> str:
        return named_account(SERVICE, self.source.exhibit, self.called, name)

    def _beside(self, block: Element, bot: str | None, *, sender: str | None) -> Iterator[Beside]:
        if bot:
            yield Beside(what="via_bot", text=f"@{bot}")
        if sender == GONE:
            yield Beside(what="from", text=GONE)
        for sign, names in reactions(block):
            for name in names or ("",):
                yield Beside(what="reaction", text=sign, account=self._named(name) if name else None)

    def _kind(self) -> Literal["direct", "group", "channel"]:
        """What the chat is: by its own notices, else by how many speak."""
        if self.signs["channel"]:
            return "channel"
        return "group" if self.signs["group"] or len(self.authors) > _BOTH else "direct"


def _kind(said: list[str], *, is_media: bool) -> Said:
    return "call" if "call" in said else "media" if is_media else "text"


def _answered(block: Element) -> str | None:
    """The number of the message that it answers, as this chat counts."""
    shown = block.first("reply_to")
    for link in shown.links() if shown is not None else ():
        if found := _ANSWER.search(link.attributes.get("href", "")):
            return found[1]
    return None
