# SPDX-License-Identifier: Apache-2.0
"""Reads statements written as text tables, each bank's form by a mapping profile."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import at
from suluh.model.talk import Account
from suluh.model.times import When
from suluh.model.trade import Payment, Statement
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.statements.book import Book, Ledger
from suluh.readers.statements.dates import Day, settle, when
from suluh.readers.statements.parties import Party, account_id
from suluh.readers.statements.profile import with_own
from suluh.readers.statements.sheet import Sheet, sheets
from suluh.readers.statements.table import Booking, Table


class StatementCsv(Reader):
    """Statements as CSV, by profiles; docs/profiles.md says how a unit adds its own."""

    name = "statement-csv"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "money"

    def claims(self, source: Source) -> str | None:
        """Trust the heading of the table, as a profile knows it."""
        if source.tables:
            return None
        profiles, _ = with_own(source.profiles)
        names = " and ".join(one.profile.name for one in sheets(source, profiles))
        return f"the heading of the statement profile {names}" if names else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each statement, its account, and its lines with the accounts they show."""
        profiles, wrong = with_own(source.profiles)
        for number, reason in enumerate(wrong, 1):
            yield flaw(source, f"profile:{number}", reason, source.place())
        found = sheets(source, profiles)
        if len(found) == 1:
            yield from _File(source, found[0]).records()
            return
        lines = sum(1 for _ in source.lines())
        names = " and ".join(one.profile.name for one in found) or "none"
        reason = f"{len(found)} statement profiles fit this file ({names}): make the header of one of them stricter"
        yield flaw(source, "profiles", reason, source.place(line=1, last_line=lines) if lines else source.place())


