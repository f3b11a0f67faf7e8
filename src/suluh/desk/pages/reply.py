# SPDX-License-Identifier: Apache-2.0
"""The page on which it is entered what came back on a letter, and which exhibit holds it."""

from collections.abc import Mapping, Sequence

from suluh.case.rights import READ
from suluh.case.views.view import Row
from suluh.desk.deciding import Field
from suluh.desk.pages.page import Asked
from suluh.desk.typed.page import Choice, TypingPage, papers, standing
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.deeds.rights import RECORD
from suluh.model.dossier.papers import Reply


class NewReply(TypingPage):
    """Replies to letters."""

    name = "reply"
    path = "/reply"
    right = READ
    decides = RECORD
    title = N_("Replies to letters")
    kind = Reply
    many = frozenset({"accounts"})
    back_to = ("/letters", N_("Letters and instructions"))
    fields = (
        Field("letter", N_("Which letter it answers")),
        Field("received", N_("Came on"), "day"),
        Field("paper", N_("The paper that came with it"), is_needed=False),
        Field("exhibit", N_("The exhibit that holds it"), is_needed=False),
        Field("given_from", N_("First day given"), "day", is_needed=False),
        Field("given_to", N_("Last day given"), "day", is_needed=False),
        Field("accounts", N_("Accounts of which records came, one a line"), is_needed=False),
        Field("refused", N_("Why it was refused, if it was"), is_needed=False),
    )
    columns = (
        *(("code", N_("Code")), ("letter", N_("Letter")), ("received", N_("Came on")), ("exhibit", N_("Exhibit"))),
        *(("given_from", N_("First day given")), ("given_to", N_("Last day given"))),
        *(("refused", N_("Refused because")), ("by", N_("Entered by"))),
    )

    def options(self, reading: Reading, asked: Asked) -> Mapping[str, Sequence[Choice]]:
        """Letters that were sent, papers, exhibits."""
        del asked
        letters = standing(reading.rows("letters"))
        return {
            "letter": [Choice(str(row["code"]), f"{row['code']} · {row['to']} · {row['sent']}") for row in letters],
            "paper": papers(reading),
            "exhibit": [Choice(str(row["label"]), str(row["label"])) for row in reading.kept("exhibits")],
        }

    def rows(self, reading: Reading, asked: Asked) -> list[Row]:
        """Every reply that stands."""
        del asked
        return standing(reading.rows("replies"))
