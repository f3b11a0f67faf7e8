# SPDX-License-Identifier: Apache-2.0
"""The page on which the answer to an item of a request is entered, with what it rests on."""

from collections.abc import Mapping, Sequence

from suluh.case.rights import READ
from suluh.case.views.view import Row
from suluh.desk.deciding import Field
from suluh.desk.pages.page import Asked
from suluh.desk.typed.page import Choice, TypingPage, standing
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.deeds.rights import PREPARE
from suluh.model.dossier.papers import Answer


class NewAnswer(TypingPage):
    """Answers to items of requests."""

    name = "answer"
    path = "/answer"
    right = READ
    decides = PREPARE
    title = N_("Answers to requests")
    kind = Answer
    many = frozenset({"papers", "about"})
    back_to = ("/letters", N_("Letters and instructions"))
    fields = (
        Field("item", N_("Which item it answers")),
        Field("sentence", N_("The answer in words")),
        Field("papers", N_("Codes of papers that answer it, one a line"), is_needed=False),
        Field("about", N_("What of the case it rests on, one a line, as deal:ID or B-2"), is_needed=False),
        Field("version", N_("In which version of the dossier it stands"), is_needed=False),
    )
    columns = (
        *(("code", N_("Code")), ("item", N_("Item")), ("sentence", N_("The answer in words"))),
        *(("papers", N_("Papers")), ("about", N_("About")), ("by", N_("Entered by"))),
    )

    def options(self, reading: Reading, asked: Asked) -> Mapping[str, Sequence[Choice]]:
        """The items that were entered."""
        del asked
        items = standing(reading.rows("items"))
        return {"item": [Choice(str(row["code"]), f"{row['request']} {row['number']}. {row['text']}") for row in items]}

    def rows(self, reading: Reading, asked: Asked) -> list[Row]:
        """Every answer that stands."""
        del asked
        return standing(reading.rows("answers"))
