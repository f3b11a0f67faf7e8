# SPDX-License-Identifier: Apache-2.0
"""Reads ``ContactsV2.sqlite`` and ``LID.sqlite``, what WhatsApp for iOS knows of the people in an address book."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Row, Source
from suluh.model.intake import Flaw
from suluh.readers.apps.base import Base, text_of
from suluh.readers.apps.telling import Telling, contact
from suluh.readers.numbers import international
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.whatsapp.authors import HOME
from suluh.readers.whatsapp.ios.store import PAIRS
from suluh.readers.whatsapp.jids import account_of, is_person

COLUMNS = ("ZWHATSAPPID", "ZLID", "ZPHONENUMBER", "ZFULLNAME", "ZUSERNAME")
SILENT = ("ZSORT", "ZSECTIONSORT", "ZSECTIONTITLE", "ZSPOTLIGHTSTATUS", "ZSEARCHTOKENLIST", "ZHIGHLIGHTEDNAME")
_BOOK = "ZWAADDRESSBOOKCONTACT"


class WhatsAppIosContacts(Reader):
    """WhatsApp's contacts on iOS; forms seen of 2023 to 2025, described by github.com/abrignoni/iLEAPP."""

    name = "whatsapp-ios-contacts"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "contacts"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables, never the file's name."""
        found = sorted({_BOOK, *(table for table, _, _ in PAIRS)} & set(source.tables))
        return f"a database with the table {found[0]}" if found else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield an account for each row that names one, and a contact where the holder gave a name."""
        base, telling = Base(source, SILENT), Telling(source)
        for row in base.rows(_BOOK, COLUMNS):
            yield from _entry(telling, row)
        for table, lid, phone in PAIRS:
            for row in base.rows(table, (lid, phone)):
                yield from _pair(telling, table, row)
        yield from base.left()


def _entry(telling: Telling, row: Row) -> Iterator[Record | Flaw]:
    """One entry of the address book, under the account of the app, else under the number alone."""
    jid, lid, written, full, handle = (text_of(cell) for cell in row.cells)
    place = telling.row(_BOOK, row.id)
    number = international(written, HOME)
    phone = None if number is None else f"phone:{number}"
    jids = [account_of(one) for one in (jid, lid if "@" in lid or not lid else f"{lid}@lid") if is_person(one)]
    found = jids[0] if jids else phone
    if found is None:
        yield flaw(telling.source, f"{_BOOK}:{row.id}", "a contact without a number or an account", place, full)
        return
    yield from telling.account(place, found, names=(handle,) if handle else (), aliases=tuple(jids[1:]))
    if full:
        yield contact(place, full, found)


def _pair(telling: Telling, table: str, row: Row) -> Iterator[Record | Flaw]:
    """An opaque id with the phone behind it."""
    lid, phone = (text_of(cell).strip() for cell in row.cells)
    place = telling.row(table, row.id)
    jid = lid if "@" in lid else f"{lid}@lid"
    digits = phone.partition("@")[0].lstrip("+")
    known = bool(lid) and is_person(jid) and digits.isascii() and digits.isdigit()
    if not known:
        yield flaw(telling.source, f"{table}:{row.id}", "a contact without a number or an account", place, lid or phone)
        return
    yield from telling.account(place, account_of(jid), aliases=(account_of(f"{digits}@s.whatsapp.net"),))
