# SPDX-License-Identifier: Apache-2.0
"""The list of sources."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.view import Keys, Row, View
from suluh.model.after.beyond import Origin


class Sources(View):
    """Conversations through which items came in that were sold on; the most first."""

    name = "sources"
    nouns = (Origin,)
    each = Origin
    fields = ("conversation", "first_seen_items", "items_sold_on", "countries")
    private = hide(conversation="account", copies="account", account="account")
    ids = ("conversation_key",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every source."""
        keys = Keys(case, "conversation")
        for one in sorted(case.nouns(Origin), key=lambda one: (-one.items_sold_on, -one.first_seen_items, one.id)):
            yield {
                "conversation": one.conversation,
                "first_seen_items": one.first_seen_items,
                "items_sold_on": one.items_sold_on,
                "countries": [{"code": country.code, "basis": country.basis} for country in one.countries],
                "conversation_key": keys.of(one.conversation),
                "copies": list(one.copies),
                "known_items": one.known_items,
                "posters": [
                    {"account": poster.account, "items": poster.items, "sold_on": poster.sold_on}
                    for poster in one.posters
                ],
            }
