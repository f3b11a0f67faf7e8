# SPDX-License-Identifier: Apache-2.0
"""Reads what databases of Android say of the device: signed-in accounts, SIM cards, settings."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Cell, Source
from suluh.model.intake import Flaw
from suluh.readers.apps.base import Base, text_of
from suluh.readers.apps.traits import trait
from suluh.readers.device_android import SETTINGS
from suluh.readers.reader import Reader, Record

_ACCOUNTS, _CARDS = "accounts", "siminfo"
_TABLES = ("secure", "system", "global")
SILENT = ("password", "previous_name")
"""Never read: what opens an account, and what it was called before."""

_SIM = ("icc_id", "number", "imsi", "display_name", "carrier_name")


class DeviceAndroidTables(Reader):
    """Signed-in accounts of Android (`accounts.db`, `accounts_ce.db`), its SIM cards and its settings before 2015.

    Passwords and tokens that stand beside accounts are never read. Described by github.com/abrignoni/ALEAPP.
    """

    name = "device-android-tables"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables, never the file's name."""
        tables = source.tables
        if {"name", "type"} <= set(tables.get(_ACCOUNTS, ())) and {"extras", "authtokens", "ce_accounts"} & set(tables):
            return "a database with the signed-in accounts of Android"
        if {"icc_id", "number"} <= set(tables.get(_CARDS, ())):
            return "a database with the SIM cards of Android"
        is_settings = all({"name", "value"} <= set(tables.get(one, ())) for one in _TABLES[:2])
        return "a database with the settings of Android" if is_settings else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each fact of the device with its row."""
        base = Base(source, SILENT)
        for table in (_ACCOUNTS, "ce_accounts"):
            for row in base.rows(table, ("name", "type")):
                name, kind = (text_of(cell) for cell in row.cells)
                yield from trait(source.place(table=table, row=str(row.id)), "account", name, kind or None)
        for row in base.rows(_CARDS, _SIM):
            yield from _card(source, row.id, row.cells)
        for table in _TABLES:
            for row in base.rows(table, ("name", "value")):
                key, value = (text_of(cell) for cell in row.cells)
                if key in SETTINGS:
                    yield from trait(source.place(table=table, row=str(row.id)), SETTINGS[key], value, key)
        yield from base.left()


def _card(source: Source, row: int, cells: tuple[Cell, ...]) -> Iterator[Record]:
    """A SIM card: its number, what the operator calls itself, and the phone number where the card tells it."""
    place = source.place(table=_CARDS, row=str(row))
    card, number, subscriber, shown, operator = (text_of(cell) for cell in cells)
    yield from trait(place, "iccid", card, "icc_id")
    yield from trait(place, "number", number, "number")
    yield from trait(place, "imsi", subscriber, "imsi")
    yield from trait(place, "operator", operator or shown, "carrier_name" if operator else "display_name")
