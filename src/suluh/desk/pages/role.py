# SPDX-License-Identifier: Apache-2.0
"""The page on which a person is given a role in the case."""

from collections.abc import Iterable, Mapping

from suluh.case.acts.decide import decide_role, digest_of_accounts
from suluh.case.case import Case
from suluh.desk.deciding import DecidingPage, Field
from suluh.desk.pages.page import Asked, face, one, texts
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.people import Decision
from suluh.model.rules.conduct import ROLES


class Role(DecidingPage):
    """A role by conduct, dated and with its reason."""

    name = "role"
    path = "/persons/{key}/role"
    title = N_("Role in the case")
    template = "role.html"
    fields = (
        Field("role", N_("Role in the case"), "choice", tuple(ROLES)),
        Field("start", N_("Since"), "day"),
        Field("end", N_("Until, if it ended"), "day", is_needed=False),
        Field("reason", N_("Reason, kept with the decision")),
    )

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The person with every account that the role would be of, and the roles decided so far."""
        seen = digest_of_accounts(reading.case, asked.key)
        row = one(reading, "persons", asked.key)
        return {"row": row | {"seen": seen}, "face": face(texts(row, "accounts"))}

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Decision]:
        """As `suluh decide CASE role` does, for every account of the person."""
        days = form["start"], form.get("end") or None
        return decide_role(case, key, form["role"], form["reason"], days, form.get("seen"))
