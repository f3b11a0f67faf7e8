# SPDX-License-Identifier: Apache-2.0
"""The first page: what is on the exhibits, what was found, how little is still to look at."""

from suluh.case.rights import READ
from suluh.case.views.view import Page, Row
from suluh.desk.charts.times import DRAWN, time_line
from suluh.desk.charts.weeks import money_by_week, weeks
from suluh.desk.lacking import files_left, strip
from suluh.desk.pages.leads import talks
from suluh.desk.pages.page import Asked, DeskPage, faces
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

FIRST = 3
"""Leads that the page shows."""

NEXT = 5
"""Duties that the page shows."""

OF_OWNERS = frozenset({"owner", "account", "signs"})
"""Kinds of what is missing that say whose a device is: they stand first."""

LATE = 7
"""Days after which the page says on top that a backup is due."""

JOINS = frozenset({"merges", "deals"})
"""What the page counts of what waits for a decision."""

FIGURES = ("conversations", "messages", "payments", "offers", "accounts", "links", "sources", "flaws", "leads")


class Overview(DeskPage):
    """The case at a glance."""

    name = "overview"
    path = "/"
    right = READ
    title = N_("Overview")
    template = "overview.html"
    menu = ("Case", 1)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """Figures, each with the way to its sources."""
        del asked
        look, counts = reading.kept("look"), reading.kept("counts")
        held = {row["label"] for row in reading.kept("exhibits") if row["acquisitions"]}
        leads, safety = reading.rows("leads", page=Page(FIRST)), reading.safety()
        return {
            "look": look,
            "steps": [row for row in look if row["sets"] or row["stage"] != "before"],
            "ratio": _ratio(look),
            "figures": {what: reading.count(what) for what in FIGURES},
            "exhibits": reading.count("exhibits"),
            "due": reading.is_due(),
            "files": sum(int(str(row["in"])) + int(str(row["waiting"])) for row in counts),
            "waiting": sum(int(str(row["waiting"])) for row in counts),
            "not_run": [row["exhibit"] for row in counts if row["exhibit"] in held and not _has_files(row)],
            "deals": reading.tally("deals", "state"),
            "tiers": reading.tally("deals", "tier"),
            "persons": reading.count("persons"),
            "floors": [row for row in reading.kept("unseen") if row["role"] == "floor"],
            "countries": len(_countries(reading.kept("sources"))),
            "leads": leads,
            "faces": faces(reading, [row["about"] for row in leads]),
            "talks": talks(reading, leads),
            "missing": reading.kept("missing"),
            "owners": [row for row in reading.kept("missing") if row["what"] in OF_OWNERS],
            "strip": strip(reading.kept("missing")),
            **_duties(reading.kept("duties")),
            "joins": reading.once("joins", "waiting", lambda: _joins(reading.sketch("waiting", JOINS))),
            **_pictures(reading),
            "safety": safety,
            "is_late": safety.backup is None or safety.backup.days >= LATE,
            "unprocessed": files_left(reading.kept("unprocessed")),
        }


def _duties(rows: list[Row]) -> dict[str, object]:
    """What is due next or late without a word why, and how much more there is; what is grey warns of nothing."""
    warns = [row for row in rows if _warns(row)]
    warns.sort(key=lambda row: str(row["due"] or "~"))
    return {"duties": warns[:NEXT], "more_duties": len(rows)}


def _warns(row: Row) -> bool:
    """Whether a duty is open: what merely may be done warns of nothing once its time has passed."""
    is_open = row["state"] in ("late", "running") and not (row["proof"] or row["why"])
    return is_open and (row["state"], row["force"]) != ("late", "may")


def _pictures(reading: Reading) -> dict[str, object]:
    """Deals over time and money by week, drawn anew when deals have changed."""

    def drawn() -> dict[str, object]:
        deals = reading.sketch("deals", DRAWN)
        by_week = weeks(deals)
        return {"times": time_line(deals), "weeks": by_week, "money": money_by_week(by_week)}

    return reading.once("pictures of the overview", "deals", drawn)


def _joins(waiting: list[Row]) -> tuple[int, int]:
    """How many joins that nobody decided on count as they stand, and how many of them hold deals together."""
    held = [row for row in waiting if row["merges"]]
    return len(held), sum(bool(row["deals"]) for row in held)


def _has_files(row: Row) -> bool:
    return bool(row["in"] or row["waiting"])


def _ratio(look: list[Row]) -> Row:
    """The last stage, with the sets that the case has."""
    return next(row for row in look if row["stage"] == "grouped" and row["sets"])


def _countries(sources: list[Row]) -> set[str]:
    found: set[str] = set()
    for row in sources:
        countries = row["countries"]
        found |= {str(one["code"]) for one in countries} if isinstance(countries, list) else set()
    return found
