# SPDX-License-Identifier: Apache-2.0
"""Reads ``CallHistory.storedata``, the calls of iOS: of the telephone, of FaceTime and of apps."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Cell, Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import device_account, named_account
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.phones import SERVICE, Phone
from suluh.readers.apps.telling import Telling, message
from suluh.readers.apps.times import COCOA, counted_from
from suluh.readers.reader import Reader, Record
from suluh.readers.whatsapp.jids import conversation_of

_CALLS, _HANDLES = "ZCALLRECORD", "ZHANDLE"
_WHATSAPP, _OWN = "net.whatsapp", "com.apple."
"""Of whom an address is a number: any other provider writes what it likes, such as an id of its own."""

COLUMNS = (
    *("ZADDRESS", "ZDATE", "ZDURATION", "ZORIGINATED", "ZANSWERED", "ZCALLTYPE", "ZSERVICE_PROVIDER"),
    *("ZISO_COUNTRY_CODE", "ZREMOTEPARTICIPANTHANDLE"),
)
SILENT = (
    *("ZDISCONNECTED_CAUSE", "ZFACE_TIME_DATA", "ZREAD", "ZNUMBER_AVAILABILITY", "ZHANDLE_TYPE", "ZUNIQUE_ID"),
    *("ZLOCALPARTICIPANTUUID", "ZOUTGOINGLOCALPARTICIPANTUUID", "ZJUNKCONFIDENCE", "ZVERIFICATIONSTATUS", "ZTYPE"),
    *("ZCALL_CATEGORY", "ZFILTERED_OUT_REASON", "ZNORMALIZEDVALUE", "ZLOCATION", "ZTIMETOESTABLISH", "ZAUTOANSWERED"),
)


class CallsIos(Reader):
    """The log of calls of iOS; forms seen of iOS 8 to 18, described by github.com/abrignoni/iLEAPP."""

    name = "calls-ios"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables, never the file's name."""
        return f"a database with the table {_CALLS}" if _CALLS in source.tables else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each call with the account it brings."""
        yield from _Reading(Base(source, SILENT)).records()


class _Reading:
    """One log while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source = base, base.source
        self.telling, self.phone = Telling(base.source), Phone(base.source)
        self.nobody = self.ownerless = 0

    def records(self) -> Iterator[Record | Flaw]:
        """The telephone, then every call."""
        self.base.pass_over("ZCALLDBPROPERTIES")
        handles = {row.id: _written(row.cells[0]) for row in self.base.rows(_HANDLES, ("ZVALUE",))}
        others = self._others(handles)
        yield self.telling.own(self.phone.account)
        for row in self.base.rows(_CALLS, COLUMNS):
            written = [_written(row.cells[0]), *others[row.id], handles.get(whole_of(row.cells[8]), "")]
            yield from self._call(row, tuple(dict.fromkeys(one for one in written if one)))
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "phone:+62...")
        yield from self.base.left()

    def _others(self, handles: dict[int, str]) -> defaultdict[int, list[str]]:
        """Who else took part, where the log keeps that in a table of its own, whose name differs by version."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for table in sorted(self.source.tables):
            if table.startswith("Z_") and "REMOTEPARTICIPANTHANDLES" in table:
                columns = sorted(self.source.tables[table])
                call = next((one for one in columns if "CALLS" in one), "")
                handle = next((one for one in columns if "HANDLES" in one), "")
                for row in self.base.rows(table, (call, handle)):
                    found[whole_of(row.cells[0])].append(handles.get(whole_of(row.cells[1]), ""))
        return found

    def _call(self, row: Row, written: tuple[str, ...]) -> Iterator[Record]:
        _, date, seconds, out, answered, type_, provider, country, _ = row.cells
        is_app = text_of(provider).startswith(_WHATSAPP)
        region = text_of(country) if len(text_of(country)) == len("id") else None
        found = (self._who(one, region, text_of(provider)) for one in written)
        others = tuple(dict.fromkeys(one for one in found if one))
        place = self.telling.row(_CALLS, row.id)
        for one in others:
            yield from self.telling.account(place, one)
        other = others[0] if len(others) == 1 else None
        sender = self._own(is_app=is_app) if whole_of(out) == 1 else other
        self.nobody += sender is None
        self.ownerless += whole_of(out) == 1 and not is_app and self.phone.own is None
        way = f"out {whole_of(out)}/answered {whole_of(answered)}/type {whole_of(type_)}/seconds {whole_of(seconds)}"
        called = self._called(row.id, other, is_app=is_app)
        kind: Literal["direct", "group"] = "group" if len(others) > 1 else "direct"
        yield from self.telling.chat(place, called, kind, (*others, self._own(is_app=is_app)))
        yield message(
            place,
            called,
            "call",
            sent=counted_from(COCOA, date),
            sender=sender,
            text=", ".join(others) if len(others) > 1 else "",
            native_kind="/".join(one for one in ("call", text_of(provider), way) if one),
        )

    def _who(self, written: str, country: str | None, provider: str) -> str | None:
        """The account of an address; one of a foreign provider is bound to it, where it is no whole number."""
        found = self.phone.who(written, country)
        is_app = provider.startswith(_WHATSAPP)
        is_foreign = bool(provider) and not is_app and not provider.casefold().startswith(_OWN)
        if found is not None and is_foreign and not written.startswith("+"):
            return named_account(SERVICE, self.source.exhibit, provider, written)
        return f"whatsapp:{found.partition(':')[2]}" if is_app and found and found.startswith("phone:+") else found

    def _own(self, *, is_app: bool) -> str:
        if not is_app:
            return self.phone.account
        return self._of_app() or device_account("whatsapp", self.source.exhibit)

    def _of_app(self) -> str | None:
        stated = [one for one in self.source.accounts if one.startswith("whatsapp:")]
        return stated[0] if len(stated) == 1 else None

    def _called(self, row: int, other: str | None, *, is_app: bool) -> str:
        if other is None:
            return self.phone.group(f"call{row}")
        if is_app and other.startswith("whatsapp:+"):
            return conversation_of(f"{other.partition('+')[2]}@s.whatsapp.net", self._of_app(), self.source.exhibit)
        return self.phone.direct(other)


def _written(cell: Cell) -> str:
    """A number or an address; some versions keep it as bytes."""
    return cell.decode("utf-8", "backslashreplace").strip("\0") if isinstance(cell, bytes) else text_of(cell)
