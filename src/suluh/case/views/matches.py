# SPDX-License-Identifier: Apache-2.0
"""The list of matches."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.view import Row, View
from suluh.model.matching import Match


class Matches(View):
    """Contents that stand in a hash set, and candidates that may."""

    name = "matches"
    nouns = (Match,)
    each = Match
    fields = ("sha256", "kind", "set", "set_kind", "set_entry", "distance", "categories")
    shown = ("sha256", "kind", "set_kind", "set_name", "set_entry", "distance", "categories")

    def rows(self, case: Case) -> Iterator[Row]:
        """Every match, by content."""
        for one in case.nouns(Match, order="sha256"):
            yield {
                "sha256": one.sha256,
                "kind": one.kind,
                "set": one.set,
                "set_kind": one.set_kind,
                "set_entry": one.set_entry,
                "distance": one.distance,
                "categories": [{"scheme": code.scheme, "code": code.code} for code in one.categories],
                "set_name": one.set_name,
                "turn": one.turn,
                "cut": one.cut,
                "moment": one.moment,
                "id": one.id,
            }
