# SPDX-License-Identifier: Apache-2.0
"""The list of calls."""

from collections.abc import Iterator
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.search.index import calls as calls_of
from suluh.case.views.messages import Messages
from suluh.case.views.view import ALL_ROWS, Filter, Page, Row, View
from suluh.model.talk import Message


class _Calls(NamedTuple):
    """The ids of the calls among the first rows of all messages."""

    ids: list[str]
    row: int


class Calls(Messages):
    """Calls of telephones and apps, each once, by conversation and time; the form of each says way and seconds."""

    name = "calls"
    shown = ("sent_at", "sent_at_written", "sender", "conversation", "native_kind", "text", "place")

    def rows(self, case: Case) -> Iterator[Row]:
        """Every call."""
        return self.near(case, ALL_ROWS)

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """The calls among what a filter can want."""
        if where.id or where.ids or where.conversation:
            rows = super().rows(case) if where == ALL_ROWS else super().near(case, where)
            return (row for row in rows if row["kind"] == "call")
        calls = case.kept.growing(case.rows, "calls", (), Message, lambda last: _calls(case, last))
        found = self._rows(case, self._records(case).some(calls.ids))
        return iter(sorted(found, key=lambda row: str(row["conversation"])))

    def select(self, case: Case, where: Filter, part: Page) -> Iterator[Row]:
        """The wanted part of the calls."""
        return View.select(self, case, where, part)

    def count(self, case: Case, where: Filter) -> int:
        """How many calls there are."""
        return View.count(self, case, where)


def _calls(case: Case, last: _Calls | None) -> _Calls:
    """All calls: by the index of the search at first, then those among the messages that came since."""
    row = case.rows.last_row(Message)
    ids = calls_of(case) if last is None else None
    if ids is None:
        came = case.rows.worded(Message, '"kind":"call"', last.row if last else 0, row)
        ids = [*(last.ids if last else ()), *(one.id for one in came if one.kind == "call")]
    return _Calls(ids, row)
