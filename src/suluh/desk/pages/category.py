# SPDX-License-Identifier: Apache-2.0
"""The page on which an officer records the category that they gave a content in their own viewer."""

from collections.abc import Iterable, Mapping

from suluh.case.acts.decide import decide_category
from suluh.case.case import Case
from suluh.case.gate.cited import Cited
from suluh.case.gate.viewer import views
from suluh.case.rights import CATEGORISE
from suluh.desk.deciding import DecidingPage, Field
from suluh.desk.pages.page import Asked, NotThere, one
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.body import Noun
from suluh.model.errors import UnknownObject
from suluh.model.intake import Content
from suluh.model.people import Decision

NO_COLON = N_("Write the name of the scheme without a colon.")


class Category(DecidingPage):
    """The category of one content, by the file that holds it."""

    name = "category"
    path = "/files/{key}/category"
    decides = CATEGORISE
    title = N_("Category of a content")
    template = "act.html"
    fields = (
        Field("scheme", N_("Scheme of the unit, such as unit"), "line"),
        Field("code", N_("Category in it, such as 2"), "line"),
    )

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The digests of the content, and what was said of it so far. Raises `NotThere`."""
        row = one(reading, "files", asked.key)
        if not row["sha256"]:
            raise NotThere
        content = ("category", row["sha256"])
        said = [each for each in reading.case.nouns(Decision) if (each.act, each.left) == content]
        votes = [each for each in reading.rows("votes") if each["sha256"] == row["sha256"]]
        return {
            "row": {"id": row["id"], "words": len(said)},
            "facts": [
                (N_("SHA-256"), row["sha256"]),
                (N_("Type"), row["type"]),
                *((N_("decided"), f"{each.right} · {each.by}") for each in said),
                *((N_("Votes"), f"{each['scheme']}:{each['code']} · {each['votes']}/{each['of']}") for each in votes),
            ],
            "note": N_("Look at the file in your own forensic viewer; nothing of it is ever shown here."),
            "back_to": (f"/files/{row['id']}", N_("File")),
        }

    def faults(self, form: Mapping[str, str]) -> dict[str, str]:
        """What is wrong beside each field."""
        return ({"scheme": NO_COLON} if ":" in form.get("scheme", "") else {}) | super().faults(form)

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """As `suluh decide CASE category` does."""
        file = Cited(case, views(), plain=True).one("files", key)
        for content in case.rows.by_column(Content, "file", [file]):
            return [decide_category(case, content.sha256, f"{form['scheme'].strip()}:{form['code'].strip()}")]
        raise UnknownObject(f"the file {key} has no content: it was not read yet")
