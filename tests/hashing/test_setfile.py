# SPDX-License-Identifier: Apache-2.0
"""How hash sets are kept: columns in and out, frames that cannot be changed."""

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from suluh.hashing.sets import benign as module
from suluh.hashing.sets import setfile
from suluh.hashing.sets.benign import Benign
from suluh.hashing.sets.columns import Columns, pack, ranking, unpack
from suluh.hashing.sets.gatherer import Gatherer
from suluh.hashing.sets.lookup import spans
from suluh.hashing.sets.setfile import FRAME, decrypt, encrypt, mapped
from suluh.model.errors import BadBody
from suluh.model.matching import Category, SetEntry

KEY = bytes(range(32))


def _entries() -> Iterator[SetEntry]:
    for number in range(1, 40):
        yield SetEntry(
            number=number,
            md5=f"{number % 30:032x}" if number % 3 else None,
            sha1=f"{number:08x}" * 5 if number % 2 else None,
            sha256=f"{number << 200:064x}" if number % 5 == 0 else None,
            pdq=f"{number:064x}" if number % 7 == 0 else None,
            category=Category(scheme="", code=str(number % 2)) if number % 4 else None,
        )


def _columns() -> Columns:
    gatherer = Gatherer("ours")
    for entry in _entries():
        gatherer.add(entry)
    return gatherer.finish()


def test_columns_come_back_from_their_bytes() -> None:
    columns = _columns()

    back = unpack(pack(columns))

    assert pack(back) == pack(columns)
    assert back.categories == (Category(scheme="ours", code="1"), Category(scheme="ours", code="0"))
    assert [back.category(row) for row in (0, 3)] == [(Category(scheme="ours", code="1"),), ()]


def test_digests_are_sorted_and_keep_their_rows() -> None:
    keys = _columns().keys["md5"]

    values = [int(high) << 64 | int(low) for high, low in keys.words]
    assert values == sorted(values)
    assert [(row + 1) % 30 for row in keys.rows] == values


def test_of_a_benign_entry_only_the_strongest_digest_counts(tmp_path: Path) -> None:
    benign = Benign(tmp_path)
    for entry in _entries():
        benign.add(entry)

    benign.write(tmp_path / "set")

    columns = unpack(mapped(tmp_path / "set"))
    assert {name: len(keys.words) for name, keys in columns.keys.items()} == {"sha256": 7, "sha1": 16, "md5": 8}
    assert (len(columns.numbers), len(columns.pdq)) == (0, 0)
    assert [path.name for path in tmp_path.iterdir()] == ["set"]


@pytest.mark.parametrize("chunk", [1, 300, 1 << 20])
def test_a_benign_set_is_sorted_and_each_digest_stands_once_however_it_is_spread(
    chunk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_CHUNK", chunk)
    digests = [hashlib.sha1(bytes([i % 200]), usedforsecurity=False).digest() for i in range(300)]
    benign = Benign(tmp_path)
    for i in range(3):
        benign.add_block({"sha1": b"".join(digests[100 * i : 100 * i + 100])}, 1)

    benign.write(tmp_path / "set")

    keys = unpack(mapped(tmp_path / "set")).keys["sha1"].words
    assert keys.astype(">u8").tobytes() == b"".join(sorted({digest[:16] for digest in digests}))
    assert benign.count == 300


def test_equal_first_words_are_ranked_by_the_rest_and_then_as_they_came() -> None:
    keys = np.array([[5, 2], [1, 9], [5, 1], [5, 2], [1, 3]], np.uint64)

    assert ranking(keys).tolist() == [4, 1, 2, 0, 3]


@pytest.mark.parametrize("number", [0, 1, 2, 3, 1000])
def test_spans_equal_searching_one_by_one(number: int) -> None:
    raw = np.random.PCG64(number).random_raw(2 * number).reshape(number, 2) % np.uint64(7)
    keys = raw[ranking(raw)] << np.uint64(60)
    wanted = np.array([[high, low] for high in range(8) for low in range(8)], np.uint64) << np.uint64(60)

    starts, ends = spans(keys, wanted)

    listed = [tuple(key) for key in keys.tolist()]
    for place, key in enumerate(wanted.tolist()):
        assert ends[place] - starts[place] == listed.count(tuple(key))
        assert listed[starts[place] : ends[place]] == [tuple(key)] * listed.count(tuple(key))


@pytest.mark.parametrize("size", [1, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME])
def test_what_was_encrypted_comes_back(size: int) -> None:
    plain = bytes(range(256)) * (size // 256 + 1)
    hidden = encrypt(plain[:size], KEY)

    assert decrypt(io.BytesIO(hidden), KEY) == plain[:size]
    assert plain[:40] not in hidden


def test_any_change_cut_or_swap_of_frames_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setfile, "FRAME", 16)
    whole = encrypt(bytes(range(100)), KEY)
    start = len(setfile.MAGIC) + 32

    damaged = [whole[:end] for end in range(len(whole))]
    damaged += [whole[:i] + bytes([whole[i] ^ 1]) + whole[i + 1 :] for i in range(len(whole))]
    damaged.append(whole[:start] + whole[start + 32 : start + 64] + whole[start : start + 32] + whole[start + 64 :])
    for data in damaged:
        with pytest.raises(BadBody):
            decrypt(io.BytesIO(data), KEY)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(BadBody):
        decrypt(io.BytesIO(encrypt(b"abc", KEY)), bytes(32))


@pytest.mark.parametrize("cut", [0, 1, 50, 200, -1])
def test_kept_columns_that_are_cut_off_are_refused(cut: int) -> None:
    with pytest.raises(BadBody):
        unpack(pack(_columns())[:cut])
