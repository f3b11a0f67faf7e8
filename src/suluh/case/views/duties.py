# SPDX-License-Identifier: Apache-2.0
"""The list of duties: what is due by the law of the case, until when, and what was met or is late."""

from collections.abc import Iterator, Mapping

from suluh.case.case import Case
from suluh.case.clocks.checked import checkers
from suluh.case.clocks.clock import Clock
from suluh.case.clocks.now import MADE_OF, clocks_of
from suluh.case.clocks.words import WORDS
from suluh.case.corrections.standing_papers import typed
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View
from suluh.model.dossier.law import Late
from suluh.model.ids import make_id

ORDER = {"late": 0, "running": 1, "no-length": 2, "grey": 3, "met": 4}
"""What is late comes first among what is open."""


class Duties(View):
    """Times that run or ran by the law of the case: nobody starts or ends one by hand."""

    name = "duties"
    nouns = MADE_OF
    fields = (
        *("id", "law", "article", "event", "about", "start", "due", "left_days", "left_working_days", "state"),
        *("proof", "why", "whose", "checked"),
    )
    shown = ("state", "due", "left_days", "left_working_days", "law", "article", "event", "about", "proof", "why")
    private = hide(accounts="account", why="text")
    accounts = ("accounts",)
    exhibits = ("about",)
    goes_by_the_clock = True

    def rows(self, case: Case) -> Iterator[Row]:
        """Every one, that first which is late or due first."""
        why = {(one.row, one.event): one.why for one in typed(case.rows, Late)}
        officers = checkers(case.rows)
        made = [_row(one, why, officers) for one in clocks_of(case)]
        return iter(sorted(made, key=_order))


def _order(row: Row) -> tuple[bool, int, str, str]:
    """What is open comes before what was done, late or not."""
    return row["proof"] is not None, ORDER[str(row["state"])], str(row["due"] or "~"), str(row["id"])


def _row(one: Clock, why: Mapping[tuple[str, str], str], officers: Mapping[str, tuple[str, ...]]) -> Row:
    row, event = one.row, one.event
    word = min(event.words & set(row.start))
    days, working = one.left or (None, None)
    others = sorted(event.about - {event.code})
    accounts = [name for name in others if ":" in name]
    about = [name for name in others if ":" not in name]
    return {
        "id": make_id("duty", row.code, event.code, event.at, *others),
        "law": row.law,
        "article": row.article,
        "event": event.code,
        "about": about,
        "start": event.at,
        "due": one.due,
        "left_days": days,
        "left_working_days": working,
        "state": one.state,
        "proof": one.proof and (one.proof.paper or one.proof.code),
        "why": why.get((row.code, event.code)),
        "whose": row.whose,
        "checked": list(officers[row.code]),
        "row": row.code,
        "duty": row.duty_en,
        "duty_id": row.duty_id,
        "word": WORDS[word].english,
        "word_id": WORDS[word].indonesian,
        "force": row.force,
        "mark": row.mark,
        "length": row.length,
        "unit": row.unit,
        "accounts": accounts,
        "left_hours": one.hours,
        "proven": one.proof and one.proof.at,
        "extended": [each.paper or each.code for each in one.extended],
    }
