# SPDX-License-Identifier: Apache-2.0
"""The page of leads: what to do next, and why."""

from suluh.case.views.view import Filter, Row
from suluh.desk.listing import Column, Facet, ListPage
from suluh.desk.pages.page import faces, texts
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Leads(ListPage):
    """What to do next, each with its reasons."""

    name = "leads"
    path = "/leads"
    title = N_("Leads")
    menu = ("Case", 2)
    what = "leads"
    note = N_("A lead is a piece of work, not a ranking of guilt; urgency for protection comes first.")
    caption = N_("Leads by rank, each with its reasons and what was counted")
    columns = (
        Column("rank", N_("Rank"), "number"),
        Column("tier", N_("Tier of urgency"), "number"),
        Column("about", N_("About"), "lead", by=""),
        Column("reasons", N_("Reasons"), "why", by=""),
        Column("answer", N_("What would answer it"), "answer", by=""),
        Column("terms", N_("Counted"), "counted", by=""),
    )
    facets = (Facet("tier", N_("Tier of urgency"), "text"),)

    def beside(self, reading: Reading, rows: list[Row]) -> dict[str, object]:
        """What each lead is about: persons, conversations, links."""
        about = [row["about"] for row in rows]
        return {"persons": faces(reading, about), "talks": talks(reading, rows), "links": _links(reading, about)}


def talks(reading: Reading, leads: list[Row]) -> dict[str, str]:
    """Keys of conversations that leads are about, with their titles."""
    wanted = frozenset(str(row["about_key"]) for row in leads)
    found = reading.rows("conversations", Filter(ids=wanted)) if wanted else []
    return {str(row["key"]): str(row["title"] or "") for row in found}


def _links(reading: Reading, about: list[object]) -> dict[str, list[tuple[str, str]]]:
    """For each link that a lead is about its two accounts, each with its person."""
    links = reading.rows("links", Filter(ids=frozenset(map(str, about))))
    sides = {str(link["id"]): [str(link["left"]), str(link["right"])] for link in links}
    persons = reading.rows("persons") if sides else []
    of = {account: str(row["id"]) for row in persons for account in texts(row, "accounts")}
    return {key: [(of.get(account, ""), account) for account in pair] for key, pair in sides.items()}
