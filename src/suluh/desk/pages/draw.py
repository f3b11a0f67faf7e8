# SPDX-License-Identifier: Apache-2.0
"""The page on which a sample of what waits for a look is drawn, to count by."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from suluh.case.acts.sample import MOST, draw_sample
from suluh.case.case import Case
from suluh.case.rights import CATEGORISE
from suluh.desk.deciding import DecidingPage, Field
from suluh.desk.pages.page import Asked
from suluh.desk.typed.places import ABSOLUTE, TAKEN, is_absolute, lies
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.body import Noun

NO_SIZE = N_("Write a whole number of 1 to 10,000.")


class Draw(DecidingPage):
    """A new sample."""

    name = "draw"
    path = "/draw"
    decides = CATEGORISE
    title = N_("Draw a sample")
    template = "act.html"
    fields = (
        Field("size", N_("How many contents"), "line"),
        Field("seed", N_("Seed: agree on it first, such as the day of the draw"), "line"),
        Field("file", N_("New file on this machine, ending in .csv or .json"), "line"),
        Field("purpose", N_("For what the list is written, kept in the ledger"), "line"),
    )
    done = N_("The sample is drawn and its list is written: grade every row of it in your own viewer.")

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """What waits for a look."""
        del asked
        look = next((one for one in reading.kept("look") if one["stage"] == "grouped" and one["sets"]), None)
        return {
            "row": {"id": "new"},
            "facts": [(N_("Distinct contents that wait for a look"), str(look["to_look"]) if look else "0")],
            "note": N_("A sample counts and does nothing else: what was not drawn still needs its look."),
            "back_to": ("/samples", N_("Samples")),
        }

    def faults(self, form: Mapping[str, str]) -> dict[str, str]:
        """What is wrong beside each field."""
        size, file = form.get("size", "").strip(), form.get("file", "").strip()
        is_size = size.isascii() and size.isdecimal() and len(size) <= len(str(MOST)) and 1 <= int(size) <= MOST
        wrong = {} if is_size else {"size": NO_SIZE}
        if not is_absolute(file):
            wrong["file"] = ABSOLUTE
        elif lies(file):
            wrong["file"] = TAKEN
        return wrong | super().faults(form)

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """As `suluh sample` does."""
        del key
        path, size = Path(form["file"].strip()), int(form["size"].strip())
        return [draw_sample(case, path, size=size, seed=form["seed"].strip(), purpose=form["purpose"].strip())]
