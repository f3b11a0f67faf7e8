# SPDX-License-Identifier: Apache-2.0
"""The page of packages that were approved for prosecutors: what a prosecutor may read of a case."""

from suluh.case.rights import RECEIVE
from suluh.case.views.view import Row
from suluh.desk.pages.page import Asked, DeskPage
from suluh.desk.tables.plan import Column, Plan
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

PLAN = Plan(
    "drafts",
    N_("Packages that were approved for prosecutors, the latest first"),
    (
        Column("id", N_("Package"), "code", to="packages"),
        Column("recipient", N_("Recipient")),
        Column("by", N_("Drafted by")),
        Column("approved_by", N_("Approved by")),
        Column("approved_at", N_("Approved"), "moment"),
        Column("digest", N_("SHA-256 of what left"), "code"),
    ),
)


class Packages(DeskPage):
    """Every package that left for a prosecutor."""

    name = "packages"
    path = "/packages"
    right = RECEIVE
    title = N_("Packages for prosecutors")
    template = "packages.html"
    menu = ("Case", 5)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """Those that were approved, and no draft."""
        del asked
        return {"plan": PLAN, "rows": received(reading)}


def received(reading: Reading) -> list[Row]:
    """The packages that a prosecutor may read."""
    return [row for row in reading.rows("drafts") if (row["state"], row["kind"]) == ("approved", "prosecutor")]
