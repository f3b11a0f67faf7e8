# SPDX-License-Identifier: Apache-2.0
"""The page of one deal: what it rests on, what speaks against it, and where each fact stands."""

from collections.abc import Iterable, Mapping
from typing import cast

from suluh.case.acts.decide import LinkAct, decide_deal
from suluh.case.case import Case
from suluh.case.views.view import Filter, Page
from suluh.desk.deciding import WORD_FIELDS, DecidingPage, latest, spoken
from suluh.desk.pages.conversation import MESSAGES
from suluh.desk.pages.page import Asked, moved, one, texts
from suluh.desk.pages.payments import Payments
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.people import Decision

MOST = 200
"""Messages and payments of one deal that the page shows."""


class Deal(DecidingPage):
    """One deal with its reasons and its sources, and the decision on it."""

    name = "deal"
    path = "/deals/{key}"
    title = N_("Deal")
    template = "deal.html"
    opens = ("deals", "payments", "messages")
    fields = WORD_FIELDS
    about = "deal"

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The deal, its payments and messages with their places, and the latest word on it."""
        deal = one(reading, "deals", asked.key)
        return {
            "row": deal | {"words": spoken(reading, "deal", deal)},
            "deal": deal,
            "moved": moved(deal, asked),
            "decided": latest(reading, "deal", deal, deal["judged_at"]),
            "payments": reading.rows("payments", Filter(deal=asked.key), Page(MOST)),
            "messages": reading.rows("messages", Filter(deal=asked.key), Page(MOST)),
            "plans": (Payments().plan, MESSAGES),
            "files": texts(deal, "files"),
            "most": MOST,
        }

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Decision]:
        """As `suluh decide CASE deal` does, with what the officer saw."""
        return [decide_deal(case, key, cast("LinkAct", form["choice"]), form["reason"], form.get("seen"))]
