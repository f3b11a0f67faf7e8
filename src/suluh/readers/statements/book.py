# SPDX-License-Identifier: Apache-2.0
"""The amounts of one file under the one style that its balances prove, and what each statement in it says of itself."""

from collections.abc import Iterator
from typing import NamedTuple

from suluh.model.money import DIGITS
from suluh.readers.statements.amounts import STYLES, Style, read, take_apart
from suluh.readers.statements.check import Booked, Stated, Verdict, check
from suluh.readers.statements.dates import Period
from suluh.readers.statements.table import SUMS, Booking, Section, Table

_OVERDRAWN = frozenset({"D", "DB", "DR"})


class Ledger(NamedTuple):
    """The lines of one account in one file: one statement."""

    key: str
    """What tells it from the other statements of the file."""

    number: str
    """The account as written; empty where the file does not say."""

    section: Section
    bookings: tuple[Booking, ...]


class Book:
    """All statements of one file, in one style."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.ledgers = tuple(_ledgers(table))
        self.currency = _currency(table)
        self.style, self.decided = self._style()

    def amount(self, one: Booking) -> int | None:
        """The amount of a line in minor units; null where it cannot be read."""
        return read(one.amount.number, self.style, self.currency)

    def balance(self, one: Booking) -> int | None:
        """The balance after a line, where the line says it."""
        return self._signed(one.field["balance"], self.style)

    def stated(self, ledger: Ledger) -> Stated:
        """The sums that a statement states."""
        return self._stated(ledger, self.style)

    def period(self, ledger: Ledger) -> Period | None:
        """What a statement says it covers."""
        return self.table.calendar.period(ledger.section.said.get("period", ""))

    def verdict(self, ledger: Ledger) -> Verdict:
        """Whether a statement adds up; open while the style is."""
        return self._verdict(ledger, self.style) if self.decided else Verdict(adds_up=None)

    def _style(self) -> tuple[Style, bool]:
        """The style of the whole file, and whether anything decides it."""
        fixed = self.table.profile.decimal
        if fixed != "balance":
            return fixed, True
        failures = {style: self._failures(style) for style in STYLES}
        left = [style for style in STYLES if failures[style] == min(failures.values())]
        if len(left) == 1 or self._same():
            return left[0], True
        proved = [style for style in left if self._holds(style)]
        return (proved[0], True) if len(proved) == 1 else (left[0], False)

    def _failures(self, style: Style) -> int:
        """How many amounts and balances a style cannot read."""
        lines = [one for ledger in self.ledgers for one in ledger.bookings]
        amounts = sum(read(one.amount.number, style, self.currency) is None for one in lines)
        return amounts + sum(
            bool(one.field["balance"]) and self._signed(one.field["balance"], style) is None for one in lines
        )

    def _same(self) -> bool:
        """Whether both styles read the same from everything."""
        first, second = (
            [(self._booked(one, style), self._stated(one, style)) for one in self.ledgers] for style in STYLES
        )
        return first == second

    def _holds(self, style: Style) -> bool:
        """Whether a style makes no statement fail and proves at least one."""
        verdicts = [self._verdict(one, style).adds_up for one in self.ledgers]
        return True in verdicts and False not in verdicts

    def _verdict(self, ledger: Ledger, style: Style) -> Verdict:
        return check(self._booked(ledger, style), self._stated(ledger, style), self.currency)

    def _booked(self, ledger: Ledger, style: Style) -> list[Booked]:
        """What the lines do to the balance; failed ones do nothing."""
        found = []
        for one in ledger.bookings:
            if one.status != "failed":
                amount = read(one.amount.number, style, self.currency)
                signed = -amount if amount is not None and one.side == "out" else amount
                balance = self._signed(one.field["balance"], style)
                found.append(Booked(one.row.line, signed, balance, one.status == "pending"))
        return found

    def _stated(self, ledger: Ledger, style: Style) -> Stated:
        said = ledger.section.said
        return Stated(**{name: self._signed(said[name], style) for name in SUMS if name in said})

    def _signed(self, cell: str, style: Style) -> int | None:
        """A balance or a sum, negative where it is marked so; a count that stands after it is left."""
        amount = take_apart(cell) or take_apart((cell.split() or [""])[0].rstrip(".,;"))
        value = None if amount is None else read(amount.number, style, self.currency)
        if amount is None or value is None:
            return None
        return -value if amount.negative or amount.mark in _OVERDRAWN else value


def _ledgers(table: Table) -> Iterator[Ledger]:
    """The statements of a file: one a section, and in it one an account that its rows name."""
    for at, section in enumerate(table.sections):
        numbers = dict.fromkeys(one.field["account"] for one in section.bookings) or {"": None}
        for number in numbers:
            lines = tuple(one for one in section.bookings if one.field["account"] == number)
            said = number or section.said.get("account", "")
            yield Ledger(f"{at}:{said}", said, section, lines)


def _currency(table: Table) -> str:
    """The three letters that the file names, else those of the profile."""
    for section in table.sections:
        named = [section.said.get("currency", ""), *(one.field["currency"] for one in section.bookings[:1])]
        code = next((one.strip().upper() for one in named if one.strip().upper() in DIGITS), None)
        if code is not None:
            return code
    return table.profile.currency
