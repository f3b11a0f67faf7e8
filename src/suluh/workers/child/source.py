# SPDX-License-Identifier: Apache-2.0
"""What a job sees of one file: `model.source.Source` over descriptors that the parent opened."""

import hashlib
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import BinaryIO, Protocol

import msgspec

from suluh.model.evidence.source import PREFERENCES, SETTINGS, Line, Row
from suluh.model.ids import display, file_id, path_b64
from suluh.model.intake import File
from suluh.model.place import Place
from suluh.workers.child.chain import Chain, joined
from suluh.workers.child.lines import lines
from suluh.workers.child.views import Bytes, Descriptor
from suluh.workers.wire import wire
from suluh.workers.wire.together import LOG, SUFFIXES, together

DATABASE = "application/vnd.sqlite3"
MAGIC = b"SQLite format 3\0"
_SPOOL_PIECE = 1 << 19
_RESERVE = 1 << 20
_BLOCK = 1 << 20


class Tables(Protocol):
    """A database that is open."""

    tables: Mapping[str, tuple[str, ...]]
    faults: tuple[str, ...]
    in_use: tuple[str, ...]
    """The suffixes of what lies beside it and is read as one with it."""

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a table."""
        ...


class Databases(Protocol):
    """Opens databases; only a worker for databases has one."""

    def open(self, path: str, seconds: int) -> Tables:
        """A copy that the parent made, by its path in the worker's own folder."""
        ...


class Desk:
    """What all inputs of one worker share: the wire, the open containers, the door to databases."""

    def __init__(self, channel: wire.Channel, chain: Chain, databases: Databases | None) -> None:
        self.channel, self.chain, self.databases = channel, chain, databases
        self.number = 0
        """Which file of the batch is being worked on."""

        self.names: frozenset[str] = frozenset()
        """What lies beside the files of the batch."""

        self.reserve = bytes(_RESERVE)
        """Let go of when memory has run out, so that this can still be said."""

    def ask(self, name: bytes) -> tuple[wire.Reply, Bytes | None]:
        """The file of this name beside the one that is worked on, if there is one."""
        self.channel.send(wire.ASK, self.number, name)
        frame = self.channel.reply()
        reply = msgspec.json.decode(frame.payload, type=wire.Reply)
        return reply, None if reply.size is None else Descriptor(frame.descriptors[0], reply.size)

    def spool(self, data: Bytes, item: File, outermost: Bytes) -> str:
        """Stream a database out of a container to the parent, with what lies beside it; the path of its copy."""
        parts: list[Bytes | None] = [data]
        for suffix in SUFFIXES:
            try:
                parts.append(self.member(outermost, item, item.path + suffix.encode()))
            except (ValueError, KeyError):
                parts.append(None)
        size = sum(part.size for part in parts if part is not None)
        for number, part in enumerate(parts):
            if part is not None:
                self._spool_part(number, size, part)
        self.channel.send(wire.ASK, self.number)
        reply = msgspec.json.decode(self.channel.reply().payload, type=wire.Reply)
        return reply.database or ""

    def _spool_part(self, number: int, size: int, part: Bytes) -> None:
        head = wire.SPOOL_FORM.pack(number, size)
        with part.open() as file:
            self.channel.send(wire.SPOOL, self.number, head)
            while data := file.read(_SPOOL_PIECE):
                self.channel.send(wire.SPOOL, self.number, head + data)

    def member(self, outermost: Bytes, item: File, name: bytes) -> Bytes:
        """A member of the same container as `item`."""
        return self.chain.member((item.exhibit, item.acquisition), outermost, item.containers, name, self.part)

    def part(self, path: bytes) -> Bytes | None:
        """A further part of the outermost file."""
        return self.ask(path)[1]


class Changed(Exception):
    """The bytes of a file are not those that were digested."""


