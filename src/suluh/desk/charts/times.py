# SPDX-License-Identifier: Apache-2.0
"""The time line of some deals: when each was offered, paid and delivered, one row of ticks for each."""

from collections.abc import Iterable
from datetime import datetime

from suluh.case.views.view import Row
from suluh.desk.charts.picture import WIDTH, Mark, Picture, Span, Words, local, ruler
from suluh.desk.words import N_

LANES = (("offered_at", "offered"), ("paid_at", "paid-at"), ("delivered_at", "delivered"))
TOP, LANE, LEFT = 14.0, 40.0, 130.0
MOST = 1_500
"""Deals that are drawn; of more the first."""

_DAY = 24 * 60 * 60


def time_line(deals: Iterable[Row], zone: str) -> Picture | None:
    """The picture; null where no deal has a time."""
    found = list(deals)[:MOST]
    ticks = [
        (lane, moment, deal)
        for deal in found
        for lane, (field, _) in enumerate(LANES)
        for moment in [local(str(deal[field]), zone)]
        if deal[field] and moment is not None
    ]
    if not ticks:
        return None
    days = [moment.date() for _, moment, _ in ticks]
    span, bottom = Span(min(days), max(days), LEFT, WIDTH - 10), TOP + LANE * len(LANES)
    marks = [
        *ruler(span, TOP, bottom),
        *(_name(lane, word) for lane, (_, word) in enumerate(LANES)),
        *(_tick(span, *one) for one in ticks),
    ]
    return Picture(
        N_("Deals over time"),
        N_("Three rows of ticks from left to right in time: offered, paid, delivered. A tick leads to its deal."),
        bottom + 26,
        marks,
    )


def _name(lane: int, word: str) -> Mark:
    return Mark("text", 8, TOP + LANE * lane + LANE / 2 + 5, look="name", words=(Words("word", word),))


def _tick(span: Span, lane: int, moment: datetime, deal: Row) -> Mark:
    days = (moment.date() - span.first).days + (moment.hour * 3600 + moment.minute * 60) / _DAY
    look = "solid" if deal["tier"] == "recorded" else "hollow"
    words = (Words("word", str(deal["kind"])), Words("day", moment.date().isoformat()), *_sum(deal))
    return Mark(
        "bar", span.at(days) - 2, TOP + LANE * lane + 5, 4, LANE - 10, look, to=f"/deals/{deal['id']}", words=words
    )


def _sum(deal: Row) -> tuple[Words, ...]:
    return () if deal["amount"] is None else (Words("money", str(deal["amount"]), str(deal["currency"])),)
