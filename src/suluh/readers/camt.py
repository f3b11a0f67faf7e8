# SPDX-License-Identifier: Apache-2.0
"""Reads CAMT: account reports, statements and notifications of ISO 20022."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.booked.elements import BrokenXml, Element, elements
from suluh.readers.booked.entries import sheet
from suluh.readers.booked.records import Fault, Sheet, whole
from suluh.readers.reader import Reader, Record

_HEAD = re.compile(rb"<(?:[A-Za-z][\w.-]{0,40}:)?(?P<name>BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn))[\s>/]")
_STATEMENTS = ("Stmt", "Rpt", "Ntfctn")


class Camt(Reader):
    """CAMT.052, .053 and .054 of any version, by the names of their elements; tested on versions 2, 4, 6 and 8.

    Accounts are ``iban:...``, ``bca:...`` and the like where the servicer is one of ten Indonesian banks, else
    ``account:`` and the number. The form is described by ISO 20022.
    """

    name = "camt"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "money"

    def claims(self, source: Source) -> str | None:
        """Trust the element that such a message consists of."""
        found = _HEAD.search(source.head.replace(b"\0", b""))
        return f"the element {found['name'].decode('ascii')}" if found else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each statement, its account, and its lines."""
        yield from whole(source, _sheets(source))


def _sheets(source: Source) -> Iterator[Sheet | Fault]:
    """Every statement of a file once it is whole, and where the file breaks off."""
    entries: list[Element] = []
    found = False
    for one in _read(source):
        if isinstance(one, Fault):
            yield one
            return
        if one.name == "Ntry":
            entries.append(one)
        else:
            yield sheet(one, entries)
            entries, found = [], True
    if not found:
        yield Fault("/", "this message holds no statement")


def _read(source: Source) -> Iterator[Element | Fault]:
    """Entries and statements as they become whole, and at the end why no more can be read."""
    with source.open() as file:
        try:
            yield from elements(file, (*_STATEMENTS, "Ntry"))
        except BrokenXml as error:
            yield Fault("/", str(error))
