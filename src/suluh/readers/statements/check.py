# SPDX-License-Identifier: Apache-2.0
"""Whether a statement adds up: opening and lines make the closing, and each running balance follows from the last."""

from collections.abc import Sequence
from typing import NamedTuple

from suluh.model.money import decimal_text


class Booked(NamedTuple):
    """What one line does to the balance."""

    line: int
    signed: int | None
    """Minor units, negative for money that went out; null where the amount cannot be read."""

    balance: int | None
    pending: bool = False


class Stated(NamedTuple):
    """What a statement says of itself, in minor units."""

    opening: int | None = None
    credits: int | None = None
    debits: int | None = None
    closing: int | None = None


class Verdict(NamedTuple):
    """Whether it adds up, null where nothing is stated; and if not, the first thing that does not."""

    adds_up: bool | None
    why: str = ""


def check(lines: Sequence[Booked], stated: Stated, currency: str) -> Verdict:
    """The verdict on a statement.

    Banks write the newest line first or last, and count lines that are still pending or not: a statement adds up when
    it does so in one of these ways as a whole.
    """
    settled = [one for one in lines if not one.pending]
    ways = [lines] if len(settled) == len(lines) else [settled, lines]
    verdicts = [_verdict(turned, stated, currency) for way in ways for turned in (way, way[::-1])]
    return next((one for one in verdicts if one.adds_up), verdicts[0])


def _verdict(lines: Sequence[Booked], stated: Stated, currency: str) -> Verdict:
    """The verdict in one way of counting."""
    parts = [*_totals(lines, stated, currency), *_chain(lines, stated.opening, currency)]
    wrong = next((one for one in parts if not one.adds_up), None)
    if wrong is not None:
        return wrong
    return Verdict(adds_up=True) if parts else Verdict(adds_up=None)


def _totals(lines: Sequence[Booked], stated: Stated, currency: str) -> list[Verdict]:
    """The sums that the statement states, each against its lines."""
    found = []
    credit = sum(one.signed for one in lines if one.signed is not None and one.signed > 0)
    debit = -sum(one.signed for one in lines if one.signed is not None and one.signed < 0)
    sums = [("credits", credit, stated.credits), ("debits", debit, stated.debits)]
    if stated.opening is not None:
        sums.append(("closing balance", stated.opening + credit - debit, stated.closing))
    for name, counted, said in sums:
        if said is not None:
            found.append(_same(f"the {name} stated", said, counted, currency))
    return found


def _chain(lines: Sequence[Booked], opening: int | None, currency: str) -> list[Verdict]:
    """Each balance against the one before it."""
    found = []
    running = opening
    for one in lines:
        if running is not None and one.signed is not None:
            running += one.signed
        if one.balance is None:
            continue
        if running is not None:
            found.append(_same(f"the balance in line {one.line}", one.balance, running, currency))
        running = one.balance
    return found


def _same(what: str, said: int, made: int, currency: str) -> Verdict:
    """Whether a stated sum is what the lines make."""
    if said == made:
        return Verdict(adds_up=True)
    why = f"{what} is {decimal_text(said, currency)}, the lines before it make {decimal_text(made, currency)}"
    return Verdict(adds_up=False, why=why)
