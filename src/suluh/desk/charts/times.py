# SPDX-License-Identifier: Apache-2.0
"""The time line of some deals: when each was offered, paid and delivered, one row of ticks for each."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlencode

from suluh.case.views.view import Row
from suluh.desk.charts.picture import WIDTH, Mark, Picture, Span, Words, ruler
from suluh.desk.words import N_

LANES = (("offered_at", "offered"), ("paid_at", "paid-at"), ("delivered_at", "delivered"))
DRAWN = frozenset(
    {
        "id",
        "kind",
        "tier",
        "amount",
        "amount_minor",
        "currency",
        "money",
        "traded",
        "day:at",
        *(f"day:{name}" for name, _ in LANES),
    }
)
"""What pictures ask of a deal: of times the day, in the zone of the exhibit in which each stands."""

TOP, LANE, LEFT = 14.0, 40.0, 130.0
WIDE = 4.0
"""Units of a tick: days that would stand closer share one."""


def time_line(deals: Iterable[Row], person: str = "") -> Picture | None:
    """The picture, of all deals or of one person; null where no deal has a time."""
    found: dict[tuple[int, date, str], list[Row]] = defaultdict(list)
    for deal in deals:
        for lane, (field, _) in enumerate(LANES):
            if deal[f"day:{field}"]:
                found[lane, date.fromisoformat(str(deal[f"day:{field}"])), str(deal["tier"])].append(deal)
    if not found:
        return None
    days = [day for _, day, _ in found]
    span, bottom = Span(min(days), max(days), LEFT, WIDTH - 10), TOP + LANE * len(LANES)
    marks = [
        *ruler(span, TOP, bottom),
        *(_name(lane, word) for lane, (_, word) in enumerate(LANES)),
        *(_tick(span, one, found, person) for one in sorted(_together(span, found).items())),
    ]
    return Picture(
        N_("Deals over time"),
        N_("Three rows of ticks from left to right in time: offered, paid, delivered. A tick leads to its deals."),
        bottom + 26,
        marks,
    )


Ticks = dict[tuple[int, date, str], list[Row]]


def _together(span: Span, found: Ticks) -> dict[tuple[int, date, str], list[date]]:
    """The days of each tick, by its lane, its first possible day and its tier."""
    each = max(1, -int(-WIDE * ((span.last - span.first).days + 1) // (span.right - span.left)))
    held: dict[tuple[int, date, str], list[date]] = defaultdict(list)
    for lane, day, tier in sorted(found):
        begin = span.first + timedelta(days=(day - span.first).days // each * each)
        held[lane, begin, tier].append(day)
    return held


def _name(lane: int, word: str) -> Mark:
    return Mark("text", 8, TOP + LANE * lane + LANE / 2 + 5, look="name", words=(Words("word", word),))


def _tick(span: Span, one: tuple[tuple[int, date, str], list[date]], found: Ticks, person: str) -> Mark:
    """One tick: the deals of one tier in its days; it leads to the only one, or to the list of them."""
    (lane, _, tier), days = one
    deals = [deal for day in days for deal in found[lane, day, tier]]
    when = tuple(Words("day", day.isoformat()) for day in dict.fromkeys((days[0], days[-1])))
    look = "solid" if tier == "recorded" else "hollow"
    place = (span.day(days[0]) - WIDE / 2, TOP + LANE * lane + 5, WIDE, LANE - 10)
    if len(deals) == 1:
        words = (Words("word", str(deals[0]["kind"])), *when, *_sum(deals[0]))
        return Mark("bar", *place, look, to=f"/deals/{deals[0]['id']}", words=words)
    own = {"person": person} if person else {}
    query = own | {"by": LANES[lane][0], "from": days[0], "to": days[-1], "tier": tier}
    words = (Words("word", "deals"), Words("number", str(len(deals))), *when)
    return Mark("bar", *place, look, to=f"/deals?{urlencode(query)}", words=words)


def _sum(deal: Row) -> tuple[Words, ...]:
    return () if deal["amount"] is None else (Words("money", str(deal["amount"]), str(deal["currency"])),)
