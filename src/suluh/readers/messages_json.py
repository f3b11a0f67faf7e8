# SPDX-License-Identifier: Apache-2.0
"""Reads messages and calls in JSON that no other reader knows: by what the keys of a list of objects are called."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.reader import Reader, Record
from suluh.readers.tabled.entry import Table
from suluh.readers.tabled.files.objects import tables_of
from suluh.readers.tabled.reading import told


class MessagesJson(Reader):
    """Messages and calls as JSON or JSON Lines of any program, where keys name a time, words and who wrote.

    A flaw says which key was held to be what; where a file has a list for each conversation under one key, each is one,
    and a file of several other lists of messages is told, not read. A sender without a number or a service's own id is
    known in one conversation alone.
    """

    name = "messages-json"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"
    is_last = True

    def claims(self, source: Source) -> str | None:
        """Trust the keys of the objects, and what they hold."""
        found = _tables(source)
        return f"keys of messages: {found[0].form.told()}" if found else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the conversations."""
        yield from told(source, _tables(source))


def _tables(source: Source) -> tuple[Table, ...]:
    """The one table of a file; of several lists nothing says which are of whom, and none is read."""
    found = tuple(one for one in tables_of(source) if isinstance(one, Table))
    return found if len(found) == 1 else ()
