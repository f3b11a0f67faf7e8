# SPDX-License-Identifier: Apache-2.0
"""Money by week: what records support, and beside it what is only possible; the two are never summed."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from suluh.case.views.view import Row
from suluh.desk.charts.picture import WIDTH, Mark, Picture, Span, Words, ruler
from suluh.desk.words import N_
from suluh.model.money import decimal_text

TOP, TALL, LEFT = 22.0, 150.0, 130.0
_WEEK = timedelta(days=7)


class Week(NamedTuple):
    """What was paid in one week, by its Monday."""

    monday: date
    currency: str
    deals: int = 0
    recorded: int = 0
    possible: int = 0

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)


def weeks(deals: Iterable[Row]) -> list[Week]:
    """Every week with a payment, by currency and time; a deal without a sum, only asked for or rejected is in none."""
    found: dict[tuple[str, date], Week] = {}
    for deal in deals:
        is_paid = deal["traded"] and deal["money"] in ("recorded", "possible")
        if not is_paid or deal["day:at"] is None or deal["amount_minor"] is None:
            continue
        day, size = date.fromisoformat(str(deal["day:at"])), int(str(deal["amount_minor"]))
        monday = day - timedelta(days=day.weekday())
        key = str(deal["currency"]), monday
        week = found.get(key, Week(monday, key[0]))
        recorded, possible = (size if deal["money"] == name else 0 for name in ("recorded", "possible"))
        found[key] = week._replace(
            deals=week.deals + 1, recorded=week.recorded + recorded, possible=week.possible + possible
        )
    return [found[key] for key in sorted(found)]


def money_by_week(rows: list[Week], person: str = "") -> Picture | None:
    """The picture of the currency with most weeks, of all or of one person; null where nothing was paid."""
    if not rows:
        return None
    currencies = [one.currency for one in rows]
    currency = min(set(currencies), key=lambda one: (-currencies.count(one), one))
    shown = [one for one in rows if one.currency == currency]
    highest = max(max(one.recorded, one.possible) for one in shown) or 1
    span = Span(shown[0].monday, shown[-1].monday + _WEEK, LEFT, WIDTH - 10)
    bottom = TOP + TALL
    marks = [*ruler(span, TOP, bottom), *_scale(highest, currency, bottom)]
    for one in shown:
        marks += _bars(span, one, highest, bottom, person)
    return Picture(
        N_("Money by week"),
        N_("Two bars a week: filled what payment records support, hollow what is only possible. They are not summed."),
        bottom + 26,
        marks,
    )


def way(week: Week, person: str = "") -> str:
    """The address, below the language, of the deals of a week, of all or of one person."""
    query = {"person": person} if person else {}
    return f"/deals?{urlencode(query | {'from': week.monday, 'to': week.sunday, 'traded': 'yes'})}"


def _scale(highest: int, currency: str, bottom: float) -> list[Mark]:
    """The line below, and the highest sum."""
    top = Mark("text", 8, TOP + 5, look="name", words=(Words("money", decimal_text(highest, currency), currency),))
    return [
        Mark("line", LEFT, bottom, WIDTH - 10 - LEFT, 0, "axis"),
        Mark("line", LEFT, TOP, WIDTH - 10 - LEFT, 0, "grid"),
        top,
    ]


def _bars(span: Span, week: Week, highest: int, bottom: float, person: str) -> Iterable[Mark]:
    left, right = span.day(week.monday), span.day(week.monday + _WEEK)
    wide = min(26.0, max(1.5, (right - left) / 2 - 1.5))
    for number, (look, name, size) in enumerate(
        (("solid", "money-recorded", week.recorded), ("hollow", "money-possible", week.possible))
    ):
        if size:
            tall = round(max(2.0, TALL * size / highest), 1)
            said = Words("money", decimal_text(size, week.currency), week.currency)
            words = (Words("word", name), Words("day", week.monday.isoformat()), said)
            x = round(left + number * (wide + 1), 1)
            yield Mark("bar", x, bottom - tall, wide, tall, look, to=way(week, person), words=words)
