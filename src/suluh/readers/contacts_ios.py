# SPDX-License-Identifier: Apache-2.0
"""Reads ``AddressBook.sqlitedb``, the address book of iOS."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import numberless
from suluh.readers.apps.phones import account_of
from suluh.readers.apps.telling import Telling, contact
from suluh.readers.reader import Reader, Record, flaw

_PEOPLE, _VALUES = "ABPerson", "ABMultiValue"
_NUMBERS = frozenset({3, 4})
"""Properties that are phone numbers and mail addresses."""

_WORDS = ("Prefix", "First", "Middle", "Last", "Suffix")
SILENT = (
    *("FirstSort", "LastSort", "FirstSortLanguageIndex", "LastSortLanguageIndex", "FirstSortSection", "guid"),
    *("LastSortSection", "FirstPhonetic", "LastPhonetic", "CompositeNameFallback", "ExternalIdentifier", "StoreID"),
    *("ExternalModificationTag", "ExternalUUID", "ModificationDate", "Kind", "PersonLink", "IsPreferredName"),
    *("identifier", "label", "record_id", "property", "UID", "LastSortLanguage", "FirstSortLanguage", "CreationDate"),
)


class ContactsIos(Reader):
    """The address book of iOS; forms seen of iOS 12 to 17, described by github.com/abrignoni/iLEAPP."""

    name = "contacts-ios"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "contacts"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables, never the file's name."""
        wanted = {_PEOPLE, _VALUES}
        return f"a database with the tables {_VALUES}, {_PEOPLE}" if wanted <= set(source.tables) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield a contact for each number and address under a name, and what of the book is not read."""
        base, telling = Base(source, SILENT), Telling(source)
        names = dict(_names(base))
        known: set[int] = set()
        for row in base.rows(_VALUES, ("record_id", "property", "value")):
            person, what, value = whole_of(row.cells[0]), whole_of(row.cells[1]), text_of(row.cells[2])
            account = account_of(value, source.exhibit) if what in _NUMBERS else None
            place = telling.row(_VALUES, row.id)
            if account is None:
                reason = "an entry of the address book that is neither a number nor a mail address"
                yield flaw(source, f"{_VALUES}:{row.id}", reason, place, value or None)
                continue
            known.add(person)
            if names.get(person):
                yield contact(place, names[person], account)
            else:
                yield from telling.seen(place, account)
        yield from numberless(source, len(names.keys() - known))
        yield from base.left()


def _names(base: Base) -> Iterator[tuple[int, str]]:
    """What each person is called: the parts of a name, else the organisation or the nickname."""
    for row in base.rows(_PEOPLE, (*_WORDS, "Organization", "Nickname", "DisplayName")):
        *words, organisation, nickname, shown = (text_of(cell).strip() for cell in row.cells)
        full = " ".join(one for one in words if one)
        yield row.id, full or shown or organisation or nickname
