# SPDX-License-Identifier: Apache-2.0
"""The central directory of a ZIP archive: every entry as it is stated, with what makes it unreadable."""

import stat
import struct
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO, NamedTuple

_END, _END_64, _LOCATOR_64, _ENTRY = b"PK\5\6", b"PK\6\6", b"PK\6\7", b"PK\1\2"
_END_FORM = struct.Struct("<4s4H2LH")
_END_64_FORM = struct.Struct("<4sQ2H2L4Q")
_ENTRY_FORM = struct.Struct("<4s6H3L5H2L")
_LONGEST_COMMENT = 0xFFFF
_WIDE, _WIDE_16 = 0xFFFFFFFF, 0xFFFF
_EXTRA_64 = 1
_LOCATOR_SIZE = 20
_LOCAL_SIZE = 30
_UNIX = 3
_ENCRYPTED = 0x2041
STORED, DEFLATED, PACKED_BY_BZIP2 = 0, 8, 12
METHODS = (STORED, DEFLATED, PACKED_BY_BZIP2)

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

    special: str | None


def read_directory(file: BinaryIO) -> list[Entry]:
    """Every entry, in the order of raw names, those of one name in that of the directory. Raises `ValueError`."""
    start, size, count, shift = _find(file)
    entries = list(_entries(file, start, size, shift))
    if len(entries) != count and len(entries) & _WIDE_16 != count:
        raise ValueError(f"the directory says {count} members, and it lists {len(entries)}")
    return sorted(_without_overlaps(entries, start), key=lambda entry: entry.name)


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


def _find(file: BinaryIO) -> tuple[int, int, int, int]:
    """Start, size and number of entries of the directory, and how far all offsets are shifted."""
    length = file.seek(0, 2)
    tail_start = max(0, length - _END_FORM.size - _LONGEST_COMMENT)
    file.seek(tail_start)
    tail = file.read(length - tail_start)
    at = tail.rfind(_END)
    while at >= 0 and len(tail) - at < _END_FORM.size:
        at = tail.rfind(_END, 0, at)
    if at < 0:
        raise ValueError("it has no directory: the archive is cut off or damaged")
    _, _, _, _, count, size, offset, _ = _END_FORM.unpack_from(tail, at)
    end = tail_start + at
    wide = _find_64(file, end)
    if wide is not None:
        size, offset, count, end = wide
    start = end - size
    if start < 0 or start < offset:
        raise ValueError("its directory lies outside the archive")
    return start, size, count, start - offset


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
    raise ValueError("its ZIP64 directory cannot be found")


def _entries(file: BinaryIO, start: int, size: int, shift: int) -> Iterator[Entry]:
    file.seek(start)
    end = start + size
    at = start
    while at < end:
        form = file.read(_ENTRY_FORM.size)
        if len(form) < _ENTRY_FORM.size or not form.startswith(_ENTRY):
            raise ValueError("its directory is damaged")
        fields = _ENTRY_FORM.unpack(form)
        lengths = fields[10:13]
        tail = file.read(sum(lengths))
        if len(tail) < sum(lengths):
            raise ValueError("its directory is cut off")
        at += len(form) + len(tail)
        yield _entry(fields, tail[: lengths[0]], tail[lengths[0] : lengths[0] + lengths[1]], shift)


def _entry(fields: tuple[int, ...], name: bytes, extra: bytes, shift: int) -> Entry:
    made_by, flags, method = fields[1] >> 8, fields[3], fields[4]
    stamp = fields[6] << 16 | fields[5]
    crc, packed, size = fields[7:10]
    size, packed, offset = _widened(extra, size, packed, fields[16])
    mode = stat.S_IFMT(fields[15] >> 16) if made_by == _UNIX else 0
    return Entry(name, method, crc, packed, size, offset + shift, stamp, _special(flags, method, mode))


def _special(flags: int, method: int, mode: int) -> str | None:
    if flags & _ENCRYPTED:
        return "encrypted"
    if mode in _KINDS:
        return _KINDS[mode]
    return None if method in METHODS else f"packed with method {method}, which is not read"


def _widened(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """Sizes and offset, from the ZIP64 field for those that say so."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        field = extra[at + 4 : at + 4 + length]
        at += 4 + length
        if kind == _EXTRA_64:
            wide = iter(struct.unpack(f"<{len(field) // 8}Q", field[: len(field) & ~7]))
            size, packed, offset = (next(wide, one) if one == _WIDE else one for one in (size, packed, offset))
    return size, packed, offset


def _without_overlaps(entries: list[Entry], directory: int) -> Iterator[Entry]:
    """Entries whose bytes another one claims as well, or that run into the directory, are not read (Fifield's bomb)."""
    order = sorted(range(len(entries)), key=lambda number: (entries[number].start, number))
    bad: set[int] = set()
    reach, owner = 0, -1
    for number in order:
        one = entries[number]
        if one.start < reach:
            bad.update((number, owner))
        end = one.start + _LOCAL_SIZE + len(one.name) + one.packed
        if end > directory:
            bad.add(number)
        if end > reach:
            reach, owner = end, number
    for number, one in enumerate(entries):
        is_bad = number in bad and one.special is None
        yield one._replace(special="its bytes overlap those of another member") if is_bad else one
