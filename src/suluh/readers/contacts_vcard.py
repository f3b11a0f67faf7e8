# SPDX-License-Identifier: Apache-2.0
"""Reads address books as vCard."""

import quopri
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import ClassVar, Literal, NamedTuple

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.apps.notes import numberless
from suluh.readers.apps.phones import account_of
from suluh.readers.apps.telling import Telling, contact
from suluh.readers.reader import Reader, Record, flaw

_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,16}BEGIN:VCARD\b", re.IGNORECASE)
_FIELD = re.compile(r"(?:[\w-]{1,40}\.)?(?P<name>[\w-]{1,60})(?P<more>(?:;[^:]{0,400})?):(?P<value>.*)", re.DOTALL)
_NUMBERS = frozenset({"TEL", "EMAIL"})
_SILENT = frozenset({"BEGIN", "END", "VERSION", "PRODID", "REV", "UID", "FN", "N", *_NUMBERS})
_LONGEST = 10_000
"""Characters of one field that are kept: a longer one is a picture."""


class Field(NamedTuple):
    """One field of a card."""

    name: str
    value: str


class ContactsVcard(Reader):
    """Address books as vCard 2.1, 3.0 and 4.0, several cards in a file; pictures are not taken."""

    name = "contacts-vcard"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "contacts"

    def claims(self, source: Source) -> str | None:
        """Trust the first line."""
        return "begins as a vCard" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield a contact for each number and address, and how much of the cards is not read."""
        cards, bare, is_open = 0, 0, False
        name, firm, found, left = "", "", list[str](), Counter[str]()
        telling = Telling(source)
        for one in chain(_fields(source), [Field("END", "")]):  # the last card may break off
            if one.name == "BEGIN":
                cards, name, firm, found, is_open = cards + 1, "", "", [], True
            elif one.name == "FN" or (one.name == "N" and not name):
                name = one.value if one.name == "FN" else " ".join(part for part in one.value.split(";")[1::-1] if part)
            elif one.name in _NUMBERS and one.value.strip():
                found.append(one.value.removeprefix("tel:"))
            elif one.name == "ORG" and not firm:
                firm = " ".join(part.strip() for part in one.value.split(";") if part.strip())
            elif one.name == "END" and is_open:
                is_open = False
                left["ORG"] += bool(firm and name)
                name = name or firm
                accounts = [account for value in found if (account := account_of(value, source.exhibit))]
                bare += not accounts
                for number, account in enumerate(accounts):
                    place = source.place(pointer=f"card/{cards}/{number}")
                    yield from (contact(place, name, account),) if name else telling.seen(place, account)
            elif one.name not in _SILENT and one.value:
                left[one.name] += 1
        yield from numberless(source, bare)
        if left := +left:
            told = ", ".join(f"{field} ({number})" for field, number in sorted(left.items()))
            reason = f"entries of the address book that are not read, by their kind: {told}"
            yield flaw(source, "kinds", reason[:900], source.place())


def _fields(source: Source) -> Iterator[Field]:
    """The fields of a file, lines that were folded put together, in plain text."""
    held = ""
    for line in source.lines():
        text = line.text
        is_soft = held.endswith("=") and "QUOTED-PRINTABLE" in held.partition(":")[0].upper()
        if held and (text[:1] in {" ", "\t"} or is_soft):
            joined = held[:-1] + text if is_soft else held + text[1:]
            held = joined if len(joined) < _LONGEST else held
            continue
        yield from _field(held)
        held = text[:_LONGEST]
    yield from _field(held)


def _field(line: str) -> Iterator[Field]:
    found = _FIELD.fullmatch(line)
    if found is None:
        return
    value, more = found["value"], found["more"].upper()
    if "QUOTED-PRINTABLE" in more:
        value = quopri.decodestring(value.encode("utf-8", "replace")).decode("utf-8", "replace")
    yield Field(found["name"].upper(), value.replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n"))
