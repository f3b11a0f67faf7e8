# SPDX-License-Identifier: Apache-2.0
"""The members of a tar archive, as they come: POSIX ustar and pax, GNU, and what was written before them."""

import re
import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from suluh.exhibits.unpack import sparse
from suluh.exhibits.unpack.sparse import Layout
from suluh.model.evidence.container import Distinct, Member, Remark
from suluh.model.ids import display
from suluh.model.times import in_utc

BLOCK = 512
_LARGEST = 1 << 62
"""A size beyond is none: what states it is no header."""
_LONGEST_HEADER = 1 << 20
_REGULAR, _FOLDERS = b"\00007", b"5D"
_SPECIAL = {
    b"1": "hard link",
    b"2": "symbolic link",
    b"3": "character device",
    b"4": "block device",
    b"6": "named pipe",
    b"S": "sparse file of a form that is not read",
    b"M": "part of a file that began in another archive",
}
_FOR_NEXT, _FOR_ALL, _LONG_NAME, _LONG_LINK = b"xX", b"g", b"L", b"K"
_PAX = re.compile(rb"(\d+) ([^=\n]+)=")
_PIECES, _MAP = {b"GNU.sparse.offset", b"GNU.sparse.numbytes"}, b"GNU.sparse.map"
"""The oldest form of files with holes says their pieces one by one, under two names again and again."""

_MOST_LOST = 1 << 12
"""So many blocks without a header are gone past before a member is looked for no longer."""


class Placed(NamedTuple):
    """A member, and where its bytes lie."""

    member: Member
    start: int
    size: int
    layout: Layout | None = None
    """How the bytes of a file with holes lie in it."""


class _Header(NamedTuple):
    """One block."""

    name: bytes
    size: int
    changed: int
    kind: bytes
    link: bytes


def is_tar(head: bytes) -> bool:
    """Whether these bytes begin with a block whose checksum is right."""
    return _header(head[:BLOCK]) is not None


