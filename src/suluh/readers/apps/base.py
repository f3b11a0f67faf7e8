# SPDX-License-Identifier: Apache-2.0
"""A database of an app while it is read: what was asked of it, and in the end what was not.

Tables and columns that hold something and were not asked for are counted, so that nobody takes what was read for all
that is there. Columns that may hold pictures or keys are never asked for: they are named.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.intake import Flaw
from suluh.readers.reader import flaw

_OWN_OF_DATABASE = re.compile(
    r"Z_(?:METADATA|PRIMARYKEY|MODELCACHE)|android_metadata|sqlite_.*|sync_.*|(?:.*_)?fts\d?(?:_.*)?"
    r"|.*_(?:segments|segdir|docsize|stat)|room_master_table|props|properties|_SqliteDatabaseProperties"
)
_COUNTED_BY_APP = frozenset({"Z_PK", "Z_ENT", "Z_OPT", "_id", "ROWID", "rowid", "guid"})
_OF_CORE_DATA = "Z_FOK_"
_PICTURE = re.compile(r"thumb|photo|picture|avatar|image|media_?key|enc_?key|profile_?key|blob", re.IGNORECASE)
_MOST = 100_000
"""Rows of a table that are counted one by one."""

_LONGEST = 900
"""Characters of a reason that lists tables."""


def text_of(cell: Cell) -> str:
    """A cell as text; empty where it holds none."""
    return cell if isinstance(cell, str) else ""


def whole_of(cell: Cell) -> int:
    """A cell as a whole number; zero where it holds none."""
    if isinstance(cell, int):
        return cell
    if isinstance(cell, float):
        return int(cell) if abs(cell) < 1 << 53 else 0
    return int(cell) if isinstance(cell, str) and re.fullmatch(r"-?[0-9]{1,18}", cell) else 0


def shown(cell: Cell) -> str:
    """A cell in words; empty where it holds nothing, or bytes."""
    return "" if cell is None or isinstance(cell, bytes) or cell in ("", 0) else str(cell)


class Base:
    """One database."""

    def __init__(self, source: Source, silent: Sequence[str] = ()) -> None:
        self.source = source
        self.flaws: list[Flaw] = []
        """What could not be read on."""

        self._asked: dict[str, set[str]] = {}
        self._silent = _COUNTED_BY_APP | frozenset(silent)
        """Columns that say something of the app alone, such as how a row is shown."""

    def has(self, table: str) -> bool:
        """Whether there is a table of this name."""
        return table in self.source.tables

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a table as far as they can be read; where they stop, a flaw is kept."""
        self._asked.setdefault(table, set()).update(columns)
        yield from self._read(table, columns)

    def pass_over(self, *tables: str) -> None:
        """Say of tables that they hold nothing of their own, such as the app's notes on how it shows a chat."""
        for table in tables:
            self._asked.setdefault(table, set(self.source.tables.get(table, ())))

    def left(self) -> Iterator[Flaw]:
        """What could not be read on, and what was not asked for although it holds something."""
        names = ", ".join(f"{table} ({number})" for table, number in self._tables_left())
        columns = ", ".join(f"{column} ({number})" for column, number in self._columns_left())
        hidden = ", ".join(f"{table}.{column}" for table, column in self._hidden())
        yield from self.flaws
        for position, reason, what in (
            ("tables", "tables that hold rows and are not read, with their rows:", names),
            ("columns", "columns that hold something and are not read, with their rows:", columns),
            ("hidden", "columns that may hold pictures or keys and are never read:", hidden),
        ):
            if what:
                yield flaw(self.source, position, f"{reason} {what}"[:_LONGEST], self.source.place())

    def _read(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        try:
            yield from self.source.rows(table, columns)
        except TimeoutError:
            raise
        except (OSError, ValueError) as error:
            position = f"table:{table}"
            if all(one.place.table != table for one in self.flaws):
                self.flaws.append(flaw(self.source, position, str(error), self.source.place(table=table)))

    def _tables_left(self) -> Iterator[tuple[str, int]]:
        for table in sorted(self.source.tables):
            is_open = table not in self._asked and not _OWN_OF_DATABASE.fullmatch(table)
            number = sum(1 for _ in islice(self._read(table, ()), _MOST)) if is_open else 0
            if number:
                yield table, number

    def _columns_left(self) -> Iterator[tuple[str, int]]:
        for table, asked in sorted(self._asked.items()):
            there = self.source.tables.get(table, ())
            open_ = [one for one in there if not self._is_silent(one, asked) and not _PICTURE.search(one)]
            if not open_:
                continue
            found = [0] * len(open_)
            for row in islice(self._read(table, open_), _MOST):
                for at, cell in enumerate(row.cells):
                    found[at] += cell is not None and cell not in ("", 0, b"")
            yield from ((f"{table}.{one}", times) for one, times in zip(open_, found, strict=True) if times)

    def _is_silent(self, column: str, asked: set[str]) -> bool:
        return column in asked or column in self._silent or column.startswith(_OF_CORE_DATA)

    def _hidden(self) -> Iterator[tuple[str, str]]:
        for table, asked in sorted(self._asked.items()):
            for one in self.source.tables.get(table, ()):
                if not self._is_silent(one, asked) and _PICTURE.search(one):
                    yield table, one
