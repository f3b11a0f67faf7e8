# SPDX-License-Identifier: Apache-2.0
"""What the header of a picture says of its making is read as written, and never a thumbnail."""

import io
import struct

import numpy as np
import pytest
from PIL import Image

from suluh.hashing.pictures import exif
from suluh.hashing.pictures.facts import facts
from suluh.hashing.pictures.tables import quality_of
from suluh.model.body import body

SHA = "a" * 64
MAKE, MODEL, SOFTWARE = 0x010F, 0x0110, 0x0131
SUB, GPS = 0x8769, 0x8825


@pytest.fixture(scope="module")
def picture() -> Image.Image:
    down, across = np.mgrid[:96, :128]
    return Image.fromarray(np.stack([(down * (1 + colour) + across) % 256 for colour in range(3)], 2).astype(np.uint8))


def camera(zone: str | None = None) -> Image.Exif:
    """The EXIF block of a made-up camera."""
    block = Image.Exif()
    block[MAKE], block[MODEL] = "Pabrik Uji", "Model Satu"
    inner = block.get_ifd(SUB)
    inner[0x9003], inner[0xA431], inner[0xA002], inner[0xA003] = "2025:08:30 18:00:01", "SN-0001", 128, 96
    if zone:
        inner[0x9011] = zone
    place = block.get_ifd(GPS)
    place[1], place[2], place[3], place[4] = "S", (6.0, 10.0, 31.41), "E", (106.0, 49.0, 37.2)
    place[7], place[29] = (11.0, 0.0, 1.0), "2025:08:30"
    return block


def saved(picture: Image.Image, kind: str, **options: object) -> io.BytesIO:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    file.seek(0)
    return file


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_camera_time_position_and_size_are_read_from_every_format(picture, kind):
    found = facts(SHA, saved(picture, kind, exif=camera()))

    assert (found.make, found.model, found.serial) == ("Pabrik Uji", "Model Satu", "SN-0001")
    assert (found.taken.written, found.taken.local, found.taken.at) == (
        "2025:08:30 18:00:01",
        "2025-08-30T18:00:01",
        None,
    )
    assert (found.latitude, found.longitude) == (-6_175_392, 106_827_000)
    assert found.satellite.at == "2025-08-30T11:00:01Z"
    assert (found.width, found.height, found.stated_width, found.stated_height) == (128, 96, 128, 96)


def test_a_tiff_file_is_read_as_the_exif_block_that_it_is(picture):
    found = facts(SHA, saved(picture, "TIFF", exif=camera()))

    assert (found.make, found.model, found.width, found.unread) == ("Pabrik Uji", "Model Satu", 128, ())


def test_a_stated_zone_fixes_the_instant(picture):
    found = facts(SHA, saved(picture, "JPEG", exif=camera("+07:00")))

    assert (found.taken.written, found.taken.at) == ("2025:08:30 18:00:01 +07:00", "2025-08-30T11:00:01Z")


@pytest.mark.parametrize("quality", [1, 30, 50, 75, 92, 100])
def test_tables_of_the_reference_encoder_tell_their_quality(picture, quality):
    found = facts(SHA, saved(picture, "JPEG", quality=quality))

    assert found.quality == quality
    assert found.blocks == ("jfif",)


def test_tables_of_another_making_have_a_digest_and_no_quality(picture):
    tables = [[3 + (place % 7) for place in range(64)], [5] * 64]

    found = facts(SHA, saved(picture, "JPEG", qtables=tables))

    assert found.quality is None
    assert found.tables != facts(SHA, saved(picture, "JPEG", quality=90)).tables
    assert quality_of({0: [1] * 63}) is None


def test_an_embedded_thumbnail_is_never_read(picture):
    thumb = saved(picture.resize((16, 12)), "JPEG").getvalue()
    raw = camera().tobytes().removeprefix(b"Exif\0\0")
    order = "<" if raw[:2] == b"II" else ">"
    (first,) = struct.unpack(f"{order}I", raw[4:8])
    (entries,) = struct.unpack(f"{order}H", raw[first : first + 2])
    link = first + 2 + 12 * entries
    second = struct.pack(f"{order}HHHII", 1, MAKE, 2, 60, len(raw) + 18) + bytes(4)
    reads: list[tuple[int, int]] = []

    class Watched(io.BytesIO):
        def read(self, size: int = -1) -> bytes:
            reads.append((self.tell(), size))
            return super().read(size)

    exif.read(Watched(raw[:link] + struct.pack(f"{order}I", len(raw)) + raw[link + 4 :] + second + thumb))

    assert reads
    assert max(place + size for place, size in reads) <= len(raw)


def test_bytes_that_are_no_text_are_named_and_not_kept(picture):
    block = camera()
    block[MAKE] = b"\xff\xd8\xff\xe0\x01\x02"

    found = facts(SHA, saved(picture, "JPEG", exif=block))

    assert found.make is None
    assert found.unread == ("make",)


def test_a_header_cut_or_changed_anywhere_gives_facts_or_a_reason(picture):
    whole = saved(picture, "JPEG", exif=camera()).getvalue()
    for place in range(0, 700, 3):
        broken = bytearray(whole)
        broken[place] ^= 0xFF
        for data in (whole[:place], bytes(broken)):
            found = facts(SHA, io.BytesIO(data))

            assert found.reason or found.width
            body(found)


def test_what_is_no_picture_says_so():
    assert facts(SHA, io.BytesIO(b"no picture at all")).reason == (
        "the header is of no picture format that can be read"
    )
