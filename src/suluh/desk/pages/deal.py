# SPDX-License-Identifier: Apache-2.0
"""The page of one deal: what it rests on, what speaks against it, and where each fact stands."""

from collections.abc import Iterable, Mapping
from typing import cast

from suluh.case.acts.decide import LinkAct, decide_deal
from suluh.case.case import Case
from suluh.case.views.view import Filter, Page, Row
from suluh.desk.deciding import WORD_FIELDS, DecidingPage, latest, spoken
from suluh.desk.pages.conversation import MESSAGES
from suluh.desk.pages.deals import Deals
from suluh.desk.pages.decisions import Decisions
from suluh.desk.pages.page import Asked, moved, one, texts
from suluh.desk.pages.payments import Payments
from suluh.desk.tables.plan import Column, Plan
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
        said = [row for row in reading.kept("decisions") if row["deal"] == asked.key]
        if said and reading.one("deals", asked.key) is None:
            return _gone(reading, asked.key, said)
        deal = one(reading, "deals", asked.key)
        payments, messages = (
            _counted(reading.rows(what, Filter(deal=asked.key), Page(MOST))) for what in ("payments", "messages")
        )
        deal |= {"numbers": {str(row["id"]): row["number"] for row in (*payments, *messages)}}
        return {
            "gone": "",
            "said": [row for row in reading.kept("decisions") if row["deal"] == deal["id"]],
            "said_plan": Decisions().plan,
            "row": deal | {"words": spoken(reading, "deal", deal)},
            "deal": deal,
            "moved": moved(deal, asked),
            "decided": latest(reading, "deal", deal, deal["judged_at"]),
            "payments": payments,
            "messages": messages,
            "plans": (_with_numbers(Payments().plan), _with_numbers(MESSAGES)),
            "file_of": {one: reading.first_of("files", "contents", one) for one in texts(deal, "files")[:MOST]},
            "files": texts(deal, "files"),
            "most": MOST,
        }

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Decision]:
        """As `suluh decide CASE deal` does, with what the officer saw."""
        return [decide_deal(case, key, cast("LinkAct", form["choice"]), form["reason"], form.get("seen"))]


def _counted(rows: list[Row]) -> list[Row]:
    """Rows with the numbers by which the reasons name them."""
    return [row | {"number": number} for number, row in enumerate(rows, 1)]


def _with_numbers(plan: Plan) -> Plan:
    return plan._replace(columns=(Column("number", N_("No."), "number", by=""), *plan.columns))


def _gone(reading: Reading, key: str, said: list[Row]) -> dict[str, object]:
    """A deal on which somebody decided and that stands no longer: the words on it, and what rests on its lines now."""
    lines = dict.fromkeys(line for row in said for line in texts(row, "holds"))
    found = {str(row["id"]): row for line in list(lines)[:MOST] for row in _resting(reading, line)}
    plans = {"said_plan": Decisions().plan, "deal_plan": Deals().plan}
    return {"gone": key, "said": said, "now": list(found.values()), "lines": len(lines), "row": {"id": key}, **plans}


def _resting(reading: Reading, line: str) -> list[Row]:
    """The deals that rest on a message or a payment."""
    of = next((name for name in ("messages", "payments") if reading.one(name, line) is not None), None)
    return [] if of is None else reading.of("deals", of, line, Page(MOST))
