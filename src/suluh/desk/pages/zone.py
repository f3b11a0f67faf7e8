# SPDX-License-Identifier: Apache-2.0
"""The page on which the time zone of an exhibit's clocks is stated."""

from collections.abc import Iterable, Mapping

from suluh.case.acts.decide import decide_zone
from suluh.case.acts.intake import check_zone
from suluh.case.case import Case
from suluh.case.rights import ADD
from suluh.case.views.view import Filter
from suluh.desk.deciding import DecidingPage, Field
from suluh.desk.pages.page import Asked, NotThere
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.body import Noun
from suluh.model.errors import Misuse

NO_ZONE = N_("This is no time zone: write Asia/Jakarta, Asia/Makassar or Asia/Jayapura, say.")


class Zone(DecidingPage):
    """The zone of one exhibit, as an officer decides."""

    name = "zone"
    path = "/exhibits/{key}/zone"
    decides = ADD
    title = N_("Time zone of an exhibit")
    template = "act.html"
    fields = (
        Field("zone", N_("Time zone, such as Asia/Jakarta"), "line"),
        Field("reason", N_("Reason, kept with the decision")),
    )

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The exhibit with the zone that it has now. Raises `NotThere`."""
        rows = reading.rows("exhibits", Filter(exhibit=asked.key))
        row = next((one for one in rows if one["label"] == asked.key and not one["sealed"]), None)
        if row is None:
            raise NotThere
        said = [one for one in reading.rows("decisions") if (one["act"], one["left"]) == ("zone", asked.key)]
        facts = [
            (N_("Exhibit"), asked.key),
            (N_("Stated when it was added"), row["timezone"]),
            (N_("In force now"), row["zone"]),
            *((N_("decided"), f"{one['right']} · {one['by']} · {one['reason']}") for one in said),
        ]
        return {
            "row": {"id": asked.key, "words": len(said)},
            "facts": facts,
            "note": N_("Times that the device wrote without a zone are read in this one; `suluh run` works them out."),
            "back_to": (f"/exhibits/{asked.key}", N_("Exhibit")),
        }

    def faults(self, form: Mapping[str, str]) -> dict[str, str]:
        """What is wrong beside each field."""
        found = super().faults(form)
        try:
            check_zone(form.get("zone", "").strip())
        except Misuse:
            return {"zone": NO_ZONE} | found
        return found

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """As `suluh decide CASE zone` does."""
        return [decide_zone(case, key, form["zone"].strip(), form["reason"])]
