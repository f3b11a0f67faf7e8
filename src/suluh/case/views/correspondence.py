# SPDX-License-Identifier: Apache-2.0
"""The register of letters: what was asked, how long it waits, what came back and what of it is missing."""

from collections.abc import Iterator, Sequence
from datetime import date

from suluh.case.case import Case
from suluh.case.clocks.checked import checked
from suluh.case.clocks.days import later
from suluh.case.clocks.events import reminders
from suluh.case.clocks.now import MADE_OF, calendar_of
from suluh.case.corrections.standing_papers import typed
from suluh.case.registers.letters import Given, days_waited, lacks_of, state_of
from suluh.case.registers.replies import replies_of
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View
from suluh.model.dossier.law import LawRow
from suluh.model.dossier.papers import Letter, Paper
from suluh.model.trade import Statement


class Correspondence(View):
    """Letters to others, that which waits longest first."""

    name = "correspondence"
    nouns = (*MADE_OF, Statement)
    fields = (
        *(
            "id",
            "to",
            "kind",
            "number",
            "accounts",
            "records",
            "asked_from",
            "asked_to",
            "basis",
            "sent",
            "days",
            "state",
        ),
        *("replies", "received", "given_from", "given_to", "lacks", "exhibits", "reminded", "reminder"),
    )
    shown = ("id", "to", "sent", "days", "state", "received", "lacks", "exhibits", "reminder")
    private = hide(to="text", accounts="account", lacks="text", lacks_id="text", basis="text")
    accounts = ("accounts",)
    exhibits = ("exhibits",)
    time = "sent"
    goes_by_the_clock = True

    def rows(self, case: Case) -> Iterator[Row]:
        """Every letter: those that wait first, the oldest of them on top."""
        papers = {one.code: one for one in typed(case.rows, Paper)}
        replies, remind = replies_of(case), Reminder(case)
        made = [
            _row(one, replies.get(one.code, []), papers, remind, remind.today(case)) for one in typed(case.rows, Letter)
        ]
        return iter(sorted(made, key=lambda row: (row["state"] != "waiting", str(row["sent"]), str(row["id"]))))


class Reminder:
    """When a letter is to be asked for again, by the unit's own row of law."""

    def __init__(self, case: Case) -> None:
        self._calendar = calendar_of(case)
        rows = (one for one in typed(case.rows, LawRow) if "letter" in one.start and one.length and one.unit)
        self.row = next(rows, None)
        self.counts = self.row is not None and self.row.code in checked(case.rows)
        """Whether two officers checked the row."""

    def today(self, case: Case) -> str:
        """The day that it is in the case's zone."""
        return case.now().astimezone(self._calendar.zone).date().isoformat()

    def after(self, day: str) -> str | None:
        """The day of the next reminder after a letter or a reminder; null where no row says."""
        if self.row is None or not self.row.unit:
            return None
        return later(self._calendar, day, int(self.row.length or 0), self.row.unit)[: len(day)]


def _row(letter: Letter, given: Sequence[Given], papers: dict[str, Paper], remind: Reminder, today: str) -> Row:
    reminded = [one.date for one in reminders(letter, papers.values())]
    lacks = lacks_of(letter, given)
    state = state_of(given, lacks)
    spans = [span for one in given for span in one.spans]
    waits = state == "waiting"
    return {
        "id": letter.code,
        "to": letter.to,
        "kind": letter.kind,
        "number": papers[letter.paper].number if letter.paper in papers else None,
        "accounts": list(letter.accounts),
        "records": list(letter.records),
        "asked_from": letter.asked_from,
        "asked_to": letter.asked_to,
        "basis": letter.basis,
        "sent": letter.sent,
        "days": days_waited(letter, given, date.fromisoformat(today)),
        "state": state,
        "replies": [one.reply.code for one in given],
        "received": given[0].reply.received if given else None,
        "given_from": min((start for start, _ in spans), default=None),
        "given_to": max((end for _, end in spans), default=None),
        "lacks": [one.english for one in lacks],
        "exhibits": [one.reply.exhibit for one in given if one.reply.exhibit],
        "reminded": reminded,
        "reminder": remind.after(max([letter.sent, *reminded])) if waits else None,
        "lacks_id": [one.indonesian for one in lacks],
        "reminder_counts": remind.counts,
        "status_then": letter.status_then,
    }
