# SPDX-License-Identifier: Apache-2.0
"""What ``msgstore.db`` says of messages in further tables, by their form: polls, reactions, orders, templates.

A table with a column ``message_row_id`` says something of a message, whatever its name; ``message_add_on`` is
somebody's answer to a message, and tables with ``message_add_on_row_id`` say what it was. Tables that hold rows and
are of neither form, nor read otherwise, are counted. Bytes are never taken: they may be pictures.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from suluh.model.evidence.source import Cell
from suluh.model.talk import Beside
from suluh.readers.whatsapp.along import Along, Rows, in_order
from suluh.readers.whatsapp.jids import account_of, is_person

_MESSAGE, _ADD_ON = "message_row_id", "message_add_on_row_id"
_ANSWERS, _ANSWERED = "message_add_on", "parent_message_row_id"
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

    def __init__(
        self,
        tables: Mapping[str, Sequence[str]],
        rows: tuple[Rows, Rows],
        jid: Callable[[Cell], str],
        otherwise: AbstractSet[str],
    ) -> None:
        """`rows` gives rows with flaws where they stop, and again without."""
        (self._rows, self._again), self._jid, self._tables = rows, jid, tables
        self._otherwise = otherwise | _TAKEN
        self._options: dict[int, str] = {}
        self._gone = 0
        self._last_gone: int | None = None
        options = self._take_options()
        about = [table for table, columns in sorted(tables.items()) if self._is_about_messages(table, columns)]
        answers = in_order(self._answers, self._answered, self._rows, self._again)
        self._along = Along([*map(self._told, about), iter(options), answers], self._pass)

    def of(self, message: int) -> tuple[Beside, ...]:
        """What the tables say of one message; each row is given once, and messages are asked for in their order."""
        return tuple([what for _, what in self._along.of(message)]) if self._along.ahead <= message else ()

    def gone(self) -> int:
        """Of how many messages that no table of messages holds something was said; once all were asked for."""
        self._along.rest()
        return self._gone

    def _pass(self, message: int, _place: int, _what: Beside) -> None:
        self._gone += message != self._last_gone
        self._last_gone = message

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

    def _told(self, table: str) -> Iterator[tuple[int, Beside]]:
        """Each row of a table as one line: its columns with what they hold."""
        wanted = [one for one in self._tables[table] if one not in _SILENT]
        what = table.removeprefix("message_")

        def told(rows: Rows) -> Iterator[tuple[int, Beside]]:
            for row in rows(table, (_MESSAGE, *wanted)):
                message, *cells = row.cells
                text, who = self._said(wanted, cells)
                if isinstance(message, int) and text:
                    yield message, Beside(what=what, text=text, account=who)

        return in_order(told, _numbers(table, _MESSAGE), self._rows, self._again)

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

    def _take_options(self) -> list[tuple[int, Beside]]:
        """The options of polls by message: they are few, and answers name them."""
        found = []
        for row in self._rows("message_poll_option", (_MESSAGE, "option_name", "vote_total")):
            message, name, votes = row.cells
            if isinstance(message, int) and isinstance(name, str):
                self._options[row.id] = name
                found.append((message, Beside(what="poll_option", text=f"{name}: {_whole(votes)}")))
        return sorted(found, key=lambda one: one[0])

    def _answered(self, rows: Rows) -> Iterator[tuple[int, None]]:
        return _numbers(_ANSWERS, _ANSWERED)(rows)

    def _answers(self, rows: Rows) -> Iterator[tuple[int, Beside]]:
        """Reactions, votes and other answers, under the account of whoever gave them."""
        tables = [table for table, columns in sorted(self._tables.items()) if _ADD_ON in columns]
        along = Along([self._of_answers(table, rows) for table in tables], lambda *_: None)
        for row in rows(_ANSWERS, (_ANSWERED, "from_me", "sender_jid_row_id", "message_add_on_type")):
            message, mine, sender, kind = row.cells
            jid = self._jid(sender)
            who = account_of(jid) if is_person(jid) else None
            for _, (what, text) in along.of(row.id) or [(0, (f"add_on {_whole(kind)}", ""))]:
                by = f"{text}; from_me: 1" if mine == 1 and text else text
                if isinstance(message, int):
                    yield message, Beside(what=what, text=by, account=who)
        along.rest()

    def _of_answers(self, table: str, rows: Rows) -> Iterator[tuple[int, tuple[str, str]]]:
        """What a table says of answers: by the row of the answer, which it is and its words."""
        wanted = [one for one in self._tables[table] if one not in _SILENT]
        what = table.removeprefix("message_add_on_")

        def told(rows: Rows) -> Iterator[tuple[int, tuple[str, str]]]:
            for row in rows(table, (_ADD_ON, *wanted)):
                answer, *cells = row.cells
                if isinstance(answer, int):
                    yield answer, (what, self._answer(wanted, cells))

        return in_order(told, _numbers(table, _ADD_ON), rows, self._again)

    def _answer(self, columns: Sequence[str], cells: Sequence[Cell]) -> str:
        """What an answer says: the option of a poll by its name."""
        for column, cell in zip(columns, cells, strict=True):
            if column == "message_poll_option_id" and isinstance(cell, int) and cell in self._options:
                return self._options[cell]
            if column == "reaction" and isinstance(cell, str):
                return cell
        return self._said(columns, cells)[0]


def _numbers(table: str, column: str) -> Callable[[Rows], Iterator[tuple[int, None]]]:
    """Which rows a table tells of, by its column of their numbers."""

    def numbers(rows: Rows) -> Iterator[tuple[int, None]]:
        return ((row.cells[0], None) for row in rows(table, (column,)) if isinstance(row.cells[0], int))

    return numbers


def _whole(cell: Cell) -> int:
    """A cell as a whole number; zero where it holds none."""
    return cell if isinstance(cell, int) else 0
