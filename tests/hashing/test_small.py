# SPDX-License-Identifier: Apache-2.0
"""The small picture in the header of a picture: slopes and circles, never anybody's."""

import io
import struct
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from suluh.case.jobs import picture as job
from suluh.hashing.pictures import picture, small
from suluh.model.intake import Flaw
from suluh.model.matching import Fingerprint
from suluh.model.place import Place
from suluh.workers.wire.check import identity

NAME = "ef" * 32


def drawn(seed):
    """A picture of 800 by 600 points."""
    down, across = np.mgrid[:600, :800]
    numbers = np.random.PCG64(seed).random_raw(18).astype(np.int64) & 0x3FF
    plane = (down * (seed + 1) // 3 + across // 4) % 256
    for i in range(0, 18, 3):
        y, x, r = (int(n) for n in numbers[i : i + 3])
        plane = np.where((down - y * 0.6) ** 2 + (across - x * 0.8) ** 2 < (60 + r // 6) ** 2, r % 256, plane)
    return Image.fromarray(plane.astype(np.uint8)).convert("RGB")


def made(image, inner, where="exif", cut=None):
    """A JPEG with a small picture of another in its header."""
    one = io.BytesIO()
    inner.resize((160, 120)).save(one, "JPEG")
    raw = one.getvalue()
    exif = b"II*\0\x08\0\0\0\0\0\x0e\0\0\0" + struct.pack("<H", 2)
    exif += struct.pack("<HHII", 0x201, 4, 1, 46) + struct.pack("<HHII", 0x202, 4, 1, len(raw)) + bytes(6) + raw
    blocks = b"8BIM\x04\x0c\0\0" + struct.pack(">I", 28 + len(raw)) + bytes(28) + raw
    block = b"Exif\0\0" + exif if where == "exif" else b"Photoshop 3.0\0" + blocks + b"\0" * (len(raw) % 2)
    mark = b"\xff\xe1" if where == "exif" else b"\xff\xed"
    written = io.BytesIO()
    image.save(written, "JPEG")
    whole = written.getvalue()
    whole = whole[:2] + mark + struct.pack(">H", len(block) + 2) + block + whole[2:]
    return whole if cut is None else whole[: len(block) + cut]


def found(raw):
    file = io.BytesIO(raw)
    own = {one.kind: one for one in picture.fingerprints(NAME, file) if isinstance(one, Fingerprint)}
    file.seek(0)
    return list(small.fingerprints(NAME, file, own))


@pytest.mark.parametrize("where", ["exif", "photoshop"])
def test_one_that_shows_the_same_says_nothing(where):
    assert found(made(drawn(1), drawn(1), where)) == []
    assert found(made(drawn(1).rotate(90, expand=True), drawn(1), where)) == []


@pytest.mark.parametrize("where", ["exif", "photoshop"])
def test_one_that_shows_something_else_is_hashed_and_told(where):
    hashed, differs = found(made(drawn(1), drawn(2), where))

    alone = io.BytesIO()
    drawn(2).save(alone, "JPEG")
    whole = picture.fingerprint(NAME, io.BytesIO(alone.getvalue()))
    assert (int(hashed.value, 16) ^ int(whole.value, 16)).bit_count() <= small.FAR
    assert hashed.id == identity(hashed) != whole.id
    assert isinstance(differs, small.Differs)


def test_one_of_a_picture_that_is_cut_off_is_all_that_is_left():
    [hashed] = found(made(drawn(1), drawn(1), cut=900))

    assert hashed.value
    assert "small picture in its header" in hashed.decoder


def test_each_of_several_is_hashed():
    one, two = made(drawn(1), drawn(2)), made(drawn(1), drawn(3), "photoshop")
    length = int.from_bytes(two[4:6], "big")
    raw = one[:2] + two[2 : 4 + length] + one[2:]

    first, second, differs = found(raw)

    assert [first.stream, second.stream] == [1, 2]
    assert first.id == identity(first) != second.id == identity(second)
    assert [first.value, second.value] == [found(one)[0].value, found(two)[0].value]
    assert isinstance(differs, small.Differs)


def test_the_job_tells_it_once_with_its_place():
    raw = made(drawn(1), drawn(2))
    place = Place(exhibit="B-1", acquisition="1", path="f", file="f")
    for mode, expected in (("fast", [job.OTHER]), ("full", [])):
        source = SimpleNamespace(mode=mode, content=NAME, file="f", open=lambda: io.BytesIO(raw), place=lambda: place)

        assert [one.reason for one in job.work(source) if isinstance(one, Flaw)] == expected


@pytest.mark.parametrize("raw", [b"", b"\xff\xd8\xff\xe1\0\x09Exif\0\0\xff", made(drawn(1), drawn(2))[:300]])
def test_a_header_that_breaks_off_says_nothing(raw):
    assert found(raw) == []
