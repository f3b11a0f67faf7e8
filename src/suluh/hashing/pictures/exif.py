# SPDX-License-Identifier: Apache-2.0
"""Reads a few named fields of an EXIF block: camera, times, position, size; embedded thumbnails are never reached."""

import re
import struct
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from typing import BinaryIO, NamedTuple

from suluh.model.times import When, utc

MOST_ENTRIES = 512
LONGEST = 256
"""Bytes of one value: no picture fits, and longer texts are none of ours."""

_IFD0 = {0x010F: "make", 0x0110: "model", 0x0131: "software", 0x0132: "changed", 0x8769: "exif", 0x8825: "gps"}
_EXIF = {
    0x9003: "taken",
    0x9004: "digitised",
    0x9010: "changed_zone",
    0x9011: "taken_zone",
    0x9012: "digitised_zone",
    0xA002: "stated_width",
    0xA003: "stated_height",
    0xA431: "serial",
}
_GPS = {1: "south", 2: "latitude", 3: "west", 4: "longitude", 7: "clock", 29: "day"}
_POINTERS = {"exif": _EXIF, "gps": _GPS}
_NUMBERS = frozenset({*_POINTERS, "stated_width", "stated_height"})
_TRIPLES = frozenset({"latitude", "longitude", "clock"})
_PARTS = 3
_BREAKS = (ValueError, OverflowError, OSError, struct.error)
"""What reading raises where a directory is damaged or lies outside the block."""

_WIDTHS = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 13: 4}
"""Bytes of a value of each type that our fields have."""

_TEXT, _SHORT, _LONG, _RATIO, _PLACE = 2, 3, 4, 5, 13
_STAMP = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)")
_ZONE = re.compile(r"[+-]\d\d:\d\d|Z")

Value = str | tuple[int, ...] | tuple[Fraction, ...]


class Read(NamedTuple):
    """The fields that could be read, and the names of those that could not."""

    fields: dict[str, Value]
    unread: tuple[str, ...]


def read(file: BinaryIO) -> Read:
    """The fields of a TIFF structure from the file's present place on. Raises `ValueError` where there is none.

    Only the first directory and the two it names are followed: the second one, which holds a thumbnail, never is.
    """
    base = file.tell()
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(file.read(4))
    if order is None:
        raise ValueError("the EXIF block does not begin as one")
    found = _Found({}, set())
    found.take(_directory(file, (base, _number(file, order), order), _IFD0))
    for name, wanted in _POINTERS.items():
        place = number_of(found.fields, name)
        if place is None:
            continue
        del found.fields[name]
        try:
            found.take(_directory(file, (base, place, order), wanted))
        except _BREAKS:
            found.unread.add(name)
    return Read(found.fields, tuple(sorted(found.unread)))


class _Found(NamedTuple):
    """What was read so far."""

    fields: dict[str, Value]
    unread: set[str]

    def take(self, entries: Iterator[tuple[str, Value | None]]) -> None:
        """Keep the fields that are of the kind they should be; the others are named."""
        for name, value in entries:
            if value is None or not _is_sound(name, value):
                self.unread.add(name)
            else:
                self.fields[name] = value


def _is_sound(name: str, value: Value) -> bool:
    """Whether a field is a text, one whole number or three numbers, as it should be."""
    if name in _NUMBERS:
        return isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], int)
    return isinstance(value, tuple) and len(value) == _PARTS if name in _TRIPLES else isinstance(value, str)


def _number(file: BinaryIO, order: str) -> int:
    return int(struct.unpack(f"{order}I", _exactly(file, 4))[0])


def _exactly(file: BinaryIO, size: int) -> bytes:
    raw = file.read(size)
    if len(raw) != size:
        raise ValueError("the EXIF block breaks off")
    return raw


