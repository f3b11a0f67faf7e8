# SPDX-License-Identifier: Apache-2.0
"""The search for pictures in a file that is made to take long: its steps grow as its size, and nothing is hidden."""

import io
import struct

import pytest
from PIL import Image

from suluh.exhibits.carving import trail
from suluh.exhibits.carving.joined import joined
from suluh.exhibits.carving.parts import pictures

from .conftest import listing

FTYP = struct.pack(">I4s4sI", 16, b"ftyp", b"heic", 0)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + bytes(17)
JPEG = b"\xff\xd8\xff\xe0\0\2"
GIF = b"GIF89a" + bytes(7)
MADE = {
    "boxes": lambda number: FTYP + (struct.pack(">I4s", 24, b"free") + FTYP) * number,
    "boxes of a picture": lambda number: FTYP + (struct.pack(">I4s", 24, b"meta") + FTYP) * number,
    "chunks": lambda number: PNG + (struct.pack(">I4s", len(PNG) - 4, b"aaaa") + PNG) * number,
    "segments": lambda number: JPEG + (b"\xff\xe1\0\x08" + JPEG) * number,
    "scans": lambda number: (JPEG + b"\xff\xda\xff\xf0") * number + bytes(10 * number),
    "blocks": lambda number: GIF + (b"!\xfe\x0d" + GIF + b"\0") * number,
}


class Counted(io.BytesIO):
    """Counts how often it is read."""

    reads = 0

    def read(self, size=-1):
        self.reads += 1
        return super().read(size)


def whole():
    written = io.BytesIO()
    Image.linear_gradient("L").save(written, "JPEG")
    return written.getvalue()


@pytest.mark.parametrize("made", MADE.values(), ids=MADE)
def test_the_steps_of_a_search_grow_as_the_file_does(made):
    reads = []
    for number in (500, 1000, 2000):
        file = Counted(made(number))
        assert pictures(file, 0, len(file.getvalue())) == []
        reads.append(file.reads)

    assert reads[0] > 400
    assert reads[2] - reads[1] <= 2.2 * (reads[1] - reads[0])
    assert reads[2] < len(made(2000)) / 2


@pytest.mark.parametrize("made", MADE.values(), ids=MADE)
def test_no_picture_behind_or_among_them_is_hidden(made):
    raw = made(300) + bytes(30) + whole() + made(300) + bytes(30) + whole()

    found = pictures(io.BytesIO(raw), 0, len(raw))

    assert [raw[part.start : part.end] for part in found if part.suffix == b"jpg"][-2:] == [whole()] * 2
    assert found.left is None


@pytest.mark.parametrize(
    "head",
    [bytes(90), b"%PDF-1.4\n" + bytes(90), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"ID3\3\0\0\0\0\0\0"],
    ids=["unknown", "PDF", "damaged OLE", "sound"],
)
def test_a_search_that_ends_early_says_where(monkeypatch, head):
    monkeypatch.setattr(trail, "MOST", 100)
    raw = head + MADE["segments"](300) + bytes(30) + whole()

    found = pictures(io.BytesIO(raw), 0, len(raw))

    assert found.left is not None
    assert found.fault in [one for reasons in listing(raw).flaws.values() for one in reasons]


def test_a_search_of_joined_bytes_that_ends_early_says_so(monkeypatch):
    monkeypatch.setattr(trail, "MOST", 100)
    packet = MADE["segments"](3000).ljust(254 * 255 + 1, b"\0")
    page = b"OggS" + bytes(22) + b"\xff" + b"\xff" * 254 + b"\1" + packet[: 254 * 255 + 1]
    faults = set()

    assert joined(io.BytesIO(page), "audio/ogg", len(page), faults) == []
    assert [one.startswith("too many marks in it begin no whole picture") for one in faults] == [True]


@pytest.mark.parametrize("end", [b"", b"\xff\xd9"])
def test_one_long_way_is_remembered_in_part(monkeypatch, end):
    monkeypatch.setattr(trail, "MOST", 100)
    raw = JPEG + b"\xff" * 1000 + end + bytes(30) + whole()

    found = pictures(io.BytesIO(raw), 0, len(raw))

    assert (len(found), found.left) == ((2, None) if end else (0, raw.index(whole())))
