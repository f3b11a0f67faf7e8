# SPDX-License-Identifier: Apache-2.0
"""The page on which an exhibit is entered, as at the terminal: nothing is copied and nothing is changed."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from suluh.case.acts.intake import Bag, Digests, add_exhibits, check_zone, stated_digests
from suluh.case.case import Case
from suluh.case.line.meter import stage
from suluh.case.rights import ADD, READ
from suluh.desk.deciding import DecidingPage, Field
from suluh.desk.pages.page import Asked
from suluh.desk.pages.zone import NO_ZONE
from suluh.desk.typed.places import ABSOLUTE, MISSING, is_absolute, lies
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.body import Noun
from suluh.model.errors import Misuse


class Add(DecidingPage):
    """A new exhibit, or a further acquisition of one."""

    name = "add"
    path = "/add"
    right = READ
    decides = ADD
    title = N_("Add an exhibit")
    template = "act.html"
    fields = (
        Field("file", N_("Seized tree or file on this machine"), "line"),
        Field("label", N_("Label, such as B-1"), "line"),
        Field("authority", N_("Number of the paper that allows it"), "line"),
        Field("acquisition", N_("Which extraction of it; empty for the first"), "line", is_needed=False),
        Field("holder", N_("Who held it"), "line", is_needed=False),
        Field("accounts", N_("Accounts of the device itself, between blanks"), "line", is_needed=False),
        Field("zone", N_("Time zone, such as Asia/Jakarta"), "line", is_needed=False),
        Field("digest", N_("File of the examiner's hashes on this machine"), "line", is_needed=False),
    )
    goes_on = True
    done = N_("The exhibit is entered. The next run works it out.")

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The papers that allow work, by number."""
        del asked
        papers = [row for row in reading.rows("authorities") if not row["corrected_by"]]
        return {
            "row": {"id": "new"},
            "facts": [(N_("Papers of the case"), ", ".join(str(row["number"]) for row in papers))],
            "note": N_("Nothing is copied or changed: the tree stays where it lies, and is read from there."),
            "back_to": ("/exhibits", N_("Exhibits")),
        }

    def faults(self, form: Mapping[str, str]) -> dict[str, str]:
        """What is wrong beside each field."""
        wrong = {}
        for name in ("file", "digest"):
            given = form.get(name, "").strip()
            if given and not is_absolute(given):
                wrong[name] = ABSOLUTE
            elif given and not lies(given):
                wrong[name] = MISSING
        try:
            check_zone(form.get("zone", "").strip() or None)
        except Misuse:
            wrong["zone"] = NO_ZONE
        return wrong | super().faults(form)

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """As `suluh add` does."""
        del key
        given = {name: value.strip() for name, value in form.items()}
        told: list[str] = []
        with stage("digests", case.tell):
            stated = stated_digests(Path(given["digest"]), told.append) if given.get("digest") else Digests()
        accounts = tuple(given.get("accounts", "").split())
        zone, holder = (given.get(name) or None for name in ("zone", "holder"))
        name = given.get("acquisition") or "1"
        bag = Bag(Path(given["file"]), given["label"], given["authority"], name, holder, accounts, zone, *stated)
        with stage("entered", case.tell, 1) as meter:
            meter.add(len(list(add_exhibits(case, [bag]))))
        return []

    def leads(self, key: str, kept: Sequence[Noun]) -> str:
        """The page of the work, where the next run starts."""
        del key, kept
        return "/work"