def _directory(
    file: BinaryIO, where: tuple[int, int, str], wanted: dict[int, str]
) -> Iterator[tuple[str, Value | None]]:
    """The wanted entries of one directory; null for what cannot be read."""
    base, place, order = where
    file.seek(base + place)
    (number,) = struct.unpack(f"{order}H", _exactly(file, 2))
    entries = _exactly(file, 12 * min(number, MOST_ENTRIES))
    for tag, kind, count, value in struct.iter_unpack(f"{order}HHI4s", entries):
        name = wanted.get(tag)
        if name is None or not count:
            continue
        size = _WIDTHS.get(kind, 0) * count
        if not 0 < size <= LONGEST:
            yield name, None
            continue
        if size > len(value):
            file.seek(base + struct.unpack(f"{order}I", value)[0])
        yield name, _value(file.read(size) if size > len(value) else value[:size], size, kind, order)


def _value(raw: bytes, size: int, kind: int, order: str) -> Value | None:
    """A value as text or numbers, null where it is neither."""
    if len(raw) != size:
        return None
    if kind == _TEXT:
        return _text(raw)
    if kind in {_SHORT, _LONG, _PLACE}:
        return struct.unpack(f"{order}{size // _WIDTHS[kind]}{'H' if kind == _SHORT else 'I'}", raw)
    if kind != _RATIO:
        return tuple(raw)
    pairs = list(struct.iter_unpack(f"{order}II", raw))
    return tuple(Fraction(above, below) for above, below in pairs) if all(below for _, below in pairs) else None


def _text(raw: bytes) -> str | None:
    """A text as it stands before its first zero, null where it is no readable one."""
    try:
        text = raw.partition(b"\0")[0].decode("utf-8").strip()
    except UnicodeDecodeError:
        return None
    return text if text.isprintable() else None


def text_of(fields: dict[str, Value], name: str) -> str | None:
    """A field that is text and not empty."""
    value = fields.get(name)
    return value if isinstance(value, str) and value else None


def number_of(fields: dict[str, Value], name: str) -> int | None:
    """A field that is one whole number."""
    value = fields.get(name)
    return value[0] if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], int) else None


def time_of(fields: dict[str, Value], name: str) -> When | None:
    """A time as written, with its zone behind it where one is stated; an instant only with a zone."""
    written, zone = text_of(fields, name), text_of(fields, f"{name}_zone")
    if written is None:
        return None
    moment = _moment(written)
    if moment is None:
        return When(written=written)
    local = moment.isoformat()
    if zone is None or not _ZONE.fullmatch(zone):
        return When(written=written, local=local)
    return When(written=f"{written} {zone}", local=local, at=_instant(f"{local}{zone}"))


def _instant(written: str) -> str | None:
    """An instant in UTC; null where its zone is none, or it lies before or after all calendars."""
    try:
        return utc(datetime.fromisoformat(written))
    except (ValueError, OverflowError):
        return None


def _moment(written: str) -> datetime | None:
    found = _STAMP.fullmatch(written)
    try:
        return datetime(*(int(part) for part in found.groups())) if found else None  # type: ignore[arg-type] # noqa: DTZ001 # no zone is stated
    except ValueError:
        return None


def satellite_of(fields: dict[str, Value]) -> When | None:
    """The time of the position: satellites tell it in UTC."""
    day, clock = text_of(fields, "day"), fields.get("clock")
    if day is None or not isinstance(clock, tuple) or len(clock) != 3:  # noqa: PLR2004 # hours, minutes, seconds
        return None
    hour, minute, second = (int(part) for part in clock)
    written = f"{day} {hour:02}:{minute:02}:{second:02}"
    moment = _moment(written)
    if moment is None:
        return When(written=written)
    return When(written=written, local=moment.isoformat(), at=f"{moment.isoformat()}Z")


def position_of(fields: dict[str, Value], name: str, other: str) -> int | None:
    """Latitude or longitude in millionths of a degree: negative where the letter is `other`."""
    parts, letter = fields.get(name), text_of(fields, "south" if name == "latitude" else "west")
    if not isinstance(parts, tuple) or len(parts) != 3 or letter is None:  # noqa: PLR2004 # degrees, minutes, seconds
        return None
    degrees = Fraction(parts[0]) + Fraction(parts[1]) / 60 + Fraction(parts[2]) / 3600
    if degrees > (90 if name == "latitude" else 180):
        return None
    return round(degrees * 1_000_000) * (-1 if letter.upper() == other else 1)
