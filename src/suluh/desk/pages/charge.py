# SPDX-License-Identifier: Apache-2.0
"""The page on which a charge of a dossier is typed: a defendant, a row of an offence, the days of the deed."""

from collections.abc import Mapping, Sequence

from suluh.case.rights import ANSWER, READ
from suluh.case.views.view import Row
from suluh.desk.deciding import Field
from suluh.desk.pages.page import Asked, NotThere
from suluh.desk.typed.page import Choice, TypingPage, standing
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.dossier.charges import Charge


class Charges(TypingPage):
    """Offences that a dossier states of its defendants."""

    name = "charge"
    path = "/dossiers/{key}/charge"
    right = READ
    decides = ANSWER
    title = N_("Charges of a dossier")
    kind = Charge
    many = frozenset({"means"})
    fields = (
        Field("defendant", N_("Of which defendant")),
        Field("law", N_("Row of law of the offence")),
        Field("deed_from", N_("First day of the deed"), "day"),
        Field("deed_to", N_("Last day of the deed"), "day"),
        Field("place", N_("Where"), is_needed=False),
        Field("means", N_("Kinds of means of proof, one a line"), is_needed=False),
    )
    columns = (
        *(("code", N_("Code")), ("defendant", N_("Of which defendant")), ("law", N_("Row of law of the offence"))),
        *(("deed_from", N_("First day of the deed")), ("deed_to", N_("Last day of the deed"))),
        *(("means", N_("Means of proof")), ("by", N_("Entered by"))),
    )

    def options(self, reading: Reading, asked: Asked) -> Mapping[str, Sequence[Choice]]:
        """The defendants of the dossier, and every row of an offence."""
        law = [row for row in standing(reading.rows("law")) if row["kind"] == "offence"]
        return {
            "defendant": [Choice(one, one) for one in _defendants(reading, asked.key)],
            "law": [Choice(str(row["code"]), f"{row['code']} · {row['law']} {row['article']}") for row in law],
        }

    def rows(self, reading: Reading, asked: Asked) -> list[Row]:
        """The charges of the dossier."""
        own = set(_defendants(reading, asked.key))
        return [row for row in standing(reading.rows("charges")) if row["defendant"] in own]


def _defendants(reading: Reading, code: str) -> list[str]:
    """The codes of the defendants of a dossier. Raises `NotThere`."""
    if code not in {row["code"] for row in standing(reading.rows("dossiers"))}:
        raise NotThere
    return [str(row["code"]) for row in standing(reading.rows("defendants")) if row["dossier"] == code]
