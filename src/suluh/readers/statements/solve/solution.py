# SPDX-License-Identifier: Apache-2.0
"""The one assignment of a whole grid under which its money adds up, with what decided each part of it."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise, starmap
from operator import gt, lt
from typing import Literal, NamedTuple

from suluh.model.money import DIGITS
from suluh.readers.statements.amounts import STYLES, Style, amount_in, read
from suluh.readers.statements.check import Booked, Stated, Verdict, check
from suluh.readers.statements.dates import Period, clock, settle, under, written_period
from suluh.readers.statements.grid import row_order
from suluh.readers.statements.heads.mapping import mapping_of
from suluh.readers.statements.solve import days, direct, style
from suluh.readers.statements.solve.ledgers import Ledger, Line, Side, ledgers
from suluh.readers.statements.solve.moved import effect, moved, stepped
from suluh.readers.statements.solve.table import Stated as StatedRow
from suluh.readers.statements.solve.table import Table
from suluh.readers.statements.solve.words import side_of_total

_SUMS = ("opening", "credits", "debits", "closing")
WALLETS = frozenset({"gopay", "ovo", "dana", "linkaja", "shopeepay"})
_COUNTED = frozenset({"booked", "reversal"})
"""What becomes of rows that every bank counts in its totals."""

_NO_CLOCK = "000000"
_DAY_LONG = 4


class Note(NamedTuple):
    """What was decided of a file, what it was decided to be, and by what."""

    what: Literal["signs", "days", "direction", "currency", "columns"]
    answer: str
    by: str


class Solution:
    """All statements of one grid, solved."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.drops_balance = self.adds_fees = False
        profile = table.layout.profile
        self.ledgers = tuple(ledgers(table))
        self.direction = direct.Direction(self.ledgers, profile.sign)
        texts = [([line.entry.day for line in one.lines], self._period_text(one)) for one in self.ledgers]
        self.days = days.choose(texts, profile.dates)
        self._set_days()
        self._set_clocks()
        self.orders = {one.key: self._orders(one) for one in self.ledgers}
        self._tried: Style = "."
        fixed: Style | None = None if profile.decimal == "balance" else profile.decimal
        self.style = style.choose(self._all_numbers(), fixed, self._adds_up_under)
        self._read(self.style.style)
        if not self.style.decided:
            self._forget_what_differs()
        self.reading, self.by_balance = self._reading()
        if self._last[0] != self.reading:
            self._under(self.reading)
        if any(one.charge.strip("0., ") for each in self.ledgers for one in each.lines) and self._breaks():
            self._with_fees()
        if ("balance" in table.layout.added and self._is_no_balance()) or self._is_left_empty():
            self.drops_balance = True
            for one in self.ledgers:
                for line in one.lines:
                    line.balance = None
            self._under(self.reading)
        if self.direction.is_minus_open and not self.by_balance:
            self._open_minus()
        if self.direction.minus_in_debits and not any(one.links for one in self._last[1]):
            self._open_mixed()
        self.verdicts = {one.key: verdict for one, verdict in zip(self.ledgers, self._last[1], strict=True)}
        self.by_delta = self._sides_by_balance()

    # What each part of the solution is made of.

    def period(self, ledger: Ledger) -> Period | None:
        """What a statement says it covers."""
        said = self._period_text(ledger)
        return written_period(said, self.days.order) if said else None

    def day(self, line: Line) -> date | None:
        """The day of one line; null where it is not decided."""
        return line.day if self.days.decided or self._is_fixed(line) else None

    def stated(self, ledger: Ledger) -> Stated:
        """The sums that a statement states around its table, and in the rows of balances in it."""
        said = {
            name: self._signed(ledger.section.said[name], ledger.currency)
            for name in _SUMS
            if name in ledger.section.said
        }
        if len({row_order(one.section.first) for one in self.ledgers}) != len(self.ledgers):
            said = said if sum(one.section is ledger.section for one in self.ledgers) == 1 else {}
        for name in ("opening", "closing"):
            rows = [one for one in ledger.section.stated if one.name == name]
            if len(rows) == 1 and said.get(name) is None and self._alone(ledger):
                said[name] = self._sum_of(rows[0], ledger.currency)
        totals = [one for one in ledger.section.stated if one.name == "total"]
        if len(totals) == 1 and self._alone(ledger) and all(line.status in _COUNTED for line in ledger.lines):
            said = self._of_total(totals[0], ledger.currency) | said
        if said.get("debits") is not None:  # some banks write what went out with a minus
            said["debits"] = abs(said["debits"] or 0)
        return Stated(**said)

    def _of_total(self, row: StatedRow, currency: str) -> dict[str, int | None]:
        """What a row of totals says of the sums above it, in its columns or its words; nothing where that is open."""
        columns = {"debits": row.cells["debit"], "credits": row.cells["credit"]}
        if not all(columns.values()):
            way = self.table.layout.profile.sign.always or side_of_total(" ".join(row.row.cells))
            cell = row.cells["net" if "net" in self.table.layout.places else "amount"]
            columns = {"credits" if way == "in" else "debits": cell} if way and cell else {}
        found = {name: self._signed(cell, currency) for name, cell in columns.items()}
        return {name: None if value is None else abs(value) for name, value in found.items()}

    def notes(self, ledger: Ledger) -> list[Note]:
        """What was decided and by what, for an officer to read."""
        words = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}
        by = "the running balance" if self.by_balance or self.by_delta else "columns, marks and signs"
        stated = "the statement" if ledger.currency_said else "the profile" if self.table.layout.known else "nothing"
        layout = self.table.layout
        columns = [] if layout.known else [Note("columns", mapping_of(layout), "headings and contents")]
        return [
            Note("signs", f"'{self.style.style}' before the fraction", self.style.by),
            Note("days", words[self.days.order] if self.days.decided else "undecided", self.days.by),
            Note("direction", self._way(), by),
            Note("currency", ledger.currency, stated),
            *columns,
        ]

    def _way(self) -> str:
        if self.table.layout.profile.sign.always:
            return f"always {self.table.layout.profile.sign.always}"
        if self.direction.two_columns:
            return "two columns, turned against their headings" if self.reading.turned else "two columns"
        return "one column, and fees beside it" if self.adds_fees else "one column"

    def _alone(self, ledger: Ledger) -> bool:
        return sum(one.section is ledger.section for one in self.ledgers) == 1

    def _period_text(self, ledger: Ledger) -> str:
        said = ledger.section.said
        if said.get("period"):
            return said["period"]
        return f"{said['from']} - {said['until']}" if said.get("from") and said.get("until") else ""

    def _is_fixed(self, line: Line) -> bool:
        day = line.entry.day
        return day is not None and day.fixed

    def _set_days(self) -> None:
        """Give each line its day: days repeat, and each is settled once."""
        for one in self.ledgers:
            period = self.period(one)
            settled: dict[tuple[int, int, int | None, bool], date | None] = {}
            for line in one.lines:
                day = line.entry.day
                if day is None:
                    continue
                numbers = day[:4]
                if numbers not in settled:
                    settled[numbers] = settle(under(day, self.days.order), period)
                line.day = settled[numbers]

    def _set_clocks(self) -> None:
        """Give each line its time: its own column before that of the day; none where every row has midnight."""
        lines = [line for one in self.ledgers for line in one.lines]
        own = [line.entry.cells["time"] for line in lines]
        digits = self.table.layout.profile.dates.time_digits or _digits(own)
        for times in ([clock(cell, digits) for cell in own], [_with_day(line) for line in lines]):
            if any(time and time.replace(":", "").strip("0") for time in times):
                for line, time in zip(lines, times, strict=True):
                    line.clock = time or None
                return

    def _orders(self, ledger: Ledger) -> tuple[bool, ...]:
        """Whether the newest row may stand first: only where days fall, or all are equal."""
        days = [line.day for line in ledger.lines if line.day is not None]
        if not self.days.decided and len(set(days)) > 1:
            return (False, True)
        if any(starmap(lt, pairwise(days))):
            return (False,)
        if any(starmap(gt, pairwise(days))):
            return (True,)
        clocks = [line.clock for line in ledger.lines if line.day is not None and line.clock]
        up, down = any(starmap(lt, pairwise(clocks))), any(starmap(gt, pairwise(clocks)))
        return (False, True) if up == down else (False,) if up else (True,)

    def _all_numbers(self) -> Iterable[tuple[str, str]]:
        for one in self.ledgers:
            for line in one.lines:
                if line.written and not line.wrong:
                    yield line.written.number, one.currency
                if line.shown:
                    yield line.shown[0], one.currency
            for row in one.section.stated:
                for role in ("balance", "amount", "debit", "credit"):
                    yield from self._numbers_in(row.cells[role], one.currency)
            for name in _SUMS:
                yield from self._numbers_in(one.section.said.get(name, ""), one.currency)

    def _numbers_in(self, cell: str, currency: str) -> Iterable[tuple[str, str]]:
        written = amount_in(cell) if cell else None
        if written is not None:
            yield written[0], currency

    def _adds_up_under(self, tried: Style) -> bool:
        self._read(tried)
        self._set_sides(self.direction.usual())
        verdicts = [self._verdict(one).adds_up for one in self.ledgers]
        return True in verdicts and False not in verdicts

    def _read(self, tried: Style) -> None:
        self._tried = tried
        for one in self.ledgers:
            for line in one.lines:
                line.amount = (
                    read(line.written.number, tried, one.currency) if line.written and not line.wrong else None
                )
                line.balance = self._value(line.shown, one.currency) if line.shown else None
                line.fee, line.net = (
                    (read(part, tried, one.currency) for part in line.apart) if line.apart else (None, None)
                )
                line.fee = read(line.charge, tried, one.currency) if line.charge else line.fee

    def _forget_what_differs(self) -> None:
        """Where the style of a file stays open, only numbers are read that are the same under both."""
        for one in self.ledgers:
            for line in one.lines:
                if line.written and len({read(line.written.number, tried, one.currency) for tried in STYLES}) > 1:
                    line.amount = None

    def _reading(self) -> tuple[direct.Reading, bool]:
        def breaks(reading: direct.Reading) -> tuple[int, int]:
            verdicts = self._under(reading)
            wrong = sum(len(one.breaks) for one in verdicts)
            return wrong, sum(one.links for one in verdicts) - wrong

        usual = self.direction.usual()
        if self.direction.unknown:
            usual = usual._replace(marks=())
            tried = [(breaks(one), one) for one in self.direction.others() if one.marks]
            least = min(wrong for (wrong, _), _ in tried)
            fits = [(found, one) for found, one in tried if found[0] == least]
            if len(fits) == 1 and fits[0][0][1] > 0 and least <= max(1, fits[0][0][1] // 10):
                return fits[0][1], True
        return direct.best(usual, self.direction.others(), breaks)

    def _under(self, reading: direct.Reading) -> list[Verdict]:
        """The verdicts with the sides of one reading, which the lines then have."""
        self._set_sides(reading)
        self._last = reading, [self._verdict(one) for one in self.ledgers]
        return self._last[1]

    def _set_sides(self, reading: direct.Reading) -> None:
        for one in self.ledgers:
            for line in one.lines:
                line.side = self.direction.side(line, reading)
                if self.adds_fees and line.charge and line.amount is not None and line.fee is not None:
                    line.net = line.amount + (line.fee if line.side == "out" else -line.fee)

    def _breaks(self) -> int:
        return sum(len(one.breaks) for one in self._last[1])

    def _with_fees(self) -> None:
        """Let fees beside the sums move the balance as well, where it then follows and did not before."""
        before = self._breaks()
        self.adds_fees = True
        if 3 * len([one for verdict in self._under(self.reading) for one in verdict.breaks]) < before:
            return
        self.adds_fees = False
        for line in (line for one in self.ledgers for line in one.lines if line.charge):
            line.net = None
        self._under(self.reading)

    def _open_minus(self) -> None:
        """Take the side from debits with a minus, where the balances hold whether it turns them or not."""
        other = self.reading._replace(minus_is_usual=not self.reading.minus_is_usual)
        weights = [sum(2 * len(one.breaks) - one.links for one in self._under(way)) for way in (other, self.reading)]
        if weights[0] != weights[1]:
            return
        for line in (line for one in self.ledgers for line in one.lines):
            if line.column == "debit" and line.written and line.written.negative:
                line.side = None
        self._last = self.reading, [self._verdict(one) for one in self.ledgers]

    def _open_mixed(self) -> None:
        """Take the side from money out with a minus, where other such money has none and no balance tells it apart."""
        if self.reading.minus_is_usual:
            return
        for line in (line for one in self.ledgers for line in one.lines):
            if self.direction.is_out(line) and line.written and line.written.negative and line.status != "reversal":
                line.side = None
        self._last = self.reading, [self._verdict(one) for one in self.ledgers]

    def _sides_by_balance(self) -> int:
        """Give a side to rows that nothing else decides, where the balances before and after do; how many."""
        decided = 0
        for one in self.ledgers:
            if all(line.side is not None or line.amount is None for line in one.lines):
                continue
            lines = one.lines if not self.verdicts[one.key].newest_first else one.lines[::-1]
            running = self.stated(one).opening
            for line in lines:
                if line.status == "failed":
                    line.side = line.side or self._by_words(line)
                    continue
                if line.side is None and line.amount is not None:
                    line.side = stepped(line, running)
                    decided += line.side is not None
                    line.side = line.side or self._by_words(line)
                running = self._after(line, running)
            self.verdicts[one.key] = self._verdict(one)
        return decided

    def _by_words(self, line: Line) -> Side | None:
        """What the words say; of a layout that nobody taught, not where a balance could: of its first row none does."""
        is_open = not self.table.layout.known and line.balance is not None
        return None if is_open or self.reading.unsigned is not None else self.direction.told(line)

    def _after(self, line: Line, running: int | None) -> int | None:
        if line.balance is not None:
            return line.balance
        if running is None or line.amount is None or line.side is None:
            return None
        return running + (moved(line) if line.side == "in" else -moved(line))

    def _verdict(self, ledger: Ledger) -> Verdict:
        slack = 10 ** DIGITS.get(ledger.currency, 0) if self.table.layout.profile.rounded else 0
        return check(self._booked(ledger), self.stated(ledger), ledger.currency, self.orders[ledger.key], slack)

    def _booked(self, ledger: Ledger) -> list[Booked]:
        """What the lines do to the balance; failed ones do nothing, and rows of balances only say it."""
        rows = ledger.section.stated if self._alone(ledger) else []
        carried = [row for row in rows if row.name != "total"]
        ends = [row for row in carried if row.name in {"opening", "closing"}]
        single = {row.name for row in ends if sum(one.name == row.name for one in ends) == 1}
        inner = [row for row in carried if row.name not in single]
        found = [(turn, effect(line)) for turn, line in enumerate(ledger.lines, 1) if line.status != "failed"]
        holes = self.table.wrong if self._alone(ledger) else []
        if not holes and not inner:
            return [one for _, one in found]
        first, last = row_order(ledger.section.first), row_order(ledger.section.last)
        found += [
            (one.at, Booked(one.row.line, None, None))
            for one in holes
            if one.at is not None and first <= row_order(one.row) <= last
        ]
        found += [(row.at, Booked(row.row.line, 0, self._sum_of(row, ledger.currency))) for row in inner]
        return [one for _, one in sorted(found, key=lambda one: (one[0], one[1].line))]

    def _is_no_balance(self) -> bool:
        """Whether a column that only its heading calls a balance is none: it follows nowhere."""
        verdicts = self._last[1]
        wrong, links = sum(len(one.breaks) for one in verdicts), sum(one.links for one in verdicts)
        return links > _DAY_LONG and wrong > links // 2

    def _is_left_empty(self) -> bool:
        """Whether a program filled the column of balances with zeros, whatever the rows moved."""
        shown = [line for one in self.ledgers for line in one.lines if line.balance is not None]
        moved_something = sum(bool(line.amount) for line in shown)
        return moved_something > _DAY_LONG and not any(line.balance for line in shown) and bool(self._breaks())

    def _sum_of(self, row: StatedRow, currency: str) -> int | None:
        """The balance that a row states: in its own column, else where the amounts stand."""
        cells = (row.cells[role] for role in ("balance", "before", "credit", "amount", "debit"))
        return next((found for cell in cells if cell and (found := self._signed(cell, currency)) is not None), None)

    def _signed(self, cell: str, currency: str) -> int | None:
        """A balance or a sum, negative where it is marked so."""
        found = amount_in(cell)
        return None if found is None else self._value(found, currency)

    def _value(self, found: tuple[str, bool], currency: str) -> int | None:
        value = read(found[0], self._tried, currency)
        return -value if value is not None and found[1] else value


def _with_day(line: Line) -> str | None:
    day = line.entry.day
    return day.clock if day else None


def _digits(cells: Sequence[str]) -> int:
    """How long a time without signs is, whose leading zeros a spreadsheet may have lost; 0 where times have signs."""
    filled = [cell for cell in cells if cell]
    if not filled or not all(cell.isascii() and cell.isdigit() and len(cell) <= len(_NO_CLOCK) for cell in filled):
        return 0
    return len(_NO_CLOCK) if max(map(len, filled)) > _DAY_LONG else _DAY_LONG
