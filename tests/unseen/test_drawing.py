# SPDX-License-Identifier: Apache-2.0
"""A draw hangs on seed, frame and names alone, and every stratum gets its share."""

import hashlib
import os
import subprocess
import sys
from itertools import product

import pytest

from suluh.unseen.drawing import allocate, draw, frame_of

NAMES = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(40)]
DRAW = f"from suluh.unseen.drawing import draw; print(draw('5', 'frame', {set(NAMES)!r}, 6))"


def test_the_same_is_drawn_in_whatever_order_the_names_come() -> None:
    assert (
        draw("5", "frame", NAMES, 10) == draw("5", "frame", reversed(NAMES), 10) == draw("5", "frame", set(NAMES), 10)
    )


@pytest.mark.parametrize("hashing", ["0", "1", "77"])
def test_the_same_is_drawn_whatever_the_seed_of_the_language(hashing: str) -> None:
    environment = os.environ | {"PYTHONHASHSEED": hashing}
    done = subprocess.run([sys.executable, "-c", DRAW], env=environment, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == str(draw("5", "frame", NAMES, 6))


def test_another_seed_or_frame_draws_others() -> None:
    assert len({draw(seed, frame, NAMES, 10) for seed in "123" for frame in ("one", "two")}) == 6


def test_a_hash_tool_draws_the_same() -> None:
    """`printf '%s\\n' b a | sort | sha256sum`, then `printf '7 FRAME a' | sha256sum` and the same with b."""
    frame = "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2"

    assert frame_of(["b", "a"]) == frame
    assert draw("7", frame, ["a", "b"], 1) == ("b",)


def test_every_content_is_drawn_about_equally_often() -> None:
    drawn = [one for seed in range(2000) for one in draw(str(seed), "frame", NAMES, 10)]

    assert all(430 < drawn.count(name) < 570 for name in NAMES)


def test_shares_add_up_and_each_stratum_has_at_least_one() -> None:
    for sizes in product((1, 2, 3, 10, 97), repeat=3):
        for wanted in range(len(sizes), sum(sizes) + 1):
            shares = allocate(sizes, wanted)
            assert sum(shares) == wanted
            assert all(1 <= share <= size for share, size in zip(shares, sizes, strict=True)), (sizes, wanted)


def test_shares_are_in_proportion_with_the_largest_remainder_first() -> None:
    assert allocate([1000, 500, 100], 16) == [10, 5, 1]
    assert allocate([50, 30, 20], 7) == [4, 2, 1]
    assert allocate([5000, 4000, 1], 10) == [5, 4, 1]


def test_strata_too_small_for_one_get_one_and_the_others_share_the_rest() -> None:
    assert allocate([10_000, 3, 2, 1], 100) == [97, 1, 1, 1]
