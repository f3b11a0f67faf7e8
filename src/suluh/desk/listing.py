# SPDX-License-Identifier: Apache-2.0
"""A page that is one list in a plain table: it says which columns it has, and needs no template of its own."""

from typing import ClassVar, Literal, NamedTuple

from suluh.case.rights import READ
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.web.reading import Reading

Kind = Literal["text", "word", "number", "share", "moment", "code", "object"]
"""How a cell is written: as it is, in words, grouped, as percent, in a zone, shortened, as an account."""


class Column(NamedTuple):
    """One column: the field of the list, its heading, and how its cells are written."""

    field: str
    heading: str
    kind: Kind = "text"


class ListPage(DeskPage):
    """One list, page by page."""

    right = READ
    template = "list.html"
    what: ClassVar[str]
    """The list that it shows."""

    caption: ClassVar[str]
    note: ClassVar[str] = ""
    """What must be said before anybody reads it."""

    columns: ClassVar[tuple[Column, ...]]

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list."""
        rows = sheet(reading, self.what, asked)
        return {"sheet": rows, "columns": self.columns, "caption": self.caption, "note": self.note}
