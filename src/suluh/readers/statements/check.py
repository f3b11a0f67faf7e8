# SPDX-License-Identifier: Apache-2.0
"""Whether a statement adds up: opening and lines make the closing, and each running balance follows from the last."""

from collections.abc import Sequence
from typing import NamedTuple

from suluh.model.money import decimal_text


class Booked(NamedTuple):
    """What one line does to the balance."""

    line: int
    signed: int | None
    """Minor units, negative for money that went out; null where the amount or its side is not known."""

    balance: int | None
    pending: bool = False
    amount: int | None = None
    """How much it was, where only the side is not known."""


class Stated(NamedTuple):
    """What a statement says of itself, in minor units."""

    opening: int | None = None
    credits: int | None = None
    debits: int | None = None
    closing: int | None = None


class Break(NamedTuple):
    """A sum that is not what the lines make; `line` is 0 for one that stands outside the table."""

    line: int
    why: str


class Verdict(NamedTuple):
    """Whether it adds up, null where nothing is stated; and if not, everything that does not."""

    adds_up: bool | None
    why: str = ""
    """The first thing that does not."""

    breaks: tuple[Break, ...] = ()
    links: int = 0
    """How many running balances were checked against the one before."""

    newest_first: bool = False


def check(
    lines: Sequence[Booked],
    stated: Stated,
    currency: str,
    orders: Sequence[bool] = (False, True),
    slack: int = 0,
) -> Verdict:
    """The verdict on a statement.

    Banks write the newest line first or last (`orders` says whether newest first is tried), and count lines that are
    still pending or not: a statement adds up when it does so in one of these ways as a whole, else the way with the
    fewest breaks is told. `slack`: minor units by which a balance may differ, where a bank shows no fractions.
    """
    settled = [one for one in lines if not one.pending]
    ways = [lines] if len(settled) == len(lines) else [settled, lines]
    best: Verdict | None = None
    for way in ways:
        for newest_first in orders:
            turned = way[::-1] if newest_first else way
            found = _verdict(turned, stated, (currency, slack), newest_first=newest_first)
            if found.adds_up:
                return found
            if best is None or (len(found.breaks), -found.links) < (len(best.breaks), -best.links):
                best = found
    return best or Verdict(adds_up=None)


def _verdict(lines: Sequence[Booked], stated: Stated, money: tuple[str, int], *, newest_first: bool) -> Verdict:
    """The verdict in one way of counting."""
    sums, wrong_sums = _totals(lines, stated, *money)
    links, breaks = _chain(lines, stated.opening, *money)
    wrong = (*wrong_sums, *breaks)
    if wrong:
        return Verdict(adds_up=False, why=wrong[0].why, breaks=wrong, links=links, newest_first=newest_first)
    # A line that cannot be read leaves a hole: what stands around it follows, but nobody can say that all adds up.
    whole = all(one.signed is not None for one in lines)
    return Verdict(adds_up=True if whole and (sums or links) else None, links=links, newest_first=newest_first)


def _totals(lines: Sequence[Booked], stated: Stated, currency: str, slack: int) -> tuple[int, list[Break]]:
    """The sums that the statement states, each against its lines; none can be made where a line is not known."""
    said_sums = (stated.credits, stated.debits, stated.closing)
    if said_sums == (None, None, None) or any(one.signed is None for one in lines):
        return 0, []
    credit = sum(one.signed for one in lines if one.signed is not None and one.signed > 0)
    debit = -sum(one.signed for one in lines if one.signed is not None and one.signed < 0)
    sums = [("credits", credit, stated.credits), ("debits", debit, stated.debits)]
    if stated.opening is not None:
        sums.append(("closing balance", stated.opening + credit - debit, stated.closing))
    told = [(name, counted, said) for name, counted, said in sums if said is not None]
    return len(told), [
        Break(0, _differ(f"the {name} stated", said, counted, currency))
        for name, counted, said in told
        if abs(said - counted) > slack * (len(lines) + 1)
    ]


def _chain(lines: Sequence[Booked], opening: int | None, currency: str, slack: int) -> tuple[int, list[Break]]:
    """Each balance against the one before it: how many could be checked, and those that do not follow."""
    links, found = 0, []
    running = opening
    for one in lines:
        known = running is not None and one.signed is not None
        made = running + one.signed if running is not None and one.signed is not None else None
        if one.balance is None:
            running = made
            continue
        if known and made is not None:
            links += 1
            if abs(made - one.balance) > slack:
                found.append(Break(one.line, _differ(f"the balance in line {one.line}", one.balance, made, currency)))
        elif running is not None and one.amount is not None and abs(one.balance - running) != one.amount:
            links += 1
            found.append(Break(one.line, _differ(f"the balance in line {one.line}", one.balance, running, currency)))
        running = one.balance
    return links, found


def _differ(what: str, said: int, made: int, currency: str) -> str:
    """How a stated sum differs from what the lines make."""
    return f"{what} is {decimal_text(said, currency)}, the lines before it make {decimal_text(made, currency)}"
