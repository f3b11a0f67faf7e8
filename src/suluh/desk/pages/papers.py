# SPDX-License-Identifier: Apache-2.0
"""The page of the papers of the case, on which one is entered."""

from collections.abc import Mapping, Sequence

from suluh.case.rights import READ
from suluh.case.views.view import Row
from suluh.desk.deciding import Field
from suluh.desk.pages.page import Asked
from suluh.desk.typed.page import Choice, TypingPage, standing
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.deeds.rights import PAPERS
from suluh.model.dossier.entered import fields_of
from suluh.model.dossier.papers import Paper


class Papers(TypingPage):
    """Papers that lie in a folder on a shelf: what each is, of when, about what."""

    name = "papers"
    path = "/papers"
    right = READ
    decides = PAPERS
    title = N_("Papers of the case")
    menu = ("Case", 4)
    kind = Paper
    many = frozenset({"about"})
    fields = (
        Field("kind", N_("Kind of paper")),
        Field("number", N_("Number of the paper")),
        Field("date", N_("Day of the paper"), "day"),
        Field("about", N_("About: exhibits and codes, one a line"), is_needed=False),
        Field("pages", N_("Number of pages"), is_needed=False),
        Field("note", N_("What else is to be known of it"), is_needed=False),
    )
    columns = (
        *(("code", N_("Code")), ("kind", N_("Kind of paper")), ("number", N_("Number of the paper"))),
        *(("date", N_("Day of the paper")), ("about", N_("About")), ("by", N_("Entered by"))),
    )

    def options(self, reading: Reading, asked: Asked) -> Mapping[str, Sequence[Choice]]:
        """The kinds of papers."""
        del reading, asked
        kinds = next(one.choices for one in fields_of(Paper) if one.name == "kind")
        return {"kind": [Choice(one, one) for one in kinds]}

    def rows(self, reading: Reading, asked: Asked) -> list[Row]:
        """Every paper that stands."""
        del asked
        return standing(reading.rows("papers"))
