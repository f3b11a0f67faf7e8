# SPDX-License-Identifier: Apache-2.0
"""Money that went back: lines of the other direction, of what was paid, with a word of giving back beside them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from suluh.deals.facts.ledger import Line
from suluh.deals.money.matched import Paid
from suluh.deals.reading.acts import REFUND
from suluh.deals.talks.episodes import Episode, Talk
from suluh.model.talk import is_named_only

_LATEST, _BESIDE = timedelta(days=30), timedelta(hours=36)
"""So long after a payment it is given back, and so near to it somebody speaks of that."""


def with_refunds(
    talks: Sequence[Talk], episodes: Sequence[Episode], paid: Mapping[int, Paid], booked: Iterable[Line]
) -> dict[int, Paid]:
    """The payments, each with the line that gave all of it back; a line gives back one payment, the latest before it.

    >>> with_refunds([], [], {}, [])
    {}
    """
    tied = {line.payment.id for one in paid.values() for line in one.lines}
    free: dict[tuple[str, bool, int], list[Line]] = defaultdict(list)
    for line in booked:
        if line.payment.id not in tied:
            free[line.ledger, line.incoming, line.amount].append(line)
    used: set[str] = set()
    found = dict(paid)
    for number, one in sorted(paid.items(), key=lambda row: (row[1].lines[-1].end, row[0]), reverse=True):
        last, whole = one.lines[-1], sum(line.amount for line in one.lines)
        for line in free.get((last.ledger, not last.incoming, whole), ()):
            late = line.start - last.end
            known = line.payment.id not in used and timedelta() <= late <= _LATEST and _may_be_one(last, line)
            if known and _is_spoken_of(talks[episodes[number].talk], line):
                used.add(line.payment.id)
                found[number] = replace(one, back=(line,))
                break
    return found


def _may_be_one(paid: Line, back: Line) -> bool:
    """Whether the other side of two lines may be the same, by account or by the words of its names, where both say."""
    (account, name), (other, called) = _other(paid), _other(back)
    if account and other and not is_named_only(account) and not is_named_only(other):
        return account == other
    return not (name and called) or not set(name.casefold().split()).isdisjoint(called.casefold().split())


def _other(line: Line) -> tuple[str | None, str | None]:
    """Account and name of whom a line is with."""
    return (line.payer, line.payer_name) if line.incoming else (line.payee, line.payee_name)


def _is_spoken_of(talk: Talk, line: Line) -> bool:
    """Whether either side speaks of giving back beside a line."""
    near = (one for one in talk.stream if one.at and line.start - _BESIDE <= one.at <= line.end + _BESIDE)
    return any(one.does(REFUND) for one in near)
