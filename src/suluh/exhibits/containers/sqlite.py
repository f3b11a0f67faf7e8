# SPDX-License-Identifier: Apache-2.0
"""Files in the rows of databases: small pictures of chats and galleries, caches, what apps keep so."""

import io
from collections.abc import Iterator
from typing import BinaryIO, ClassVar, NamedTuple

from suluh.exhibits.rows.kinds import FAR, NEAR, SMALLEST, STARTS, Held, held, needs_more
from suluh.exhibits.rows.pages import LOGS, MAGIC, SHAPELESS, Cell, Page, Pages, Value, values
from suluh.model.evidence.container import Container, Distinct, Member, Remark

_BLOCK, _OVERLAP = 1 << 22, 32
_MOST = 200_000
_DEEPEST = 40
_TOO_MANY = f"more than {_MOST} pictures lie in its rows, or more bytes than it has: no further one is listed"
_SCHEMA_ROOT = 3
"""The column of the list of tables that says on which page a table begins."""


class _Place(NamedTuple):
    """Where the bytes of a member lie: a record, and one value in it."""

    cell: Cell
    value: Value


class Sqlite(Container):
    """A SQLite database, or its write-ahead log by itself.

    A member is the whole value of a row that is a picture, film or ZIP, or in which a picture lies: packed by gzip, as
    letters, in a property list, behind a few bytes. It is called ``table/row-column.jpg`` of a database, and of a log,
    which knows no tables, ``page 7/cell-column.jpg``. Rows are read as their bytes lie: no query is run.
    """

    name: ClassVar[str] = "sqlite"
    is_host: ClassVar[bool] = True

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._pages: Pages | None = None
        self._places: dict[bytes, _Place] = {}
        self._is_listed = False

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """Its first bytes."""
        return head.startswith((MAGIC, *LOGS))

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every picture and film that is a value of a row, table by table."""
        self._file, self._places, self._is_listed = file, {}, False
        if not _has_starts(file):
            self._is_listed = True
            return
        self._pages = pages = Pages(file)
        names, left = Distinct(), file.seek(0, 2)
        for label, page in _leaves(pages):
            for own, place in _found(pages, page, label):
                left -= place.value.end - place.value.start
                if len(self._places) >= _MOST or left < 0:
                    yield Remark("most", _TOO_MANY)
                    return
                name = names.own(own)
                self._places[name] = place
                yield Member(name, place.value.end - place.value.start, None, None)
        self._is_listed = True
        if pages.is_spent():
            yield Remark("most", _TOO_MANY)

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """The bytes of one. Raises `KeyError`, `ValueError`."""
        if self._file is not file or (name not in self._places and not self._is_listed):
            for _ in self.members(file):
                pass
        cell, value = self._places[name]
        raw = self._pages.record(cell)[value.start : value.end] if self._pages is not None else b""
        if len(raw) < value.end - value.start:
            raise ValueError("the pages on which it goes on are not there")
        return io.BytesIO(raw)


def _has_starts(file: BinaryIO) -> bool:
    """Whether a picture or film may begin anywhere in it: most databases hold none, and are not walked."""
    file.seek(0)
    before = b""
    while block := file.read(_BLOCK):
        if STARTS.search(before + block):
            return True
        before = block[-_OVERLAP:]
    return False


def _leaves(pages: Pages) -> Iterator[tuple[bytes, Page]]:
    """Every page with rows, and what it is called by: its table, or in a log its number."""
    if pages.is_log:
        for number in pages.numbers():
            page = pages.page(number)
            if page is not None and page.is_leaf:
                yield b"page %d" % number, page
        return
    seen: set[int] = set()
    for name, root in _tables(pages):
        for page in _under(pages, root, seen, 0):
            yield name, page


def _tables(pages: Pages) -> Iterator[tuple[bytes, int]]:
    """Name and first page of each table, as the list of tables on the first page has them."""
    for page in _under(pages, 1, set(), 0):
        for number in range(len(page.cells)):
            cell = pages.cell(page, number)
            record = pages.record(cell) if cell is not None else b""
            row = [record[one.start : one.end] for one in values(record)]
            if len(row) > _SCHEMA_ROOT and row[0] == b"table":
                yield row[1].replace(b"/", b"_"), int.from_bytes(row[_SCHEMA_ROOT], "big")


def _under(pages: Pages, number: int, seen: set[int], depth: int) -> Iterator[Page]:
    """The pages with rows of one tree, in their order; a page that was met is not gone into again."""
    page = pages.page(number) if number not in seen and depth < _DEEPEST else None
    if page is None:
        return
    seen.add(number)
    if page.is_leaf:
        yield page
    for one in pages.below(page):
        yield from _under(pages, one, seen, depth + 1)


def _found(pages: Pages, page: Page, label: bytes) -> Iterator[tuple[bytes, _Place]]:
    """Pictures and films on one page, with what each is called."""
    may_be_here = STARTS.search(page.raw) is not None
    for number in range(len(page.cells)):
        cell = pages.cell(page, number)
        if cell is None or not (may_be_here or cell.beyond):
            continue
        for column, value in enumerate(values(cell.here), 1):
            size = value.end - value.start
            is_one = value.kind >= SHAPELESS and size >= SMALLEST and value.end <= cell.size
            taken = _taken(pages, cell, value) if is_one else None
            if taken is not None:
                row = cell.number if pages.is_log else cell.row
                name = b"%b/%d-%d.%b" % (label, row, column, taken.suffix)
                yield name, _Place(cell, value._replace(start=value.start + taken.start))


def _taken(pages: Pages, cell: Cell, value: Value) -> Held | None:
    """What of a value is taken, if it is a file or one lies in it."""
    start = _start(pages, cell, value, NEAR)
    return held(_start(pages, cell, value, FAR) if needs_more(start) else start, value.end - value.start)


def _start(pages: Pages, cell: Cell, value: Value, most: int) -> bytes:
    """The first bytes of a value, on its own page or beyond."""
    end = min(value.start + most, value.end)
    record = cell.here if end <= len(cell.here) else pages.glance(cell, end)
    return record[value.start : end]
