# SPDX-License-Identifier: Apache-2.0
"""Pictures whose bytes do not lie in one piece: in packets of Ogg, in tags of music, in the long XMP of a JPEG."""

import binascii
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from suluh.exhibits.carving.heads import segments
from suluh.exhibits.carving.id3 import CUT, Plain, tag_of
from suluh.exhibits.carving.parts import LEFT, Parts, pictures

_LONGEST = 1 << 26
_LETTERS = re.compile(rb"[A-Za-z0-9+/]{170,}")
_BREAKS = re.compile(rb"&#x[AaDd];|[\r\n]")
_EXTENDED = b"http://ns.adobe.com/xmp/extension/\0"
_GUID, _PLACE = 32, 40
"""Behind the name of a piece of long XMP stand the text that it belongs to, that text's length, and its place there."""

_PAGE, _CONTINUED, _MOST_PAGES = 27, 1, 1 << 12


class Joined(NamedTuple):
    """One picture that was put together, and where the first of its pieces lies."""

    start: int
    data: bytes
    suffix: bytes


def joined(file: BinaryIO, kind: str, size: int, faults: set[str]) -> list[Joined]:
    """Pictures of a file of a media type that no search of its bytes as they lie can find.

    `faults` takes a sentence for each search that ended early.
    """
    if kind == "audio/mpeg":
        return list(_out_of_step(file, size, faults))
    texts = _packets(file, size) if kind in {"audio/ogg", "video/ogg"} else ()
    texts = _long_texts(file, size) if kind == "image/jpeg" else texts
    return [one for at, raw in texts for one in _found(at, raw, faults)]


def _found(at: int, raw: bytes, faults: set[str]) -> Iterator[Joined]:
    """Pictures in some bytes, as they are and as base64."""
    yield from _pictures(at, raw, faults)
    for letters in _LETTERS.finditer(_BREAKS.sub(b"", raw)):
        plain = letters[0][: len(letters[0]) - (len(letters[0]) % 4 == 1)]
        data = binascii.a2b_base64(plain + b"=" * (-len(plain) % 4))
        yield from _pictures(at + letters.start(), data, faults)


def _pictures(at: int, raw: bytes, faults: set[str]) -> Iterator[Joined]:
    for part in _searched(at, raw, faults):
        yield Joined(at + part.start, raw[part.start : part.end], part.suffix)


def _searched(at: int, raw: bytes, faults: set[str]) -> Parts:
    """Pictures in bytes that were put together, the first of which lies at a place."""
    found = pictures(io.BytesIO(raw), 0, len(raw))
    if found.left is not None:
        faults.add(LEFT.format(number=at + found.left))
    return found


def _packets(file: BinaryIO, size: int) -> Iterator[tuple[int, bytes]]:
    """The long packets among the first pages of each stream of an Ogg file (RFC 3533): what it tells of itself."""
    open_ones: dict[bytes, tuple[int, list[bytes]]] = {}
    at = held = 0
    for _ in range(_MOST_PAGES):
        file.seek(at)
        head = file.read(_PAGE)
        if len(head) < _PAGE or not head.startswith(b"OggS") or held > _LONGEST:
            break
        table = file.read(head[26])
        raw = file.read(sum(table))
        stream, begun = head[14:18], 0
        start, pieces = open_ones.pop(stream, (at, [])) if head[5] & _CONTINUED else (at, [])
        for place, length in enumerate(table):
            if length < 255:  # noqa: PLR2004 # a shorter piece ends its packet
                end = sum(table[: place + 1])
                yield from _long(start, b"".join([*pieces, raw[begun:end]]))
                start, pieces, begun = at + _PAGE + len(table) + end, [], end
        if begun < len(raw):
            open_ones[stream] = start, [*pieces, raw[begun:]]
            held += len(raw) - begun
        at += _PAGE + len(table) + len(raw)
        if at >= size:
            break


def _long(at: int, packet: bytes) -> Iterator[tuple[int, bytes]]:
    """A packet that is longer than one of a second of sound is."""
    if len(packet) > _PAGE * 10:
        yield at, packet


def _long_texts(file: BinaryIO, size: int) -> Iterator[tuple[int, bytes]]:
    """Each text of XMP that was cut into segments of a JPEG, in its own order, with the place of its first segment."""
    texts: dict[bytes, list[tuple[int, int, bytes]]] = {}
    for _, start, stop in segments(file, size):
        file.seek(start)
        raw = file.read(stop - start)
        if raw.startswith(_EXTENDED):
            rest = raw[len(_EXTENDED) :]
            place = int.from_bytes(rest[_GUID + 4 : _PLACE], "big")
            texts.setdefault(rest[:_GUID], []).append((place, start, rest[_PLACE:]))
    for pieces in texts.values():
        yield min(start for _, start, _ in pieces), b"".join(piece for _, _, piece in sorted(pieces))


def _out_of_step(file: BinaryIO, size: int, faults: set[str]) -> Iterator[Joined]:
    """Pictures in a tag of ID3 that are kept from looking like sound, by their own bytes, whatever the tag says."""
    tag = tag_of(file, size)
    if tag is None or b"\xff\0" not in tag.raw:
        return
    if not tag.is_whole:
        faults.add(CUT.format(count=len(tag.raw)))
    plain = Plain(tag)
    for part in _searched(tag.start, plain.raw, faults):
        if plain.is_stuffed(part.start, part.end):
            at = tag.start + plain.lay(part.start)
            yield Joined(at, plain.raw[part.start : part.end], part.suffix)
