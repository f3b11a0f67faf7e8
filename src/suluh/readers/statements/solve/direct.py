# SPDX-License-Identifier: Apache-2.0
"""Which way the money went: by columns, marks and signs, in the reading of a file under which its balances follow."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from suluh.readers.statements.profile import Sign
from suluh.readers.statements.solve.ledgers import Ledger, Line, Side
from suluh.readers.statements.solve.words import IN_WORDS, OUT_WORDS, side_named, side_told

_OTHER: dict[Side, Side] = {"in": "out", "out": "in"}
_SURE = 3
"""Balances that must follow before columns are taken to mean the opposite of their headings."""

_USUAL = 3
"""Debits that all have a minus before it is taken for the bank's usual way of writing them: one may be taken back."""

_MOST_MARKS = 4
_MOST_READINGS = 64


class Reading(NamedTuple):
    """One way to read the direction of all rows of a file."""

    turned: bool = False
    """Whether the columns of debit and credit mean the opposite of their headings."""

    minus_is_usual: bool = False
    """Whether what stands in the column of debits is written with a minus there, and the minus says nothing more."""

    unsigned: Side | None = None
    """What an amount without any sign or mark means."""

    marks: tuple[tuple[str, Side], ...] = ()
    """Marks that no list knows, with what each means."""


class Direction:
    """What is known of the direction before any balance is looked at."""

    def __init__(self, ledgers: Sequence[Ledger], sign: Sign) -> None:
        self._sign = sign
        self._into = frozenset({*sign.incoming, *(IN_WORDS - set(sign.outgoing))})
        self._out = frozenset({*sign.outgoing, *(OUT_WORDS - set(sign.incoming))})
        lines = [line for one in ledgers for line in one.lines if line.written and not line.wrong]
        single = [line for line in lines if line.column == "amount" and not line.mark]
        self.has_signs = any(line.written and line.written.negative for line in single)
        self.has_plus = any(line.written and line.written.plus for line in single)
        self.is_single = bool(single)
        self.two_columns = any(line.column in {"debit", "credit"} for line in lines)
        debits = [
            line for line in lines if line.column == "debit" and line.written and line.written.number.strip("0., ")
        ]
        marked = [line for line in lines if line.column == "amount" and line.mark in self._out]
        minus = [[bool(line.written and line.written.negative) for line in some] for some in (debits, marked)]
        self.minus_in_debits = any(any(some) for some in minus)
        self.all_minus = any(some and all(some) for some in minus)
        self.is_minus_open = bool(debits) and all(minus[0]) and len(debits) < _USUAL
        marks = dict.fromkeys(line.mark for line in lines if line.mark and not self._known(line.mark))
        self.unknown = tuple(marks)[:_MOST_MARKS]

    def usual(self) -> Reading:
        """The reading that needs no balance to speak for it."""
        unsigned: Side | None = "in" if self.has_signs else None
        return Reading(minus_is_usual=self.all_minus, unsigned=self._sign.unmarked or unsigned)

    def others(self) -> Iterator[Reading]:
        """All other readings, to be tried against the balances."""
        usual = self.usual()
        turns = (False, True) if self.two_columns else (False,)
        minus = (usual.minus_is_usual, not usual.minus_is_usual) if self.minus_in_debits else (usual.minus_is_usual,)
        sides = tuple(product(*[("in", "out")] * len(self.unknown)))
        unsigned: tuple[Side | None, ...] = (usual.unsigned, "out") if self.has_signs else (usual.unsigned,)
        readings = (
            Reading(turned, low, plain, tuple(zip(self.unknown, some, strict=True)))
            for turned in turns
            for low in minus
            for plain in unsigned
            for some in sides
        )
        return islice((one for one in readings if one != usual), _MOST_READINGS)

    def side(self, line: Line, reading: Reading) -> Side | None:  # noqa: PLR0911 # one return for each kind of evidence
        """The side of one row under a reading; null where nothing says it."""
        written = line.written
        if written is None:
            return None
        if self._sign.always:
            return self._sign.always
        if line.column == "fee":
            return None
        if line.column != "amount":
            side: Side = "out" if (line.column == "debit") != reading.turned else "in"
            usual = reading.minus_is_usual and line.column == "debit"
            return _OTHER[side] if written.negative and not usual else side
        if line.mark:
            marked = self._known(line.mark) or dict(reading.marks).get(line.mark)
            usual = reading.minus_is_usual and marked == "out"
            return _OTHER[marked] if marked and written.negative and not usual else marked
        if written.negative or written.plus:
            is_in = written.plus if reading.unsigned != "out" else written.negative
            signed: Side = "in" if is_in else "out"
            return None if self._contradicts(line, signed) else signed
        if reading.unsigned is None or self._sign.unmarked:
            return reading.unsigned
        told = side_told(line.entry.cells["text"])
        return reading.unsigned if told in {None, reading.unsigned} else None

    def is_out(self, line: Line) -> bool:
        """Whether the column or the mark of a row says that money went out, whatever its sign."""
        return line.column == "debit" or (line.column == "amount" and line.mark in self._out)

    def told(self, line: Line) -> Side | None:
        """What the words of a row say, where no sign does."""
        written = line.written
        if written is None or line.mark or written.negative or written.plus or line.column != "amount":
            return None
        return side_told(line.entry.cells["text"])

    def _contradicts(self, line: Line, signed: Side) -> bool:
        """Whether the word that names the kind of a booked row says the other side than its sign."""
        named = side_named(line.entry.cells["text"]) if line.status == "booked" else None
        return named is not None and named != signed

    def _known(self, mark: str) -> Side | None:
        return "in" if mark in self._into else "out" if mark in self._out else None


def best(
    usual: Reading, others: Iterator[Reading], breaks: Callable[[Reading], tuple[int, int]]
) -> tuple[Reading, bool]:
    """The reading to take, and whether the balances chose it: the usual one unless it alone is contradicted.

    `breaks` counts, for one reading, the balances that do not follow and those that do.
    """
    wrong, right = breaks(usual)
    if not wrong:
        return usual, False
    tried = [(breaks(one), one) for one in others]
    fits = [
        (found, one)
        for found, one in tried
        if found[0] <= max(0, found[1] // 10)
        and found[0] < wrong / 3
        and found[1] > right
        # That sums end where they should is one equation, which a row too few may fulfil by chance the wrong way round.
        and (found[1] >= _SURE or not one.turned)
    ]
    if not fits:
        return usual, False
    least = min(found[0] for found, _ in fits)
    chosen = [one for found, one in fits if found[0] == least]
    return (chosen[0], True) if len(chosen) == 1 else (usual, False)
