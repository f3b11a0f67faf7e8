# SPDX-License-Identifier: Apache-2.0
"""The page on which a request to the unit is entered: an instruction of the prosecutor, of a court, of others."""

from collections.abc import Mapping, Sequence

from suluh.case.rights import ANSWER, READ
from suluh.case.views.view import Row
from suluh.desk.deciding import Field
from suluh.desk.pages.page import Asked
from suluh.desk.typed.page import Choice, TypingPage, choices_of, papers, standing
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.dossier.papers import Request


class NewRequest(TypingPage):
    """Requests to the unit."""

    name = "request"
    path = "/request"
    right = READ
    decides = ANSWER
    title = N_("Requests to the unit")
    kind = Request
    back_to = ("/letters", N_("Letters and instructions"))
    fields = (
        Field("sender", N_("Whose request it is")),
        Field("paper", N_("The request among the papers of the case")),
        Field("received", N_("Came on"), "day"),
        Field("due", N_("Day by which it wants an answer, if it says one"), "day", is_needed=False),
    )
    columns = (
        *(("code", N_("Code")), ("sender", N_("Of")), ("paper", N_("Paper"))),
        *(("received", N_("Came on")), ("due", N_("Due")), ("by", N_("Entered by"))),
    )

    def options(self, reading: Reading, asked: Asked) -> Mapping[str, Sequence[Choice]]:
        """Who may ask, and the papers of the case."""
        del asked
        return {"sender": choices_of(Request, "sender"), "paper": papers(reading)}

    def rows(self, reading: Reading, asked: Asked) -> list[Row]:
        """Every request that stands."""
        del asked
        return standing(reading.rows("requests"))
