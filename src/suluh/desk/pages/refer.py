# SPDX-License-Identifier: Apache-2.0
"""The page on which a package is drafted for one recipient, as at the terminal."""

from collections.abc import Iterable, Mapping, Sequence

from suluh.case.acts.hands import may_approve
from suluh.case.acts.packing import CODES_OF_HANDLING, KINDS
from suluh.case.acts.release import draft, name_of
from suluh.case.case import Case
from suluh.case.rights import DRAFT
from suluh.desk.deciding import NEEDED, DecidingPage, Field, faults_of
from suluh.desk.pages.page import Asked
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.after.sharing import Draft, Terms
from suluh.model.body import Noun

NOT_FOR = N_("A package for this recipient is not made by it: leave it empty.")
TERMS = ("country", "person", "request", "basis", "handling")


class Refer(DecidingPage):
    """A new draft of a package."""

    name = "refer"
    path = "/refer"
    right = DRAFT
    decides = DRAFT
    title = N_("Draft a package")
    template = "refer.html"
    fields = (
        Field("kind", N_("Who receives it"), "choice", tuple(KINDS)),
        Field("name", N_("Name of the office"), "line", is_needed=False),
        Field("country", N_("Country of the partner, such as MY"), "line", is_needed=False),
        Field("person", N_("The one person it is about: the id of a group of accounts"), "line", is_needed=False),
        Field("request", N_("Number of their request"), "line", is_needed=False),
        Field("basis", N_("Legal basis of the transfer"), "line", is_needed=False),
        Field("handling", N_("Handling code"), "choice", CODES_OF_HANDLING, is_needed=False),
    )
    goes_on = True
    done = N_("Drafted: another officer reads here what would leave, and approves it with their own key.")

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """What each kind of recipient gets, and what a package for it needs."""
        del asked
        may = may_approve(reading.case, reading.officer)
        return {"row": {"id": "new"}, "kinds": list(KINDS.values()), "due": reading.is_due(), "may": may}

    def faults(self, form: Mapping[str, str]) -> dict[str, str]:
        """What is wrong beside each field: terms that this kind of recipient needs, or is not made by."""
        found, to = faults_of(self.fields, form), KINDS.get(form.get("kind", ""))
        if to is None:
            return found
        needed = {name: NEEDED for name in to.needs if not form.get(name, "").strip()}
        return {name: NOT_FOR for name in TERMS if form.get(name) and not to.bears(name)} | needed | found

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """As `suluh refer` does."""
        del key
        terms = Terms(kind=form["kind"], **{name: form.get(name, "").strip() or None for name in TERMS})
        return [draft(case, form.get("name", "").strip() or name_of(terms.kind), terms)]

    def leads(self, key: str, kept: Sequence[Noun]) -> str:
        """The page of the new draft."""
        del key
        return next((f"/drafts/{one.id}" for one in kept if isinstance(one, Draft)), self.path)
