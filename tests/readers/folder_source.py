# SPDX-License-Identifier: Apache-2.0
"""A source that reads from a folder on disk, for tests of readers."""

import functools
import posixpath
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from suluh.model.evidence.source import Line, Row
from suluh.model.ids import file_id
from suluh.model.place import Place

HEAD = 65536


class FolderSource:
    """One file of a folder as a reader sees it."""

    def __init__(
        self, folder: Path, name: str, *, accounts: tuple[str, ...] = (), profiles: tuple[str, ...] = ()
    ) -> None:
        self.exhibit = "B-1"
        self.acquisition = "1"
        self.inside: str | None = None
        self.path = name
        self.file = file_id(self.exhibit, self.acquisition, (), name.encode())
        self.accounts = accounts
        self.profiles = profiles
        self.content = self.mode = self.film = None
        self.given = False
        self.kinds: tuple[str, ...] = ()
        self.together: tuple[str, ...] = ()
        self._folder = folder
        self._on_disk = folder / name
        with self._on_disk.open("rb") as file:
            self.head = file.read(HEAD)
        self.size = self._on_disk.stat().st_size
        self.names = frozenset(one.name for one in self._on_disk.parent.iterdir())

    @functools.cached_property
    def tables(self) -> Mapping[str, tuple[str, ...]]:
        if not self.head.startswith(b"SQLite format 3\0"):
            return {}
        try:
            with closing(self._connect()) as base:
                names = [
                    name for (name,) in base.execute("select name from sqlite_master where type='table' order by name")
                ]
                return {name: tuple(row[1] for row in base.execute(f'pragma table_info("{name}")')) for name in names}
        except (sqlite3.Error, UnicodeDecodeError):  # the text of an error may itself be no UTF-8
            return {}

    def open(self) -> BinaryIO:
        return self._on_disk.open("rb")

    def lines(self) -> Iterator[Line]:
        with self.open() as file:
            for number, raw in enumerate(file, 1):
                text = raw.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "backslashreplace")
                yield Line(number, raw, text.removeprefix("\ufeff") if number == 1 else text)

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        there = self.tables.get(table)
        if there is None:
            return
        asked = "".join(f', "{column}"' if column in there else ", null" for column in columns)
        try:
            with closing(self._connect()) as base:
                for row in base.execute(f'select rowid{asked} from "{table}" order by rowid'):
                    yield Row(row[0], tuple(row[1:]))
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise OSError(f"{self.path}: table {table} cannot be read on: {error}") from error

    def beside(self, name: str) -> "FolderSource | None":
        path = posixpath.normpath((Path(self.path).parent / name).as_posix())
        there = (self._folder / path).is_file()
        return FolderSource(self._folder, path, accounts=self.accounts, profiles=self.profiles) if there else None

    def glance(self, name: str) -> bytes | None:
        found = self.beside(name)
        return None if found is None else found.head

    def place(  # noqa: PLR0913 # whatever tells where in an input a record stands, each by name
        self,
        *,
        line: int | None = None,
        last_line: int | None = None,
        table: str | None = None,
        row: str | None = None,
        pointer: str | None = None,
        sheet: str | None = None,
        page: int | None = None,
    ) -> Place:
        return Place(
            exhibit=self.exhibit,
            acquisition=self.acquisition,
            path=self.path,
            file=self.file,
            line=line,
            last_line=last_line,
            table=table,
            row=row,
            pointer=pointer,
            sheet=sheet,
            page=page,
        )

    def _connect(self) -> sqlite3.Connection:
        base = sqlite3.connect(f"{self._on_disk.absolute().as_uri()}?mode=ro", uri=True)
        base.text_factory = lambda raw: raw.decode("utf-8", "backslashreplace")
        return base