class _File:
    """One file while its nouns are made."""

    def __init__(self, source: Source, sheet: Sheet) -> None:
        self.source = source
        self.profile = sheet.profile
        self.table = Table(source, sheet)
        self.book = Book(self.table)
        self.ids = {one.key: record_id("statement", source.file, f"statement:{one.key}") for one in self.book.ledgers}
        self.met: set[tuple[str, str | None]] = set()
        self.yearless = 0

    def records(self) -> Iterator[Record | Flaw]:
        """The statements, then all lines in their order, then what is known only at the end."""
        if not self.book.decided:
            reason = "whether '.' or ',' stands before the fraction is undecided: the amounts are not used for deals"
            yield flaw(self.source, "style", reason, self.source.place())
        lines: list[tuple[int, Iterator[Record | Flaw]]] = []
        for ledger in self.book.ledgers:
            verdict = self.book.verdict(ledger)
            yield from self._statement(ledger, verdict.adds_up, verdict.why)
            usable = self.book.decided and verdict.adds_up is not False
            lines += [(one.row.line, self._line(ledger, one, usable=usable)) for one in ledger.bookings]
        for wrong in self.table.wrong:
            place = self.source.place(line=wrong.row.line, last_line=wrong.row.last_line)
            one = flaw(self.source, f"line:{wrong.row.line}", wrong.reason, place, wrong.row.raw)
            lines.append((wrong.row.line, iter((one,))))
        for _, found in sorted(lines, key=lambda one: one[0]):
            yield from found
        if self.yearless:
            reason = f"{self.yearless} lines have a day without a year, and no period of the statement holds that day"
            yield flaw(self.source, "years", reason, self.source.place())

    def _own(self, ledger: Ledger) -> str | None:
        """The statement's own account."""
        number = ledger.number or self.table.rules.number_in(self.source.path)
        return account_id(self.profile.service, number, self.profile.account_is, self.profile.region)

    def _statement(self, ledger: Ledger, adds_up: bool | None, why: str) -> Iterator[Record | Flaw]:  # noqa: FBT001 # three answers
        """The statement of one account with its holder, and what does not add up."""
        place = self.source.place(line=ledger.section.first_line, last_line=ledger.section.last_line)
        holder = ledger.section.said.get("holder", "") or "".join(one.field["holder"] for one in ledger.bookings[:1])
        own, stated, period = self._own(ledger), self.book.stated(ledger), self.book.period(ledger)
        yield Statement(
            id=self.ids[ledger.key],
            account=own,
            place=at("statement", place, f"statement:{ledger.key}"),
            holder=holder or None,
            currency=self.book.currency,
            period_from=period.first.isoformat() if period else None,
            period_to=period.last.isoformat() if period else None,
            opening_minor=stated.opening,
            closing_minor=stated.closing,
            adds_up=adds_up,
        )
        if own is not None:
            yield self._account(f"statement:{ledger.key}", own, holder, ledger.section.first_line)
        if adds_up is False:
            reason = f"this statement does not add up, its amounts are not used for deals: {why}"
            yield flaw(self.source, f"sum:{ledger.key}", reason, self.source.place())

    def _line(self, ledger: Ledger, one: Booking, *, usable: bool) -> Iterator[Record | Flaw]:
        """One row as a payment with the account on its other side, or as a flaw."""
        amount = self.book.amount(one)
        if amount is None:
            place = self.source.place(line=one.row.line, last_line=one.row.last_line)
            reason = f"the amount {one.amount.number!r} cannot be read"
            yield flaw(self.source, f"line:{one.row.line}", reason, place, one.row.raw)
            return
        party = self.table.rules.party(one.field, one.side, self.ids[ledger.key])
        if party.account and (party.account, party.name) not in self.met:
            self.met.add((party.account, party.name))
            yield self._account(f"line:{one.row.line}", party.account, party.name or "", one.row.line)
        yield self._payment(ledger, one, party, amount, usable=usable)

    def _payment(self, ledger: Ledger, one: Booking, party: Party, amount: int, *, usable: bool) -> Payment:
        """The payment of one row."""
        field, incoming, own = one.field, one.side == "in", self._own(ledger)
        at, booked = self._when(ledger, one)
        return Payment(
            id=record_id("payment", self.source.file, f"line:{one.row.line}"),
            statement=self.ids[ledger.key],
            amount_minor=amount,
            amount_as_written=_written(field),
            currency=self.book.currency,
            channel=self.table.rules.channel(field["text"]),
            incoming=incoming,
            place=self.source.place(line=one.row.line, last_line=one.row.last_line),
            payer=party.account if incoming else own,
            beneficiary=own if incoming else party.account,
            payer_name=party.name if incoming else None,
            beneficiary_name=None if incoming else party.name,
            at=at,
            booked=booked,
            text=field["text"],
            status=one.status,
            balance_after_minor=self.book.balance(one),
            reference=field["reference"] or party.reference,
            usable=usable,
        )

    def _when(self, ledger: Ledger, one: Booking) -> tuple[When, str | None]:
        """The time of a row, and the day it was booked."""
        written = " ".join(part for part in (one.field["date"], one.field["time"]) if part)
        day = self.table.calendar.day(one.field["date"])
        settled = settle(day, self.book.period(ledger)) if day else None
        self.yearless += day is not None and settled is None
        times = self._times(day, one.field["time"])
        return when(written, settled, times), settled.isoformat() if settled else None

    def _times(self, day: Day | None, written: str) -> str | None:
        """The time of the day that a row states, in its own column or with the day."""
        moment = (
            day.moment if day is not None and day.has_time else self.table.calendar.time(written) if written else None
        )
        return f"{moment:%H:%M:%S}" if moment else None

    def _account(self, position: str, account: str, name: str, line: int) -> Account:
        return Account(
            id=record_id("account", self.source.file, position),
            account=account,
            place=at("account", self.source.place(line=line, last_line=line), position),
            names=(name,) if name else (),
        )


def _written(field: dict[str, str]) -> str:
    """The amount as the row writes it, with its mark."""
    if field["debit"] or field["credit"]:
        moved = (field[name] for name in ("debit", "credit") if field[name].strip("0., "))
        return next(moved, field["debit"] or field["credit"])
    return " ".join(part for part in (field["amount"], field["direction"]) if part)
