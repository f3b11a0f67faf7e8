# SPDX-License-Identifier: Apache-2.0
"""The page of one draft: what leaves, what does not and why, row by row, and the approval by another officer."""

from collections.abc import Iterable, Mapping

from suluh.case.acts.hands import may_approve
from suluh.case.acts.release import approve, package_folder
from suluh.case.case import Case
from suluh.case.rights import APPROVE, DRAFT
from suluh.case.views.view import Filter
from suluh.desk.deciding import DecidingPage, Field, Form
from suluh.desk.pages.page import Asked, NotThere
from suluh.desk.tables.plan import Column, Facet, Plan
from suluh.desk.tables.table import table
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.body import Noun

ROWS = Plan(
    "drafted",
    N_("What stands in it, row by row, as it leaves"),
    (
        Column("table", N_("Table"), "word"),
        Column("number", N_("Row"), "number"),
        Column("says", N_("What it says"), "said-there"),
    ),
    (Facet("table", N_("Table")),),
    size=25,
)


class OneDraft(DecidingPage):
    """One draft, read by whoever approves it."""

    name = "draft"
    path = "/drafts/{key}"
    right = DRAFT
    decides = APPROVE
    title = N_("Draft of a package")
    template = "draft.html"
    opens = ("drafted",)
    fields = (Field("choice", N_("Decision"), "buttons", ("approve",)),)
    done = N_("Approved: the package lies in the folder of the case, under `releases/`, and anybody can check it.")

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The draft and one page of its rows, with the form."""
        return self.shown(reading, asked) | {"form": Form(self.fields)}

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The draft, what is said of it in numbers, and one page of what stands in it. Raises `NotThere`."""
        row = next((one for one in reading.rows("drafts") if one["id"] == asked.key), None)
        if row is None:
            raise NotThere
        leaves = [one for one in reading.rows("leaving") if one["draft"] == asked.key]
        return {
            "row": row | {"seen": row["digest"]},
            "leaves": [one for one in leaves if one["says"] == "leaves"],
            "left": [one for one in leaves if one["says"] == "left-out"],
            "changed": [one for one in leaves if one["says"] not in {"leaves", "left-out"}],
            "table": table(reading, ROWS, asked, Filter(draft=asked.key)),
            "is_own": row["by"] == reading.officer,
            "may": may_approve(reading.case, str(row["by"])),
            "folder": f"releases/{package_folder(reading.case, asked.key).name}",
        }

    def is_there(self, reading: Reading, key: str) -> bool:
        """Whether there is such a draft."""
        return any(one["id"] == key for one in reading.rows("drafts"))

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """As `suluh approve` does, with the digest of what the officer read."""
        approve(case, key, form.get("seen"))
        return []