def walk(file: BinaryIO) -> Iterator[Placed | Remark]:
    """Every member in the order in which they lie, so that a packed archive is read once; no two of one name."""
    at, seen = 0, _Seen()
    said: dict[bytes, bytes] = {}
    always: dict[bytes, bytes] = {}
    while (found := _next(file, at)) is not None:
        start, header = found
        if start - at > _SLACK and any(_raw(file, at, min(start - at, BLOCK))):
            yield Remark(f"lost:{at}", f"{start - at} bytes from byte {at} on are of no member")
        data = start + BLOCK
        size = _number(said.get(b"size"), header.size)
        if header.kind in _FOR_NEXT + _FOR_ALL and header.size <= _LONGEST_HEADER:
            (said if header.kind in _FOR_NEXT else always).update(_pax(_raw(file, data, header.size)))
        elif header.kind in _LONG_NAME + _LONG_LINK and header.size <= _LONGEST_HEADER:
            key = b"path" if header.kind == _LONG_NAME else b"linkpath"
            said[key] = _raw(file, data, header.size).rstrip(b"\0")
        else:
            fields = always | said
            layout = _layout(file, header, fields, data)
            yield from seen.placed(header, fields, data, size, layout)
            if layout is not None and header.kind == b"S":
                data = layout.start
            said = {}
        at = data + (0 if header.kind in b"123456" else -(-size // BLOCK) * BLOCK)


_SLACK = 2 * BLOCK


class _Seen:
    """The names that were given, so that each is given once."""

    def __init__(self) -> None:
        self._names = Distinct()

    def placed(
        self, header: _Header, said: dict[bytes, bytes], data: int, size: int, layout: Layout | None
    ) -> Iterator[Placed | Remark]:
        name = said.get(b"GNU.sparse.name", said.get(b"path", header.name))
        if header.kind in _FOLDERS or (header.kind in _REGULAR and name.endswith(b"/") and not size):
            return
        own = self._names.own(name.removeprefix(b"./") or name)
        if own != (name.removeprefix(b"./") or name):
            reason = f"a further member is called {display(name)}: it is listed as {display(own)}"
            yield Remark(f"same:{data}", reason)
        special = _SPECIAL.get(header.kind)
        if any(key.startswith(b"GNU.sparse") for key in said):
            special = _SPECIAL[b"S"]
        link = said.get(b"linkpath", header.link)
        if special in {"hard link", "symbolic link"} and link:
            special = f"{special} to {display(link)}"
        if layout is not None:
            special = None
        stated = size if layout is None else layout.size
        changed = _time(said.get(b"mtime"), header.changed)
        yield Placed(Member(own, stated, changed, special), data, size, layout)


def _layout(file: BinaryIO, header: _Header, said: dict[bytes, bytes], data: int) -> Layout | None:
    """How a file with holes lies, as GNU's header or fields of pax say it; null for any other."""

    def read(at: int, size: int) -> bytes:
        return _raw(file, at, size)

    if header.kind == b"S":
        return sparse.of_gnu(_raw(file, data - BLOCK, BLOCK), data, read, _number_of)
    return sparse.of_pax(said, data, read) if any(key.startswith(b"GNU.sparse") for key in said) else None


def _next(file: BinaryIO, at: int) -> tuple[int, _Header] | None:
    """The next block that is a header; blocks of zeros, and some that are damaged, are gone past."""
    for _ in range(_MOST_LOST):
        raw = _raw(file, at, BLOCK)
        if len(raw) < BLOCK:
            return None
        header = _header(raw)
        if header is not None:
            return at, header
        at += BLOCK
    return None


def _raw(file: BinaryIO, at: int, size: int) -> bytes:
    file.seek(at)
    try:
        return file.read(size)
    except ValueError:
        return b""


def _header(raw: bytes) -> _Header | None:
    """A block as a header, where its checksum says that it is one."""
    if len(raw) < BLOCK or not raw.strip(b"\0"):
        return None
    blank = raw[:148] + b" " * 8 + raw[156:]
    stated = _number_of(raw[148:156])
    if stated is None or stated not in {sum(blank), sum(struct.unpack(f"{BLOCK}b", blank))}:
        return None
    size, changed = _number_of(raw[124:136]), _number_of(raw[136:148])
    name, prefix = (raw[start:end].partition(b"\0")[0] for start, end in ((0, 100), (345, 500)))
    if raw[257:263] == b"ustar\0" and prefix:
        name = prefix + b"/" + name
    kind = raw[156:157]
    if size is None or not 0 <= size <= _LARGEST:
        return None
    return _Header(name, size, changed or 0, kind, raw[157:257].partition(b"\0")[0])


def _number_of(raw: bytes) -> int | None:
    """An octal number, or a wide one in GNU's form."""
    if raw[:1] in {b"\x80", b"\xff"}:
        value = int.from_bytes(raw[1:], "big")
        return value if raw[:1] == b"\x80" else value - (1 << 8 * (len(raw) - 1))
    text = raw.partition(b"\0")[0].strip()
    return int(text or b"0", 8) if re.fullmatch(rb"[0-7]*", text) else None


def _pax(raw: bytes) -> dict[bytes, bytes]:
    """The fields of an extended header."""
    found: dict[bytes, bytes] = {}
    at = 0
    while (one := _PAX.match(raw, at)) is not None and len(one[1]) < 9:  # noqa: PLR2004 # digits of a length
        end = at + int(one[1])
        key, value = one[2], raw[one.end() : end - 1]
        if key in _PIECES and _MAP in found:
            value = found[_MAP] + b"," + value
        found[_MAP if key in _PIECES else key] = value
        if end <= at:
            break
        at = end
    return found


def _number(raw: bytes | None, other: int) -> int:
    return int(raw) if raw is not None and raw.isdigit() and len(raw) < 20 else other  # noqa: PLR2004 # digits


def _time(raw: bytes | None, other: int) -> str | None:
    """A time in UTC."""
    text = (raw or b"").partition(b".")[0]
    seconds = int(text) if text.isdigit() and len(text) < 13 else other  # noqa: PLR2004 # digits
    return in_utc(seconds)
