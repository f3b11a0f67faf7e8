# SPDX-License-Identifier: Apache-2.0
"""HEIC pictures: one whole, one of tiles, one of 10 bits a colour; drawn by `tools/heic_fixtures.py`."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from suluh.exhibits.types import media_type
from suluh.hashing.pictures import heif
from suluh.hashing.pictures.decode import CannotDecode, decode
from suluh.hashing.pictures.facts import facts
from suluh.hashing.pictures.picture import fingerprint

FOLDER = Path(__file__).parents[1] / "data" / "hashing" / "heic"
NAMES = ("deep", "tiled", "whole")
NAME = "cd" * 32


def _file(name: str) -> io.BytesIO:
    return io.BytesIO((FOLDER / f"{name}.heic").read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_pixels_without_a_thread_are_those_with_threads(name: str) -> None:
    with Image.open(_file(name)) as image:
        expected = np.asarray(image)

    assert (heif.pixels(_file(name).getvalue()) == expected).all()


@pytest.mark.parametrize("name", NAMES)
def test_a_heic_picture_is_hashed_like_any_other(name: str) -> None:
    found = fingerprint(NAME, _file(name))

    assert (found.quality, found.reason, len(found.forms)) == (100, None, 7)
    assert f"HEIF libheif {heif.version()}" in (found.decoder or "")


def test_tiles_give_the_hash_of_the_whole() -> None:
    deep, tiled = (fingerprint(NAME, _file(name)).value or "" for name in ("deep", "tiled"))

    assert (int(deep, 16) ^ int(tiled, 16)).bit_count() <= 10


def test_the_turn_that_the_container_states_is_applied_and_no_other_is_recorded() -> None:
    found = decode(_file("whole"), full=True)

    assert (found.width, found.height, found.pixels.shape, found.orientation) == (480, 640, (640, 480, 3), None)
    assert (facts(NAME, _file("whole")).make, facts(NAME, _file("whole")).model) == ("Contoh", "C-1")


@pytest.mark.parametrize("kind", ["HEIF", "AVIF"])
def test_heic_and_avif_are_told_apart_where_both_name_one_brand(kind: str) -> None:
    file = _file("whole")
    if kind == "AVIF":
        picture = Image.open(file).convert("RGB")
        file = io.BytesIO()
        picture.save(file, kind)
    data = file.getvalue()

    found = fingerprint(NAME, io.BytesIO(data[:8] + b"mif1" + data[12:]))

    assert found.value is not None
    assert kind in (found.decoder or "")


def test_damaged_pictures_are_absences_with_a_reason() -> None:
    numbers = np.random.PCG64(4).random_raw(240).astype(np.int64)
    for name in NAMES:
        whole = _file(name).getvalue()
        for i in range(40):
            data = bytearray(whole)
            data[int(numbers[i]) % (len(whole) if i % 2 else 700)] ^= 1 + int(numbers[i + 40]) % 255

            found = fingerprint(NAME, io.BytesIO(data))

            assert found.value is not None or found.reason


def test_what_is_cut_off_gives_no_pixels_and_the_librarys_reason() -> None:
    with pytest.raises(CannotDecode, match="the decoder says: Invalid input: Unexpected end of file"):
        decode(io.BytesIO(_file("tiled").getvalue()[:9000]), full=True)
    with pytest.raises(heif.CannotRead):
        heif.pixels(b"paket 40 file 50rb")


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"])
def test_every_brand_of_heic_is_a_picture(brand: bytes) -> None:
    assert media_type(b"\0\0\0\x18ftyp" + brand + bytes(50)) == "image/heic"
