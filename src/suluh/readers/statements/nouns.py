# SPDX-License-Identifier: Apache-2.0
"""The statements, accounts, payments and flaws of one solved grid."""

from collections.abc import Iterator

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.money import NO_CURRENCY
from suluh.model.place import at
from suluh.model.talk import Account
from suluh.model.trade import Channel, Payment, Settled, Statement
from suluh.readers.reader import Record, flaw
from suluh.readers.statements.amounts import is_spoilt
from suluh.readers.statements.check import Verdict
from suluh.readers.statements.dates import under, when
from suluh.readers.statements.grid import Row, grid_place, lines_place, row_word
from suluh.readers.statements.parties import Party, account_id, through
from suluh.readers.statements.solve.ledgers import Ledger, Line
from suluh.readers.statements.solve.solution import Solution
from suluh.readers.statements.solve.table import Wrong

_SHOWN = 12
"""Lines that a flaw names one by one."""

_NO_SIDE = "neither a column, a mark, a sign, a word nor the balance says whether this money came in or went out"


class Nouns:
    """One grid while its nouns are made."""

    def __init__(self, source: Source, solution: Solution) -> None:
        self.source, self.solution = source, solution
        self.table = solution.table
        self.profile = solution.table.layout.profile
        self.word = row_word(solution.table.grid.rows[0]).rpartition("line:")[0]
        self.ids = {
            one.key: record_id("statement", source.file, f"{self.word}statement:{one.key}") for one in solution.ledgers
        }
        self.owns = {one.key: self._number(one) for one in solution.ledgers}
        self.holders = {one.key: self._named(one) for one in solution.ledgers}
        both = {"from_name", "to_name"} <= self.table.layout.places.keys()
        self.selves = {one.key: self.holders[one.key] or (_own_name(one) if both else "") for one in solution.ledgers}
        self.met: set[tuple[str, str | None]] = set()
        self.yearless = 0
        self.turned: list[int] = []
        self.spoilt: list[int] = []

    def records(self) -> Iterator[Record | Flaw]:
        """The statements, then all lines in their order, then what is known only at the end."""
        rows: list[tuple[Row, Wrong | tuple[Ledger, Line]]] = []
        for ledger in self.solution.ledgers:
            yield from self._statement(ledger, self.solution.verdicts[ledger.key])
            rows += [(one.entry.row, (ledger, one)) for one in ledger.lines]
        rows += [(one.row, one) for one in self.table.wrong]
        for _, found in sorted(rows, key=lambda one: (one[0].page or 0, one[0].line)):
            if isinstance(found, Wrong):
                yield self._flaw(found.row, found.row.last_line, found.reason)
            else:
                yield from self._line(*found)
        yield from self._of_the_whole()

    def _of_the_whole(self) -> Iterator[Flaw]:
        """What stayed open for all rows, or befell some of them."""
        if not self.solution.days.decided:
            reason = "whether the day or the month stands first is undecided: the lines have no day"
            yield flaw(self.source, f"{self.word}days", reason, self.source.place())
        if any(one.currency == NO_CURRENCY and one.lines for one in self.solution.ledgers):
            reason = (
                "nothing says in which currency this statement is: its sums are kept as XXX and are "
                "those of no offer; a profile can name the currency"
            )
            yield flaw(self.source, f"{self.word}currency", reason, self.source.place())
        if any(self._is_only_said(one) for one in self.solution.ledgers):
            reason = (
                "no balance of this statement proves which way its money went, its headings, marks and signs alone "
                "say it: compare a line with another source before you accept its layout"
            )
            yield flaw(self.source, f"{self.word}said", reason, self.source.place())
        if self.yearless:
            reason = (
                f"{self.yearless} lines have a day without a year, and no period of the statement holds that day once"
            )
            yield flaw(self.source, f"{self.word}years", reason, self.source.place())
        if self.turned:
            reason = f"the day in lines {_listed(self.turned)} is none in the order of day and month that the file has"
            yield flaw(self.source, f"{self.word}turned", reason, self.source.place())
        if self.spoilt:
            reason = (
                f"a spreadsheet destroyed the number of an account or a payment in lines {_listed(self.spoilt)}: none "
                "was taken from them; ask for the file again, or for a copy as text"
            )
            yield flaw(self.source, f"{self.word}spoilt", reason, self.source.place())

    def _is_only_said(self, ledger: Ledger) -> bool:
        """Whether neither a profile nor a balance speaks for the sides of its lines."""
        verdict, is_shop = self.solution.verdicts[ledger.key], self.profile.sign.always is not None
        return (
            bool(ledger.lines)
            and not self.table.layout.known
            and not is_shop
            and verdict.adds_up is not True
            and not verdict.links
        )

    def _flaw(self, row: Row, last_line: int, reason: str) -> Flaw:
        place = lines_place(self.source, row, last_line)
        return flaw(self.source, row_word(row), reason, place, row.raw)

    def _holder(self, ledger: Ledger) -> str:
        return self.holders[ledger.key]

    def _number(self, ledger: Ledger) -> str | None:
        """The statement's own account."""
        number = ledger.number or self.table.rules.number_in(self.source.path) or _own_cell(ledger)
        return account_id(self.profile.service, number, self.profile.account_is, self.profile.region)

    def _named(self, ledger: Ledger) -> str:
        """The holder as the statement says it."""
        said = ledger.section.said.get("holder", "").strip(" :-")
        return said or "".join(one.entry.cells["holder"] for one in ledger.lines[:1]) or _beside_account(ledger)

    def _statement(self, ledger: Ledger, verdict: Verdict) -> Iterator[Record | Flaw]:
        """The statement of one account with its holder, and what does not add up."""
        section, word = ledger.section, f"{self.word}statement:{ledger.key}"
        place = at("statement", grid_place(self.source, section.first, section.last), word)
        own, stated, period = self.owns[ledger.key], self.solution.stated(ledger), self.solution.period(ledger)
        if is_spoilt(ledger.number):
            self.spoilt += [one.entry.row.line for one in ledger.lines]
        yield Statement(
            id=self.ids[ledger.key],
            account=own,
            place=place,
            holder=self._holder(ledger) or None,
            currency=ledger.currency,
            period_from=period.first.isoformat() if period else None,
            period_to=period.last.isoformat() if period else None,
            opening_minor=stated.opening,
            closing_minor=stated.closing,
            adds_up=verdict.adds_up,
            layout=self.profile.name,
            settled=tuple(Settled(what=one.what, answer=one.answer, by=one.by) for one in self.solution.notes(ledger)),
            balances=tuple(one.row.line for one in section.stated),
            breaks=tuple(one.line for one in verdict.breaks),
        )
        if own is not None:
            yield self._account(section.first, word, own, self._holder(ledger))
        if verdict.adds_up is False:
            reason = f"this statement does not add up, its amounts are not used for deals: {verdict.why}"
            others = sorted({one.line for one in verdict.breaks[1:] if one.line})
            reason += f"; wrong as well: {_listed(others)}" if others else ""
            yield flaw(self.source, f"{self.word}sum:{ledger.key}", reason, self.source.place())

    def _line(self, ledger: Ledger, one: Line) -> list[Record | Flaw]:
        """One row as a payment with the account on its other side, or as a flaw."""
        row, cells, key = one.entry.row, one.entry.cells, ledger.key
        wrong = one.wrong or self._lacks(ledger, one)
        if wrong or one.amount is None or one.side is None:
            return [self._flaw(row, one.entry.last_line, wrong)]
        party, way = self.table.rules.sided(cells, one.side, self.ids[key], self.selves[key])
        if party.account is not None and party.account == self.owns[key]:
            party = party._replace(account=None)
        is_lost = is_spoilt(cells["reference"])
        if is_lost or is_spoilt(cells["party"]):
            self.spoilt.append(row.line)
        reference = party.reference if is_lost else cells["reference"] or party.reference
        payment = self._payment(ledger, one, party, through(way, party.account), reference or None)
        if not party.account or (party.account, party.name) in self.met:
            return [payment]
        self.met.add((party.account, party.name))
        return [self._account(row, row_word(row), party.account, party.name or ""), payment]

    def _lacks(self, ledger: Ledger, one: Line) -> str:
        """What is missing of a row that is no booking without it."""
        written = one.written
        if written is None:
            return "this row holds no amount"
        if one.amount is None:
            style = "." if self.solution.style.style == "." else ","
            shown = one.entry.cells[one.column]
            if not self.solution.style.decided:
                return f"whether '.' or ',' stands before the fraction is undecided in this file: {shown!r} is not read"
            return (
                f"the amount {shown!r} is none of {ledger.currency} with {style!r} before the fraction, "
                "as in the rest of the file"
            )
        if one.apart is not None and not one.agrees:
            return "the sum, the fee and what is left of this row do not agree"
        if one.side is None:
            return _sideless(one, is_known=self.solution.direction.is_out(one))
        return ""

    def _payment(self, ledger: Ledger, one: Line, party: Party, channel: Channel, reference: str | None) -> Payment:
        """The payment of one row."""
        cells, incoming, own, row = one.entry.cells, one.side == "in", self.owns[ledger.key], one.entry.row
        written, clock = cells["date"], cells["time"]
        if clock:
            written = f"{written} {clock}" if written else clock
        day = self.solution.day(one)
        booked = day.isoformat() if day else None
        if booked is None:
            self._note_day(one)
        return Payment(
            id=record_id("payment", self.source.file, row_word(row)),
            statement=self.ids[ledger.key],
            amount_minor=one.amount or 0,
            amount_as_written=_written(one),
            currency=ledger.currency,
            channel=channel,
            incoming=incoming,
            place=lines_place(self.source, row, one.entry.last_line),
            payer=party.account if incoming else own,
            beneficiary=own if incoming else party.account,
            payer_name=party.name if incoming else None,
            beneficiary_name=None if incoming else party.name,
            at=when(written, booked, one.clock),
            booked=booked,
            text=cells["text"],
            status=one.status,
            balance_after_minor=one.balance,
            reference=reference,
            usable=self.solution.verdicts[ledger.key].adds_up is not False,
        )

    def _note_day(self, one: Line) -> None:
        """Remember why a line has no day."""
        written = one.entry.day
        if written is not None and self.solution.days.decided:
            if under(written, self.solution.days.order) is None:
                self.turned.append(one.entry.row.line)
            else:
                self.yearless += 1

    def _account(self, row: Row, position: str, account: str, name: str) -> Account:
        return Account(
            id=record_id("account", self.source.file, position),
            account=account,
            place=at("account", lines_place(self.source, row, row.line), position),
            names=(name,) if name else (),
        )


