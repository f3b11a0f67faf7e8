# SPDX-License-Identifier: Apache-2.0
"""The page on which a work list is written for the unit's own viewer."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from suluh.case.acts.worklist import write_worklist
from suluh.case.case import Case
from suluh.case.rights import READ
from suluh.desk.deciding import DecidingPage, Field
from suluh.desk.pages.page import Asked
from suluh.desk.typed.places import ABSOLUTE, TAKEN, is_absolute, lies
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.body import Noun


class Listed(DecidingPage):
    """A new work list: labels, paths and hashes of what a person must still look at."""

    name = "listed"
    path = "/listed"
    decides = READ
    title = N_("Write a work list")
    template = "act.html"
    fields = (
        Field("file", N_("New file on this machine, ending in .csv or .json"), "line"),
        Field("purpose", N_("For what the list is written, kept in the ledger"), "line"),
    )
    goes_on = True
    done = N_("The work list is written: look at its contents in your own viewer, then take the categories back.")

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """What waits for a look."""
        del asked
        look = next((one for one in reading.kept("look") if one["stage"] == "grouped" and one["sets"]), None)
        return {
            "row": {"id": "new"},
            "facts": [(N_("Distinct contents that wait for a look"), str(look["to_look"]) if look else "0")],
            "note": N_("The list holds labels, paths and hashes, most pressing first, and no byte of an exhibit."),
            "back_to": ("/votes", N_("Votes on categories")),
        }

    def faults(self, form: Mapping[str, str]) -> dict[str, str]:
        """What is wrong beside each field."""
        file = form.get("file", "").strip()
        wrong = {"file": ABSOLUTE} if not is_absolute(file) else {"file": TAKEN} if lies(file) else {}
        return wrong | super().faults(form)

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """As `suluh worklist` does."""
        del key
        write_worklist(case, Path(form["file"].strip()), form["purpose"].strip())
        return []
