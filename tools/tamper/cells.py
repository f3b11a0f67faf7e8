# SPDX-License-Identifier: Apache-2.0
"""Every cell of every row of every table, as the schema has them, given another value."""

import shutil
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from tools.tamper.bed import Bed
from tools.tamper.kind import FOUND, NONE, Kind, chance_of, missed, said

from suluh.case.folder import CaseFolder
from suluh.case.verify.case import verify_case
from suluh.unit.folder import UnitFolder

Value = str | int | float | bytes | None
FINISHED = 20_000
"""Cells of the large case that are drawn."""


class Cell(NamedTuple):
    """One cell of a case file."""

    table: str
    row: int
    column: str


def _near(held: Value) -> Value:
    if isinstance(held, bytes):
        return bytes([*held[:-1], held[-1] ^ 1]) if held else b"\0"
    if isinstance(held, str):
        return held[:-1] + chr(ord(held[-1]) ^ 1) if held else "0"
    return 0 if held is None else held + 1


def _flipped(held: Value) -> Value:
    if isinstance(held, bytes):
        return held.decode("utf-8", "replace")
    return held.encode() if isinstance(held, str) else str(held or "")


def _spelled(held: Value) -> Value:
    if not isinstance(held, str):
        return None if held is None else _near(_near(held))
    apart = unicodedata.normalize("NFD", held)
    return apart if apart != held else f"{held}\u0301"


def _case(held: Value) -> Value:
    if isinstance(held, bytes):
        return held.swapcase()
    return held.swapcase() if isinstance(held, str) else -(held or 1)


def _longer(held: Value) -> Value:
    if isinstance(held, bytes):
        return held + b" "
    return f"{held} " if isinstance(held, str) else float(held or -0.0)


ALTERED: tuple[Callable[[Value], Value], ...] = (
    _near,
    _flipped,
    _spelled,
    _case,
    _longer,
    lambda _: None,
    lambda held: held - 1 if isinstance(held, int) else "0",
    lambda held: b"" if isinstance(held, bytes) else "",
)
"""The same again but for a little, in another type, in another spelling, longer, nothing, less, empty."""


def of_every(bed: Bed) -> int:
    """T3: every cell of the case that holds every kind of row, in every way."""
    return len(cells(bed.every)) * len(ALTERED)


def in_every(bed: Bed, number: int) -> str:
    """One of them."""
    at, way = divmod(number, len(ALTERED))
    return _tried(bed, bed.every, cells(bed.every)[at], ALTERED[way])


def in_finished(bed: Bed, number: int) -> str:
    """T3: a drawn cell of a case that has run."""
    chance = chance_of("cells", number)
    return _tried(bed, bed.finished, chance.choice(cells(bed.finished)), chance.choice(ALTERED))


@cache
def cells(folder: CaseFolder) -> tuple[Cell, ...]:
    """Every cell of a case file, in the order of tables, rows and columns."""
    return tuple(_cells(folder.file))


def _cells(file: Path) -> Iterator[Cell]:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as base:
        tables = base.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name").fetchall()
        for (table,) in tables:
            columns = [one[1] for one in base.execute(f'PRAGMA table_info("{table}")')]
            for (row,) in base.execute(f'SELECT rowid FROM "{table}" ORDER BY rowid').fetchall():  # noqa: S608 # our own tables
                yield from (Cell(table, row, column) for column in columns)


def _tried(bed: Bed, folder: CaseFolder, cell: Cell, alter: Callable[[Value], Value]) -> str:
    """What became of one cell given another value; the copy is whole again afterwards."""
    copy = _copy(bed, folder)
    unit = bed.unit if folder == bed.every else UnitFolder(folder.path.parent / "unit")
    with closing(sqlite3.connect(copy.file, isolation_level=None)) as base:
        held = _held(base, cell)
        try:
            changed = _put(base, cell, alter(held))
        except sqlite3.Error:
            return NONE  # SQLite does not take it: nothing was changed
        if _is_same(_held(base, changed), held):
            return NONE
        error = said(partial(verify_case, copy, unit=unit))
        _put(base, changed, held)
    if error is None:
        return missed(f"{cell}: {alter(held)!r} in the place of {held!r}")
    return FOUND if error.where else missed(f"{cell}: found, and not named: {error}")


@cache
def _copied(scratch: Path, folder: CaseFolder) -> CaseFolder:
    return CaseFolder(Path(shutil.copytree(folder.path, scratch / f"cells-{folder.path.parent.name}")))


def _copy(bed: Bed, folder: CaseFolder) -> CaseFolder:
    """The one copy of this process, in which every cell is put back."""
    return _copied(bed.scratch, folder)


def _held(base: sqlite3.Connection, cell: Cell) -> Value:
    words = f'SELECT "{cell.column}" FROM "{cell.table}" WHERE rowid=?'  # noqa: S608 # our own tables
    value: Value = base.execute(words, (cell.row,)).fetchone()[0]
    return value


def _put(base: sqlite3.Connection, cell: Cell, value: Value) -> Cell:
    """Give a cell a value past the guards of the ledger, which are put back; the cell, should its row have moved."""
    guards = base.execute(
        "SELECT name, sql FROM sqlite_master WHERE type='trigger' AND tbl_name=?", (cell.table,)
    ).fetchall()
    base.execute("BEGIN")
    try:
        for name, _ in guards:
            base.execute(f'DROP TRIGGER "{name}"')
        base.execute(f'UPDATE "{cell.table}" SET "{cell.column}"=? WHERE rowid=?', (value, cell.row))  # noqa: S608 # our own tables
        for _, words in guards:
            base.execute(words)
        is_key = base.execute(f'SELECT 1 FROM "{cell.table}" WHERE rowid=?', (cell.row,)).fetchone() is None  # noqa: S608 # as above
        base.execute("COMMIT")
    except sqlite3.Error:
        base.execute("ROLLBACK")
        raise
    return cell._replace(row=int(value)) if is_key and isinstance(value, int | float | str | bytes) else cell


def _is_same(one: Value, other: Value) -> bool:
    return type(one) is type(other) and one == other


KINDS = (
    Kind("T3 every cell of a case with every kind of row", of_every, in_every),
    Kind("T3 drawn cells of a case that has run", lambda _: FINISHED, in_finished),
)
