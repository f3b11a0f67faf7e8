# SPDX-License-Identifier: Apache-2.0
"""Pictures are drawn, harmless, and the same again for the same seed."""

from io import BytesIO

import pytest
from PIL import Image

from suluh.simulator.dice import Dice
from suluh.simulator.evidence.pictures import Gallery


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_a_picture_is_the_same_for_the_same_seed(suffix):
    one, other = (Gallery(Dice(5), 32).new(suffix) for _ in range(2))

    assert one.data == other.data


def test_no_two_pictures_are_alike():
    gallery = Gallery(Dice(5), 32)

    digests = {gallery.new().sha256 for _ in range(50)}

    assert len(digests) == 50


def test_a_variant_has_other_bytes_and_the_same_series():
    gallery = Gallery(Dice(5), 64)
    first = gallery.new("jpg")

    again = gallery.variant(first)

    assert again.sha256 != first.sha256
    assert again.series == first.series
    assert again.width < first.width


def test_a_picture_says_nothing_of_camera_place_or_time():
    picture = Image.open(BytesIO(Gallery(Dice(5), 32).new("jpg").data))

    assert dict(picture.getexif()) == {}
