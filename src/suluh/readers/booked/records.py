# SPDX-License-Identifier: Apache-2.0
"""A statement whose form names every part, as records: its account, whether it adds up, its lines and their sides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import Place, at
from suluh.model.talk import Account
from suluh.model.times import When
from suluh.model.trade import Channel, Payment, Statement
from suluh.readers.booked.booking import Status
from suluh.readers.booked.names import Holder, Sides
from suluh.readers.numbers import with_mistyped
from suluh.readers.reader import Record, flaw
from suluh.readers.statements.check import Booked, Stated, check
from suluh.readers.statements.parties import Party


class Entry(NamedTuple):
    """One booked line."""

    where: str
    """The path of its element in the file."""

    incoming: bool
    minor: int
    written: str
    currency: str
    status: Status
    at: When | None
    booked: str | None
    text: str = ""
    reference: str | None = None
    channel: Channel = "bank"
    sides: Sides = Sides()


class Fault(NamedTuple):
    """What of a statement cannot be read."""

    where: str
    reason: str
    raw: str | None = None


@dataclass
class Sheet:
    """One statement while it is read."""

    where: str
    account: str | None = None
    holder: str | None = None
    currency: str = ""
    period: tuple[str | None, str | None] = (None, None)
    stated: Stated = field(default_factory=Stated)
    lines: list[Entry | Fault] = field(default_factory=list)

    def records(self, source: Source) -> Iterator[Record | Flaw]:
        """The statement, its account, what does not add up, and its lines in their order."""
        entries = [one for one in self.lines if isinstance(one, Entry)]
        names = (self.holder,) if self.holder else ()
        holder = Holder(self.account, (one.sides for one in entries), names)
        verdict = check(
            [_booked(number, one, self.currency) for number, one in enumerate(entries)], self.stated, self.currency
        )
        place, called = source.place(pointer=self.where), self.holder or holder.name
        identity = record_id("statement", source.file, self.where)
        yield Statement(
            id=identity,
            account=self.account,
            place=place,
            holder=called,
            currency=self.currency,
            period_from=self.period[0],
            period_to=self.period[1],
            opening_minor=self.stated.opening,
            closing_minor=self.stated.closing,
            adds_up=verdict.adds_up,
        )
        if self.account is not None:
            yield _account(source, self.where, self.account, called)
        if verdict.adds_up is False:
            reason = f"this statement does not add up, its amounts are not used for deals: {_why(self, verdict.why)}"
            yield flaw(source, f"sum:{self.where}", reason, source.place(pointer=self.where))
        for one in self.lines:
            if isinstance(one, Fault):
                yield flaw(source, one.where, one.reason, source.place(pointer=one.where), one.raw)
            else:
                yield from self._line(source, identity, one, holder, usable=verdict.adds_up is not False)

    def _line(self, source: Source, identity: str, one: Entry, holder: Holder, *, usable: bool) -> Iterator[Record]:
        other = holder.other(one.sides.other)
        if other.account is None and other.name:
            service = (self.account or "account:").partition(":")[0]
            other = Party(f"{service}:name/{identity}/{quote(other.name, safe='')}", other.name)
        if other.account is not None:
            yield _account(source, one.where, other.account, other.name)
        yield Payment(
            id=record_id("payment", source.file, one.where),
            statement=identity,
            amount_minor=one.minor,
            amount_as_written=one.written,
            currency=one.currency,
            channel=one.channel,
            incoming=one.incoming,
            place=source.place(pointer=one.where),
            payer=other.account if one.incoming else self.account,
            beneficiary=self.account if one.incoming else other.account,
            payer_name=other.name if one.incoming else None,
            beneficiary_name=None if one.incoming else other.name,
            at=one.at,
            booked=one.booked,
            text=one.text,
            status=one.status,
            reference=one.reference,
            usable=usable,
        )


def whole(source: Source, sheets: Iterable[Sheet | Fault]) -> Iterator[Record | Flaw]:
    """The records of every statement of a file, and what of the file cannot be read."""
    yield from with_mistyped(source, _all(source, sheets))


def _all(source: Source, sheets: Iterable[Sheet | Fault]) -> Iterator[Record | Flaw]:
    for one in sheets:
        if isinstance(one, Fault):
            yield flaw(source, one.where, one.reason, source.place(pointer=one.where), one.raw)
        else:
            yield from one.records(source)


def _account(source: Source, where: str, account: str, name: str | None) -> Account:
    place: Place = at("account", source.place(pointer=where), f"account:{where}")
    return Account(
        id=record_id("account", source.file, f"account:{where}"),
        account=account,
        place=place,
        names=(name,) if name else (),
    )


def _booked(number: int, one: Entry, currency: str) -> Booked:
    """What a line does to the balance; one in another currency does something that nobody says."""
    signed = (one.minor if one.incoming else -one.minor) if one.currency == currency else None
    return Booked(number, signed, None, one.status == "pending")


def _why(sheet: Sheet, why: str) -> str:
    return why or f"its lines and its balances in {sheet.currency} differ"
