# SPDX-License-Identifier: Apache-2.0
"""A list as one table: sorted, narrowed, counted and cut into pages, all by its address."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from suluh.case.views.days import day_of
from suluh.case.views.view import ALL_ROWS, Filter, Page, Row
from suluh.desk.pages.page import Asked, NotThere
from suluh.desk.tables.plan import Facet, Plan
from suluh.desk.tables.values import amount, in_order, values
from suluh.desk.tables.wish import SIZES, Wish, narrowed, wish
from suluh.desk.web.reading import Reading
from suluh.model.errors import Misuse

MOST = 10_000
"""Rows of a list that is sorted and counted while somebody waits; a longer one is narrowed first."""

BESIDE = 2
"""Pages on each side of the one that is shown to which a link leads."""


class Choice(NamedTuple):
    """A facet with each of its values and how many rows have it."""

    facet: Facet
    sizes: Mapping[str, int]


class Table(NamedTuple):
    """One view of a list, as a page shows it."""

    plan: Plan
    wish: Wish
    rows: list[Row]
    total: int
    """Rows of this view, on all its pages."""

    choices: tuple[Choice, ...]
    is_long: bool
    """Whether the list is too long to be sorted and counted as it is."""

    beyond: int = 0
    """Which page was asked for where the view has no such page, and its last one stands instead; else 0."""

    sizes: tuple[int, ...] = SIZES

    @property
    def number(self) -> int:
        """Which page this is."""
        return self.wish.number

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // self.wish.size))

    @property
    def near(self) -> range:
        """The pages around this one."""
        return range(max(1, self.number - BESIDE), min(self.pages, self.number + BESIDE) + 1)

    @property
    def first(self) -> int:
        """Number of the first row, from 1."""
        return self.wish.first + 1

    @property
    def last(self) -> int:
        """Number of the last row."""
        return self.wish.first + len(self.rows)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was chosen, or typed wrongly."""
        return bool(self.wish.faults) or not self.wish.is_plain


def table(reading: Reading, plan: Plan, asked: Asked, where: Filter = ALL_ROWS) -> Table:
    """The wanted view of a list; beyond its end its last page. Raises `NotThere` before its first page."""
    wanted, where = wish(plan, asked), narrowed(plan, asked, where)
    if wanted.number < 1:
        raise NotThere
    whole = reading.count(plan.what, where)
    is_long = whole > MOST
    if wanted.is_plain or is_long:
        beyond, wanted = _within(wanted, whole)
        rows, total = reading.rows(plan.what, where, Page(wanted.size, wanted.first)), whole
    else:
        rows, total = _part(reading, plan, wanted, where)
        beyond, wanted = _within(wanted, total)
        rows = _part(reading, plan, wanted, where)[0] if beyond else rows
    choices = () if is_long or not plan.facets else _choices(reading, plan, wanted, where)
    return Table(plan, wanted, rows, total, choices, is_long, beyond)


