# SPDX-License-Identifier: Apache-2.0
"""The PDQ kernel equals Meta's, bit for bit, on equal pixels."""

import csv
from pathlib import Path

import numpy as np
import pytest
from tools.pdq_reference import NUMBER, draw

from suluh.hashing.kinds.pdq import Pdq

REFERENCE = Path(__file__).parents[1] / "data" / "hashing" / "pdq.csv"
PDQ = Pdq()


def _rows() -> list[dict[str, str]]:
    with REFERENCE.open(encoding="ascii", newline="") as file:
        return list(csv.DictReader(file))


def test_all_eight_forms_and_the_quality_equal_the_reference_on_every_drawn_picture() -> None:
    rows, differ = _rows(), []

    for row in rows:
        looks = PDQ.forms(draw(int(row["seed"])))
        stated = [row["hash"], *(row[f"form{i}"] for i in range(1, 8))]
        if [look.value.hex() for look in looks] != stated or looks[0].quality != int(row["quality"]):
            differ.append(row["seed"])

    assert differ == []
    assert len(rows) == NUMBER >= 2000


def test_the_upright_hash_alone_is_the_first_of_the_forms() -> None:
    pixels = draw(32)

    assert PDQ.of(pixels) == PDQ.forms(pixels)[0]


def test_a_grey_picture_and_the_same_in_three_equal_colours_hash_alike() -> None:
    grey = draw(30)

    assert PDQ.of(grey) == PDQ.of(np.stack([grey] * 3, axis=2))


@pytest.mark.parametrize(("turn", "form"), [(1, 1), (2, 2), (3, 3)])
def test_turned_forms_are_what_turned_pixels_hash_to(turn: int, form: int) -> None:
    """The 64 points do not lie quite symmetric, in the reference as here: some bits near the median may differ."""
    pixels = draw(40)

    turned = PDQ.of(np.rot90(pixels, turn)).value

    distances = [_distance(turned, look.value) for look in PDQ.forms(pixels)]
    assert min(range(8), key=distances.__getitem__) == form
    assert distances[form] <= 20


def _distance(one: bytes, other: bytes) -> int:
    return (int.from_bytes(one) ^ int.from_bytes(other)).bit_count()


def test_pixels_that_are_not_contiguous_hash_as_their_copy() -> None:
    pixels = draw(23)[:, ::2]

    assert PDQ.of(pixels) == PDQ.of(pixels.copy())


def test_a_blank_picture_has_quality_nought() -> None:
    assert PDQ.of(np.full((100, 80, 3), 200, np.uint8)).quality == 0
