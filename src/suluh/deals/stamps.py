# SPDX-License-Identifier: Apache-2.0
"""Moments of deals: the instant in UTC, and beside it the exhibit that shows it with the characters written there."""

from collections.abc import Iterable
from datetime import datetime

from suluh.deals.facts.ledger import Line
from suluh.deals.words.signals import Signal
from suluh.model.times import utc
from suluh.model.trade import Stamp


def first(found: Iterable[Signal]) -> Signal | None:
    """The earliest of some messages that have an instant."""
    dated = [(one.at, one.order, number, one) for number, one in enumerate(found) if one.at]
    return min(dated)[-1] if dated else None


def moment(at: datetime | None) -> str | None:
    """An instant as nouns hold it."""
    return utc(at) if at else None


def stamp(one: Signal | None) -> Stamp | None:
    """Where a message shows when it was sent."""
    return Stamp(exhibit=one.exhibit, written=one.written) if one else None


def booked(line: Line | None) -> Stamp | None:
    """Where a booked line shows when it happened."""
    if line is None:
        return None
    payment = line.payment
    return Stamp(exhibit=line.exhibit, written=payment.at.written if payment.at else payment.booked)


def paid_on(line: Line) -> str:
    """When a line was paid: as exactly as its statement says."""
    return moment(line.at) or line.payment.booked or utc(line.end)[:10]
