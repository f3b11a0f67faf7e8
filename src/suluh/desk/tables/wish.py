# SPDX-License-Identifier: Apache-2.0
"""What the address asks of a table: order, page, size, values, ranges; what cannot be read is said and kept."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from suluh.case.views.view import Filter
from suluh.desk.pages.page import Asked
from suluh.desk.tables.plan import Plan
from suluh.desk.words import N_

NARROWS = ("person", "exhibit", "state")
SIZES = (10, 25, 50, 100, 200)
DAY = N_("This is no date: write it as 2026-09-30.")
SUM = N_("This is no amount: write digits alone, such as 50000.")
TURNED = N_("This is before the first day, and was left aside: write a later one.")
LESS = N_("This is less than the least amount, and was left aside: write a greater one.")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_AMOUNT = re.compile(r"\d{1,15}|\d{1,3}(?:[.,]\d{3}){1,4}")


class Wish(NamedTuple):
    """One view of a table."""

    sort: str
    down: bool
    number: int
    size: int
    chosen: Mapping[str, str]
    """The values that were chosen, by facet."""

    by: str
    """The time of which days are chosen, where it is not that of the list."""

    days: tuple[str, str]
    """From which day to which of that time."""

    least: Decimal | None
    most: Decimal | None
    faults: Mapping[str, str]
    """What is wrong with a field of the form, by its name."""

    @property
    def is_plain(self) -> bool:
        """Whether the list is shown as it comes."""
        return not (self.sort or self.chosen or any(self.days) or self.least is not None or self.most is not None)

    def text(self) -> str:
        """What is chosen, and in which order, in words; which page of it is another question."""
        ranges = (self.by, *self.days, str(self.least or ""), str(self.most or ""))
        return repr((self.sort, self.down, sorted(self.chosen.items()), ranges))

    @property
    def first(self) -> int:
        """How many rows stand before the page."""
        return (self.number - 1) * self.size


def wish(plan: Plan, asked: Asked) -> Wish:
    """What is asked of a table; what it does not know is passed over."""
    query, faults = asked.query, dict[str, str]()
    sort = query.get("sort", "")
    field = sort.removeprefix("-")
    size = query.get("size", "")
    by = query.get("by", "") if query.get("by") in dict(plan.times) else ""
    least = _read(query, "least", _sum, faults, SUM) if plan.amount else None
    most = _read(query, "most", _sum, faults, SUM) if plan.amount else None
    if least is not None and most is not None and most < least:
        faults["most"], most = LESS, None
    own = {*plan.hidden, *(one.field for one in plan.facets)} - {name for name in plan.narrows if query.get(name)}
    return Wish(
        sort=field if field in plan.fields else "",
        down=sort.startswith("-"),
        number=asked.number,
        size=int(size) if size in map(str, SIZES) else plan.size,
        chosen={name: query[name] for name in sorted(own) if query.get(name)},
        by=by,
        days=_days(plan, query) if by else ("", ""),
        least=least,
        most=most,
        faults=faults | _bad_days(plan, query),
    )


def narrowed(plan: Plan, asked: Asked, where: Filter) -> Filter:
    """What the list itself is asked for: what the address names of it, and from which day to which."""
    query = asked.query
    given = {name: query.get(name) or getattr(where, name) for name in NARROWS if name in plan.narrows}
    first, last = ("", "") if query.get("by") in dict(plan.times) else _days(plan, query)
    return replace(
        where,
        person=given.get("person", where.person),
        exhibit=given.get("exhibit", where.exhibit),
        state=given.get("state", where.state),
        first=first or None,
        last=last or None,
    )


def _days(plan: Plan, query: Mapping[str, str]) -> tuple[str, str]:
    """From which day to which, as far as they are days."""
    bad = _bad_days(plan, query)
    first, last = (query.get(name, "") if plan.time and name not in bad else "" for name in ("from", "to"))
    return first, last


def _bad_days(plan: Plan, query: Mapping[str, str]) -> dict[str, str]:
    given = [name for name in ("from", "to") if plan.time and query.get(name)]
    bad = {name: DAY for name in given if not _is_day(query[name])}
    is_turned = len(given) == len(("from", "to")) and not bad and query["to"] < query["from"]
    return {"to": TURNED} if is_turned else bad


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return _DAY.fullmatch(text) is not None


def _sum(text: str) -> Decimal | None:
    plain = text.strip().removeprefix("Rp").strip()
    return Decimal(re.sub(r"[.,]", "", plain)) if _AMOUNT.fullmatch(plain) and plain.isascii() else None


def _read(
    query: Mapping[str, str], name: str, read: Callable[[str], Decimal | None], faults: dict[str, str], says: str
) -> Decimal | None:
    """What a field of the form holds, or null; what cannot be read is a fault."""
    text = query.get(name, "")
    found = read(text) if text else None
    if text and found is None:
        faults[name] = says
    return found
