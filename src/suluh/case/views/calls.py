# SPDX-License-Identifier: Apache-2.0
"""The list of calls."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.search.index import calls as calls_of
from suluh.case.views.messages import Messages
from suluh.case.views.view import ALL_ROWS, Filter, Page, Row, View
from suluh.model.talk import Message


class Calls(Messages):
    """Calls of telephones and apps, each once, by conversation and time; the form of each says way and seconds."""

    name = "calls"
    shown = ("sent_at", "sent_at_written", "sender", "conversation", "native_kind", "text", "place")

    def rows(self, case: Case) -> Iterator[Row]:
        """Every call."""
        return self.near(case, ALL_ROWS)

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """The calls among what a filter can want."""
        calls = self.keep(case, "calls", (Message,), lambda: calls_of(case))
        if calls is None or where.id or where.ids or where.conversation:
            rows = super().rows(case) if where == ALL_ROWS else super().near(case, where)
            return (row for row in rows if row["kind"] == "call")
        found = self._rows(case, self._records(case).some(calls))
        return iter(sorted(found, key=lambda row: str(row["conversation"])))

    def select(self, case: Case, where: Filter, part: Page) -> Iterator[Row]:
        """The wanted part of the calls."""
        return View.select(self, case, where, part)

    def count(self, case: Case, where: Filter) -> int:
        """How many calls there are."""
        return View.count(self, case, where)
