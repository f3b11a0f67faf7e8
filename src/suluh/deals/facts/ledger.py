# SPDX-License-Identifier: Apache-2.0
"""Booked lines as the search sees them: only usable ones, each transfer once, with the time in which it happened."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from itertools import chain
from typing import NamedTuple

from suluh.model.rules.lost import Lost
from suluh.model.times import Dated, day
from suluh.model.trade import Payment, Statement

_EAST = timedelta(hours=9)
"""A day of the widest zone of the country begins so long before that of UTC."""

_DAY = timedelta(days=1)
_SAME = timedelta(minutes=10)


class Line(NamedTuple):
    """One transfer, from one booked line or from the lines of both its statements."""

    payment: Payment
    payments: tuple[str, ...]
    ledger: str
    """Account of the statement, or the statement itself where it names none."""

    exhibit: str
    payer: str | None
    payer_name: str | None
    payee: str | None
    payee_name: str | None
    start: datetime
    end: datetime
    """Equal to `start` where the record knows the instant."""

    at: datetime | None

    @property
    def amount(self) -> int:
        """Minor units."""
        return self.payment.amount_minor

    @property
    def incoming(self) -> bool:
        """Whether the statement's own account received it."""
        return self.payment.incoming

    @property
    def payer_key(self) -> str | None:
        """What tells one payer from another: the account, else the name as printed."""
        return self.payer or self.payer_name


def lines(payments: Iterable[Dated[Payment]], statements: Iterable[Statement], lost: Lost) -> list[Line]:
    """Every usable transfer in the order of time. Failed, pending, reversed and unusable lines are left out."""
    papers = {one.id: one for one in statements}
    booked = [one for one in payments if one.value.usable and one.value.status in {"booked", "reversal"}]
    undone = {one.value.reverses for one in booked if one.value.reverses}
    left = (one for one in booked if one.value.status == "booked" and not undone & {one.value.id, one.value.reference})
    found = lost.tried(lambda one: _line(one.value, one.at, papers.get(one.value.statement)), left)
    return _once(sorted(chain.from_iterable(found), key=lambda line: (line.start, line.end, line.payment.id)))


def _line(payment: Payment, at: datetime | None, paper: Statement | None) -> list[Line]:
    span = _span(payment, at)
    if span is None:
        return []
    own = paper.account if paper else None
    holder = paper.holder if paper else None
    payer, payee = payment.payer, payment.beneficiary
    if payment.incoming:
        payee = own or payee
    elif payment.channel != "phone-credit":
        payer = own or payer
    return [
        Line(
            payment=payment,
            payments=(payment.id,),
            ledger=(payee if payment.incoming or payment.channel == "phone-credit" else payer) or payment.statement,
            exhibit=payment.place.exhibit,
            payer=payer,
            payer_name=payment.payer_name or (None if payment.incoming else holder),
            payee=payee,
            payee_name=payment.beneficiary_name or (holder if payment.incoming else None),
            start=span[0],
            end=span[1],
            at=span[0] if span[0] == span[1] else None,
        )
    ]


def _span(payment: Payment, at: datetime | None) -> tuple[datetime, datetime] | None:
    """When it happened: an instant, or a day wherever in the country; null where the record has neither."""
    if at is not None and payment.at is not None and payment.at.precision != "day":
        return at, at
    written = payment.booked or (payment.at.local if payment.at else None)
    booked = day(written) if written else None
    if booked is None:
        return None
    start = datetime.combine(booked, time(), UTC) - _EAST
    return start, start + _DAY + _EAST - timedelta(hours=7)


def _once(found: list[Line]) -> list[Line]:
    """A transfer that stands on the statements of both sides is one line: the receiver's."""
    received: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, line in enumerate(found):
        if line.incoming and line.payee:
            received[line.payee, line.amount].append(number)
    joined = dict(enumerate(found))
    for number, line in enumerate(found):
        twin = None if line.incoming else _twin(line, joined, received.get((line.payee or "", line.amount), ()))
        if twin is not None:
            other = joined[twin]
            payments = (*other.payments, *line.payments)
            joined[twin] = other._replace(payments=payments, payer=other.payer or line.payer)
            del joined[number]
    return list(joined.values())


def _twin(line: Line, joined: dict[int, Line], candidates: Iterable[int]) -> int | None:
    """The line on the receiver's statement that is this line of the payer's."""
    for number in candidates:
        other = joined.get(number)
        if other is None or len(other.payments) > 1 or (other.payer and line.payer and other.payer != line.payer):
            continue
        if other.start - _SAME <= line.end and line.start <= other.end + _SAME:
            return number
    return None
