# SPDX-License-Identifier: Apache-2.0
"""The list of leads."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.view import Keys, Row, View, hide
from suluh.model.beyond import Lead


class Leads(View):
    """What to do next, by rank: pieces of work, never a ranking of guilt."""

    name = "leads"
    nouns = (Lead,)
    each = Lead
    fields = ("rank", "tier", "about", "reasons", "terms")
    private = hide(about="object", reasons="text", reasons_id="text")
    accounts = ("about",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every lead."""
        keys = Keys(case, "conversation")
        for one in sorted(case.nouns(Lead), key=lambda one: (one.rank, one.id)):
            yield {
                "rank": one.rank,
                "tier": one.tier,
                "about": one.about,
                "reasons": list(one.reasons),
                "terms": [{"name": term.name, "value": term.value} for term in one.terms],
                "reasons_id": list(one.reasons_id),
                "about_key": keys.of(one.about),
                "id": one.id,
            }
