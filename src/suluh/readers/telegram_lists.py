# SPDX-License-Identifier: Apache-2.0
"""Reads what Telegram Desktop's export as web pages holds beside chats: the address book, and whose export it is."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.place import Place
from suluh.model.talk import Account
from suluh.readers.apps.pages import Element, blocks
from suluh.readers.apps.phones import account_of
from suluh.readers.apps.telling import Telling, contact
from suluh.readers.reader import Reader, Record, flaw

_PAGE = re.compile(
    rb"(?s)\s{0,64}+<!DOCTYPE html>.{0,400}<title>Exported Data</title>.{0,8000}?"
    rb"class=\"(?:page_body list_page|personal_info)"
)
_NUMBER = re.compile(r"\+?\d[\d ()-]{5,24}")
_PARTS = frozenset({"entry", "personal_info"})


class TelegramLists(Reader):
    """Address book and personal page of Telegram Desktop's export as web pages, as it wrote them from 2018 to 2026.

    The pages give numbers and no ids; other lists of the export, such as that of log-ins, are counted. The writer is
    its `export_output_html.cpp`.
    """

    name = "telegram-lists"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "contacts"

    def claims(self, source: Source) -> str | None:
        """Trust the title of the page, and the body of a list or of the personal page."""
        return "a page of Telegram's export with a list" if _PAGE.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield a contact for each entry with a number, the own account, and how many entries are not read."""
        telling, left = Telling(source), 0
        with source.open() as file:
            for place, block in enumerate(blocks(file, _PARTS), 1):
                where = source.place(pointer=f"entry/{place}")
                if "personal_info" in block.parts:
                    yield from _own(telling, where, block, source.exhibit)
                    continue
                name, account = _entry(block, source.exhibit)
                if account is None:
                    left += 1
                elif name:
                    yield contact(where, name, account)
                else:
                    yield from telling.seen(where, account)
        if left:
            reason = f"entries of a list that name no number and are not read: {left}"
            yield flaw(source, "entries", reason, source.place())


def _entry(block: Element, exhibit: str) -> tuple[str, str | None]:
    """The name of an entry, and the account of its number where it has one."""
    name = block.first("name")
    details = [one.text() for one in block.all("details_entry")]
    numbers = [one for one in details if _NUMBER.fullmatch(one)]
    return name.text() if name else "", account_of(numbers[0], exhibit) if len(numbers) == 1 else None


def _own(telling: Telling, place: Place, block: Element, exhibit: str) -> Iterator[Account]:
    """The account whose export it is: its number, under the name that it goes by."""
    said = {
        label.text(): value.text()
        for row in block.all("row")
        if (label := row.first("label")) is not None and (value := row.first("value")) is not None
    }
    number = next((value for value in said.values() if _NUMBER.fullmatch(value)), "")
    account = account_of(number, exhibit) if number else None
    if account is not None:
        yield telling.own(account)
        name = " ".join(one for one in (said.get("First name"), said.get("Last name")) if one)
        if name:
            yield from telling.account(place, account, names=(name,))
