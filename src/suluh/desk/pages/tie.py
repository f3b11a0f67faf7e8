# SPDX-License-Identifier: Apache-2.0
"""The page on which a fact is tied to an element of a charge, for it or against it."""

from collections.abc import Iterator, Mapping, Sequence

from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.propose import candidates
from suluh.case.rights import READ
from suluh.case.typed.fields import Given
from suluh.case.views.view import Row
from suluh.desk.deciding import Field
from suluh.desk.pages.page import Asked, NotThere
from suluh.desk.typed.page import Choice, TypingPage, standing
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.deeds.rights import PREPARE
from suluh.model.dossier.charges import Tie

SIDES = ("for", "against")
TYPED = (("observation", "observations"), ("told", "told"), ("paper", "papers"))
"""Facts that officers typed, and the list of each."""


class Ties(TypingPage):
    """Facts that carry the elements of a dossier, and those that speak against them."""

    name = "tie"
    path = "/dossiers/{key}/tie"
    right = READ
    decides = PREPARE
    title = N_("Facts of a dossier")
    kind = Tie
    fields = (
        Field("element", N_("Which element of which charge")),
        Field("fact", N_("The fact")),
        Field("other", N_("Or another fact, as deal:ID, message:ID, payment:ID or content:SHA256"), is_needed=False),
        Field("side", N_("For the element or against it")),
        Field("sentence", N_("What it says of the element")),
        Field("answer", N_("Answer to a fact against"), is_needed=False),
        Field("means", N_("Means of proof, as the investigator names it"), is_needed=False),
        Field("witness", N_("Witness or expert, by code"), is_needed=False),
    )
    columns = (
        *(("code", N_("Code")), ("charge", N_("Charge")), ("element", N_("Element")), ("fact", N_("The fact"))),
        *(("side", N_("For the element or against it")), ("sentence", N_("What it says of the element"))),
        ("by", N_("Entered by")),
    )

    def options(self, reading: Reading, asked: Asked) -> Mapping[str, Sequence[Choice]]:
        """Elements of the dossier, facts that might be tied, and both sides."""
        elements = [row for row in reading.rows("elements") if row["dossier"] == asked.key]
        if asked.key not in {row["code"] for row in standing(reading.rows("dossiers"))}:
            raise NotThere
        named = {f"{row['charge']}:{row['element']}": str(row["words"]) for row in elements}
        return {
            "element": [Choice(name, f"{name.replace(':', ' ')}. {words}") for name, words in named.items()],
            "fact": [Choice("other", "..."), *_facts(reading, asked.key)],
            "side": [Choice(one, one) for one in SIDES],
        }

    def rows(self, reading: Reading, asked: Asked) -> list[Row]:
        """The ties of the dossier."""
        charges = {row["charge"] for row in reading.rows("elements") if row["dossier"] == asked.key}
        return [row for row in standing(reading.rows("ties")) if row["charge"] in charges]

    def said(self, form: Mapping[str, str]) -> dict[str, Given]:
        """Charge and number apart, and the fact as it was chosen or written."""
        found = super().said(form)
        charge, _, element = form.get("element", "").rpartition(":")
        other = str(found.pop("other"))
        fact = other if found["fact"] == "other" else found["fact"]
        return {**found, "charge": charge, "element": element, "fact": fact}


def _facts(reading: Reading, code: str) -> Iterator[Choice]:
    """Facts that might be tied: deals and contents of the defendants, then what officers typed."""
    for one in candidates(Brief.of(reading.case, code)):
        yield Choice(one.fact, f"{one.fact} · {one.defendant}")
    for kind, what in TYPED:
        for row in standing(reading.rows(what)):
            yield Choice(f"{kind}:{row['code']}", f"{kind}:{row['code']}")
