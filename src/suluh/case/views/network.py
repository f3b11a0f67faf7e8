# SPDX-License-Identifier: Apache-2.0
"""The list of who traded with whom."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.views.view import Row, View, noun_row, stamp_row
from suluh.model.after.beyond import Edge
from suluh.model.money import decimal_text


class Network(View):
    """Who traded with whom: sellers on the left, buyers on the right."""

    name = "network"
    nouns = (Edge,)
    each = Edge
    fields = ("left", "right", "kind", "deals", "items", "amount_minor", "currency", "first", "last")
    shown = (
        *("left", "right", "kind", "deals", "recorded_deals", "items", "currency", "recorded", "possible"),
        *("asked", "first", "last"),
    )
    ids = ("left", "right")
    accounts = ("left", "right")
    time = "last"

    def rows(self, case: Case) -> Iterator[Row]:
        """Every edge, by seller and buyer."""
        seal = Seal(case.secret)

        def order(one: Edge) -> tuple[str, ...]:
            return seal.of(one.left), seal.of(one.right), one.kind, one.currency or "", seal.of(one.id)

        edges = self.keep(case, "edges", self.nouns, lambda: sorted(case.nouns(Edge), key=order))
        return (noun_row(edge, self.fields) | _beside(edge) for edge in edges)


def _beside(edge: Edge) -> Row:
    """The three sums as decimal text, none of which holds anything of another, and where first and last are written."""
    minor = {"recorded": edge.amount_minor, "possible": edge.possible_minor, "asked": edge.asked_minor}
    sums = {name: None if one is None else decimal_text(one, edge.currency or "") for name, one in minor.items()}
    return {
        "recorded_deals": edge.recorded,
        **sums,
        "possible_minor": edge.possible_minor,
        "asked_minor": edge.asked_minor,
        "first_on": stamp_row(edge.first_on),
        "last_on": stamp_row(edge.last_on),
    }
