# SPDX-License-Identifier: Apache-2.0
"""The central directory of a ZIP archive: every entry as it is stated, as far as it can be read."""

import stat
import struct
import zlib
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import BinaryIO, NamedTuple

from suluh.exhibits.unpack.methods import NAMES, is_read

_END, _END_64, _LOCATOR_64, _ENTRY = b"PK\5\6", b"PK\6\6", b"PK\6\7", b"PK\1\2"
_END_FORM = struct.Struct("<4s4H2LH")
_END_64_FORM = struct.Struct("<4sQ2H2L4Q")
_ENTRY_FORM = struct.Struct("<4s6H3L5H2L")
_WIDE, _WIDE_16 = 0xFFFFFFFF, 0xFFFF
_EXTRA_64, _EXTRA_NAME = 1, 0x7075
_LOCATOR_SIZE = 20
_UNIX = 3
ENCRYPTED = 0x2041
_BLOCK = 1 << 20
_MOST_ENDS = 64
"""So many marks of an end are tried, from the last one on: a comment or a member may hold some."""

_KINDS = {
    stat.S_IFLNK: "symbolic link",
    stat.S_IFIFO: "named pipe",
    stat.S_IFSOCK: "socket",
    stat.S_IFBLK: "block device",
    stat.S_IFCHR: "character device",
}


class Entry(NamedTuple):
    """One entry of the directory."""

    name: bytes
    method: int
    crc: int
    packed: int
    size: int
    start: int
    """Where its local header lies in the file."""

    stamp: int
    """Time of last change in DOS form."""

    flags: int
    special: str | None
    other_name: bytes | None = None
    """The name in UTF-8 of the Unicode Path field, where it differs."""


class Directory(NamedTuple):
    """What the directory lists, where it begins, where its comment ends, and what is wrong with it."""

    entries: list[Entry]
    start: int
    end: int
    fault: str | None = None
    volumes: int = 1
    """Into how many it says that the archive was cut."""


def read_directory(file: BinaryIO) -> Directory | None:
    """The entries in the order of the directory; null where the archive has none that can be read."""
    best: Directory | None = None
    for end in islice(_ends(file), _MOST_ENDS):
        found = _at(file, end)
        if found is not None and found.fault is None and found.entries:
            return found
        if found is not None and (best is None or len(found.entries) > len(best.entries)):
            best = found
    return best


def _ends(file: BinaryIO) -> Iterator[int]:
    """Where the mark of an end stands, the last one first."""
    reach = file.seek(0, 2)
    while reach > 0:
        start = max(0, reach - _BLOCK)
        file.seek(start)
        block = file.read(reach - start + len(_END) - 1)
        at = block.rfind(_END)
        while at >= 0:
            yield start + at
            at = block.rfind(_END, 0, at + len(_END) - 1)
        reach = start


def _at(file: BinaryIO, end: int) -> Directory | None:
    """The directory before one mark of an end; null where there is none."""
    file.seek(end)
    form = file.read(_END_FORM.size)
    if len(form) < _END_FORM.size:
        return None
    _, _, disk, _, count, size, offset, comment = _END_FORM.unpack(form)
    stop = end + len(form) + comment
    wide = _find_64(file, end)
    if wide is not None:
        size, offset, count, end = wide
    start = end - size
    if start < 0 or start < offset:
        return None
    entries, fault = _entries(file, start, size, _shift(start - offset, disk))
    if fault is None and len(entries) != count and len(entries) & _WIDE_16 != count:
        fault = f"its directory says {count} members, and it lists {len(entries)}"
    return Directory(entries, start, stop, fault, disk + 1 if disk != _WIDE_16 else 1) if entries or not size else None


class _Shift(NamedTuple):
    """What a place stated in the directory lacks to one in the file."""

    each: int
    """Bytes of each volume but the last, where the archive was cut into several that lie one behind the other."""

    rest: int


