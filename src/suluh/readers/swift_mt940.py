# SPDX-License-Identifier: Apache-2.0
"""Reads MT940 and MT942, the statements that banks send as SWIFT messages."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import at
from suluh.model.talk import Account
from suluh.model.times import When
from suluh.model.trade import Payment, Statement
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.statements.booking import Booking, as_text, blocks, in_minor, taken_apart
from suluh.readers.statements.check import Booked, Stated, check
from suluh.readers.statements.details import other_side, own_account
from suluh.readers.statements.parties import Party, Rules
from suluh.readers.statements.profile import SHIPPED
from suluh.readers.statements.swift import Field, Message, messages

_NO_REFERENCE = frozenset({"", "NONREF"})
_BALANCE = re.compile(r"(?P<mark>[DC])\d{6}[A-Z]{3}(?P<amount>\d++(?:,\d*+)?)(?=\s|\Z)")
_CURRENCY = re.compile(r"[DC]\d{6}(?P<currency>[A-Z]{3})")
_FLOOR = re.compile(r"(?P<currency>[A-Z]{3})")
_SUM = re.compile(r"\d*[A-Z]{3}(?P<amount>\d++(?:,\d*+)?)(?=\s|\Z)")


class SwiftMt940(Reader):
    """MT940 and MT942 of any bank, by the form of SWIFT's user handbook; tested on files of ten banks.

    Accounts are ``iban:...``, ``bca:...`` and the like where the transmission names one of the four Indonesian banks,
    else ``account:`` and the number as field 25 has it.
    """

    name = "mt940"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "money"

    def claims(self, source: Source) -> str | None:
        """Trust the fields at the start of lines."""
        head = b"\n" + source.head.removeprefix(b"\xef\xbb\xbf")
        if all(tag in head for tag in (b"\n:20:", b"\n:25:")) and any(
            tag in head for tag in (b"\n:61:", b"\n:60F:", b"\n:60M:")
        ):
            return "lines that begin with :20:, :25: and :61: or :60F:"
        return None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each statement or page, its account, and its lines."""
        found = messages(source.lines())
        for before, one in zip([None, *found], found, strict=False):
            yield from _Page(source, one, before).records()


