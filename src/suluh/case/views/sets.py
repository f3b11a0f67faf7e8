# SPDX-License-Identifier: Apache-2.0
"""The list of hash sets."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View, corrected_rows
from suluh.model.matching import HashSet


class Sets(View):
    """The hash sets that the case uses or used, in the order in which they were entered."""

    name = "sets"
    nouns = (HashSet,)
    each = HashSet
    fields = (
        *("id", "digest", "kind", "name", "version", "entries", "flaws"),
        *("dropped", "corrects", "corrected_by", "reason", "at", "by"),
    )
    shown = ("digest", "kind", "name", "version", "entries", "flaws", "dropped", "reason", "at", "by")
    private = hide(reason="text")

    def rows(self, case: Case) -> Iterator[Row]:
        """Every entry of a set: that it is used, that it is dropped, that it is used again."""
        return corrected_rows(case, HashSet, self.fields, lambda _: ())
