# SPDX-License-Identifier: Apache-2.0
"""The page of one person: accounts, why they are one person, and the deals."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter, Page
from suluh.desk.pages.deals import Deals
from suluh.desk.pages.network import Network
from suluh.desk.pages.page import SIZE, Asked, DeskPage, face, faces, moved, one, texts
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
        return {
            "person": person,
            "moved": moved(person, asked),
            "face": face(texts(person, "accounts")),
            "links": reading.rows("links", where),
            "decided": {str(row["link"]): row for row in reading.kept("decisions") if row["link"]},
            "deals": reading.rows("deals", where, Page(SIZE)),
            "plans": (Deals().plan, Network().plan),
            "deals_total": reading.count("deals", where),
            "edges": edges,
            "faces": faces(reading, [row[side] for row in edges for side in ("left", "right")]),
        }