def _within(wanted: Wish, total: int) -> tuple[int, Wish]:
    """The page that was asked for where there is none such, else 0; and the wish for one that there is.

    A list becomes shorter while it is worked through: who decides on the last thing of its last page comes back there.
    """
    last = max(1, -(-total // wanted.size))
    return (wanted.number, wanted._replace(number=last)) if wanted.number > last else (0, wanted)


def _part(reading: Reading, plan: Plan, wanted: Wish, where: Filter) -> tuple[list[Row], int]:
    """One page of a view that is sorted or chosen, and how many rows the view has."""

    def made() -> list[str] | None:
        return _keys(_view(reading, plan, wanted, where))

    found = made() if where.ids else reading.once(_named("view", plan, wanted, where), plan.what, made)
    if found is not None:
        return reading.in_order(plan.what, found[wanted.first : wanted.first + wanted.size]), len(found)
    rows = _chosen(_with_days(reading, plan, reading.whole(plan.what, where)), plan, wanted)
    return rows[wanted.first : wanted.first + wanted.size], len(rows)


def _view(reading: Reading, plan: Plan, wanted: Wish, where: Filter) -> list[Row]:
    """The rows of a view in its order, each with no more than it is sorted and chosen by."""
    fields = _fields(reading, plan, wanted) | ({wanted.sort} if wanted.sort else set())
    return _chosen(reading.sketch(plan.what, fields, where), plan, wanted)


def _keys(rows: list[Row]) -> list[str] | None:
    """By what rows are found again; null for those of a list whose rows have no id."""
    if rows and not {"id", "key"} & rows[0].keys():
        return None
    return [str(row.get("key") or row["id"]) for row in rows]


def _fields(reading: Reading, plan: Plan, wanted: Wish) -> frozenset[str]:
    """What of each row decides whether it is in a view, and under which values of the facets it counts."""
    found = {"id", "key", *plan.hidden} | ({f"day:{wanted.by}"} if wanted.by else set())
    for name in (one.field for one in plan.facets):
        if name == "month":
            found.add(f"day:{plan.time}")
        elif name == "exhibit":
            found.update(PLACED)
        elif name == "service":
            found.update(f"service:{one}" for one in reading.accounts(plan.what))
        else:
            found.add(name)
    return frozenset(found if wanted.least is None and wanted.most is None else {*found, plan.amount})


def _times(plan: Plan) -> tuple[str, ...]:
    """The times of a row by whose days and months a view is chosen."""
    return tuple(name for name in (plan.time, *dict(plan.times)) if name)


def _with_days(reading: Reading, plan: Plan, rows: Iterable[Row]) -> Iterator[Row]:
    """Whole rows with their days, as a sketch has them: those of lists whose rows have no id to be found again by."""
    zones = reading.zones()
    return (row | {f"day:{name}": day_of(row, name, zones) for name in _times(plan)} for row in rows)


PLACED = ("exhibit", "exhibits", "place", "places")
"""Fields that name exhibits."""


def every(reading: Reading, plan: Plan, asked: Asked, where: Filter = ALL_ROWS) -> list[Row]:
    """All rows of a view. Raises `Misuse` for more than are sorted while somebody waits."""
    wanted, where = wish(plan, asked), narrowed(plan, asked, where)
    if reading.count(plan.what, where) > MOST:
        raise Misuse(
            f"the list {plan.what} is too long for this page: `suluh show CASE {plan.what} --json` gives it all"
        )
    if wanted.is_plain:
        return reading.rows(plan.what, where)
    found = _keys(_view(reading, plan, wanted, where))
    if found is not None:
        return reading.in_order(plan.what, found)
    return _chosen(_with_days(reading, plan, reading.rows(plan.what, where)), plan, wanted)


def _chosen(rows: Iterable[Row], plan: Plan, wanted: Wish) -> list[Row]:
    """The rows of a view in its order."""
    found = [row for row in rows if _fits(row, plan, wanted, "")]
    return in_order(found, wanted.sort, down=wanted.down) if wanted.sort else found


def _fits(row: Row, plan: Plan, wanted: Wish, but: str) -> bool:
    """Whether a row has what was chosen, one facet left aside."""
    for name, value in wanted.chosen.items():
        if name != but and value not in values(row, name, plan.time):
            return False
    if wanted.by and not _is_within(row.get(f"day:{wanted.by}"), *wanted.days):
        return False
    if wanted.least is None and wanted.most is None:
        return True
    size = amount(row, plan.amount)
    return size is not None and (wanted.least or size) <= size <= (wanted.most or size)


def _is_within(day: object, first: str, last: str) -> bool:
    return isinstance(day, str) and first <= day <= (last or "~")


def _choices(reading: Reading, plan: Plan, wanted: Wish, where: Filter) -> tuple[Choice, ...]:
    """How many rows there are for each value, what was chosen by the other facets taken into account."""

    def counted() -> tuple[Choice, ...]:
        rest, own = _apart(reading, plan, where)
        view = wanted._replace(chosen={**wanted.chosen, **own})
        rows = reading.sketch(plan.what, _fields(reading, plan, view), rest)
        return tuple(_choice(rows, plan, view, one) for one in plan.facets)

    name = _named("choices", plan, wanted._replace(sort="", down=False), where)  # in every order there are as many
    return counted() if where.ids else reading.once(name, plan.what, counted)


def _named(made: str, plan: Plan, wanted: Wish, where: Filter) -> str:
    """Under which name something is held that was made of a view."""
    return f"{made} of {plan.what} {plan.caption} {where.text()} {wanted.text()}"


def _apart(reading: Reading, plan: Plan, where: Filter) -> tuple[Filter, dict[str, str]]:
    """A filter without what facets can choose as well, and that by itself, where the list is short without it."""
    fields = {one.field for one in plan.facets}
    own: dict[str, str] = {
        name: value for name in ("exhibit", "state") if name in fields and (value := getattr(where, name))
    }
    rest = replace(
        where, exhibit=None if "exhibit" in own else where.exhibit, state=None if "state" in own else where.state
    )
    return (rest, own) if own and reading.count(plan.what, rest) <= MOST else (where, {})


def _choice(rows: Iterable[Row], plan: Plan, wanted: Wish, facet: Facet) -> Choice:
    sizes = Counter(
        value for row in rows if _fits(row, plan, wanted, facet.field) for value in values(row, facet.field, plan.time)
    )
    return Choice(facet, dict(sorted(sizes.items())))
