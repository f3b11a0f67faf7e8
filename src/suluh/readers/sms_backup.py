# SPDX-License-Identifier: Apache-2.0
"""Reads backups of SMS, MMS and calls as XML, as the app SMS Backup & Restore writes them."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal
from xml.parsers import expat

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.phones import Phone
from suluh.readers.apps.telling import Said, Telling, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.calls_android import WAYS
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.sms_android import BOXES, unsent

_BEGINS = re.compile(
    rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+(?:<\?xml[^<]{0,400}+)?+(?:<!--.{0,2000}?-->\s{0,64}+|<\?[^<]{0,400}+)*+<(?:smses|allsms|calls)\b"
)
_HIGH, _LOW = (
    rb"55(?:29[6-9]|[3-9]\d\d)|56(?:[0-2]\d\d|3[01]\d)",
    rb"56(?:3[2-9]\d|[4-9]\d\d)|57(?:[0-2]\d\d|3[0-3]\d|34[0-3])",
)
_HALVES = re.compile(rb"&#(" + _HIGH + rb");\s?&#(" + _LOW + rb");")
_HALF = re.compile(rb"&#(?:" + _HIGH + rb"|" + _LOW + rb");")
_HEX = re.compile(rb"&#[xX]([0-9a-fA-F]{1,6});")
_NO_SIGN = re.compile(rb"[\0-\x08\x0b\x0c\x0e-\x1f]|&#(?:[0-8]|1[124-9]|2\d|3[01]|6553[45]);")
_BARE = re.compile(rb"&(?!(?:#\d{1,7}|amp|lt|gt|quot|apos);)")
_SAYS_OTHER = re.compile(rb"(?i)^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"'](?!utf-?8)")
_PIECE = 1 << 20
_INBOX, _OUT, _NEVER_LEFT = 1, 2, frozenset({3, 5})
_FROM, _TO = "137", ("151", "130", "129")
_NO_NAME = frozenset({"(unknown)", "null", ""})
_MARK = "insert-address-token"

Attributes = dict[str, str]


class SmsBackup(Reader):
    """SMS, MMS and calls as XML of SMS Backup & Restore and apps that write alike; what is in a picture is not taken.

    Signs that the app wrote as two halves are put together.
    """

    name = "sms-backup"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the root element."""
        return "XML whose root is of a backup of SMS or calls" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message and call with the account it brings, and where the file breaks off."""
        yield from _Reading(source).records()


class _Reading:
    """One backup while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.telling, self.phone = source, Telling(source), Phone(source)
        self.refused = False
        self._open: tuple[str, Attributes] | None = None
        self._parts: list[Attributes] = []
        self._people: list[Attributes] = []
        self._whole: list[tuple[str, Attributes, list[Attributes], list[Attributes]]] = []
        self.named: set[tuple[str, str]] = set()
        self.number = self.nobody = self.ownerless = self.inner = self.halves = self.strange = 0
        self.is_utf8 = _SAYS_OTHER.match(source.head) is None

    def records(self) -> Iterator[Record | Flaw]:
        """Every record in the order of the file."""
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.StartDoctypeDeclHandler = self._refuse
        yield self.telling.own(self.phone.account)
        try:
            with self.source.open() as file:
                while line := file.readline(_PIECE):
                    parser.Parse(self._mended(line), False)  # noqa: FBT003 # as expat wants it
                    yield from self._taken()
                parser.Parse(b"", True)  # noqa: FBT003 # as expat wants it
        except (expat.ExpatError, LookupError, ValueError):
            yield from self._taken()
            yield flaw(self.source, "broken", self._why(parser.CurrentLineNumber), self.source.place())
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "phone:+62...")
        if self.halves:
            reason = f"signs of which only one half was written, shown as \ufffd: {self.halves}"
            yield flaw(self.source, "halves", reason, self.source.place())
        if self.strange:
            reason = f"lines or signs that no text in UTF-8 may hold, shown as \ufffd or \\xNN: {self.strange}"
            yield flaw(self.source, "strange", reason, self.source.place())
        if self.inner:
            reason = f"files that stand inside this backup itself and are not taken out: {self.inner}"
            yield flaw(self.source, "inner", reason, self.source.place())

    def _mended(self, line: bytes) -> bytes:
        """A line with signs in two halves put together, and without what would end the reading."""
        if b"&" in line:
            line = _HEX.sub(lambda found: b"&#%d;" % int(found[1], 16), line)
            line, count = _HALF.subn(b"&#65533;", _HALVES.sub(_joined, line))
            self.halves += count
            line = _BARE.sub(b"&amp;", line)
        line, count = _NO_SIGN.subn("\ufffd".encode(), line)
        self.strange += count
        return self._as_utf8(line) if self.is_utf8 and not line.isascii() else line

    def _as_utf8(self, line: bytes) -> bytes:
        r"""Bytes that are not UTF-8 as ``\xNN``; a line that is too long for one piece may end within a sign."""
        if len(line) >= _PIECE:
            return line
        shown = line.decode("utf-8", "backslashreplace").encode()
        self.strange += shown != line
        return shown

    def _why(self, line: int) -> str:
        if self.refused:
            return "this XML declares entities or is too deep: nothing of it is read"
        return f"this XML breaks off in line {line}, what stands before it was read"

    def _refuse(self, *_: object) -> None:
        self.refused = True
        raise ValueError

    def _start(self, name: str, attributes: Attributes) -> None:
        if name in {"sms", "mms", "call"}:
            self._open, self._parts, self._people = (name, attributes), [], []
        elif name == "part":
            self._parts.append({key: value for key, value in attributes.items() if key != "data"})
        elif name == "addr":
            self._people.append(attributes)

    def _end(self, name: str) -> None:
        if self._open is not None and name == self._open[0]:
            self._whole.append((*self._open, self._parts, self._people))
            self._open = None

    def _taken(self) -> Iterator[Record]:
        whole, self._whole = self._whole, []
        for name, attributes, parts, people in whole:
            self.number += 1
            yield from self._call(attributes) if name == "call" else self._message(name, attributes, parts, people)

    def _message(
        self, name: str, told: Attributes, parts: list[Attributes], people: list[Attributes]
    ) -> Iterator[Record]:
        place = self.source.place(pointer=f"{name}/{self.number}")
        box = _whole(told.get("type" if name == "sms" else "msg_box", ""))
        others = self._others(told, people)
        called = self.phone.direct(others[0]) if len(others) == 1 else self.phone.group("+".join(others) or "unknown")
        sender = self._sender(box, others, people)
        yield from self._known(called, others, told, name)
        files = tuple(_file(one) for one in parts if one.get("ct") not in {"text/plain", "application/smil"})
        self.inner += len(files)
        texts = [one["text"] for one in parts if one.get("ct") == "text/plain" and _said(one.get("text"))]
        lines = [*(one for one in (told.get("subject"), told.get("sub"), told.get("body")) if _said(one)), *texts]
        yield message(
            place,
            called,
            _kind(box, is_media=bool(files)),
            sent=counted_from(UNIX, told.get("date")),
            sender=sender,
            text="\n".join(map(str, lines)),
            attachments=files,
            native_kind=f"{name}/{BOXES.get(box, box)}",
            beside=unsent(box),
        )

    def _others(self, told: Attributes, people: list[Attributes]) -> list[str]:
        """Who else took part; an MMS writes several numbers with a sign between them."""
        written = told.get("address", "").split("~")
        if len(written) == 1 and not _said(written[0]):
            written = [one.get("address", "") for one in people if one.get("address") != _MARK]
        found = (self.phone.who(one) for one in written if _said(one))
        return list(dict.fromkeys(one for one in found if one is not None and one != self.phone.own))

    def _sender(self, box: int, others: list[str], people: list[Attributes]) -> str | None:
        if box in BOXES and box != _INBOX:
            self.ownerless += self.phone.own is None
            return self.phone.account
        written = next((one.get("address", "") for one in people if one.get("type") == _FROM), "")
        found = self.phone.who(written) if _said(written) and written != _MARK else None
        found = found or (others[0] if box == _INBOX and len(others) == 1 else None)
        self.nobody += found is None
        return found

    def _known(self, called: str, others: list[str], told: Attributes, name: str) -> Iterator[Record]:
        """The accounts and the conversation where they are first met, and the name of the address book."""
        place = self.source.place(pointer=f"{name}/{self.number}")
        for one in others:
            yield from self.telling.account(place, one)
        yield from self.telling.chat(place, called, self.phone.kind(others), (*others, self.phone.account))
        shown = told.get("contact_name", "").strip()
        if shown.casefold() not in _NO_NAME and len(others) == 1 and (shown, others[0]) not in self.named:
            self.named.add((shown, others[0]))
            spot = self.source.place(pointer=f"{name}/{self.number}/contact_name")
            yield from self.telling.listed(spot, shown, others[0])

    def _call(self, told: Attributes) -> Iterator[Record]:
        other = self.phone.who(told.get("number", ""))
        called = self.phone.direct(other) if other else self.phone.group("unknown")
        yield from self._known(called, [other] if other else [], told, "call")
        way = _whole(told.get("type", ""))
        sender = self.phone.account if way == _OUT else other if way in WAYS else None
        self.nobody += sender is None
        self.ownerless += way == _OUT and self.phone.own is None
        yield message(
            self.source.place(pointer=f"call/{self.number}"),
            called,
            "call",
            sent=counted_from(UNIX, told.get("date")),
            sender=sender,
            native_kind=f"call/{WAYS.get(way, way)}/seconds {_whole(told.get('duration', ''))}",
        )


def _joined(found: "re.Match[bytes]") -> bytes:
    """A sign that was written as the two halves of UTF-16."""
    high, low = int(found[1]), int(found[2])
    return f"&#{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)};".encode()


def _kind(box: int, *, is_media: bool) -> Said:
    if box in _NEVER_LEFT or box not in BOXES:
        return "unsupported"
    return "media" if is_media else "text"


def _file(part: Attributes) -> Attachment:
    """A file whose bytes stand in the backup itself: they are not taken out."""
    name = next((part[key] for key in ("cl", "name", "fn") if _said(part.get(key))), None)
    return Attachment(state="omitted", name=name, mime=part.get("ct") or None)


def _said(text: str | None) -> bool:
    return text is not None and text.strip().casefold() not in {"", "null"}


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004 # a small number
