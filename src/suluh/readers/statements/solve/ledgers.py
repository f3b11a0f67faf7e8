# SPDX-License-Identifier: Apache-2.0
"""The bookings of one account in one currency: one statement; with every amount taken apart as a whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from suluh.model.money import DIGITS
from suluh.readers.statements.amounts import SIGNS, Written, amount_in, is_nothing, is_spoilt, take_apart
from suluh.readers.statements.profile import Status
from suluh.readers.statements.solve.signs import meant
from suluh.readers.statements.solve.table import Entry, Section, Table
from suluh.readers.statements.solve.words import is_turned, status_named

_SPELLED = {**SIGNS, "RUPIAH": "IDR", "INDONESIAN RUPIAH": "IDR", "US DOLLAR": "USD", "DOLLAR": "USD", "EURO": "EUR"}
_SPELLED |= {"\u4eba\u6c11\u5e01": "CNY"}
_SPELLED |= {
    "\u5186": "JPY",
    "\uc6d0": "KRW",
    "\u0e1a\u0e32\u0e17": "THB",
    "\u0111": "VND",
    "TAKA": "BDT",
    "RUR": "RUB",
    "KSH": "KES",
}
_SPELLED |= {
    "\u0631\u064a\u0627\u0644 \u0633\u0639\u0648\u062f\u064a": "SAR",
    "SAUDI RIYAL": "SAR",
    "INDIAN RUPEE": "INR",
    "PHILIPPINE PESO": "PHP",
    "BAHT": "THB",
    "THAI BAHT": "THB",
    "RINGGIT": "MYR",
    "RINGGIT MALAYSIA": "MYR",
    "SINGAPORE DOLLAR": "SGD",
    "AUSTRALIAN DOLLAR": "AUD",
    "POUND STERLING": "GBP",
    "YEN": "JPY",
    "NAIRA": "NGN",
    "KENYA SHILLING": "KES",
    "KENYAN SHILLING": "KES",
    "RAND": "ZAR",
}
_SPOKEN = 60
"""Bookings whose words may speak for a country."""

_SHORT = 40
"""Characters of a cell that holds a sum; what is longer is a heading."""

_CODE = re.compile(r"[A-Z]{3}")
_WHOLE = re.compile(r"\d{4}|[.,]\d{2,3}$")
"""A number that is written out: in thousands one would have written less."""

_SPOILT = "a spreadsheet destroyed the number {cell!r} in this row: ask for the file again, or for a copy as text"

Side = str


@dataclass(slots=True)
class Line:
    """A booking on its way: what is known of it so far."""

    entry: Entry
    status: Status
    written: Written | None = None
    column: str = ""
    """``debit``, ``credit``, ``amount`` or, where no other sum stands in the row, ``fee``: where its sum stands."""

    shown: tuple[str, bool] | None = None
    """The number of its balance, and whether it is overdrawn."""

    charge: str = ""
    """The number of a fee beside its sum, where no column says what was left."""

    apart: tuple[str, str] | None = None
    """The numbers of its fee and of what was left, where the row states them."""

    mark: str = ""
    wrong: str = ""
    """Why it can be no booking."""

    is_nothing: bool = False
    """Whether it moved nothing: both its columns are zero."""

    day: date | None = None
    """Null where it is none, or its year is not known."""

    clock: str | None = None
    amount: int | None = None
    net: int | None = None
    """What it moved the balance by, where that is not its sum."""

    fee: int | None = None
    side: Side | None = None
    balance: int | None = None

    @property
    def agrees(self) -> bool:
        """Whether sum and fee make what is left: of money in it is less, of money out more."""
        if self.net is None or self.fee is None or self.amount is None:
            return False
        return self.net in {self.amount - self.fee, self.amount + self.fee}


@dataclass
class Ledger:
    """One statement."""

    key: str
    """What tells it from the other statements of the file."""

    number: str
    """The account as written; empty where the file does not say."""

    currency: str
    section: Section
    lines: list[Line] = field(default_factory=list)
    currency_said: bool = True
    in_cells: bool = False
    """Whether amounts alone name the currency."""


def ledgers(table: Table) -> Iterator[Ledger]:
    """The statements of a grid: one a section, in it one an account that its rows name, in it one a currency."""
    in_heading = _in_heading(table)
    signs = _Signs(table)
    for at, section in enumerate(table.sections):
        found: dict[tuple[str, str], Ledger] = {}
        stated = code_of(section.said.get("currency", ""))
        stated = stated or signs.meant(in_heading[0], in_heading[1], "")
        for entry in section.entries:
            number, named = entry.cells["account"], entry.cells["currency"]
            line = _line(table, entry)
            named, inside = code_of(named) if named else "", line.written.currency if line.written else ""
            inside = signs.meant(inside, _cell(line), named or stated) if inside else ""
            code = named or inside or stated
            if inside and inside != (named or stated or inside):
                line.wrong = line.wrong or f"the amount {_cell(line)!r} is in another currency than the statement"
                code = named or stated
            held = found.get((number, code))
            if held is None:
                said = number or section.said.get("account", "")
                held = Ledger("", said, code or table.layout.profile.currency, section, currency_said=bool(code))
                held.in_cells = bool(inside) and not named and not stated
                found[number, code] = held
            held.lines.append(line)
        several = list(found.values())
        several = _one_unsaid(several)
        if not several and (at == 0 or section.said):
            number = section.said.get("account", "")
            several = [Ledger("", number, stated or table.layout.profile.currency, section, currency_said=bool(stated))]
        numbers = [one.number for one in several]
        for one in several:
            twice = numbers.count(one.number) > 1
            one.key = f"{at}:{one.number}:{one.currency}" if twice else f"{at}:{one.number}"
            yield one


class _Signs:
    """What a sign of money that several countries share means in one table."""

    def __init__(self, table: Table) -> None:
        layout = table.layout
        self._own = layout.profile.currency if layout.known else ""
        self._names = layout.heading.names
        self._around = " ".join(row.raw for row in table.grid.rows[: layout.heading.last + 1 + _SPOKEN])
        self._days = [entry.day for section in table.sections for entry in section.entries]
        self._known: dict[tuple[str, bool, str], str] = {}

    def meant(self, code: str, written: str, said: str) -> str:
        """The currency that a sum or a heading is in."""
        said, is_letters = said or self._own, code in written.upper()
        key = code, is_letters, said
        if is_letters or not code:
            return code
        if key not in self._known or len(written) > _SHORT:
            self._known[key] = meant(code, written, said, self._around, self._names, self._days)
        return self._known[key]


def _in_heading(table: Table) -> tuple[str, str]:
    """The one currency that the headings of the sums name, and these headings: ``Amount (USD)``."""
    names, places = table.layout.heading.names, table.layout.places
    sums = [at for role in ("amount", "debit", "credit", "balance") for at in places.get(role, ())]
    words = [word for at in sums for word in re.findall(r"[A-Z]{0,2}[^\w\s().,;:/-]|[^\W\d_]+", names[at])]
    codes = {_SPELLED.get(word.upper(), word) for word in words} & (DIGITS.keys() - {"TRX"})
    return (codes.pop(), " ".join(words)) if len(codes) == 1 else ("", "")


def _one_unsaid(several: list[Ledger]) -> list[Ledger]:
    """Rows that name no currency go with the one that others of their account name; of several none is taken."""
    kept: dict[str, list[Ledger]] = {}
    for one in several:
        kept.setdefault(one.number, []).append(one)
    found = []
    for same in kept.values():
        said, unsaid = [one for one in same if one.currency_said], [one for one in same if not one.currency_said]
        if not said or not unsaid:
            found += same
            continue
        if len(said) == 1 and said[0].in_cells and said[0].currency != unsaid[0].currency:
            said, unsaid = unsaid, said
            _refuse(unsaid, "the amount {cell!r} is in another currency than the statement")
        elif len(said) > 1:
            _refuse(unsaid, "nothing says in which of the currencies of this file the amount {cell!r} is")
        order = {id(entry): turn for turn, entry in enumerate(said[0].section.entries)}
        lines = [line for one in (said[0], *unsaid) for line in one.lines]
        said[0].lines = sorted(lines, key=lambda line: order.get(id(line.entry), 0))
        found += said
    return found


def _refuse(several: list[Ledger], reason: str) -> None:
    """No row of these is a booking."""
    for line in (line for one in several for line in one.lines):
        line.wrong = line.wrong or reason.format(cell=_cell(line))


@lru_cache(maxsize=4000)
def code_of(written: str) -> str:
    """Three letters of a currency as written; empty where the text names none."""
    upper = written.strip(" .:").upper()
    code = _SPELLED.get(upper, upper)
    return code if code in DIGITS or _CODE.fullmatch(code) else ""


def _line(table: Table, entry: Entry) -> Line:
    """A booking with its sum taken apart, or why it cannot be."""
    cells = entry.cells
    status = _status(table, entry)
    balance = cells["balance"]
    line = Line(entry, status or "booked", shown=amount_in(balance) if balance else None)
    for column in table.sums:
        cell = cells[column]
        if not cell or is_nothing(cell):
            continue
        written = take_apart(cell, table.marks)
        if written is None or _is_thousand(written, cell, is_told=column != "amount" or bool(cells["direction"])):
            line.wrong = (
                _SPOILT.format(cell=cell) if is_spoilt(cell) else f"the amount {cell!r} cannot be read as a whole"
            )
            line.column = column
            return line
        if line.written is None:
            line.written, line.column = written, column
        elif not is_zero(written):
            if not is_zero(line.written):
                line.wrong = "money came in and went out in one row"
            line.written, line.column = written, column
    if line.written is None and not line.column and not is_nothing(cells["fee"]):
        line.written, line.column = take_apart(cells["fee"]), "fee"
    if mark := cells["direction"] or (line.written.mark if line.written else ""):
        line.mark = mark.upper().strip(" .")
    if status is None:
        line.wrong = (
            line.wrong or f"the status {cells['status']!r} says neither that this was booked nor that it was not"
        )
    _beside(line)
    return line


def _beside(line: Line) -> None:
    """What else the cells of a row say: a fee, what was left, a credit taken back, or that nothing moved."""
    cells = line.entry.cells
    if line.column == "fee":
        return
    if cells["net"]:
        line.apart = _apart(cells["fee"], cells["net"])
    elif cells["fee"] and not is_nothing(cells["fee"]) and (fee := take_apart(cells["fee"])):
        line.charge = fee.number
    if line.written is None or line.column == "amount":
        return
    if is_zero(line.written):
        line.wrong, line.is_nothing = line.wrong or "this row holds no amount", True
    if line.status == "booked" and line.written.negative and line.column == "credit":
        line.status = "reversal"


def is_zero(written: Written) -> bool:
    """Whether a sum is nought, whatever signs part its digits."""
    return not written.number.strip("0., ")


def _apart(fee: str, net: str) -> tuple[str, str] | None:
    """The numbers of a fee and of what was left; null where one of them is none."""
    left, taken = take_apart(net), "0" if is_nothing(fee) else (found.number if (found := take_apart(fee)) else "")
    return (taken, left.number) if left and taken else None


def _is_thousand(written: Written, cell: str, *, is_told: bool) -> bool:
    """Whether a letter that touches a number may mean thousands: ``75K``, where another column says the side."""
    if not written.touches or written.mark != "K":
        return False
    return is_told or cell.strip()[-1:] == "k" or not _WHOLE.search(written.number)


def _status(table: Table, entry: Entry) -> Status | None:
    """What became of a row; null where a word says it that is not known."""
    cells = entry.cells
    by_rule = table.rules.status(cells["date"], cells["status"], cells["text"])
    if by_rule is not None:
        return by_rule
    if "status" in table.layout.places:
        named = status_named(cells["status"]) if cells["status"] else None
        if named is None and not table.has_no_status:
            return None
        if named not in {None, "booked"}:
            return named
    if entry.still:
        return "pending"
    if cells["date"] and not cells["date"][0].isdigit() and status_named(cells["date"]) == "pending":
        return "pending"
    return "reversal" if is_turned(cells["text"]) else "booked"


def _cell(line: Line) -> str:
    return line.entry.cells[line.column] if line.column else ""
