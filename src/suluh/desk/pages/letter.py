# SPDX-License-Identifier: Apache-2.0
"""The page on which a letter to others is entered: to whom, by which paper, what it asks for of which period."""

from collections.abc import Mapping, Sequence

from suluh.case.rights import READ
from suluh.case.views.view import Row
from suluh.desk.deciding import Field
from suluh.desk.pages.page import Asked
from suluh.desk.typed.page import Choice, TypingPage, choices_of, papers, standing
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.deeds.rights import PREPARE
from suluh.model.dossier.papers import Letter


class NewLetter(TypingPage):
    """Letters that ask others for records."""

    name = "letter"
    path = "/letter"
    right = READ
    decides = PREPARE
    title = N_("Letters to others")
    kind = Letter
    many = frozenset({"accounts", "records"})
    back_to = ("/letters", N_("Letters and instructions"))
    fields = (
        Field("to", N_("To whom it went")),
        Field("kind", N_("What they are")),
        Field("paper", N_("The letter among the papers of the case")),
        Field("sent", N_("Sent on"), "day"),
        Field("accounts", N_("Accounts asked for, one a line, as bca:1234567890"), is_needed=False),
        Field("records", N_("Kinds of records asked for, one a line"), is_needed=False),
        Field("asked_from", N_("First day asked for"), "day", is_needed=False),
        Field("asked_to", N_("Last day asked for"), "day", is_needed=False),
        Field("basis", N_("The legal basis that it states"), is_needed=False),
        Field("status_then", N_("Legal status, at that time, of whom it asks about"), is_needed=False),
    )
    columns = (
        *(("code", N_("Code")), ("to", N_("Addressee")), ("paper", N_("Paper")), ("sent", N_("Sent on"))),
        *(("accounts", N_("Accounts")), ("asked_from", N_("First day asked for"))),
        *(("asked_to", N_("Last day asked for")), ("by", N_("Entered by"))),
    )

    def options(self, reading: Reading, asked: Asked) -> Mapping[str, Sequence[Choice]]:
        """Kinds of addressees, and the papers of the case."""
        del asked
        return {"kind": choices_of(Letter, "kind"), "paper": papers(reading)}

    def rows(self, reading: Reading, asked: Asked) -> list[Row]:
        """Every letter that stands."""
        del asked
        return standing(reading.rows("letters"))