class Opened:
    """One input, open."""

    def __init__(self, desk: Desk, batch: wire.Batch, piece: wire.Piece, outermost: Bytes) -> None:
        self.target, self.item = piece.target, piece.target.file
        self.file, self.exhibit, self.acquisition = self.item.id, self.item.exhibit, self.item.acquisition
        self.accounts, self.profiles = batch.accounts, batch.profiles
        self.content, self.mode, self.film = self.target.content, self.target.mode, self.target.film
        self.given, self.kinds = self.target.given, self.target.kinds
        self._desk, self._batch, self._piece, self._outermost = desk, batch, piece, outermost
        self._siblings: list[Opened] = []

    @cached_property
    def path(self) -> str:
        """Relative to the exhibit, or the name in the innermost container."""
        return display(self.item.path)

    @cached_property
    def _path_b64(self) -> str | None:
        return path_b64(self.item.path)

    @cached_property
    def inside(self) -> str | None:
        """The containers around it."""
        return "!/".join(display(one) for one in self.item.containers) or None

    @property
    def names(self) -> frozenset[str]:
        """What lies in the same folder or archive."""
        return self._desk.names

    @cached_property
    def data(self) -> Bytes:
        """The bytes themselves."""
        if not self.item.containers:
            return self._outermost
        return self._desk.member(self._outermost, self.item, self.item.path)

    @property
    def head(self) -> bytes:
        """The first 64 KiB."""
        return self.data.head

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return self.data.size

    def prove(self) -> None:
        """Raise `Changed` where these are not the bytes that were digested, if that is in doubt."""
        if not self._piece.prove:
            return
        digest = hashlib.sha256()
        with self.open() as file:
            while block := file.read(_BLOCK):
                digest.update(block)
        found = digest.hexdigest()
        if found != self.content:
            raise Changed(f"this file is no longer the one that was digested: its SHA-256 is {found} now")

    def whole(self) -> BinaryIO:
        """The bytes from the start, and behind them those of its further parts on disk."""
        return (self.data if self.item.containers else joined(self.data, self.item.path, self._desk.part)).open()

    def open(self) -> BinaryIO:
        """The bytes from the start, seekable."""
        return self.data.open()

    def lines(self) -> Iterator[Line]:
        """Every line; together they cover every byte."""
        with self.open() as file:
            yield from lines(file)

    @cached_property
    def database(self) -> Tables | None:
        """The database that it is, where the parent made a copy of it."""
        databases = self._desk.databases
        if databases is None:
            return None
        path = self._piece.database
        if path is None and self.item.containers and self.target.type == DATABASE:
            path = self._desk.spool(self.data, self.item, self._outermost)
        return None if path is None else databases.open(path, self._piece.seconds)

    @property
    def tables(self) -> Mapping[str, tuple[str, ...]]:
        """Tables and their columns, when it is a database."""
        return {} if self.database is None else self.database.tables

    @property
    def together(self) -> tuple[str, ...]:
        """Ids of what is in use with the database, if it is one that was opened, and of what was read beside it."""
        in_use = [together(self.item)[suffix][0] for suffix in self._in_use]
        beside = [identity for one in self._siblings for identity in (one.file, *one.together)]
        return tuple(dict.fromkeys((*in_use, *beside)))

    @property
    def _in_use(self) -> tuple[str, ...]:
        database: Tables | None = self.__dict__.get("database")
        return () if database is None else database.in_use

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a table in the order of their ids; an absent column gives null, an absent table no row."""
        return iter(()) if self.database is None else self.database.rows(table, columns)

    @property
    def faults(self) -> tuple[str, ...]:
        """What broke while it was opened or read, apart from what a job can see itself."""
        data: Bytes | None = self.__dict__.get("data")
        database: Tables | None = self.__dict__.get("database")
        found = () if data is None or data.fault is None else (data.fault,)
        return found if database is None else found + database.faults

    def beside(self, name: str) -> "Opened | None":
        """A file in the same folder or archive."""
        settings, mark, inner = name.rpartition("/")
        raw = inner.encode("utf-8", "surrogateescape")
        if raw in {b"", b".", b".."} or b"\0" in raw or (mark and settings not in {SETTINGS, PREFERENCES}):
            return None
        folder = posixpath.join(posixpath.dirname(self.item.path), settings.encode())
        path = posixpath.normpath(posixpath.join(folder, raw))
        if path.startswith(b"../"):
            return None
        reply, opened = self._desk.ask(path)
        if self.item.containers:
            return self._member_beside(path)
        return None if opened is None else self._sibling(path, opened, reply.database)

    def glance(self, name: str) -> bytes | None:
        """The first 64 KiB of a file in the same folder or archive; it does not count as read."""
        found = self.beside(name)
        if found is None:
            return None
        self._siblings.remove(found)
        return found.head

    def _member_beside(self, path: bytes) -> "Opened | None":
        try:
            data = self._desk.member(self._outermost, self.item, path)
        except (ValueError, KeyError):
            return None
        sibling = self._sibling(path, self._outermost, None, DATABASE if data.head.startswith(MAGIC) else "")
        sibling.__dict__["data"] = data
        return sibling

    def _sibling(self, path: bytes, outermost: Bytes, database: str | None, media_type: str = "") -> "Opened":
        item = self.item
        identity = file_id(item.exhibit, item.acquisition, item.containers, path)
        file = msgspec.structs.replace(item, id=identity, path=path, size=None, modified=None, special=None)
        target = msgspec.structs.replace(self.target, file=file, type=media_type, content=None)
        piece = wire.Piece(target=target, database=database, seconds=self._piece.seconds)
        found = Opened(self._desk, self._batch, piece, outermost)
        self._siblings.append(found)
        return found

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
        """A place in this input; a row of a database that has a log names that as well."""
        log = together(self.item)[LOG][1] if table is not None and LOG in self._in_use else None
        return Place(
            exhibit=self.exhibit,
            acquisition=self.acquisition,
            path=self.path,
            file=self.file,
            path_b64=self._path_b64,
            beside=log,
            inside=self.inside,
            line=line,
            last_line=last_line,
            table=table,
            row=row,
            pointer=pointer,
            sheet=sheet,
            page=page,
        )
