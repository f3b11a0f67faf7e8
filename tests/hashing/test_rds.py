# SPDX-License-Identifier: Apache-2.0
"""NIST's databases are told by their plain tables, and rows give what the same rows of a table of text give."""

import hashlib

import pytest

from suluh.hashing.sets.format import Block
from suluh.hashing.sets.formats.rds import entries, rds, stated_version
from suluh.model.evidence.source import Cell
from suluh.model.matching import SetEntry, SetFlaw

KINDS = ("sha256", "sha1", "md5")


def _row(number: int) -> tuple[Cell, ...]:
    """A row whose hashes are those of its number, as NIST writes them."""
    text = str(number).encode()
    return (
        number,
        *(hashlib.new(kind, text, usedforsecurity=False).hexdigest().upper().encode() for kind in KINDS),
    )


def _digest(kind: str, number: int) -> bytes:
    return hashlib.new(kind, str(number).encode(), usedforsecurity=False).digest()


@pytest.mark.parametrize(
    ("tables", "table", "kinds"),
    [
        ({"METADATA": ("md5", "sha1", "sha256"), "VERSION": ("version",)}, "METADATA", KINDS),
        ({"FILE": ("sha256", "sha1", "md5", "crc32"), "PKG": ("name",)}, "FILE", KINDS),
        ({"file": ("MD5", "bytes")}, "file", ("md5",)),
        ({"METADATA": ("key", "value"), "FILE": ("sha1",)}, "FILE", ("sha1",)),
    ],
)
def test_the_table_of_files_is_found_in_full_and_minimal_sets(
    tables: dict[str, tuple[str, ...]], table: str, kinds: tuple[str, ...]
) -> None:
    found = rds(tables)

    assert found is not None
    assert (found.table, found.kinds) == (table, kinds)


@pytest.mark.parametrize("tables", [{}, {"message": ("md5",)}, {"FILE": ("crc32",), "VERSION": ("version",)}])
def test_other_databases_are_none(tables: dict[str, tuple[str, ...]]) -> None:
    assert rds(tables) is None


def test_whole_rows_are_one_block_and_numbers_count_on() -> None:
    [first, second] = entries([[_row(1), _row(2)], [_row(3)]], KINDS)

    assert isinstance(first, Block)
    assert first.digests == {kind: _digest(kind, 1) + _digest(kind, 2) for kind in KINDS}
    assert isinstance(second, Block)
    assert (second.first, second.digests["md5"]) == (3, _digest("md5", 3))


def test_a_column_in_which_nothing_stands_is_left_out_of_the_block() -> None:
    [block] = entries([[(1, None, *_row(1)[2:]), (2, b"", *_row(2)[2:])]], KINDS)

    assert isinstance(block, Block)
    assert list(block.digests) == ["sha1", "md5"]


@pytest.mark.parametrize(
    ("odd", "reason"),
    [
        (b"abc", "sha256 has 3 characters, not 64"),
        (b"zz" * 32, "sha256 is not hexadecimal"),
        (b"\xff" * 64, "sha256 has 256 characters, not 64"),
        (b"A1" * 31 + b"\t\t", "sha256 has 62 characters, not 64"),
        (b"A1" * 15 + b"\t\t" + b"A1" * 16, "sha256 is not hexadecimal"),
        (5, "sha256 is a number, not text"),
        (0.5, "sha256 is a number, not text"),
    ],
)
def test_an_odd_value_is_a_flaw_with_its_row_id_and_its_neighbours_are_kept(odd: Cell, reason: str) -> None:
    found = list(entries([[_row(1), (4711, odd, *_row(2)[2:]), _row(3)]], KINDS))

    assert found[1] == SetFlaw(line=4711, reason=reason)
    assert [one.number for one in found if isinstance(one, SetEntry)] == [1, 3]


def test_lengths_that_even_out_make_no_block() -> None:
    found = list(entries([[(1, _row(1)[1], None, b"A" * 31), (2, _row(2)[1], None, b"A" * 33)]], KINDS))

    assert [type(one) for one in found] == [SetFlaw, SetFlaw]


def test_a_row_without_any_hash_is_a_flaw_and_one_with_some_is_an_entry() -> None:
    found = list(entries([[(8, None, b"", None), (9, None, None, _row(9)[3])]], KINDS))

    assert found == [
        SetFlaw(line=8, reason="the row has no hash"),
        SetEntry(number=2, md5=_digest("md5", 9).hex()),
    ]


def test_rows_without_row_ids_are_named_by_their_place() -> None:
    [_, flaw] = entries([[(None, *_row(1)[1:]), (None, b"q", None, None)]], KINDS)

    assert flaw == SetFlaw(line=2, reason="sha256 has 1 characters, not 64")


def test_where_reading_ends_early_the_first_row_that_is_missing_is_named() -> None:
    def broken() -> object:
        yield [_row(1), _row(7)]
        raise ValueError("the database cannot be read any further: malformed")

    [block, flaw] = entries(broken(), KINDS)  # type: ignore[arg-type] # a generator is an iterable

    assert isinstance(block, Block)
    assert isinstance(flaw, SetFlaw)
    assert flaw.line == 8
    assert "fetch the database again" in flaw.reason


@pytest.mark.parametrize(
    ("rows", "version"),
    [
        ([(1, b"2024.03.1"), (2, b"2024.12.1")], "2024.12.1"),
        ([(1, b"2024.03.1\x1b[2J")], None),
        ([(1, None), (2, 5)], None),
        ([(1, b"x" * 101)], None),
        ([], None),
    ],
)
def test_the_newest_version_that_can_be_printed_is_the_one(rows: list[tuple[Cell, ...]], version: str | None) -> None:
    assert stated_version(rows) == version
