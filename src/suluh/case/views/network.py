# SPDX-License-Identifier: Apache-2.0
"""The list of who traded with whom."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.view import Row, View, noun_row
from suluh.model.beyond import Edge


class Network(View):
    """Who traded with whom: sellers on the left, buyers on the right."""

    name = "network"
    nouns = (Edge,)
    each = Edge
    fields = ("left", "right", "kind", "deals", "items", "amount_minor", "currency", "first", "last")
    accounts = ("left", "right")
    time = "last"

    def rows(self, case: Case) -> Iterator[Row]:
        """Every edge, by seller and buyer."""
        edges = sorted(case.nouns(Edge), key=lambda one: (one.left, one.right, one.kind, one.currency or "", one.id))
        return (noun_row(edge, self.fields) for edge in edges)