def _shift(lack: int, disk: int) -> _Shift:
    """By the volume in which the directory begins: a stated place counts from the start of its own volume."""
    if disk in {0, _WIDE_16} or lack % disk:
        return _Shift(0, lack)
    return _Shift(lack // disk, 0)


def modified(stamp: int) -> str | None:
    """A DOS time as ISO local time; null where it is none."""
    day, second = stamp >> 16, stamp & _WIDE_16
    try:
        at = datetime(  # noqa: DTZ001 # an archive states local time without a zone
            1980 + (day >> 9), day >> 5 & 15, day & 31, second >> 11, second >> 5 & 63, 2 * (second & 31)
        )
    except ValueError:
        return None
    return at.isoformat()


def _find_64(file: BinaryIO, end: int) -> tuple[int, int, int, int] | None:
    """Size, offset and number of entries, and where the directory ends, by a ZIP64 record, if there is one."""
    file.seek(max(0, end - _LOCATOR_SIZE))
    locator = file.read(_LOCATOR_SIZE)
    if len(locator) < _LOCATOR_SIZE or not locator.startswith(_LOCATOR_64):
        return None
    (stated,) = struct.unpack_from("<Q", locator, 8)
    for place in (stated, end - _LOCATOR_SIZE - _END_64_FORM.size):
        if not 0 <= place < end:
            continue
        file.seek(place)
        record = file.read(_END_64_FORM.size)
        if len(record) == _END_64_FORM.size and record.startswith(_END_64):
            _, _, _, _, _, _, _, count, size, offset = _END_64_FORM.unpack(record)
            return size, offset, count, place
    return None


def _entries(file: BinaryIO, start: int, size: int, shift: _Shift) -> tuple[list[Entry], str | None]:
    """The entries as far as they can be read, and why not all can."""
    file.seek(start)
    entries: list[Entry] = []
    left = size
    while left > 0:
        form = file.read(_ENTRY_FORM.size)
        if len(form) < _ENTRY_FORM.size or not form.startswith(_ENTRY):
            return entries, "its directory is damaged"
        fields = _ENTRY_FORM.unpack(form)
        lengths = fields[10:13]
        tail = file.read(sum(lengths))
        if len(tail) < sum(lengths):
            return entries, "its directory is cut off"
        left -= len(form) + len(tail)
        entries.append(_entry(fields, tail[: lengths[0]], tail[lengths[0] : lengths[0] + lengths[1]], shift))
    return entries, None


def _entry(fields: tuple[int, ...], name: bytes, extra: bytes, shift: _Shift) -> Entry:
    made_by, flags, method = fields[1] >> 8, fields[3], fields[4]
    stamp = fields[6] << 16 | fields[5]
    crc, packed, size = fields[7:10]
    size, packed, offset = _widened(extra, size, packed, fields[16])
    mode = stat.S_IFMT(fields[15] >> 16) if made_by == _UNIX else 0
    special = special_of(flags, method, _KINDS.get(mode))
    start = offset + fields[13] * shift.each + shift.rest
    return Entry(name, method, crc, packed, size, start, stamp, flags, special, _path(extra, name))


def special_of(flags: int, method: int, kind: str | None = None) -> str | None:
    """Why a member has no bytes to read."""
    if flags & ENCRYPTED:
        return "encrypted"
    if kind is not None or is_read(method):
        return kind
    known = f" ({NAMES[method]})" if method in NAMES else ""
    return f"packed with method {method}{known}, which is not read"


def fields_of(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """The fields behind a name, by their number."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        yield kind, extra[at + 4 : at + 4 + length]
        at += 4 + length


def _path(extra: bytes, name: bytes) -> bytes | None:
    """The name of Info-ZIP's Unicode Path field, where it is one of this very name and differs."""
    for kind, field in fields_of(extra):
        if kind == _EXTRA_NAME and len(field) > 5 and field[0] == 1:  # noqa: PLR2004 # version and checksum
            is_of_this = int.from_bytes(field[1:5], "little") == zlib.crc32(name)
            return field[5:] if is_of_this and field[5:] != name else None
    return None


def _widened(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """Sizes and offset, from the ZIP64 field for those that say so."""
    for kind, field in fields_of(extra):
        if kind == _EXTRA_64:
            wide = iter(struct.unpack(f"<{len(field) // 8}Q", field[: len(field) & ~7]))
            size, packed, offset = (next(wide, one) if one == _WIDE else one for one in (size, packed, offset))
    return size, packed, offset