class _Page:
    """One statement of a file, or one page of it, while its nouns are made."""

    def __init__(self, source: Source, message: Message, before: Message | None) -> None:
        self.source = source
        self.message = message
        self.id = record_id("statement", source.file, f"statement:{message.first}")
        account = message.of("25")
        self.currency = _currency(message)
        self.own = own_account(account.text.split("\n")[0], message.bank, self.currency) if account else None
        self.rules = _rules((self.own or "").partition(":")[0])
        self.lines: list[Booking] = []
        self.flaws: dict[int, Flaw] = {}
        for fields in blocks(message):
            self._take(fields)
        if before is not None and before.of("62M") and message.of("60M"):
            self._take_torn()

    def records(self) -> Iterator[Record | Flaw]:
        """The statement, what does not add up, and the lines in their order."""
        opening, closing = self._balance("60F", "60M", "60"), self._balance("62F", "62M", "62")
        stated = Stated(opening, self._sum("90C"), self._sum("90D"), closing)
        booked = [_as_booked(one) for one in self.lines]
        verdict = check(booked, stated, self.currency)
        place = self.source.place(line=self.message.first, last_line=self.message.last)
        yield Statement(
            id=self.id,
            account=self.own,
            place=place,
            currency=self.currency,
            opening_minor=opening,
            closing_minor=closing,
            adds_up=verdict.adds_up,
        )
        if self.own is not None:
            seen = at("account", place, self.id)
            yield Account(id=record_id("account", self.source.file, self.id), account=self.own, place=seen)
        if verdict.adds_up is False:
            reason = f"this statement does not add up, its amounts are not used for deals: {verdict.why}"
            yield flaw(self.source, f"sum:{self.message.first}", reason, self.source.place())
        lines = {one.first: one for one in self.lines}
        for number in sorted({*lines, *self.flaws}):
            if number in self.flaws:
                yield self.flaws[number]
            else:
                yield from self._line(lines[number], usable=verdict.adds_up is not False)

    def _take(self, fields: tuple[Field, ...]) -> None:
        """Take a booking apart, or keep why it cannot be."""
        taken = taken_apart(fields, self.currency)
        if isinstance(taken, str):
            self._keep(fields, taken)
        else:
            self.lines.append(taken)

    def _take_torn(self) -> None:
        """Details that stand on this page and belong to the last booking of the page before."""
        for one in self.message.fields:
            if one.tag == "61":
                return
            if one.tag == "86":
                self._keep((one,), "details after a page break, of the last booking of the page before")

    def _keep(self, fields: tuple[Field, ...], reason: str) -> None:
        first = fields[0].first
        place = self.source.place(line=first, last_line=fields[-1].last)
        self.flaws[first] = flaw(self.source, f"line:{first}", reason, place, as_text(fields))

    def _balance(self, *tags: str) -> int | None:
        """A balance of the statement, negative where it is overdrawn."""
        one = self.message.of(*tags)
        found = None if one is None else _BALANCE.match(one.text)
        if one is None:
            return None
        value = in_minor(found["amount"], self.currency) if found else None
        if found is None or value is None:
            self._keep((one,), f"the balance {one.text.strip()!r} cannot be read")
            return None
        return -value if found["mark"] == "D" else value

    def _sum(self, tag: str) -> int | None:
        """The sum of all credits or debits, where the statement states it."""
        one = self.message.of(tag)
        if one is None:
            return None
        found = _SUM.match(one.text)
        value = in_minor(found["amount"], self.currency) if found else None
        if value is None:
            self._keep((one,), f"the sum {one.text.strip()!r} cannot be read")
        return value

    def _line(self, one: Booking, *, usable: bool) -> Iterator[Record]:
        """A booking as a payment, with the account on its other side."""
        other = self._other(one)
        place = self.source.place(line=one.first, last_line=one.last)
        account = other.account
        if account is not None:
            names = (other.name,) if other.name else ()
            yield Account(
                id=record_id("account", self.source.file, f"line:{one.first}"),
                account=account,
                place=place,
                names=names,
            )
        yield Payment(
            id=record_id("payment", self.source.file, f"line:{one.first}"),
            statement=self.id,
            amount_minor=one.minor,
            amount_as_written=one.written,
            currency=self.currency,
            channel=self.rules.channel(one.details) if self.rules else "bank",
            incoming=one.incoming,
            place=place,
            payer=account if one.incoming else self.own,
            beneficiary=self.own if one.incoming else account,
            payer_name=other.name if one.incoming else None,
            beneficiary_name=None if one.incoming else other.name,
            at=When(written=one.days, local=one.booked.isoformat(), precision="day"),
            booked=one.booked.isoformat(),
            text=one.details,
            status=one.status,
            reference=next((found for found in one.references if found not in _NO_REFERENCE), None),
            usable=usable,
        )

    def _other(self, one: Booking) -> Party:
        """The other side: by the structure of the details, else by the patterns of the bank's own statements."""
        shown = other_side(one.details, one.beside)
        if shown.account is None and shown.name:
            service = (self.own or "account:").partition(":")[0]
            return Party(f"{service}:name/{self.id}/{quote(shown.name, safe='')}", shown.name)
        if shown.account is None and self.rules:
            row = {"text": one.details, "party": "", "party_name": ""}
            return self.rules.party(row, "in" if one.incoming else "out", self.id)
        return shown


def _as_booked(one: Booking) -> Booked:
    """What a booking does to the balance; one that is only expected may not be in it yet."""
    return Booked(one.first, one.minor if one.incoming else -one.minor, None, one.status == "pending")


def _currency(message: Message) -> str:
    """The currency of the balances, or of the floor limit."""
    for one in message.fields:
        found = _CURRENCY.match(one.text) if one.tag[:2] in {"60", "62", "64", "65"} else _FLOOR.match(one.text)
        if found is not None and (one.tag[:2] in {"60", "62", "64", "65"} or one.tag[:2] == "34"):
            return found["currency"]
    return ""


def _rules(service: str) -> Rules | None:
    """The patterns of a bank whose own statements Suluh knows; its messages bear the same words."""
    profile = next((one for one in SHIPPED if one.service == service), None)
    return Rules(profile) if profile else None
