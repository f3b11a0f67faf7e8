# SPDX-License-Identifier: Apache-2.0
"""Which number of a day is the month: one order for a whole file, by the calendar, the period and the turn of rows."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise, starmap
from operator import gt, lt
from typing import NamedTuple

from suluh.readers.statements.dates import ORDERS, Day, Order, Period, settle, under, written_period
from suluh.readers.statements.profile import Dates

_FEW = 3
"""Days from which on their turn says something."""

_FAR = 12
"""How many times longer the rows span where their days are read as years: 26-09-01 and 26-09-02 are no two years."""

_LONG = 366 * 6
"""Days that no one statement spans where another order gives less."""


class Days(NamedTuple):
    """The order of a file, and what decided it."""

    order: Order
    decided: bool
    by: str


def choose(  # noqa: PLR0911 # one return for each kind of evidence, the strongest first
    ledgers: Sequence[tuple[Sequence[Day | None], str]], dates: Dates
) -> Days:
    """The order of day and month, of the days and the period of each ledger.

    No other order than that of the file is tried on a row: 09/05 is not the ninth of May where 09/13 stands below it.
    """
    known = _of(dates)
    if all(day is None or day.fixed for days, _ in ledgers for day in days):
        return Days(known or "dmy", decided=True, by="the way the days are written")
    tried = [_Tried(order, ledgers) for order in ORDERS]
    left = [one for one in tried if one.failed == min(one.failed for one in tried)]
    others = [one for one in left if one.order != "ymd"]
    if others and any(one.order == "ymd" and all(_FAR * one.span < two.span for two in others) for one in left):
        return Days("ymd", decided=True, by="the time that the rows span")
    left = others or left
    if len(left) == 1:
        return Days(left[0].order, decided=True, by="the days that no month has so many of")
    if all(one.days == left[0].days for one in left):
        return Days(known or left[0].order, decided=True, by="every day, which reads the same either way")
    inside = [one for one in tried if one.failed == left[0].failed and one.stated and not one.outside]
    if len(inside) == 1:
        return Days(inside[0].order, decided=True, by="the period that the statement states")
    left = [one for one in left if one in inside] or left
    turned = [one for one in left if one.in_turn and one.several]
    if len(turned) == 1 and all(one.several for one in left):
        return Days(turned[0].order, decided=True, by="the turn of the rows")
    short = [one for one in left if one.span <= _LONG]
    left = short or left
    if known and any(one.order == known for one in left):
        return Days(known, decided=True, by="the profile")
    if any(one.order == "dmy" for one in left) and all(
        day is None or day.pointed for days, _ in ledgers for day in days
    ):
        return Days("dmy", decided=True, by="the points between the numbers")
    if len(left) == 1:
        return Days(left[0].order, decided=True, by="the time that the rows span")
    return Days("dmy", decided=False, by="nothing")


def _of(dates: Dates) -> Order | None:
    """The order that the forms of a profile have, where all have one."""
    orders: set[Order] = set()
    for form in dates.formats:
        signs = [sign for sign in form.replace("%B", "%b") if sign in "dmyYb"]
        if "b" in signs or "m" not in signs:
            continue
        orders.add("ymd" if signs[0] in "yY" else "mdy" if signs[0] == "m" else "dmy")
    orders.discard("ymd")
    return orders.pop() if len(orders) == 1 else None


class _Tried:
    """All days of a file under one order."""

    def __init__(self, order: Order, ledgers: Sequence[tuple[Sequence[Day | None], str]]) -> None:
        self.order = order
        self.failed = self.outside = 0
        self.stated = False
        self.in_turn, self.several = True, False
        self.days: list[date | tuple[int, int, int] | None] = []
        self.span = 0
        for days, said in ledgers:
            self._take(days, written_period(said, order) if said else None)

    def _take(self, days: Sequence[Day | None], period: Period | None) -> None:
        self.stated = self.stated or period is not None
        many = Counter(days)
        parts = {day: under(day, self.order) if day else None for day in many}
        real = {day: settle(numbers, period) for day, numbers in parts.items()}
        self.days += [real[day] or parts[day] for day in days]
        for day, times in many.items():
            settled_one = real[day]
            if day is not None and parts[day] is None:
                self.failed += times
            elif parts[day] is not None and period is not None:
                is_inside = settled_one is not None and period.first <= settled_one <= period.last
                self.outside += 0 if is_inside else times
        settled = [one for day in days if (one := real[day]) is not None]
        if settled:
            rises, falls = any(starmap(lt, pairwise(settled))), any(starmap(gt, pairwise(settled)))
            self.in_turn = self.in_turn and not (rises and falls)
            self.several = self.several or len(set(settled)) >= _FEW
            self.span = max(self.span, (max(settled) - min(settled)).days)
