# SPDX-License-Identifier: Apache-2.0
"""Which lines of several statements of one account are one booked line.

1. Lines of one file are never copies of each other: twice the same sum on one day is two payments.
2. Of two files, lines of the same account, sum, direction and day may be one. Another clock, another balance where both
   statements add up or both leave lines out, as filtered exports do, or another reference with other words says that
   they are not.
3. They are one where their balance, clock, reference, words or other side agree, or where both statements add up and
   hold that day. Each line has at most one copy in each file, the first the first.
4. A statement that goes on where another ended holds other lines, also on the day on which one ends and one begins;
   unless both hold the same sums on that day, and these make nothing.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from suluh.model.place import number_at
from suluh.model.trade import Payment, Statement


class Papers:
    """The statements of a case by id, and what each holds on the days on which it begins and ends."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._by_id = {one.id: one for one in statements}
        self._edges: dict[tuple[str, str], list[int]] = {}

    def get(self, statement: str) -> Statement | None:
        """The statement of an id, null where there is none."""
        return self._by_id.get(statement)

    def __getitem__(self, statement: str) -> Statement:
        return self._by_id[statement]

    def see(self, one: Payment) -> None:
        """Take a line into account."""
        paper = self.get(one.statement)
        if paper is not None and one.booked is not None and one.booked in {paper.period_from, paper.period_to}:
            signed = one.amount_minor if one.incoming else -one.amount_minor
            self._edges.setdefault((one.statement, one.booked), []).append(signed)

    def follow(self, one: Statement, other: Statement) -> bool:
        """Whether one of two statements goes on from where the other ended, by rule 4."""
        return any(self._goes_on(*pair) for pair in ((one, other), (other, one)))

    def _goes_on(self, first: Statement, second: Statement) -> bool:
        if first.closing_minor is None or first.closing_minor != second.opening_minor:
            return False
        if not (first.period_to and second.period_from) or first.period_to > second.period_from:
            return False
        edges = [sorted(self._edges.get((one.id, first.period_to), ())) for one in (first, second)]
        return first.period_to != second.period_from or edges[0] != edges[1] or sum(edges[0]) != 0


_WORD = re.compile(r"[^\W\d_]{4,40}")
_READ = 400
"""Characters of a line's words that are compared."""

MOST_TRIED = 40
"""So many lines of one sum and day are tried with another one, besides those of its balance or reference."""

_MINUTE = len("2026-10-02T14:30")


def copies(alike: Sequence[Payment], papers: Papers) -> list[list[Payment]]:
    """The lines of one account, sum, direction and day, those that are one line together."""
    groups: list[list[Payment]] = []
    for _, lines in sorted(_by_file(alike).items()):
        free = dict(enumerate(groups))
        marked = {mark: number for number, group in free.items() for one in group for mark in _marks(one)}
        for one in lines:
            likely = [number for mark in _marks(one) if (number := marked.get(mark, -1)) in free]
            tried = dict.fromkeys((*likely, *islice(free, MOST_TRIED)))
            scores = {number: min(_agree(one, other, papers) for other in free[number]) for number in tried}
            best = max(scores, key=lambda number: (scores[number], -number), default=-1)
            if scores.get(best):
                free.pop(best).append(one)
            else:
                groups.append([one])
    return groups


def _marks(one: Payment) -> list[tuple[str, object]]:
    """What of a line hardly any other of its day has."""
    known = (("balance", one.balance_after_minor), ("reference", one.reference))
    return [mark for mark in known if mark[1] is not None]


def _by_file(alike: Iterable[Payment]) -> dict[str, list[Payment]]:
    """The lines by file, in the order of the file."""
    found: dict[str, list[Payment]] = {}
    for one in sorted(alike, key=lambda one: (number_at(one.place), one.place.pointer or "", one.id)):
        found.setdefault(one.place.file, []).append(one)
    return found


def _agree(one: Payment, other: Payment, papers: Papers) -> int:
    """How many things say that two lines are one; 0 where none does, or something says that they are not."""
    mine, theirs = papers[one.statement], papers[other.statement]
    if one.place.file == other.place.file or not _may_be(one.status, other.status):
        return 0
    balances = (one.balance_after_minor, other.balance_after_minor)
    clocks, references = (_clock(one), _clock(other)), (one.reference, other.reference)
    is_balance, is_clock, is_reference = (_is_same(pair) for pair in (balances, clocks, references))
    is_text = _is_like(one.text, other.text)
    is_even = (mine.adds_up is False) == (theirs.adds_up is False)
    against = (
        is_clock is False,
        is_balance is False and is_even,
        is_reference is False and not is_text,
        not (is_balance or is_clock or is_reference) and _are_others(one, other),
        papers.follow(mine, theirs) and not is_balance,
    )
    if any(against):
        return 0
    return sum(
        (bool(is_balance), bool(is_clock), bool(is_reference), is_text, _holds(mine, one) and _holds(theirs, one))
    )


def _is_same(pair: tuple[object, object]) -> bool | None:
    """Whether two fields are the same; null where one is not known."""
    return None if None in pair else pair[0] == pair[1]


def _may_be(one: str, other: str) -> bool:
    """Whether one line may have both statuses: what was pending may be booked elsewhere, nothing else."""
    return one == other or {one, other} == {"pending", "booked"}


def _are_others(one: Payment, other: Payment) -> bool:
    """Whether two lines name two other sides; a name may be cut short."""
    pair = (one.payer_name, other.payer_name) if one.incoming else (one.beneficiary_name, other.beneficiary_name)
    names = ["".join((name or "").casefold().split()) for name in pair]
    return all(names) and not (names[0].startswith(names[1]) or names[1].startswith(names[0]))


def _is_like(one: str, other: str) -> bool:
    """Whether two texts are the same but for spaces, or share most of the words of the shorter one."""
    if one.split() == other.split():
        return True
    words = (_words(one), _words(other))
    least = min(map(len, words))
    return least > 0 and 3 * len(words[0] & words[1]) >= 2 * least


def _holds(paper: Statement, one: Payment) -> bool:
    """Whether a statement that adds up holds the whole day of a line."""
    begun, ended, day = paper.period_from, paper.period_to, one.booked
    return bool(paper.adds_up and begun and ended and day and begun <= day <= ended)


def _clock(one: Payment) -> str | None:
    """The time of the day to the minute, where the line has one."""
    when = one.at
    if when is None or when.precision == "day" or when.local is None:
        return None
    return when.local[:_MINUTE]


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    """The words of a line; those of its kind of booking are the same on many and say nothing."""
    return frozenset({word.casefold() for word in _WORD.findall(text[:_READ])} - _COMMON)


_COMMON = frozenset(
    {"transfer", "trsf", "banking", "dari", "kepada", "setoran", "tunai", "tarikan", "pemindahan", "bayar"}
    | {"pembayaran", "kredit", "debit", "otomatis", "switching", "fast", "transaksi", "from", "payment", "bank"}
)
