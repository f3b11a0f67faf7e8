# SPDX-License-Identifier: Apache-2.0
"""The small picture of itself in a picture's header: hashed where it shows something else, or all that is left."""

import io
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import BinaryIO, NamedTuple

import msgspec

from suluh.hashing.pictures import decode, picture
from suluh.hashing.pictures.decode import CannotDecode, Picture
from suluh.model.ids import make_id
from suluh.model.matching import Fingerprint

FAR = 31
"""Bits from the picture itself beyond which the small one is hashed besides: what is near to both is found by one."""

OTHER = 60
"""Bits beyond which it shows something else: of 24 of untouched pictures of many cameras none lay so far."""

_MOST = 4
_START = re.compile(rb"\xff\xd8\xff[\xc0-\xc2\xc4\xdb\xdd\xe0-\xef\xfe]")
_END = b"\xff\xd9"
_RESOURCES, _BEFORE = (0x040C, 0x0409), 28
"""Photoshop's blocks of a small picture, and how many bytes say how large it is."""


class Differs(NamedTuple):
    """A small picture that shows something else than the picture it stands in."""

    bits: int


def fingerprints(sha256: str, file: BinaryIO, own: Mapping[str, Fingerprint]) -> Iterator[Fingerprint | Differs]:
    """The hash of each small picture where the picture itself has none, or one that is far from it.

    `own` holds what the picture itself gave, by the kind of hash. Small pictures are numbered as streams from 1; the
    one that differs most is told.
    """
    most = 0
    for stream, small in enumerate(_decoded(file), 1):
        for kind in picture.kinds():
            if _is_near(kind.of(small.pixels).value, own[kind.name]):
                continue
            found = picture.of(sha256, kind, small, full=True)
            bits = _apart(found, own[kind.name])
            if found.value is not None and (bits is None or bits > FAR):
                identity = make_id("fingerprint", kind.name, "frame", sha256, 0, stream)
                decoder = f"{found.decoder}, small picture in its header"
                yield msgspec.structs.replace(found, id=identity, moment=0, stream=stream, decoder=decoder)
            most = max(most, bits or 0)
    if most > OTHER:
        yield Differs(most)


def _is_near(small: bytes, own: Fingerprint) -> bool:
    """Whether the upright hashes lie close, as of most pictures: then nothing else need be worked out."""
    return own.value is not None and (int.from_bytes(small, "big") ^ int(own.value, 16)).bit_count() <= FAR


def _apart(small: Fingerprint, own: Fingerprint) -> int | None:
    """Bits between the two in the nearest form, turned or without borders; null where one has no hash."""
    if small.value is None or own.value is None:
        return None
    ones = (small.value, *filter(None, [small.cut]))
    others = (own.value, *own.forms, *filter(None, [own.cut]))
    return min((int(one, 16) ^ int(other, 16)).bit_count() for one in ones for other in others)


def _decoded(file: BinaryIO) -> Iterator[Picture]:
    """The small pictures of a header that can be decoded."""
    for raw in _held(file):
        try:
            yield decode.decode(io.BytesIO(raw), full=True)
        except CannotDecode:
            continue


def _held(file: BinaryIO) -> list[bytes]:
    """What in EXIF and in Photoshop's blocks begins as a JPEG and ends as one."""
    blocks = decode.blocks(file)
    held = [blocks.photoshop[one][_BEFORE:] for one in _RESOURCES if one in blocks.photoshop]
    stop = blocks.exif.rfind(_END) + len(_END)
    starts = islice(_START.finditer(blocks.exif, 0, stop), _MOST)
    return [*(blocks.exif[found.start() : stop] for found in starts), *held]
