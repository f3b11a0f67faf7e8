# SPDX-License-Identifier: Apache-2.0
"""The list of leads."""

from collections.abc import Iterator
from decimal import Decimal

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.view import Keys, Row, View
from suluh.model.after.beyond import MONEY, Lead, LeadTerm
from suluh.model.money import spoken


class Leads(View):
    """What to do next, by rank: pieces of work, never a ranking of guilt."""

    name = "leads"
    nouns = (Lead,)
    each = Lead
    fields = ("rank", "tier", "about", "reasons", "terms")
    shown = ("rank", "tier", "about", "reasons", "counted", "answer")
    private = hide(about="about", reasons="text", reasons_id="text")
    ids = ("about", "about_key", "id")
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
                "answer": one.answer,
                "reasons_id": list(one.reasons_id),
                "answer_id": one.answer_id,
                "counted": [_counted(term) for term in one.terms],
                "about_key": keys.of(one.about),
                "id": one.id,
            }


def _counted(term: LeadTerm) -> str:
    """What was counted, as a person reads it: money as money, a score as a decimal."""
    name, _, currency = term.name.partition("-")
    if name in MONEY and currency.isupper():
        return f"{name} {spoken(term.value, currency)[0]}"
    if term.name == "score":
        return f"score {Decimal(term.value).scaleb(-6):.2f}"
    return f"{term.name.replace('-', ' ')} {term.value:,}"
