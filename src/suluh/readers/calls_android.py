# SPDX-License-Identifier: Apache-2.0
"""Reads the calls of Android, from ``calllog.db`` or, in older versions, ``contacts2.db``."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.phones import Phone
from suluh.readers.apps.telling import Telling, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.reader import Reader, Record

WAYS = {1: "incoming", 2: "outgoing", 3: "missed", 4: "voicemail", 5: "rejected", 6: "blocked", 7: "elsewhere"}
_OUT = 2
_COLUMNS = ("number", "date", "duration", "type", "countryiso")
SILENT = (
    *("new", "is_read", "name", "numbertype", "numberlabel", "matched_number", "normalized_number", "last_modified"),
    *("lookup_uri", "photo_id", "formatted_number", "presentation", "features", "geocoded_location", "data_usage"),
    *("subscription_component_name", "subscription_id", "sub_id", "add_for_all_users", "phone_account_address"),
)


class CallsAndroid(Reader):
    """The log of calls of Android; forms seen of Android 4 to 15, described by github.com/abrignoni/ALEAPP."""

    name = "calls-android"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the columns of its table, never the file's name."""
        columns = set(source.tables.get("calls", ()))
        if {"number", "date", "duration", "type"} <= columns and "viber_call" not in columns:
            return "a database with the table calls"
        return None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each call with the account it brings."""
        base, telling, phone = Base(source, SILENT), Telling(source), Phone(source)
        base.pass_over(*(one for one in source.tables if one != "calls" and "raw_contacts" in source.tables))
        missing = unowned = 0
        yield telling.own(phone.account)
        for row in base.rows("calls", _COLUMNS):
            number, date, seconds, way, country = row.cells
            other = phone.who(str(number or ""), text_of(country) if len(text_of(country)) == len("ID") else None)
            place = telling.row("calls", row.id)
            called = phone.direct(other) if other else phone.group("unknown")
            yield from telling.account(place, other)
            yield from telling.chat(place, called, "direct", (other, phone.account))
            sender = phone.account if way == _OUT else other if way in WAYS else None
            missing += sender is None
            unowned += way == _OUT and phone.own is None
            yield message(
                place,
                called,
                "call",
                sent=counted_from(UNIX, date),
                sender=sender,
                native_kind=f"call/{WAYS.get(whole_of(way), whole_of(way))}/seconds {whole_of(seconds)}",
            )
        yield from nobody(source, missing)
        yield from ownerless(source, unowned, "phone:+62...")
        yield from base.left()
