# SPDX-License-Identifier: Apache-2.0
"""Money that went back: lines of the other direction, of what was paid, with a word of giving back beside them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta
from operator import attrgetter

from suluh.deals.facts.ledger import Line
from suluh.deals.money.matched import Paid
from suluh.deals.reading.acts import REFUND
from suluh.deals.talks.episodes import Episode, Talk
from suluh.model.talk import is_named_only

_LATEST, _BESIDE, _SOON = timedelta(days=30), timedelta(hours=36), timedelta(hours=1)
"""So long after a payment it is given back; so near to what gives it all somebody speaks of that, and to a part."""

Free = Mapping[tuple[str, bool], Sequence[Line]]
"""The lines that pay no deal, by ledger and direction, each in the order of time."""

Said = Sequence[datetime]
"""When the two of a talk speak of giving back, in the order of time."""


def with_refunds(
    talks: Sequence[Talk], episodes: Sequence[Episode], paid: Mapping[int, Paid], booked: Iterable[Line]
) -> dict[int, Paid]:
    """The payments, each with the lines that gave it back; a line gives back one payment, the latest before it.

    First what gives all of one back is looked for, then what gives a part of one of which nothing went back yet.

    >>> with_refunds([], [], {}, [])
    {}
    """
    tied = {line.payment.id for one in paid.values() for line in one.lines}
    free: dict[tuple[str, bool], list[Line]] = defaultdict(list)
    for line in booked:
        if line.payment.id not in tied:
            free[line.ledger, line.incoming].append(line)
    said = {number: _said(talks[number]) for number in {episodes[one].talk for one in paid}}
    spoken = [number for number in paid if said[episodes[number].talk]]
    used: set[str] = set()
    found = dict(paid)
    for search in (_whole, _parts):
        for number in sorted(spoken, key=lambda one: (paid[one].lines[-1].end, one), reverse=True):
            if not found[number].back and (back := search(paid[number], said[episodes[number].talk], free, used)):
                used |= {line.payment.id for line in back}
                found[number] = replace(paid[number], back=back)
    return found


def _whole(paid: Paid, said: Said, free: Free, used: AbstractSet[str]) -> tuple[Line, ...]:
    """The line that gave all of it back."""
    return tuple(line for line in _after(paid, said, free, used) if line.amount == _sum(paid.lines))[:1]


def _parts(paid: Paid, said: Said, free: Free, used: AbstractSet[str]) -> tuple[Line, ...]:
    """The lines that gave a part of it back, as long as they are no more than what was paid."""
    found: list[Line] = []
    for line in _after(paid, said, free, used):
        if _sum((*found, line)) <= _sum(paid.lines) and _is_sure(paid, said, line):
            found.append(line)
    return tuple(found)


def _after(paid: Paid, said: Said, free: Free, used: AbstractSet[str]) -> Iterator[Line]:
    """The lines of the other direction that may give back what was paid."""
    last, whole = paid.lines[-1], _sum(paid.lines)
    its = free.get((last.ledger, not last.incoming), ())
    first = bisect_left(its, last.end, key=attrgetter("start"))
    for line in its[first : bisect_right(its, last.end + _LATEST, key=attrgetter("start"))]:
        known = line.payment.id not in used and line.amount <= whole and _may_be_one(last, line)
        if known and _is_within(said, line.start - _BESIDE, line.end + _BESIDE):
            yield line


def _sum(lines: Iterable[Line]) -> int:
    return sum(line.amount for line in lines)


def _may_be_one(paid: Line, back: Line) -> bool:
    """Whether the other side of two lines may be the same, by account or by the words of its names, where both say."""
    (account, name), (other, called) = _other(paid), _other(back)
    if account and other and not is_named_only(account) and not is_named_only(other):
        return account == other
    return not (name and called) or not set(name.casefold().split()).isdisjoint(called.casefold().split())


def _is_sure(paid: Paid, said: Said, line: Line) -> bool:
    """Whether they speak of giving back within an hour of it; where it knows its day alone, whether it names who paid.

    Its sum says less than that of a whole payment, which so few others share.
    """
    if line.at is not None:
        return _is_within(said, line.at - _SOON, line.at + _SOON)
    return bool(_other(line)[1] and _other(paid.lines[-1])[1])


def _other(line: Line) -> tuple[str | None, str | None]:
    """Account and name of whom a line is with."""
    return (line.payer, line.payer_name) if line.incoming else (line.payee, line.payee_name)


def _said(talk: Talk) -> Said:
    return [one.at for one in talk.timed if one.at and one.does(REFUND)]


def _is_within(said: Said, first: datetime, last: datetime) -> bool:
    """Whether either side speaks of giving back in a stretch of time."""
    place = bisect_left(said, first)
    return place < len(said) and said[place] <= last
