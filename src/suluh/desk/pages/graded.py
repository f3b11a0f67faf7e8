# SPDX-License-Identifier: Apache-2.0
"""The page on which the categories of a viewer's file are taken back."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from suluh.case.acts.categories import read_categories
from suluh.case.case import Case
from suluh.case.rights import CATEGORISE
from suluh.desk.deciding import DecidingPage, Field
from suluh.desk.pages.page import Asked
from suluh.desk.typed.places import ABSOLUTE, MISSING, is_absolute, is_file
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.body import Noun
from suluh.model.errors import Misuse


class Graded(DecidingPage):
    """Categories that people gave in their own viewer, one file of them."""

    name = "graded"
    path = "/graded"
    decides = CATEGORISE
    title = N_("Take back categories")
    template = "act.html"
    fields = (
        Field("file", N_("File of the viewer on this machine, .csv or .json"), "line"),
        Field("scheme", N_("Scheme of categories that name none"), "line", is_needed=False),
        Field("source", N_("Who or what graded, if not the name of the file"), "line", is_needed=False),
    )
    done = N_("The categories are kept as votes.")

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """Nothing but what is said before it."""
        del reading, asked
        return {
            "row": {"id": "new"},
            "facts": [],
            "note": N_("Every row of the file is a vote of whoever it names; the whole file is one entry."),
            "back_to": ("/votes", N_("Votes on categories")),
        }

    def faults(self, form: Mapping[str, str]) -> dict[str, str]:
        """What is wrong beside each field."""
        file = form.get("file", "").strip()
        wrong = {"file": ABSOLUTE} if not is_absolute(file) else {} if is_file(file) else {"file": MISSING}
        return wrong | super().faults(form)

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """As `suluh categories` does. Raises `Misuse` where no row could be used."""
        del key
        scheme, source = (form.get(name, "").strip() or None for name in ("scheme", "source"))
        told: list[str] = []
        found = read_categories(case, Path(form["file"].strip()), scheme=scheme, source=source, tell=told.append)
        if found.rows and not (found.votes or found.again):
            raise Misuse(f"no row of this file could be used; {told[0] if told else 'none has a category'}")
        return []
