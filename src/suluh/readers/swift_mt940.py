# SPDX-License-Identifier: Apache-2.0
"""Reads MT940 and MT942, the statements that banks send as SWIFT messages."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import at
from suluh.model.talk import Account, is_named_only
from suluh.model.times import When
from suluh.model.trade import Payment, Statement
from suluh.readers.booked.balances import CLOSING, OPENING, balance, currency_of, period, total
from suluh.readers.booked.booking import Booking, as_text, blocks, taken_apart
from suluh.readers.booked.details import own_account, sides
from suluh.readers.booked.names import Holder, Sides, as_name
from suluh.readers.booked.swift import Field, Message, messages
from suluh.readers.numbers import with_mistyped
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.statements.check import Booked, Stated, check
from suluh.readers.statements.parties import Party, Rules
from suluh.readers.statements.profile import SHIPPED

_IN_HOUSE = re.compile(
    r"\b(?:in-?house|overbook(?:ing)?|pemindahbukuan|pindah buku|antar rekening|sesama|intra ?bank|ob)\b|inhouse",
    re.IGNORECASE,
)
"""What says that the other account is at the same bank."""

_NO_REFERENCE = frozenset({"", "NONREF"})


class SwiftMt940(Reader):
    """MT940 and MT942 of any bank, by the form of SWIFT's user handbook; tested on files of ten banks.

    Accounts are ``iban:...``, ``bca:...`` and the like where the transmission names one of ten Indonesian banks, else
    ``account:`` and the number as field 25 has it.
    """

    name = "mt940"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "money"

    def claims(self, source: Source) -> str | None:
        """Trust the fields at the start of lines."""
        head = b"\n" + source.head.removeprefix(b"\xef\xbb\xbf")
        if _has(head, "25", "25P") and _has(head, "20", "28", "28C") and _has(head, "61", "60F", "60M", "90C", "90D"):
            return "lines that begin with :25:, with :20: or :28C:, and with :61: or :60F:"
        return None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each statement or page, its account, and its lines."""
        parts = messages(source.lines())
        pages = [_Page(source, one, before) for before, one in zip([None, *parts], parts, strict=False)]
        holders = _holders(pages)
        found = (one for page in pages for one in page.records(holders.get(page.own, Holder(page.own, ()))))
        yield from with_mistyped(source, found)


