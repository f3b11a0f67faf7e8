# SPDX-License-Identifier: Apache-2.0
"""Hashes that Meta published of one picture and of its turned and mirrored copies."""

import io
from pathlib import Path

import pytest
from PIL import Image

from suluh.hashing.pictures.picture import fingerprint

BRIDGE = (Path(__file__).parents[1] / "data" / "hashing" / "published" / "bridge.jpg").read_bytes()
NAME = "ab" * 32
TOLERANCE = 16
"""The published copies were turned and written anew as JPEG; their own readers allow for as much."""

PUBLISHED = {
    None: "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22",
    Image.Transpose.ROTATE_90: "30a10efd71cc3d429013d48d0ffffc52e34e0e17ada952a9d29685211ea9e5af",
    Image.Transpose.ROTATE_180: "adad5a64b5a142e75b62a09857da895ae63b847fc23794b766b319361bc93188",
    Image.Transpose.ROTATE_270: "a5f0a457a48995e8c9065c275aaa5498b61ba4bdf8fcf80387c32f8b1bfc4f05",
    Image.Transpose.FLIP_TOP_BOTTOM: "f8f80f31e0f417b20e37f5cd028f980fb36ed02a9662c1e233e64c634e9c64dd",
}


@pytest.mark.parametrize("full", [True, False])
def test_the_published_hash_of_the_picture_itself_is_met_bit_for_bit(*, full: bool) -> None:
    found = fingerprint(NAME, io.BytesIO(BRIDGE), full=full)

    assert (found.value, found.quality) == (PUBLISHED[None], 100)


@pytest.mark.parametrize("turn", [turn for turn in PUBLISHED if turn is not None])
def test_the_published_hashes_of_its_copies_are_met_within_tolerance(turn: Image.Transpose) -> None:
    copy = io.BytesIO()
    with Image.open(io.BytesIO(BRIDGE)) as image:
        image.transpose(turn).save(copy, "PNG")
    forms = fingerprint(NAME, io.BytesIO(BRIDGE), full=True).forms

    turned = fingerprint(NAME, copy, full=True).value

    assert _distance(turned, PUBLISHED[turn]) <= TOLERANCE
    assert min(_distance(form, PUBLISHED[turn]) for form in forms) <= TOLERANCE


def _distance(one: str | None, other: str) -> int:
    return (int(one or "0", 16) ^ int(other, 16)).bit_count()
