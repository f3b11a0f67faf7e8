# SPDX-License-Identifier: Apache-2.0
"""The list of counts: what came in, and what became of it."""

from collections import defaultdict
from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits, sealed
from suluh.case.views.view import Row, View
from suluh.model.intake import Authority, Exhibit, File, Removal, Standing

STATES = ("out-of-scope", "quarantined", "duplicate", "benign", "read", "unparsed")


class Counts(View):
    """For each exhibit how many files came in, and how many left intake in each state; the states add up to it."""

    name = "counts"
    nouns = (Exhibit, Standing, Authority, Removal)
    fields = ("exhibit", "in", "out_of_scope", "quarantined", "duplicate", "benign", "read", "unparsed")
    shown = (*fields, "sealed")
    exhibits = ("exhibit",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every exhibit in the order of `add`; files that were listed and not yet settled stand as waiting.

        Of a sealed exhibit only that it is sealed, and by what, is said.
        """
        states: dict[str, dict[str, int]] = defaultdict(dict)
        for (label, state), size in case.rows.tally(Standing, "exhibit", "state").items():
            states[label][state] = size
        listed = case.rows.tally(File, "exhibit")
        for exhibit in exhibits(case.rows):
            own = states[exhibit.label]
            settled = sum(own.values())
            counts = {state.replace("-", "_"): own.get(state, 0) for state in STATES}
            waiting = listed.get((exhibit.label,), 0) - settled
            yield {"exhibit": exhibit.label, "in": settled, **counts, "waiting": waiting, "sealed": None}
        nothing = {state.replace("-", "_"): 0 for state in STATES}
        for seal in sealed(case.rows).values():
            yield {"exhibit": seal.label, "in": 0, **nothing, "waiting": 0, "sealed": seal.number}
