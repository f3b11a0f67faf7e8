# SPDX-License-Identifier: Apache-2.0
"""The page of one person: accounts, why they are one person, and the deals."""

from typing import NamedTuple

from suluh.case.rights import READ
from suluh.case.views.view import Filter, Page, Row
from suluh.desk.charts.times import DRAWN, time_line
from suluh.desk.charts.weeks import money_by_week, weeks
from suluh.desk.pages.deals import Deals
from suluh.desk.pages.network import Network
from suluh.desk.pages.page import Asked, DeskPage, face, faces, moved, one, texts
from suluh.desk.tables.plan import SIZE
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Person(DeskPage):
    """One person."""

    name = "person"
    path = "/persons/{key}"
    right = READ
    title = N_("Group of accounts")
    template = "person.html"
    opens = ("persons", "links")

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The person, the links between the accounts with all reasons, the deals and trade partners."""
        where = Filter(person=asked.key)
        person, edges = one(reading, "persons", asked.key), reading.rows("network", where)
        deals = reading.sketch("deals", DRAWN | {"seller_person", "buyer_person"}, where)
        by_week = weeks(deals)
        return {
            "person": person,
            "moved": moved(person, asked),
            "face": face(texts(person, "accounts")),
            "links": reading.rows("links", where),
            "decided": {str(row["link"]): row for row in reading.kept("decisions") if row["link"]},
            "deals": reading.rows("deals", where, Page(SIZE)),
            "plans": (Deals().plan, Network().plan),
            "times": time_line(deals, str(person["id"])),
            "weeks": by_week,
            "sums": _sums(deals, str(person["id"])),
            "money": money_by_week(by_week, str(person["id"])),
            "deals_total": len(deals),
            "edges": edges,
            "faces": faces(reading, [row[side] for row in edges for side in ("left", "right")]),
        }


class Sums(NamedTuple):
    """What one person took or gave in one currency: what is recorded, what is possible, what was only asked."""

    side: str
    currency: str
    sizes: dict[str, int]


def _sums(deals: list[Row], person: str) -> list[Sums]:
    """The sums of the very deals to which each figure leads, as seller and as buyer."""
    found: dict[tuple[str, str], Sums] = {}
    for deal in deals:
        for side in ("seller", "buyer"):
            if deal["traded"] and deal["amount_minor"] is not None and deal[f"{side}_person"] == person:
                key = side, str(deal["currency"])
                held = found.setdefault(key, Sums(*key, dict.fromkeys(("recorded", "possible", "asked"), 0)))
                held.sizes[str(deal["money"])] += int(str(deal["amount_minor"]))
    return [found[key] for key in sorted(found, reverse=True)]