def _sideless(one: Line, *, is_known: bool) -> str:
    """Why nothing says which way the money of a row went."""
    shown = one.entry.cells[one.column]
    is_minus = one.written is not None and one.written.negative
    if one.mark and not (is_minus and is_known):
        return f"{one.mark!r} says neither that money came in nor that it went out"
    if one.column == "debit" or one.mark:
        return f"whether the minus of {shown!r} takes a debit back or is how this bank writes debits is undecided"
    if one.written and (one.written.negative or one.written.plus):
        return f"the sign of {shown!r} says the opposite of the words {one.entry.cells['text']!r}"
    return _NO_SIDE


def _written(one: Line) -> str:
    """The amount as the row writes it, with its mark."""
    cells = one.entry.cells
    if one.column != "amount":
        return cells[one.column]
    amount, mark = cells["amount"], cells["direction"]
    return f"{amount} {mark}" if amount and mark else amount or mark


def _own_cell(ledger: Ledger) -> str:
    """The account's own number where rows name both sides and no other word does: what all agree in."""
    own = {one.entry.cells["to" if one.side == "in" else "from"] for one in ledger.lines} - {""}
    return own.pop() if len(own) == 1 else ""


def _beside_account(ledger: Ledger) -> str:
    """The holder where every row has one account and one name, whichever way its money went, and no other number."""
    cells = [one.entry.cells for one in ledger.lines]
    own = {(one["account"], one["party_name"]) for one in cells}
    if len(own) != 1 or len(cells) < _BOTH_WAYS or any(one["party"] or one["from"] or one["to"] for one in cells):
        return ""
    account, name = own.pop()
    return name if account and {one.side for one in ledger.lines} == {"in", "out"} else ""


_BOTH_WAYS = 3
"""Of fewer rows all may be with one person."""


def _own_name(ledger: Ledger) -> str:
    """The holder where rows name both sides and nothing else names it: who stands in each, now here and now there."""
    pairs = [(one.entry.cells["from_name"], one.entry.cells["to_name"]) for one in ledger.lines]
    both = [pair for pair in pairs if all(pair) and pair[0] != pair[1]]
    own = set.intersection(*map(set, both)) if both else set()
    own = {name for name in own if {name in pair[:1] for pair in both} == {True, False}}
    others = {name for pair in both for name in pair} - own
    return own.pop() if len(own) == 1 and len(others) > 1 else ""


def _listed(lines: list[int]) -> str:
    shown = ", ".join(map(str, sorted(set(lines))[:_SHOWN]))
    more = len(set(lines)) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown
