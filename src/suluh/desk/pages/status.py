# SPDX-License-Identifier: Apache-2.0
"""The page on which a legal status of a person is recorded, by the paper that gives it."""

from collections.abc import Iterable, Mapping

from suluh.case.acts.decide import decide_status, digest_of_accounts
from suluh.case.case import Case
from suluh.desk.deciding import DecidingPage, Field
from suluh.desk.pages.page import Asked, face, one, texts
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.people import Decision
from suluh.model.rules.conduct import STATUSES


class Status(DecidingPage):
    """A legal status: software gives none, and no officer without a paper."""

    name = "status"
    path = "/persons/{key}/status"
    title = N_("Legal status")
    template = "status.html"
    fields = (
        Field("status", N_("Legal status"), "choice", tuple(STATUSES)),
        Field("document", N_("Number of the paper that gives it"), "line"),
        Field("day", N_("Day of the paper"), "day"),
    )

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The person with every account that the status would be of, and what was recorded so far."""
        seen = digest_of_accounts(reading.case, asked.key)
        row = one(reading, "persons", asked.key)
        accounts = texts(row, "accounts")
        said = [each for each in reading.kept("decisions") if each["act"] == "status" and each["left"] in accounts]
        given = {(each["right"], each["document"], each["valid_from"]): each for each in said}
        return {"row": row | {"seen": seen}, "face": face(accounts), "given": list(given.values())}

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Decision]:
        """As `suluh decide CASE status` does, for every account of the person."""
        return decide_status(case, key, form["status"], form["document"], form["day"], form.get("seen"))
