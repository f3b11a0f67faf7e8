# SPDX-License-Identifier: Apache-2.0
"""What every format of hash sets keeps to; a new one is covered by its fixture alone."""

import hashlib
import io
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import pytest

from suluh.hashing.sets.columns import pack
from suluh.hashing.sets.entries import read_set
from suluh.hashing.sets.format import HEAD, SetFormat, the_format
from suluh.hashing.sets.formats import lines
from suluh.hashing.sets.gatherer import Gatherer
from suluh.model.errors import Misuse
from suluh.model.matching import SetEntry, SetFlaw
from suluh.plugins import find

ROOT = Path(__file__).parents[1] / "data" / "hashing" / "sets"


class Fixture(NamedTuple):
    format: str
    path: Path
    expected: bytes


def _fixtures() -> list[Fixture]:
    """One folder a fixture: the file as `input.*`, and what it holds as `expected.jsonl`."""
    found = []
    for folder in sorted(path for path in ROOT.glob("*/*") if path.is_dir()):
        [path] = folder.glob("input*")
        found.append(Fixture(folder.parent.name, path, (folder / "expected.jsonl").read_bytes()))
    return found


FIXTURES = _fixtures()
every = pytest.mark.parametrize("fixture", FIXTURES, ids=lambda one: f"{one.format}-{one.path.parent.name}")


def _lines(data: bytes, name: str) -> bytes:
    found = the_format(data[:HEAD], name).entries(io.BytesIO(data))
    return b"".join(msgspec.json.encode(one, order="sorted") + b"\n" for one in found)


def test_every_format_has_a_fixture() -> None:
    assert {one.name for one in find("suluh.hashing.sets.formats", SetFormat)} == {one.format for one in FIXTURES}  # type: ignore[type-abstract] # only finished ones are found


@every
def test_a_set_is_claimed_by_its_format(fixture: Fixture) -> None:
    assert the_format(fixture.path.read_bytes()[:HEAD], fixture.path.name).name == fixture.format


@every
def test_a_set_gives_the_entries_and_flaws_that_are_expected(fixture: Fixture) -> None:
    assert _lines(fixture.path.read_bytes(), fixture.path.name) == fixture.expected


@every
def test_numbers_rise_and_every_entry_has_a_hash(fixture: Fixture) -> None:
    found = list(the_format(fixture.path.read_bytes()[:HEAD], "").entries(io.BytesIO(fixture.path.read_bytes())))

    numbers = [one.line if isinstance(one, SetFlaw) else one.number for one in found]
    entries = [one.number for one in found if isinstance(one, SetEntry)]
    assert numbers == sorted(numbers)
    assert entries == sorted(set(entries))
    assert all(one.md5 or one.sha1 or one.sha256 or one.pdq for one in found if isinstance(one, SetEntry))


@every
def test_a_cut_or_damaged_set_gives_flaws_and_no_exception(fixture: Fixture) -> None:
    whole = fixture.path.read_bytes()
    form = the_format(whole[:HEAD], fixture.path.name)
    numbers = np.random.PCG64(1).random_raw(400)

    for i in range(20):
        assert isinstance(list(form.entries(io.BytesIO(whole[: len(whole) * i // 20]))), list)
    for i in range(200):
        data = bytearray(whole)
        data[int(numbers[i]) % len(data)] ^= 1 + int(numbers[i + 200]) % 255
        assert isinstance(list(form.entries(io.BytesIO(data))), list)


@every
def test_reading_in_bulk_gives_the_same_columns(fixture: Fixture) -> None:
    data = fixture.path.read_bytes()
    one_by_one, bulk = Gatherer("ours"), Gatherer("ours")
    for one in the_format(data[:HEAD], "").entries(io.BytesIO(data)):
        if isinstance(one, SetEntry):
            one_by_one.add(one)

    read_set(io.BytesIO(data), "", bulk)

    assert pack(bulk.finish()) == pack(one_by_one.finish())


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("name", ["md5", "sha1", "sha256"])
@pytest.mark.parametrize("odd", [b"", b"not a hash\n", b"# remark\n", b"ab cd\n"])
def test_long_plain_lists_are_read_in_blocks_and_odd_lines_are_told(
    end: bytes, name: str, odd: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "_BLOCK", 700)
    hashes = [hashlib.new(name, bytes([i]), usedforsecurity=False).hexdigest().encode() for i in range(200)]
    data = end.join(hashes[:120]) + end + odd + end.join(hashes[120:])

    gatherer = Gatherer("ours")
    told = read_set(io.BytesIO(data), "", gatherer)
    columns = gatherer.finish()

    number = 120 + (1 if odd else 0)
    assert columns.numbers.tolist() == [*range(1, 121), *range(number + 1, number + 81)]
    assert len(columns.keys[name].words) == 200
    assert told.flawed == (odd in {b"not a hash\n", b"ab cd\n"})


@pytest.mark.parametrize("head", [b"paket 40 file 50rb\n", b"berkas,ukuran\nfoto.jpg,17\n", b"\x00\xff\r\r\x89\n"])
def test_what_no_format_claims_is_refused_with_their_names(head: bytes) -> None:
    with pytest.raises(Misuse, match=r"csv, .*hex-list"):
        the_format(head, "pesan.txt")


@pytest.mark.parametrize(
    "head",
    [
        b"sha1,update\nINSERT INTO FILE(sha1)\n",
        b"CREATE TABLE FILE (sha1 VARCHAR);\n",
        b"INSERT INTO message(md5) VALUES('a');\n",
        b"BEGIN;\n" + b"\n" * 60_000,
    ],
)
def test_other_sql_is_no_delta(head: bytes) -> None:
    form = next(one for one in find("suluh.hashing.sets.formats", SetFormat) if one.name == "nsrl-3-delta")  # type: ignore[type-abstract] # only finished ones are found

    assert form().claims(head, "delta.sql") is None
