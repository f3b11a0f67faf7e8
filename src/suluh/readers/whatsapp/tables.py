# SPDX-License-Identifier: Apache-2.0
"""What stands beside the messages of ``msgstore.db``: who, which chats, and what the side tables add to a row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.intake import Flaw
from suluh.readers.reader import flaw
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


def text_of(cell: Cell) -> str:
    """A cell as text; empty where it holds none."""
    return cell if isinstance(cell, str) else ""


def whole_of(cell: Cell) -> int:
    """A cell as a whole number; zero where it holds none."""
    if isinstance(cell, int):
        return cell
    return int(cell) if isinstance(cell, str) and cell.isascii() and cell.isdigit() and len(cell) < 19 else 0  # noqa: PLR2004 # fits 64 bits


class Store:
    """The small tables of one database, in memory. What cannot be read on is kept as flaws."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.flaws: list[Flaw] = []
        self.jids: dict[int, str] = {}
        self.phones: dict[str, str] = {}
        """Phone jid by lid jid, as the app's own map states it."""
        self.chats: dict[int, tuple[str, str]] = {}
        """Jid and subject by row."""
        self.members: defaultdict[str, set[str]] = defaultdict(set)
        self.old_quotes: dict[int, tuple[str, str, str, str]] = {}
        """Jid of the chat, key, text and sender of the message quoted, by row of the old schema."""
        self.sides: dict[str, dict[int, list[Cells]]] = {}
        self._load_jids()
        self._load_chats()
        for table, columns in SIDES.items():
            self.sides[table] = self._side(table, columns)
        self._told_beside = frozenset(number for side in self.sides.values() for number in side)
        self.aside = Aside(self.source, self.rows, self.jid, frozenset(SIDES))

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

    def has_sides(self, message: int) -> bool:
        """Whether any side table says something of a message: of most none does."""
        return message in self._told_beside

    def take(self, table: str, message: int) -> list[Cells]:
        """What a side table says of one message; each row is given once."""
        side = self.sides[table]
        return side.pop(message, []) if side else []

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
        for row in self.rows("messages_quotes", ("key_remote_jid", "key_id", "data", "remote_resource")):
            chat, key, said, who = (text_of(cell) for cell in row.cells)
            self.old_quotes[row.id] = chat, key, said, who

    def _side(self, table: str, columns: Sequence[str]) -> dict[int, list[Cells]]:
        found: dict[int, list[Cells]] = {}
        for row in self.rows(table, ("message_row_id", *columns)):
            found.setdefault(whole_of(row.cells[0]), []).append(row.cells[1:])
        return found
