# SPDX-License-Identifier: Apache-2.0
"""Reads what ALEAPP, iLEAPP and their kin found on a device: ``_lava_artifacts.db`` with ``_lava_data.lava``."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.intake import Flaw
from suluh.model.place import at
from suluh.model.talk import Attachment, is_named_only
from suluh.model.times import When
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.telling import Telling, contact, conversation, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.leapp.tables import Table, tables_of
from suluh.readers.leapp.who import Who
from suluh.readers.reader import Reader, Record, flaw

_MEDIA, _REFERENCES = "_lava_media_items", "_lava_media_references"
_OWN = ("_artifact_search_patterns", "_file_path_list", "_artifact_pattern_to_file")
_SILENT = ("created_at", "updated_at", "module_name", "artifact_name", "is_embedded", "metadata")
_OUT = re.compile(r"out|sent|dialed|keluar", re.IGNORECASE)
_IN = re.compile(r"\bin|receiv|miss|reject|block|voicemail|masuk", re.IGNORECASE)
_SPLIT = re.compile(r"[,;\n]")


class LeappOutput(Reader):
    """Output of ALEAPP, iLEAPP and their kin since 2025: conversations, SMS, calls and contacts.

    Messages are read where LEAPP itself says which column is what (its data views), calls and contacts by the names of
    columns; every other table is counted. Described by github.com/abrignoni/ALEAPP, in `lavafuncs.py`.
    """

    name = "leapp-output"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the tables that LEAPP alone makes."""
        wanted = {_MEDIA, _REFERENCES}
        return "a database with the tables " + ", ".join(sorted(wanted)) if wanted <= set(source.tables) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield what each table says, in the order of their names, and how much of the rest is not read."""
        yield from _Reading(Base(source, _SILENT)).records()


class _Reading:
    """One output while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        self.media: dict[str, Attachment] = {}
        self.own: set[str] = set()
        self.nobody = self.ownerless = 0

    def records(self) -> Iterator[Record | Flaw]:
        """Every table that is of a known kind."""
        self.base.pass_over(*_OWN)
        self._load_media()
        for table in tables_of(self.source):
            if table.kind == "contacts":
                if not self.source.kinds or "contacts" in self.source.kinds:
                    yield from self._contacts(table)
                continue
            who = Who(self.source, table.service)
            yield from self._talk(table, who) if table.kind == "talk" else self._calls(table, who)
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "SERVICE:NUMBER")
        yield from self.base.left()

    def _load_media(self) -> None:
        items = {}
        for row in self.base.rows(_MEDIA, ("id", "source_path", "extraction_path", "type")):
            key, path, copy, mime = (text_of(cell) for cell in row.cells)
            items[key] = Attachment(state="named", name=(path or copy).lstrip("/") or None, mime=mime or None)
        for row in self.base.rows(_REFERENCES, ("id", "media_item_id")):
            key, item = (text_of(cell) for cell in row.cells)
            self.media[key] = items.get(item) or Attachment(state="omitted")

    def _talk(self, table: Table, who: Who) -> Iterator[Record]:
        """The conversations of a table, then its messages."""
        order = list(table.columns)
        columns = [table.columns[one] for one in order]
        chats: defaultdict[str, dict[str, None]] = defaultdict(dict)
        labels: dict[str, tuple[int, str]] = {}
        for row in self.base.rows(table.name, columns):
            cells = dict(zip(order, row.cells, strict=True))
            key = _key(cells)
            labels.setdefault(key, (row.id, str(cells.get("label") or "")))
            sender = self._sender(table, who, cells, key)
            if sender is not None:
                chats[key][sender] = None
        yield from self._device(who)
        for key, (first, label) in labels.items():
            others = [one for one in chats[key] if one != who.device]
            kind = "group" if who.is_group(key) else who.kind(others)
            other = who.other(key)
            members = tuple(sorted({*others, who.device, *((other,) if other else ())}))
            place = self.telling.row(table.name, first)
            called = who.conversation(table.name, key)
            yield conversation(place, called, kind, title=label or key, members=members)
        for row in self.base.rows(table.name, columns):
            yield from self._message(table, who, row, dict(zip(order, row.cells, strict=True)))

    def _device(self, who: Who) -> Iterator[Record]:
        """The device's own account of a service, told once."""
        if who.device not in self.own:
            self.own.add(who.device)
            yield self.telling.own(who.device, f"own:{who.service}")

    def _is_sent(self, table: Table, cells: dict[str, Cell]) -> bool:
        way = cells.get("way")
        return way is not None and str(way).strip().casefold() == table.sent.strip().casefold() != ""

    def _sender(self, table: Table, who: Who, cells: dict[str, Cell], key: str) -> str | None:
        if self._is_sent(table, cells):
            return who.device
        return who.account(str(cells.get("sender") or ""), who.conversation(table.name, key))

    def _message(self, table: Table, who: Who, row: Row, cells: dict[str, Cell]) -> Iterator[Record]:
        key = _key(cells)
        sender = self._sender(table, who, cells, key)
        self.nobody += sender is None
        self.ownerless += sender == who.device and who.own is None
        place = self.telling.row(table.name, row.id)
        if sender != who.device:
            name = str(cells.get("sender") or "").strip()
            names = (name,) if sender is not None and is_named_only(sender) and name else ()
            yield from self.telling.account(place, sender, names=names)
        files = tuple(self._files(cells.get("media")))
        yield message(
            place,
            who.conversation(table.name, key),
            "media" if files else "text",
            sent=_when(cells.get("time")),
            sender=sender,
            text=str(cells.get("text") or ""),
            attachments=files,
            native_kind=table.shown,
        )

    def _files(self, cell: Cell) -> Iterator[Attachment]:
        """The files of a cell: LEAPP keeps the key of one, or a list of keys."""
        for key in re.findall(r"[0-9A-Za-z_-]{16,}", text_of(cell)):
            if key in self.media:
                yield self.media[key]

    def _calls(self, table: Table, who: Who) -> Iterator[Record]:
        order = list(table.columns)
        yield from self._device(who)
        for row in self.base.rows(table.name, [table.columns[one] for one in order]):
            cells = {one: str(cell or "") for one, cell in zip(order, row.cells, strict=True)}
            written, way = cells["number"], cells.get("way", "")
            called = who.conversation(table.name, written)
            other = who.account(written, called)
            place = self.telling.row(table.name, row.id)
            yield from self.telling.account(place, other)
            yield from self.telling.chat(place, called, "direct", (other, who.device))
            sender = who.device if _OUT.search(way) else other if _IN.search(way) else None
            self.nobody += sender is None
            self.ownerless += sender == who.device and who.own is None
            yield message(
                place,
                called,
                "call",
                sent=_when(cells["time"]),
                sender=sender,
                native_kind=f"call/{table.shown}/{way or '?'}/{cells.get('span') or '?'}",
            )

    def _contacts(self, table: Table) -> Iterator[Record | Flaw]:
        for row in self.base.rows(table.name, (table.columns["number"], table.columns["name"])):
            written, name = str(row.cells[0] or ""), str(row.cells[1] or "").strip()
            numbers = [one.strip() for one in _SPLIT.split(written) if one.strip()]
            place = self.telling.row(table.name, row.id)
            who = Who(self.source, table.service)
            known = [account for one in numbers if (account := who.account(one, table.name)) is not None]
            if not known:
                reason = "a contact without a number or an account"
                yield flaw(self.source, f"{table.name}:{row.id}", reason, place, name or None)
            elif name:
                for number, one in enumerate(dict.fromkeys(known)):
                    spot = at("contact", place, f"{table.name}:{row.id}/{number}") if number else place
                    yield contact(spot, name, one)
            else:
                yield from self.telling.seen(place, known[0])


def _key(cells: dict[str, Cell]) -> str:
    """What tells the conversations of a table apart; one without it is known by its sender."""
    return str(cells.get("chat") or cells.get("label") or cells.get("sender") or "unknown")


def _when(cell: Cell) -> When | None:
    """An instant in seconds, as LEAPP keeps it; any other writing stays as it is."""
    if isinstance(cell, int | float) or (isinstance(cell, str) and cell.isascii() and cell.isdigit()):
        return counted_from(UNIX, cell if isinstance(cell, float) else whole_of(cell))
    return When(written=text_of(cell)[:100]) if text_of(cell).strip() else None
