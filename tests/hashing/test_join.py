# SPDX-License-Identifier: Apache-2.0
"""The join finds every pair within the distance and no other: it equals comparing all with all."""

import numpy as np
import pytest
from numpy.typing import NDArray

from suluh.hashing.matching import join as module
from suluh.hashing.matching.join import FURTHEST, join
from suluh.hashing.matching.proof import joined
from suluh.model.errors import Misuse

Words = NDArray[np.uint64]


def _uniform(number: int, seed: int) -> Words:
    return np.random.PCG64(seed).random_raw(4 * number).astype(np.uint64).reshape(number, 4)


def _clustered(number: int, seed: int, centres: int = 40) -> Words:
    """Hashes around centres, each bit flipped with a chance drawn for each hash from 0 to an eighth."""
    numbers = np.random.PCG64(seed)
    middle = _uniform(centres, 99)[numbers.random_raw(number) % np.uint64(centres)]
    strength = (numbers.random_raw(number) >> np.uint64(59)).astype(np.int64)
    draws = (numbers.random_raw(256 * number) >> np.uint64(56)).reshape(number, 256).astype(np.int64)
    flips = np.packbits(draws < strength[:, None], axis=1).view(np.uint64)
    return middle ^ flips


def _brute(queries: Words, known: Words, radius: int) -> list[tuple[int, int, int]]:
    apart = np.bitwise_count(queries[:, None, :] ^ known[None, :, :]).sum(axis=2)
    return [(int(q), int(k), int(apart[q, k])) for q, k in np.argwhere(apart <= radius)]


def _found(queries: Words, known: Words, radius: int) -> list[tuple[int, int, int]]:
    return [(int(q), int(k), int(d)) for q, k, d in zip(*join(queries, known, radius), strict=True)]


@pytest.mark.parametrize("radius", range(FURTHEST + 1))
def test_clustered_hashes_give_the_pairs_of_brute_force_at_every_distance(radius: int) -> None:
    queries, known = _clustered(300, 1), _clustered(200, 2)

    assert _found(queries, known, radius) == _brute(queries, known, radius)


@pytest.mark.parametrize("size", [0, 1, 2])
@pytest.mark.parametrize("radius", [0, 15, 16, 31, 32, 47])
def test_lists_of_no_one_and_two_hashes_are_joined(size: int, radius: int) -> None:
    queries, known = _clustered(80, 3, 2), _clustered(size, 4, 2)

    assert _found(queries, known, radius) == _brute(queries, known, radius)
    assert _found(known, queries, radius) == _brute(known, queries, radius)


@pytest.mark.parametrize("apart", range(49))
def test_a_planted_pair_is_found_up_to_the_distance_and_not_beyond(apart: int) -> None:
    one = _uniform(50, apart)
    other = one.copy()
    numbers = np.random.PCG64(apart)
    for row in range(50):
        for bit in np.argsort(numbers.random_raw(256))[:apart]:
            other[row, bit // 64] ^= np.uint64(1) << np.uint64(bit % 64)

    for radius in (0, 15, 16, 31, 32, 47):
        assert len(join(one, other, radius).query) == (50 if apart <= radius else 0)


def test_copies_on_both_sides_come_out_as_every_pair_of_rows() -> None:
    one = np.repeat(_uniform(2, 5), 30, axis=0)

    assert _found(one, one, 31) == _brute(one, one, 31)
    assert len(_found(one, one, 0)) == 2 * 30 * 30


@pytest.mark.parametrize("size", [1, 7, 300, 5000])
def test_queries_in_blocks_give_the_pairs_of_all_at_once(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    queries, known = _clustered(300, 1), _clustered(400, 2)
    whole = join(queries, known, 31)
    monkeypatch.setattr(module, "_BLOCK", size)

    found = joined(queries, known, 31)

    assert len(whole.query) > 0
    assert all((one == other).all() for one, other in zip(found, whole, strict=True))


def test_a_run_past_its_room_is_done_again_with_room(monkeypatch: pytest.MonkeyPatch) -> None:
    queries, known = _clustered(200, 6, 2), _clustered(200, 7, 2)
    monkeypatch.setattr(module, "_FIRST_ROOM", 3)

    assert _found(queries, known, 31) == _brute(queries, known, 31)


def test_the_number_of_threads_changes_nothing() -> None:
    queries, known = _clustered(500, 8), _clustered(500, 9)

    one, four = join(queries, known, 31, threads=1), join(queries, known, 31, threads=4)

    assert all((left == right).all() for left, right in zip(one, four, strict=True))


@pytest.mark.parametrize("radius", [-1, 48])
def test_a_distance_that_cannot_be_joined_is_refused(radius: int) -> None:
    with pytest.raises(Misuse, match="0 to 47"):
        join(_uniform(1, 1), _uniform(1, 1), radius)