class _Page:
    """One statement of a file, or one page of it, while its nouns are made."""

    def __init__(self, source: Source, message: Message, before: Message | None) -> None:
        self.source = source
        self.message = message
        self.id = record_id("statement", source.file, f"statement:{message.first}")
        account = message.of("25")
        self.currency = currency_of(message)
        self.own = own_account(account.text.split("\n")[0], message.bank, self.currency) if account else None
        self.rules = _rules((self.own or "").partition(":")[0])
        self.lines: list[Booking] = []
        self.sides: dict[int, Sides] = {}
        self.flaws: dict[int, Flaw] = {}
        self.holder = Holder(self.own, ())
        for fields in blocks(message):
            self._take(fields)
        self._take_strays()
        if before is not None and before.of("62M") and message.of("60M"):
            self._take_torn()
            self._chain(before)

    def records(self, holder: Holder) -> Iterator[Record | Flaw]:
        """The statement, what does not add up, and the lines in their order."""
        self.holder = holder
        opening, closing = self._balance(*OPENING), self._balance(*CLOSING)
        begun, ended = period(self.message, self.currency)
        stated = Stated(opening, self._sum("90C"), self._sum("90D"), closing)
        booked = [_as_booked(one) for one in self.lines]
        verdict = check(booked, stated, self.currency)
        place = self.source.place(line=self.message.first, last_line=self.message.last)
        yield Statement(
            id=self.id,
            account=self.own,
            place=place,
            holder=holder.name,
            currency=self.currency,
            period_from=begun,
            period_to=ended,
            opening_minor=opening,
            closing_minor=closing,
            adds_up=verdict.adds_up,
        )
        if self.own is not None:
            seen = at("account", place, self.id)
            names = (holder.name,) if holder.name else ()
            yield Account(id=record_id("account", self.source.file, self.id), account=self.own, place=seen, names=names)
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
            self.sides[taken.first] = sides(taken.details, taken.beside, incoming=_as_told(taken))

    def _take_strays(self) -> None:
        """Lines that belong to no field, and a heading without its field 20."""
        for one in self.message.strays:
            self._keep((one,), "this line stands outside of every statement")
        for one in self.message.fields:
            lines = one.text.split("\n")
            behind = [number for number, text in enumerate(lines) if number and text.strip(" -")]
            if behind and one.tag not in {"61", "86", "NS"}:
                first, last = one.first + behind[0], one.first + behind[-1]
                text = "\n".join(lines[behind[0] : behind[-1] + 1])
                self._keep((Field("", first, last, text),), "this line belongs to no field of a statement")
        if self.message.of("20") is None:
            self._keep(tuple(self.message.fields[:1]), "field 20, which begins a statement, is missing")

    def _chain(self, before: Message) -> None:
        """A page goes on from the balance that the page before it ends with."""
        ended, begun = before.of("62M"), self.message.of("60M")
        one, other = (None if one is None else balance(one, self.currency) for one in (ended, begun))
        if begun is not None and one and other and one.minor != other.minor:
            reason = "this page does not begin with the balance that the page before it ends with: one may be missing"
            self._keep((begun,), reason)

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
        if one is None:
            return None
        found = balance(one, self.currency)
        if found is None:
            self._keep((one,), f"the balance {one.text.strip()!r} cannot be read")
        return None if found is None else found.minor

    def _sum(self, tag: str) -> int | None:
        """The sum of all credits or debits, where the statement states it."""
        one = self.message.of(tag)
        if one is None:
            return None
        value = total(one, self.currency)
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
        told = self.sides[one.first]
        shown = self.holder.other(told.other)
        if shown.account is None and self.rules and not told.is_told:
            row = {"text": one.details, "party": "", "party_name": ""}
            found = self.rules.party(row, "in" if _as_told(one) else "out", self.id)
            name = as_name(found.name)
            kept = found if name == found.name else found._replace(account=None, name=name)
            kept = kept._replace(account=_at_any_bank(kept, one.details))
            shown = self.holder.other(kept)
            if found.name and not shown.name and shown.account and is_named_only(shown.account):
                return Party()
        if shown.account is None and shown.name:
            service = (self.own or "account:").partition(":")[0]
            return Party(f"{service}:name/{self.id}/{quote(shown.name, safe='')}", shown.name)
        return shown


def _at_any_bank(party: Party, details: str) -> str | None:
    """The account of a number: of no bank where none is named and no word says that it is one of the same bank."""
    if party.account is None or party.service or is_named_only(party.account) or _IN_HOUSE.search(details):
        return party.account
    return f"account:{party.account.partition(':')[2]}"


def _as_told(one: Booking) -> bool:
    """Whether the words of a booking tell of money that came in: those of a reversal are of what it takes back."""
    return one.incoming != (one.status == "reversal")


def _has(head: bytes, *tags: str) -> bool:
    """Whether a line begins with one of these fields."""
    return any(f"\n:{tag}:".encode() in head for tag in tags)


def _holders(pages: Iterable[_Page]) -> dict[str | None, Holder]:
    """What each account of the file calls its own side."""
    held: dict[str | None, list[Sides]] = defaultdict(list)
    for page in pages:
        held[page.own] += page.sides.values()
    return {own: Holder(own, found) for own, found in held.items()}


def _as_booked(one: Booking) -> Booked:
    """What a booking does to the balance; one that is only expected may not be in it yet."""
    return Booked(one.first, one.minor if one.incoming else -one.minor, None, one.status == "pending")


def _rules(service: str) -> Rules | None:
    """The patterns of a bank whose own statements Suluh knows; its messages bear the same words."""
    profile = next((one for one in SHIPPED if one.service == service), None)
    return Rules(profile) if profile else None
