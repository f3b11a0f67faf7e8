# SPDX-License-Identifier: Apache-2.0
"""Reads tables of messages and calls as CSV that no other reader knows: by what their columns are called."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.reader import Reader, Record
from suluh.readers.tabled.entry import Table
from suluh.readers.tabled.files.comma import table_of
from suluh.readers.tabled.reading import told


class MessagesTable(Reader):
    """Messages and calls as CSV of any program, where its columns name a time, words and who wrote.

    A flaw says which column was held to be what. A sender without a number or a service's own id is known in one
    conversation alone, and what the table does not say, such as whose device it was, stays unknown.
    """

    name = "messages-table"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"
    is_last = True

    def claims(self, source: Source) -> str | None:
        """Trust the names of the columns, and what they hold."""
        found = table_of(source)
        return f"columns of messages: {found.form.told()}" if isinstance(found, Table) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the conversations."""
        found = table_of(source)
        if isinstance(found, Table):
            yield from told(source, (found,))
