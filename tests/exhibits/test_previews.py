# SPDX-License-Identifier: Apache-2.0
"""Pictures that raw files, medical files and films carry with them are items, byte for byte."""

import random
import struct

import pytest

from .conftest import listing
from .test_behind import box, picture

FIRST, SECOND = picture(turn=20), picture(turn=70)
LOSSLESS = b"\xff\xd8\xff\xc4" + FIRST[4:]


def tags(order, *entries, onward=0):
    """A list of tags, each with whole numbers."""
    raw = struct.pack(f"{order}H", len(entries))
    for tag, value in entries:
        raw += struct.pack(f"{order}HHII", tag, 4, 1, value)
    return raw + struct.pack(f"{order}I", onward)


def raw_file(order, *, by_strip, sensor=b""):
    """A raw picture: a small preview to which the first list points, a large one below it, and what the sensor saw."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    places, at = [], 8
    for one in (FIRST, SECOND, sensor):
        places.append(at)
        at += len(one)
    pair = (0x111, 0x117) if by_strip else (0x201, 0x202)
    below = tags(order, (pair[0], places[1]), (pair[1], len(SECOND)))
    saw = tags(order, (0x111, places[2]), (0x117, len(sensor)))
    size = len(tags(order, *[(0, 0)] * 3))
    first = at + len(below) + len(saw)
    own = tags(order, (0x14A, at), (0x201, places[0]), (0x202, len(FIRST)), onward=at + len(below))
    assert len(own) == size
    return mark + struct.pack(f"{order}I", first) + FIRST + SECOND + sensor + below + saw + own


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("by_strip", [False, True])
def test_previews_of_raw_pictures_are_items_and_what_the_sensor_saw_is_none(order, by_strip):
    found = listing(raw_file(order, by_strip=by_strip, sensor=LOSSLESS))

    assert sorted(found.data.values()) == sorted([FIRST, SECOND])
    assert found.containers[b"a.zip"] is None
    assert found.flaws == {}


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_raw_picture_raises_nothing(seed):
    draw = random.Random(seed)  # noqa: S311 # damage, not secrets
    raw = bytearray(raw_file("<", by_strip=True))
    for _ in range(20):
        raw[-draw.randrange(1, 120)] = draw.randrange(256)

    listing(bytes(raw))


def test_a_picture_in_a_medical_file_is_an_item():
    padded = FIRST + b"\0" * (len(FIRST) % 2)
    pixels = b"\xe0\x7f\x10\0OB\0\0\xff\xff\xff\xff\xfe\xff\0\xe0\0\0\0\0\xfe\xff\0\xe0"
    raw = (
        bytes(128)
        + b"DICM"
        + bytes(90)
        + pixels
        + struct.pack("<I", len(padded))
        + padded
        + b"\xfe\xff\xdd\xe0\0\0\0\0"
    )

    assert list(listing(raw).data.values()) == [FIRST]


def element(kind, data, *, length=8):
    """An element of Matroska, its length in eight bytes or one."""
    size = (1 << (7 * length) | len(data)).to_bytes(length, "big")
    return bytes.fromhex(kind) + size + data


def matroska(*files, onward=b""):
    attached = b"".join(element("61a7", element("466e", b"a.jpg") + element("465c", one)) for one in files)
    head = element("1a45dfa3", element("4282", b"matroska", length=1), length=1)
    return head + element("18538067", element("1549a966", bytes(30)) + onward + element("1941a469", attached))


def test_files_that_are_attached_to_a_film_are_items():
    letters = b"AGL\0 a font of no known kind, and a few more bytes"

    found = listing(matroska(FIRST, SECOND, letters, onward=element("1f43b675", bytes(5000))))

    assert sorted(found.data.values()) == sorted([FIRST, SECOND, letters])
    assert listing(matroska()).data == {}


def test_the_cover_of_a_film_is_an_item():
    cover = box(b"ilst", box(b"covr", box(b"data", bytes(8) + FIRST)))
    told = box(b"moov", box(b"mvhd", bytes(100)) + box(b"udta", box(b"meta", bytes(4) + cover)))

    found = listing(box(b"ftyp", b"isom\0\0\2\0isommp41") + told + box(b"mdat", bytes(range(200))))

    assert list(found.data.values()) == [FIRST]


@pytest.mark.parametrize("raw", [matroska(FIRST, SECOND), raw_file(">", by_strip=False)])
def test_what_is_cut_off_gives_what_is_whole(raw):
    for end in range(0, len(raw), 997):
        for one in listing(raw[:end]).data.values():
            assert FIRST.startswith(one) or SECOND.startswith(one)
