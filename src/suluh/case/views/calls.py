# SPDX-License-Identifier: Apache-2.0
"""The list of calls."""

from collections.abc import Iterator, Sequence
from itertools import chain

from suluh.case.case import Case
from suluh.case.search.index import calls as calls_of
from suluh.case.views.messages import Messages
from suluh.case.views.orders import Weight, kept_order
from suluh.case.views.records import CHUNK, SHOWN_BY, chunks
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
        if where.id or where.ids or where.conversation:
            rows = super().rows(case) if where == ALL_ROWS else super().near(case, where)
            return (row for row in rows if row["kind"] == "call")
        order = self._calls(case)
        return chain.from_iterable(self._in_order(case, part) for part in chunks(order, CHUNK))

    def select(self, case: Case, where: Filter, part: Page) -> Iterator[Row]:
        """The wanted part of the calls, without reading those before it."""
        if where != ALL_ROWS or part.limit < 0:
            return View.select(self, case, where, part)
        return self._in_order(case, self._calls(case)[part.offset : part.offset + part.limit])

    def count(self, case: Case, where: Filter) -> int:
        """How many calls there are."""
        return len(self._calls(case)) if where == ALL_ROWS else View.count(self, case, where)

    def _calls(self, case: Case) -> Sequence[str]:
        """The ids of all calls in their order: by the index of the search at first, then of what came since."""
        records = self._records(case)

        def came(first: int, last: int) -> Iterator[Message]:
            known = None if first else calls_of(case)
            if known is None:
                held = case.rows.worded(Message, '"kind":"call"', first, last)
            else:
                held = case.rows.by_column(Message, "id", known)
            return (one for one in held if one.kind == "call" and one.id not in records.later)

        def weight(one: Message) -> Weight:
            return records.told(one.conversation), *records.weight(one)

        return kept_order(case, "order of calls", SHOWN_BY, Message, came, weight)
