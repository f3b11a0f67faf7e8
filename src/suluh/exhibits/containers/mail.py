# SPDX-License-Identifier: Apache-2.0
"""What is attached to mails: single ones (`.eml`, `.emlx`) and boxes of them (`mbox`)."""

import binascii
import io
import re
from collections.abc import Iterator
from email import policy
from email.message import Message
from email.parser import BytesParser
from itertools import takewhile
from typing import BinaryIO, ClassVar

from suluh.model.evidence.container import Container, Member, Remark, distinct

_FIELD = re.compile(rb"(?P<name>[A-Za-z][A-Za-z0-9-]{1,40}): ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
_OF_MAIL = frozenset(
    (b"return-path", b"received", b"delivered-to", b"message-id", b"mime-version", b"from", b"to", b"subject", b"date")
)
_ENOUGH = 3
_BOX = b"From "
_OF_APPLE = re.compile(rb"(?P<length>\d{1,9}) {0,12}\r?\n(?=[A-Za-z])")
"""The length of the mail, which Apple's Mail writes before it; a property list stands behind it."""

_BETWEEN = re.compile(rb"\r?\n(?=From [^\r\n]{5,200}\r?\n[A-Za-z-]+: )")
_UUENCODED = re.compile(
    rb"^begin [0-7]{3,4} (?P<name>[^\r\n]{1,200})\r?\n(?P<lines>(?:[ -`]{1,90}\r?\n)+)", re.MULTILINE
)
"""A file among the words of a mail: a line with its mode and name, then lines that begin with their length."""

_LARGEST = 256 << 20
_PARTS = 10_000
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)
"""What the library raises for mails that break its rules."""


class Mail(Container):
    """Mails as RFC 5322 and MIME have them; each attachment is an item, named by its mail and its own name."""

    name: ClassVar[str] = "mail"
    is_host: ClassVar[bool] = True

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._parts: dict[bytes, Message | bytes] = {}
        self._remarks: list[Remark] = []

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """Three or more of the fields that mails begin with, one of them of a transport or of MIME."""
        return is_mail(head)

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every attachment, in the order of the mails."""
        self._read(file)
        yield from self._remarks
        yield from (Member(name, None, None, None) for name in self._parts)

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """The bytes of one. Raises `KeyError`, `ValueError`."""
        self._read(file)
        return io.BytesIO(_bytes(self._parts[name]))

    def _read(self, file: BinaryIO) -> None:
        if self._file is file:
            return
        self._file, self._parts, self._remarks = file, {}, []
        size = file.seek(0, 2)
        if size > _LARGEST:
            self._remarks = [Remark("large", f"it is larger than {_LARGEST} bytes: what is attached was not looked at")]
            return
        file.seek(0)
        found = list(_attached(file.read(), self._remarks))
        names = distinct(name for name, _ in found)
        self._parts = {name: part for name, (_, part) in zip(names, found, strict=True)}


def is_mail(head: bytes) -> bool:
    """Whether these bytes are the start of a mail, or of a box of them."""
    before = _OF_APPLE.match(head)
    at = head.find(b"\n") + 1 if head.startswith(_BOX) else before.end() if before else 0
    names: set[bytes] = set()
    while (field := _FIELD.match(head, at)) is not None:
        names.add(field["name"].lower())
        at = field.end()
    known = names & _OF_MAIL
    return len(known) >= _ENOUGH and bool(known & {b"received", b"message-id", b"mime-version", b"return-path"})


def _attached(raw: bytes, remarks: list[Remark]) -> Iterator[tuple[bytes, Message | bytes]]:
    """Every attachment with the name that it is to have."""
    if (length := _OF_APPLE.match(raw)) is not None:
        raw = raw[length.end() : length.end() + int(length["length"])]
    mails = _BETWEEN.split(raw) if raw.startswith(_BOX) else [raw]
    parser = BytesParser(policy=policy.compat32)
    for number, one in enumerate(mails, 1):
        text = one.partition(b"\n")[2] if one.startswith(_BOX) else one
        before = b"%06d/" % number if len(mails) > 1 else b""
        try:
            parts = [part for part, _ in zip(parser.parsebytes(text).walk(), range(_PARTS), strict=False)]
            named = [(part, _name(part, place)) for place, part in enumerate(parts)]
        except _FAULTS as error:
            remarks.append(Remark(f"mail:{number}", f"mail {number} cannot be read: {type(error).__name__}"))
            continue
        yield from ((before + name, part) for part, name in named if name is not None)
        yield from ((before + name, raw) for part, name in named if name is None for name, raw in uuencoded(_own(part)))


def _name(part: Message, place: int) -> bytes | None:
    """What an attachment is called; null for what is part of the mail itself."""
    if part.is_multipart():
        return None
    try:
        name = part.get_filename()
    except _FAULTS:  # a name in an encoding that nobody knows is no reason to lose the file
        name = ""
    if name is None and part.get_content_maintype() == "text":
        return None
    shown = name or f"part {place}.{part.get_content_subtype()}"
    return shown.replace("/", "_").replace("\0", "").encode("utf-8", "surrogateescape") or b"part %d" % place


def _own(part: Message) -> bytes:
    """The words of the mail itself, in which older programs put files as lines of letters."""
    found = None if part.is_multipart() else part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def uuencoded(text: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Files that stand in a text as uuencode wrote them, with their names; one that breaks off ends there."""
    for one in _UUENCODED.finditer(text):
        whole = takewhile(_is_whole, one["lines"].splitlines())
        yield one["name"].rpartition(b"/")[2] or b"uuencoded", b"".join(map(binascii.a2b_uu, whole))


def _is_whole(line: bytes) -> bool:
    """Whether a line has as many letters as its first one says, and the few that may stand behind them."""
    letters = 1 + -(-(line[0] - 32 & 63) // 3) * 4
    return letters <= len(line) <= letters + 1 and not line[letters:].strip(b" `")


def _bytes(part: Message | bytes) -> bytes:
    """The bytes of an attachment. Raises `ValueError` where it cannot be unpacked."""
    if isinstance(part, bytes):
        return part
    found = part.get_payload(decode=True)
    if not isinstance(found, bytes):
        raise ValueError("its bytes cannot be unpacked from the mail")  # noqa: TRY004 # a fault of the mail
    return found
