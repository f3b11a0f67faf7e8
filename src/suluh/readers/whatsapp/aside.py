# SPDX-License-Identifier: Apache-2.0
"""What ``msgstore.db`` says of messages in further tables, by their form: polls, reactions, orders, templates.

A table with a column ``message_row_id`` says something of a message, whatever its name; ``message_add_on`` is
somebody's answer to a message, and tables with ``message_add_on_row_id`` say what it was. Tables that hold rows and
are of neither form, nor read otherwise, are counted. Bytes are never taken: they may be pictures.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.talk import Beside
from suluh.readers.whatsapp.jids import account_of, is_person

Rows = Callable[[str, Sequence[str]], Iterator[Row]]

_MESSAGE, _ADD_ON, _ANSWERS = "message_row_id", "message_add_on_row_id", "message_add_on"
_TAKEN = frozenset(
    {
        *("jid", "jid_map", "chat", "chat_list", "message", "messages", "call_log", "messages_quotes"),
        *("group_participant_user", "group_participants", "message_system_number_change", "message_add_on"),
        *("wa_contacts", "wa_vnames", "message_poll_option"),
    }
)
_COPIES = ("message_fts", "messages_fts", "message_thumbnail", "android_metadata", "sqlite_", "props")
"""Beginnings of tables that hold nothing of their own: indexes of the same words, small pictures, settings."""

_PASSED = ("receipt",)
"""Tables that could be told of each message and are only counted: who got and read it, of each member."""

_SILENT = frozenset({_MESSAGE, _ADD_ON, "_id", "chat_row_id", "sort_id", "enc_key", "media_key"})
MOST = 100_000
"""Rows of one table that are counted one by one."""


class Aside:
    """The further tables of one database, by message."""

    def __init__(self, source: Source, rows: Rows, jid: Callable[[Cell], str], otherwise: AbstractSet[str]) -> None:
        self._rows, self._jid, self._tables = rows, jid, source.tables
        self._otherwise = otherwise | _TAKEN
        self._found: dict[int, list[Beside]] = {}
        self._options: dict[int, str] = {}
        for table, columns in sorted(self._tables.items()):
            if self._is_about_messages(table, columns):
                self._take(table, columns)
        self._take_options()
        self._take_answers()

    def of(self, message: int) -> tuple[Beside, ...]:
        """What the tables say of one message; each row is given once."""
        return tuple(self._found.pop(message, ()))

    def gone(self) -> int:
        """Of how many messages that no table of messages holds something was said."""
        return len(self._found)

    def left(self) -> Iterator[tuple[str, int]]:
        """Tables that hold rows and were not read, with the number of their rows."""
        for table, columns in sorted(self._tables.items()):
            is_read = table in self._otherwise or self._is_about_messages(table, columns) or _ADD_ON in columns
            if is_read or table.startswith(_COPIES):
                continue
            number = 0
            for number, _ in enumerate(self._rows(table, ()), 1):
                if number == MOST:
                    break
            if number:
                yield table, number

    def _is_about_messages(self, table: str, columns: Sequence[str]) -> bool:
        is_passed = table.startswith((*_COPIES, *_PASSED)) or "thumbnail" in table
        return _MESSAGE in columns and table not in self._otherwise and not is_passed

    def _take(self, table: str, columns: Sequence[str]) -> None:
        """Each row of a table as one line: its columns with what they hold."""
        wanted = [one for one in columns if one not in _SILENT]
        for row in self._rows(table, (_MESSAGE, *wanted)):
            message, *cells = row.cells
            text, who = self._said(wanted, cells)
            if isinstance(message, int) and text:
                self._note(message, Beside(what=table.removeprefix("message_"), text=text, account=who))

    def _said(self, columns: Sequence[str], cells: Iterable[Cell]) -> tuple[str, str | None]:
        """The columns that hold something, in words; a number that stands for an account becomes that account."""
        parts, who = [], None
        for column, cell in zip(columns, cells, strict=True):
            if cell is None or isinstance(cell, bytes) or cell in ("", 0):
                continue
            shown = str(cell)
            if "jid" in column and isinstance(cell, int) and (jid := self._jid(cell)):
                shown = jid
                who = account_of(jid) if is_person(jid) else who
            parts.append(f"{column}: {shown}")
        return "; ".join(parts), who

    def _take_options(self) -> None:
        columns = (_MESSAGE, "option_name", "vote_total")
        for row in self._rows("message_poll_option", columns):
            message, name, votes = row.cells
            if isinstance(message, int) and isinstance(name, str):
                self._options[row.id] = name
                self._note(message, Beside(what="poll_option", text=f"{name}: {_whole(votes)}"))

    def _take_answers(self) -> None:
        """Reactions, votes and other answers, under the account of whoever gave them."""
        said: dict[int, list[tuple[str, str]]] = {}
        for table, columns in sorted(self._tables.items()):
            if _ADD_ON not in columns:
                continue
            wanted = [one for one in columns if one not in _SILENT]
            for row in self._rows(table, (_ADD_ON, *wanted)):
                answer, *cells = row.cells
                if isinstance(answer, int):
                    told = self._answer(wanted, cells)
                    said.setdefault(answer, []).append((table.removeprefix("message_add_on_"), told))
        columns = ("parent_message_row_id", "from_me", "sender_jid_row_id", "message_add_on_type")
        for row in self._rows(_ANSWERS, columns):
            message, mine, sender, kind = row.cells
            jid = self._jid(sender)
            who = account_of(jid) if is_person(jid) else None
            for what, text in said.get(row.id, [(f"add_on {_whole(kind)}", "")]):
                by = f"{text}; from_me: 1" if mine == 1 and text else text
                if isinstance(message, int):
                    self._note(message, Beside(what=what, text=by, account=who))

    def _answer(self, columns: Sequence[str], cells: Sequence[Cell]) -> str:
        """What an answer says: the option of a poll by its name."""
        for column, cell in zip(columns, cells, strict=True):
            if column == "message_poll_option_id" and isinstance(cell, int) and cell in self._options:
                return self._options[cell]
            if column == "reaction" and isinstance(cell, str):
                return cell
        return self._said(columns, cells)[0]

    def _note(self, message: int, what: Beside) -> None:
        self._found.setdefault(message, []).append(what)


def _whole(cell: Cell) -> int:
    """A cell as a whole number; zero where it holds none."""
    return cell if isinstance(cell, int) else 0
