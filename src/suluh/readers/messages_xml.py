# SPDX-License-Identifier: Apache-2.0
"""Reads messages and calls in XML that no other reader knows: by what attributes and elements are called."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.tabled.entry import Table
from suluh.readers.tabled.files.elements import left_of, tables_of
from suluh.readers.tabled.reading import told

_LONGEST = 900


class MessagesXml(Reader):
    """Messages and calls as XML of any program, where attributes or elements name a time, words and who wrote.

    A flaw says which was held to be what. A sender without a number or a service's own id is known in one conversation
    alone.
    """

    name = "messages-xml"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"
    is_last = True

    def claims(self, source: Source) -> str | None:
        """Trust the names of attributes and elements, and what they hold."""
        found = _tables(source)
        return f"elements of messages: {found[0].form.told()}" if found else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the conversations."""
        tables = _tables(source)
        yield from told(source, tables)
        left = ", ".join(f"{name} ({number})" for name, number in left_of(source, tables).items())
        if left:
            reason = f"elements that hold something and are not read, with their number: {left}"
            yield flaw(source, "elements", reason[:_LONGEST], source.place())


def _tables(source: Source) -> tuple[Table, ...]:
    return tuple(one for one in tables_of(source) if isinstance(one, Table))
