# SPDX-License-Identifier: Apache-2.0
"""What stands beside the messages of ``msgstore.db``: who, which chats, and what the side tables add to a row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.intake import Flaw
from suluh.readers.reader import flaw
from suluh.readers.whatsapp.along import Along, Rows, in_order
from suluh.readers.whatsapp.aside import Aside
from suluh.readers.whatsapp.jids import is_person

Cells = tuple[Cell, ...]

SIDES = {
    "message_media": ("file_path", "mime_type", "file_length", "media_name", "file_hash", "media_caption"),
    "message_system": ("action_type",),
    "message_system_chat_participant": ("user_jid_row_id",),
    "message_quoted": ("parent_message_chat_row_id", "key_id", "text_data", "sender_jid_row_id", "from_me"),
    "message_forwarded": (),
    "message_revoked": ("revoked_key_id",),
    "message_edit_info": ("original_key_id",),
    "message_vcard": ("vcard",),
    "message_location": ("latitude", "longitude", "place_name", "place_address", "url"),
    "message_call_log": ("call_log_row_id",),
}
"""The columns taken from each side table, by ``message_row_id``. Thumbnails and other blobs are never asked for."""

_TABLES = tuple(SIDES)
_MESSAGE = "message_row_id"
_QUOTES = ("key_remote_jid", "key_id", "data", "remote_resource")
Sides = Mapping[str, Sequence[Cells]]
"""What side tables say of one message, by table; a table that says nothing is not in it."""

_NOTHING: Sides = {}
Quote = tuple[str, str, str, str]
"""Jid of the chat, key, text and sender of a message that is quoted."""


def text_of(cell: Cell) -> str:
    """A cell as text; empty where it holds none."""
    return cell if isinstance(cell, str) else ""


def whole_of(cell: Cell) -> int:
    """A cell as a whole number; zero where it holds none."""
    if isinstance(cell, int):
        return cell
    return int(cell) if isinstance(cell, str) and cell.isascii() and cell.isdigit() and len(cell) < 19 else 0  # noqa: PLR2004 # fits 64 bits


class Store:
    """The small tables of one database, in memory, and the large ones along its messages, asked for in their order.

    What cannot be read on is kept as flaws.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.flaws: list[Flaw] = []
        self.jids: dict[int, str] = {}
        self.phones: dict[str, str] = {}
        """Phone jid by lid jid, as the app's own map states it."""
        self.chats: dict[int, tuple[str, str]] = {}
        """Jid and subject by row."""
        self.members: defaultdict[str, set[str]] = defaultdict(set)
        self._load_jids()
        self._load_chats()
        self.old_quotes = _Quotes(self.rows, self._again)
        self._left: dict[str, dict[int, list[Cells]]] = {table: {} for table in SIDES}
        self._message: int | None = None
        self._now: dict[str, list[Cells]] = {}
        """What the side tables say of the message that was asked for last, by table."""
        self._along = Along(map(self._side, SIDES), self._leave)
        self.aside = Aside(self.source.tables, (self.rows, self._again), self.jid, frozenset(SIDES))

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a table as far as they can be read; where they stop, a flaw is kept."""
        try:
            yield from self.source.rows(table, columns)
        except TimeoutError:
            raise
        except (OSError, ValueError) as error:
            self.flaws.append(flaw(self.source, f"table:{table}", str(error), self.source.place(table=table)))

    def jid(self, cell: Cell) -> str:
        """The jid of a row number; empty where there is none."""
        return self.jids.get(whole_of(cell), "")

    def take_all(self, message: int) -> Sides:
        """What the side tables say of one message, by table: each row is given once. Later ones are asked for later."""
        if message != self._message:
            self._turn(message)
        if not self._now:
            return _NOTHING
        found, self._now = self._now, {}
        return found

    def take(self, message: int, tables: Iterable[str]) -> Sides:
        """The same of some tables."""
        if message != self._message:
            self._turn(message)
        return {table: self._now.pop(table) for table in tables if table in self._now}

    def left(self) -> dict[str, dict[int, list[Cells]]]:
        """What the side tables say of no message that was asked for, by table and row; once all messages were."""
        self._leave_untaken()
        self._along.rest()
        return self._left

    def _turn(self, message: int) -> None:
        """Go on to a message."""
        if self._now:
            self._leave_untaken()
        self._message = message
        if self._along.ahead <= message:
            for place, cells in self._along.of(message):
                self._now.setdefault(_TABLES[place], []).append(cells)

    def _leave_untaken(self) -> None:
        for table, rows in self._now.items():
            self._left[table].setdefault(self._message or 0, []).extend(rows)
        self._now = {}

    def _leave(self, message: int, place: int, cells: Cells) -> None:
        self._left[_TABLES[place]].setdefault(message, []).append(cells)

    def _again(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a table that is read for its order as well: where they stop is a flaw once."""
        try:
            yield from self.source.rows(table, columns)
        except TimeoutError:
            raise
        except (OSError, ValueError):
            return

    def _load_jids(self) -> None:
        for row in self.rows("jid", ("user", "server", "raw_string")):
            user, server, raw = (text_of(cell) for cell in row.cells)
            # An identifier must not depend on a linked device's number, which only `raw_string` carries.
            self.jids[row.id] = f"{user}@{server}" if user and server else raw
        for row in self.rows("jid_map", ("lid_row_id", "jid_row_id")):
            lid, phone = (self.jid(cell) for cell in row.cells)
            if is_person(lid) and is_person(phone):
                self.phones[lid] = phone

    def _load_chats(self) -> None:
        for row in self.rows("chat", ("jid_row_id", "subject")):
            self.chats[row.id] = self.jid(row.cells[0]), text_of(row.cells[1])
        for row in self.rows("group_participant_user", ("group_jid_row_id", "user_jid_row_id")):
            self.members[self.jid(row.cells[0])].add(self.jid(row.cells[1]))
        for row in self.rows("group_participants", ("gjid", "jid")):
            self.members[text_of(row.cells[0])].add(text_of(row.cells[1]))

    def _side(self, table: str) -> Iterator[tuple[int, Cells]]:
        """What a side table tells, in the order of the messages."""

        def told(rows: Rows) -> Iterator[tuple[int, Cells]]:
            return ((whole_of(row.cells[0]), row.cells[1:]) for row in rows(table, (_MESSAGE, *SIDES[table])))

        def numbers(rows: Rows) -> Iterator[tuple[int, None]]:
            return ((whole_of(row.cells[0]), None) for row in rows(table, (_MESSAGE,)))

        return in_order(told, numbers, self.rows, self._again)


class _Quotes:
    """The messages that rows of the old schema quote, met along these rows; what is quoted again later is held."""

    def __init__(self, rows: Rows, again: Rows) -> None:
        self._held: dict[int, Quote] = {}
        self._later = _asked_later(whole_of(row.cells[0]) for row in again("messages", ("quoted_row_id",)))
        self._rows = rows("messages_quotes", _QUOTES)
        self._next = next(self._rows, None)

    def get(self, number: int) -> Quote | None:
        """The message that a row quotes; null where its quotation is gone."""
        found = self._held.get(number)
        while found is None and self._next is not None and self._next.id <= number:
            chat, key, said, who = (text_of(cell) for cell in self._next.cells)
            quote = chat, key, said, who
            found = quote if self._next.id == number else None
            if self._next.id in self._later:
                self._held[self._next.id] = quote
            self._next = next(self._rows, None)
        return found


def _asked_later(numbers: Iterable[int]) -> frozenset[int]:
    """Those numbers that stand behind an equal or a greater one."""
    highest, later = 0, set[int]()
    for number in numbers:
        if number > highest:
            highest = number
        elif number:
            later.add(number)
    return frozenset(later)
