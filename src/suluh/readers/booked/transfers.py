# SPDX-License-Identifier: Apache-2.0
"""Which lines of two accounts are the two sides of one transfer.

1. One went out of an account whose statement the case holds, the other came in on another such account, in one
   currency, both booked.
2. Neither names another account than that of the other as its other side.
3. They have the same reference; or the one names the account of the other; or each names the holder of the other.
4. The sum is the same, on the same day; where both have a clock, within ten minutes. With the same reference, and
   from one service to another, the receiver's may be of the next day.
5. What came in may be less by a fee where the reference is the same, or each names the other and the clocks agree.
6. Each line has one other side at most: the one of which most says so, then the nearest in time, then the first.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain
from typing import NamedTuple

from suluh.model.after.beyond import Oneness
from suluh.model.place import number_at
from suluh.model.talk import is_named_only, service_of
from suluh.model.trade import Payment, Statement
from suluh.readers.booked.copies import Papers

SAME_MINUTES = 10
MOST_FEE_MINOR, MOST_FEE_SHARE = 650_000, 100
"""A fee is at most 6,500 in rupiah, or one part in so many of the sum."""

LEAST_REFERENCE, LEAST_DIGITS = 6, 4
"""A shorter reference, or one of fewer different signs, is used by many."""

MOST_TRIED = 40
"""So many lines of one day are tried with another one: more of the same sum between the same two are no different."""

Key = tuple[object, ...]


class Match(NamedTuple):
    """Two sides that fit."""

    paid: str
    received: str
    weight: int
    apart: int
    """Minutes between the two."""

    reasons: tuple[Oneness, ...]


def keys(one: Payment, paper: Statement | None) -> Iterator[Key]:
    """Under what the two sides of a transfer meet."""
    if paper is None or paper.account is None or one.status != "booked":
        return
    sides = (one.payer, one.beneficiary)
    for word, account in zip(("from", "to"), sides, strict=True):
        if account is not None and not is_named_only(account):
            yield word, account, one.amount_minor, one.currency
    if all(side is not None and not is_named_only(side) for side in sides):
        yield "pair", *sides, one.booked, one.currency
    if is_telling(one.reference):
        yield "reference", one.reference, one.currency
    names = _names(one, paper)
    if all(names):
        yield "names", *names, one.amount_minor, one.currency


def transfers(meeting: Iterable[Sequence[Payment]], papers: Papers) -> list[Match]:
    """The two sides of each transfer among payments that meet under a key, each line once."""
    found = {match for group in meeting for match in _matches(group, papers)}
    taken: set[str] = set()
    chosen = []
    for one in sorted(found, key=lambda one: (-one.weight, one.apart, one.paid, one.received)):
        if not taken & {one.paid, one.received}:
            taken |= {one.paid, one.received}
            chosen.append(one)
    return chosen


def _matches(group: Sequence[Payment], papers: Papers) -> Iterator[Match]:
    """Every two lines of a group that fit; of very many on one day, each is tried with those of about its own place."""
    ways = [[one for one in group if one.booked and one.incoming is way] for way in (True, False)]
    by_day, left = (_by_day(one) for one in ways)
    for day, paid in left.items():
        for rank, one in enumerate(paid):
            first = max(0, rank - MOST_TRIED // 2)
            near = chain.from_iterable(by_day.get(when, [])[first : first + MOST_TRIED] for when in _days(day))
            found = (_match(one, received, papers) for received in near)
            yield from (match for match in found if match is not None)


def _by_day(lines: Iterable[Payment]) -> dict[str, list[Payment]]:
    """Lines by day, in the order of their clocks and places."""
    found: dict[str, list[Payment]] = {}
    for one in sorted(lines, key=_place):
        found.setdefault(one.booked or "", []).append(one)
    return found


def _place(one: Payment) -> tuple[str, str, int, str]:
    clock = one.at.local if one.at and one.at.local else ""
    return clock, one.place.file, number_at(one.place), one.id


def _match(paid: Payment, received: Payment, papers: Papers) -> Match | None:
    """Whether two lines are the two sides of one transfer, and why."""
    out, into = papers[paid.statement], papers[received.statement]
    if out.account is None or into.account is None or out.account == into.account or paid.currency != received.currency:
        return None
    to, since = _named(paid.beneficiary, into.account), _named(received.payer, out.account)
    if to is False or since is False:
        return None
    is_referred = is_telling(paid.reference) and paid.reference == received.reference
    is_called = all(_names(paid, out)) and _names(paid, out) == _names(received, into)
    apart = _apart(paid, received)
    if not (is_referred or to or since or is_called) or (apart is None and not is_referred):
        return None
    is_later = paid.booked != received.booked
    if is_later and not is_referred and service_of(out.account) == service_of(into.account):
        return None
    reasons = _told(is_referred=is_referred, is_named=bool(to or since), is_called=is_called)
    if paid.amount_minor != received.amount_minor:
        fee = paid.amount_minor - received.amount_minor
        is_clear = is_referred or (to and since and _clocks(paid, received) is not None)
        if not is_clear or not 0 < fee <= max(MOST_FEE_MINOR, paid.amount_minor // MOST_FEE_SHARE):
            return None
        reasons.append("less-a-fee")
    weight = 4 * is_referred + 2 * bool(to) + 2 * bool(since) + is_called + ("less-a-fee" not in reasons) - is_later
    return Match(paid.id, received.id, weight, 1 << 20 if apart is None else apart, tuple(reasons))


def _told(*, is_referred: bool, is_named: bool, is_called: bool) -> list[Oneness]:
    """Why two lines are two sides."""
    said: tuple[tuple[Oneness, bool], ...] = (
        ("same-reference", is_referred),
        ("both-sides", is_named),
        ("both-holders", is_called),
    )
    return [word for word, holds in said if holds]


def _named(named: str | None, account: str) -> bool | None:
    """Whether a line names this account; null where it names none."""
    if named is None or is_named_only(named):
        return None
    numbers = [one.partition(":")[2].rpartition("/")[2] for one in (named, account)]
    is_loose = "account" in {service_of(named), service_of(account)}
    return named == account or (is_loose and numbers[0] == numbers[1])


def _names(one: Payment, paper: Statement) -> tuple[str, str]:
    """Payer and beneficiary by name, the own side by the holder of its statement; whole names of two words or more."""
    payer, beneficiary = one.payer_name, one.beneficiary_name
    payer, beneficiary = (payer, paper.holder or beneficiary) if one.incoming else (paper.holder or payer, beneficiary)
    return _whole(payer), _whole(beneficiary)


def _whole(name: str | None) -> str:
    words = (name or "").casefold().split()
    return " ".join(words) if len(words) > 1 else ""


def is_telling(reference: str | None) -> bool:
    """Whether a reference is one payment's alone, as far as its length and its signs say."""
    return bool(reference) and len(str(reference)) >= LEAST_REFERENCE and len(set(str(reference))) >= LEAST_DIGITS


def _clocks(one: Payment, other: Payment) -> int | None:
    """Minutes between two lines, null where one has no clock."""
    if one.at is None or other.at is None or "day" in {one.at.precision, other.at.precision}:
        return None
    ends = (one.at.at, other.at.at) if one.at.at and other.at.at else (one.at.local, other.at.local)
    if ends[0] is None or ends[1] is None:
        return None
    gap = datetime.fromisoformat(ends[1]) - datetime.fromisoformat(ends[0])
    return abs(round(gap.total_seconds())) // 60


def _apart(one: Payment, other: Payment) -> int | None:
    """Minutes between two lines as far as known; null where their clocks say that they are two."""
    minutes = _clocks(one, other)
    if minutes is None:
        return 0 if one.booked == other.booked else 24 * 60
    return minutes if minutes <= SAME_MINUTES else None


def _days(day: str) -> tuple[str, ...]:
    """A day and the next one."""
    first = date.fromisoformat(day)
    return (day, date.fromordinal(first.toordinal() + 1).isoformat()) if first.year < date.max.year else (day,)
