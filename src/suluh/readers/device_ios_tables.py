# SPDX-License-Identifier: Apache-2.0
"""Reads what databases of iOS say of the device: signed-in accounts, and the SIM cards it was used with."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.traits import trait
from suluh.readers.reader import Reader, Record

SILENT = ("ZCREDENTIALTYPE", "ZAUTHENTICATED", "ZDATE", "ZIDENTIFIER")
"""How the system signs in: nothing that tells of the device."""

_ACCOUNTS, _TYPES, _CARDS = "ZACCOUNT", "ZACCOUNTTYPE", "subscriber_info"


class DeviceIosTables(Reader):
    """Signed-in accounts of iOS (`Accounts3.sqlite`, `Accounts4.sqlite`) and its SIM cards (`CellularUsage.db`).

    Described by github.com/abrignoni/iLEAPP.
    """

    name = "device-ios-tables"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables, never the file's name."""
        tables = source.tables
        if "ZUSERNAME" in tables.get(_ACCOUNTS, ()) and _TYPES in tables:
            return "a database with the signed-in accounts of iOS"
        has_cards = {"subscriber_id", "subscriber_mdn"} <= set(tables.get(_CARDS, ()))
        return "a database with the SIM cards of iOS" if has_cards else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each fact of the device with its row."""
        base = Base(source, SILENT)
        types = {
            row.id: text_of(row.cells[0]) or text_of(row.cells[1])
            for row in base.rows(_TYPES, ("ZACCOUNTTYPEDESCRIPTION", "ZIDENTIFIER"))
        }
        for row in base.rows(_ACCOUNTS, ("ZUSERNAME", "ZACCOUNTTYPE", "ZACCOUNTDESCRIPTION")):
            kind = types.get(whole_of(row.cells[1])) or text_of(row.cells[2])
            yield from trait(
                source.place(table=_ACCOUNTS, row=str(row.id)), "account", text_of(row.cells[0]), kind or None
            )
        for row in base.rows(_CARDS, ("subscriber_id", "subscriber_mdn")):
            place = source.place(table=_CARDS, row=str(row.id))
            yield from trait(place, "iccid", text_of(row.cells[0]), "subscriber_id")
            yield from trait(place, "number", text_of(row.cells[1]), "subscriber_mdn")
        yield from base.left()
