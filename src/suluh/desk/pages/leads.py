# SPDX-License-Identifier: Apache-2.0
"""The page of leads."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter, Row
from suluh.desk.pages.page import Asked, DeskPage, faces, sheet, texts
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_


class Leads(DeskPage):
    """What to do next, each with its reasons."""

    name = "leads"
    path = "/leads"
    right = READ
    title = N_("Leads")
    template = "leads.html"
    menu = ("Case", 2)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list."""
        leads = sheet(reading, "leads", asked)
        about = [row["about"] for row in leads.rows]
        return {
            "sheet": leads,
            "persons": faces(reading, about),
            "talks": _talks(reading, leads.rows),
            "links": _links(reading, about),
        }


def _talks(reading: Reading, leads: list[Row]) -> dict[str, str]:
    """Keys of conversations that leads are about, with their titles."""
    wanted = {str(row["about_key"]) for row in leads}
    return {str(row["key"]): str(row["title"] or "") for row in reading.rows("conversations") if row["key"] in wanted}


def _links(reading: Reading, about: list[object]) -> dict[str, list[tuple[str, str]]]:
    """For each link that a lead is about its two accounts, each with its person."""
    links = reading.rows("links", Filter(ids=frozenset(map(str, about))))
    sides = {str(link["id"]): [str(link["left"]), str(link["right"])] for link in links}
    persons = reading.rows("persons") if sides else []
    of = {account: str(row["id"]) for row in persons for account in texts(row, "accounts")}
    return {key: [(of.get(account, ""), account) for account in pair] for key, pair in sides.items()}
