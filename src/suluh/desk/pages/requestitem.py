# SPDX-License-Identifier: Apache-2.0
"""The page on which one thing is entered that a request asks for, in its own words."""

from collections.abc import Mapping, Sequence

from suluh.case.rights import ANSWER, READ
from suluh.case.views.view import Row
from suluh.desk.deciding import Field
from suluh.desk.pages.page import Asked
from suluh.desk.typed.page import Choice, TypingPage, choices_of, standing
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.dossier.papers import RequestItem


class NewItem(TypingPage):
    """What requests ask for, item by item."""

    name = "requestitem"
    path = "/request-item"
    right = READ
    decides = ANSWER
    title = N_("Items of requests")
    kind = RequestItem
    back_to = ("/letters", N_("Letters and instructions"))
    fields = (
        Field("request", N_("Of which request")),
        Field("number", N_("Its number there")),
        Field("text", N_("As written")),
        Field("kind", N_("Of form or of substance"), is_needed=False),
        Field("defendant", N_("Of which defendant"), is_needed=False),
        Field("element", N_("The element or duty it is about"), is_needed=False),
        Field("owner", N_("Code of the officer who works on it"), is_needed=False),
        Field("state", N_("How it stands"), is_needed=False),
        Field("why", N_("Why it cannot be done, where it cannot"), is_needed=False),
    )
    columns = (
        *(("code", N_("Code")), ("request", N_("Request")), ("number", N_("No.")), ("text", N_("As written"))),
        *(("owner", N_("Owner")), ("state", N_("State")), ("by", N_("Entered by"))),
    )

    def options(self, reading: Reading, asked: Asked) -> Mapping[str, Sequence[Choice]]:
        """Requests and defendants of the case, and the words of the lists."""
        del asked
        requests, defendants = (standing(reading.rows(what)) for what in ("requests", "defendants"))
        return {
            "request": [Choice(str(row["code"]), f"{row['code']} · {row['received']}") for row in requests],
            "kind": choices_of(RequestItem, "kind"),
            "defendant": [Choice(str(row["code"]), str(row["code"])) for row in defendants],
            "state": choices_of(RequestItem, "state"),
        }

    def rows(self, reading: Reading, asked: Asked) -> list[Row]:
        """Every item that stands."""
        del asked
        return standing(reading.rows("items"))
