# SPDX-License-Identifier: Apache-2.0
"""The page of one link: its reasons, what hangs on it, and the decision."""

from collections.abc import Iterable, Mapping
from typing import cast

from suluh.case.acts.decide import LinkAct, decide_link
from suluh.case.case import Case
from suluh.case.views.view import Page
from suluh.desk.deciding import WORD_FIELDS, DecidingPage, latest, spoken
from suluh.desk.pages.deals import Deals
from suluh.desk.pages.page import Asked, face, one, texts
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.people import Decision

MOST = 50
"""Deals that the page shows."""


class OneLink(DecidingPage):
    """One link between two accounts."""

    name = "link"
    path = "/links/{key}"
    title = N_("Link")
    template = "link.html"
    fields = WORD_FIELDS
    about = "link"

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The link, the latest decision on it, and the deals that hang on it."""
        row = one(reading, "links", asked.key)
        waits = reading.one("waiting", str(row["id"]))
        persons = reading.of("persons", "links", str(row["id"]), Page(2))
        sums = {name: waits[name] for name in ("deals", "recorded", "possible", "currency")} if waits else {}
        return {
            "row": row | sums | {"words": spoken(reading, "link", row)},
            "decided": latest(reading, "link", row, row["at"], row["retracted_at"]),
            "deals": reading.of("deals", "links", str(row["id"]), Page(MOST)),
            "persons": {str(one["id"]): face(texts(one, "accounts")) for one in persons},
            "plan": Deals().plan,
        }

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Decision]:
        """As `suluh decide CASE link` does, with what the officer saw."""
        return [decide_link(case, key, cast("LinkAct", form["choice"]), form["reason"], form.get("seen"))]
