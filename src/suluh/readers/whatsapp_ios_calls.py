# SPDX-License-Identifier: Apache-2.0
"""Reads ``CallHistory.sqlite``, the calls of WhatsApp for iOS."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import device_account
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import nobody
from suluh.readers.apps.telling import Telling, message
from suluh.readers.apps.times import COCOA, counted_from
from suluh.readers.reader import Reader, Record
from suluh.readers.whatsapp.ios.store import phones_of
from suluh.readers.whatsapp.jids import account_of, conversation_of, is_person, kind_of

_CALLS, _PEOPLE, _GROUPS = "ZWACDCALLEVENT", "ZWACDCALLEVENTPARTICIPANT", "ZWAAGGREGATECALLEVENT"
_MAKER = "ZGROUPCALLCREATORUSERJIDSTRING"
SILENT = ("ZBYTESRECEIVED", "ZBYTESSENT", "ZSCHEDULEDID", "ZFIRSTDATE", "ZMISSEDREASON")


class WhatsAppIosCalls(Reader):
    """The calls of WhatsApp on iOS; forms seen of 2023 to 2025, described by github.com/abrignoni/iLEAPP."""

    name = "whatsapp-ios-calls"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables, never the file's name."""
        return f"a database with the table {_CALLS}" if _CALLS in source.tables else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each call with the accounts it brings."""
        yield from _Reading(Base(source, SILENT)).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source = base, base.source
        self.telling, self.phones = Telling(base.source), phones_of(base.source)
        self.rings: dict[int, tuple[int, int, int]] = {}
        """Whether a call came in, was missed, and had pictures, by its row."""

        self.people: defaultdict[int, list[str]] = defaultdict(list)
        self.nobody = 0

    def records(self) -> Iterator[Record | Flaw]:
        """The own account where outgoing calls name it, then every call."""
        for row in self.base.rows(_GROUPS, ("ZINCOMING", "ZMISSED", "ZVIDEO")):
            self.rings[row.id] = (whole_of(row.cells[0]), whole_of(row.cells[1]), whole_of(row.cells[2]))
        for row in self.base.rows(_PEOPLE, (self._link(_PEOPLE, "PARTICIPANTS"), "ZJIDSTRING")):
            self.people[whole_of(row.cells[0])].append(text_of(row.cells[1]))
        columns = (self._link(_CALLS, "CALLEVENTS"), "ZDATE", "ZDURATION", "ZOUTCOME", _MAKER, "ZGROUPJIDSTRING")
        rows = list(self.base.rows(_CALLS, columns))
        self.own = self._own(rows)
        yield self.telling.own(self.own or device_account("whatsapp", self.source.exhibit))
        for row in rows:
            yield from self._call(row)
        yield from nobody(self.source, self.nobody)
        yield from self.base.left()

    def _link(self, table: str, ending: str) -> str:
        """The column that leads to another table: its name holds a number that differs by version."""
        found = [one for one in self.source.tables.get(table, ()) if one.startswith("Z") and one.endswith(ending)]
        return next((one for one in found if "_FOK_" not in one), ending)

    def _own(self, rows: list[Row]) -> str | None:
        """The account that made the calls that went out, where the log names one alone; else as stated."""
        made = {
            account_of(text_of(row.cells[4]))
            for row in rows
            if self.rings.get(whole_of(row.cells[0]), (1,))[0] == 0 and is_person(text_of(row.cells[4]))
        }
        stated = [one for one in self.source.accounts if one.startswith("whatsapp:")]
        return min(made) if len(made) == 1 else stated[0] if len(stated) == 1 else None

    def _call(self, row: Row) -> Iterator[Record]:
        link, date, seconds, outcome, maker, group = row.cells
        ring = self.rings.get(whole_of(link))
        place = self.telling.row(_CALLS, row.id)
        others = [one for one in self.people.get(row.id, ()) if is_person(one) and account_of(one) != self.own]
        for jid in others:
            phone = self.phones.get(jid)
            aliases = (account_of(phone),) if phone else ()
            yield from self.telling.account(place, account_of(jid), aliases=aliases)
        made = text_of(maker)
        caller = account_of(made) if is_person(made) else None
        if ring is not None and caller is None:
            one = account_of(others[0]) if len(others) == 1 else None
            caller = one if ring[0] else self.own or device_account("whatsapp", self.source.exhibit)
        self.nobody += caller is None
        chat = text_of(group) or (others[0] if len(others) == 1 else "")
        bound = f"whatsapp:chat/{self.source.exhibit}/{self.source.file}/call{row.id}"
        shown = "call" if ring is None else f"call/in {ring[0]}/missed {ring[1]}/video {ring[2]}"
        called = conversation_of(self.phones.get(chat, chat), self.own, self.source.exhibit) if chat else bound
        people = (*map(account_of, others), self.own or device_account("whatsapp", self.source.exhibit))
        yield from self.telling.chat(place, called, kind_of(chat) if chat else "group", people)
        yield message(
            place,
            called,
            "call",
            sent=counted_from(COCOA, date),
            sender=caller,
            text=", ".join(map(account_of, others)) if len(others) > 1 else "",
            native_kind=f"{shown}/outcome {whole_of(outcome)}/seconds {whole_of(seconds)}",
        )
