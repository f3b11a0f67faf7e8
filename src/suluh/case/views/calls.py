# SPDX-License-Identifier: Apache-2.0
"""The list of calls."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.messages import Messages
from suluh.case.views.view import Filter, Row, View


class Calls(Messages):
    """Calls of telephones and apps, each once, by conversation and time; the form of each says way and seconds."""

    name = "calls"
    shown = ("sent_at", "sent_at_written", "sender", "conversation", "native_kind", "text", "place")

    def rows(self, case: Case) -> Iterator[Row]:
        """Every call."""
        return (row for row in super().rows(case) if row["kind"] == "call")

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """The calls among what a filter can want."""
        return (row for row in super().near(case, where) if row["kind"] == "call")

    def count(self, case: Case, where: Filter) -> int:
        """How many calls there are."""
        return View.count(self, case, where)
