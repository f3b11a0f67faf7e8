# SPDX-License-Identifier: Apache-2.0
"""The clocks of a case as they stand at this moment."""

from datetime import date
from zoneinfo import ZoneInfo

from suluh.case.case import Case
from suluh.case.clocks.checked import checked
from suluh.case.clocks.clock import Clock, clocks
from suluh.case.clocks.days import Calendar
from suluh.case.clocks.events import events_of
from suluh.case.corrections.standing_papers import typed
from suluh.case.views.records import zones
from suluh.model.body import Noun
from suluh.model.dossier.care import Identity, SupportNote
from suluh.model.dossier.charges import Defendant, Dossier, Ending
from suluh.model.dossier.exhibits import Handling, Seizure
from suluh.model.dossier.law import Holiday, Late, LawCheck, LawRow
from suluh.model.dossier.papers import Answer, Letter, Paper, Reply, Request, RequestItem
from suluh.model.intake import Authority, Exhibit
from suluh.model.people import Decision
from suluh.model.times import HOME_ZONE

MADE_OF: tuple[type[Noun], ...] = (
    *(LawRow, LawCheck, Holiday, Late, Paper, Authority, Exhibit, Seizure, Handling, Defendant, Dossier, Ending),
    *(Letter, Reply, Request, RequestItem, Answer, Identity, SupportNote, Decision),
)
"""What clocks are worked out from."""


def calendar_of(case: Case) -> Calendar:
    """The days on which offices are closed, and the zone of the first exhibit that has one."""
    closed = frozenset(date.fromisoformat(one.day) for one in typed(case.rows, Holiday))
    zone = next((zone for zone in zones(case).values() if zone), HOME_ZONE)
    return Calendar(closed, ZoneInfo(zone))


def clocks_of(case: Case) -> list[Clock]:
    """Every clock of a case, by what the law of the case says and what happened in it."""
    rows = typed(case.rows, LawRow)
    if not rows:
        return []
    calendar = calendar_of(case)
    return clocks(rows, events_of(case, calendar.zone), calendar, case.now(), checked(case.rows))
