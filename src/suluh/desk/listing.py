# SPDX-License-Identifier: Apache-2.0
"""A page that is one list in the one table: it says which columns it has, and needs no template of its own."""

from typing import ClassVar

from suluh.case.rights import READ
from suluh.case.views.view import Row
from suluh.desk.pages.page import Asked, DeskPage
from suluh.desk.tables.plan import Column, Facet, Plan
from suluh.desk.tables.table import every, table
from suluh.desk.web.reading import Reading

__all__ = ["Column", "Facet", "ListPage"]


class ListPage(DeskPage):
    """One list, page by page, sorted and narrowed by its address."""

    right = READ
    template = "list.html"
    what: ClassVar[str]
    """The list that it shows."""

    caption: ClassVar[str]
    note: ClassVar[str] = ""
    """What must be said before anybody reads it."""

    after: ClassVar[str] = ""
    """What must be said after it."""

    beginning: ClassVar[tuple[tuple[str, str], ...]] = ()
    """The pages on which rows of it begin, each with what leads there."""

    columns: ClassVar[tuple[Column, ...]]
    facets: ClassVar[tuple[Facet, ...]] = ()
    narrows: ClassVar[tuple[str, ...]] = ()
    hidden: ClassVar[tuple[str, ...]] = ()
    time: ClassVar[str] = ""
    times: ClassVar[tuple[tuple[str, str], ...]] = ()
    amount: ClassVar[str] = ""

    @property
    def plan(self) -> Plan:
        """All that is said of its table."""
        return Plan(
            self.what,
            self.caption,
            self.columns,
            self.facets,
            self.narrows,
            self.hidden,
            self.time,
            self.times,
            self.amount,
        )

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list, with what its cells need beside their rows."""
        made = table(reading, self.plan, asked)
        return {
            "table": made,
            "has_csv": True,
            "note": self.note,
            "after": self.after,
            "beginning": self.beginning,
            **self.beside(reading, made.rows),
        }

    def beside(self, reading: Reading, rows: list[Row]) -> dict[str, object]:
        """What cells need beside their rows, such as titles of conversations."""
        del reading, rows
        return {}

    def every(self, reading: Reading, asked: Asked) -> list[Row]:
        """All rows of the view. Raises `Misuse` where they are too many for a page."""
        return every(reading, self.plan, asked)
