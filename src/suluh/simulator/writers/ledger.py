# SPDX-License-Identifier: Apache-2.0
"""The booked lines of one account: opening, lines with running balance, closing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from suluh.model.times import utc
from suluh.simulator.truth import TrueEntry
from suluh.simulator.world.events import Paid
from suluh.simulator.world.people import Person

JAKARTA = ZoneInfo("Asia/Jakarta")
"""Banks print Jakarta time."""

OPENING = 5_000_000
MINOR = 100


@dataclass(frozen=True)
class Entry:
    """One booked line."""

    payment: str | None
    local: datetime
    incoming: bool
    amount: int
    balance: int
    channel: str
    name: str
    """Of the other side, as this bank prints it."""

    other: Person
    remark: str
    reference: str
    kind: str = "transfer"


@dataclass(frozen=True)
class Ledger:
    """A statement of one account over a period, before it is written in a bank's own layout."""

    account: str
    number: str
    holder: str
    first: date
    last: date
    opening: int
    entries: tuple[Entry, ...]

    @property
    def credits(self) -> int:
        """Sum of what came in."""
        return sum(entry.amount for entry in self.entries if entry.incoming)

    @property
    def debits(self) -> int:
        """Sum of what went out."""
        return sum(entry.amount for entry in self.entries if not entry.incoming)

    @property
    def closing(self) -> int:
        """The last balance."""
        return self.opening + self.credits - self.debits

    def true(self, entry: Entry, *, line: int, timed: bool = False, counterparty: str | None = None) -> TrueEntry:
        """What is true of a line that stands there."""
        shows_name = entry.channel != "atm" and entry.kind != "fee"
        return TrueEntry(
            payment=entry.payment,
            line=line,
            account=self.account,
            incoming=entry.incoming,
            amount_minor=entry.amount * MINOR,
            booked=f"{entry.local:%Y-%m-%d}",
            at=utc(entry.local) if timed else None,
            balance_minor=entry.balance * MINOR,
            counterparty=counterparty,
            counterparty_name=entry.name if shows_name else None,
        )


def ledger(account: str, holder: Person, paid: Iterable[Paid], period: tuple[date, date]) -> Ledger:
    """The lines of an account within a period, from all payments that touch it; earlier ones made the opening."""
    entries: list[Entry] = []
    opening = balance = OPENING
    mine = (one for one in paid if touches(one, account) and _day(one) <= period[1])
    for one in sorted(mine, key=lambda one: (one.at, one.key)):
        incoming = one.to == account
        balance += one.amount if incoming else -one.amount
        if _day(one) < period[0]:
            opening = balance
        else:
            entries.append(_entry(one, balance, incoming=incoming))
    return Ledger(account, account.partition(":")[2], holder.holder, *period, opening, tuple(entries))


def _entry(one: Paid, balance: int, *, incoming: bool) -> Entry:
    other = one.payer if incoming else one.beneficiary
    return Entry(
        payment=one.key,
        local=one.at.astimezone(JAKARTA),
        incoming=incoming,
        amount=one.amount,
        balance=balance,
        channel=one.channel,
        name=other.holder,
        other=other,
        remark=one.remark,
        reference=one.reference,
    )


def _day(one: Paid) -> date:
    return one.at.astimezone(JAKARTA).date()


def touches(one: Paid, account: str) -> bool:
    """Whether a payment stands on the statement of an account; of phone credit a dealer tells who got it."""
    return account == one.to or (one.channel != "phone-credit" and account == paying_account(one))


def paying_account(one: Paid) -> str:
    """The account that a payment left."""
    return {"e-wallet": one.payer.wallet, "phone-credit": one.payer.credit}.get(one.channel, one.payer.money)


def counted(entries: Iterable[Entry], *, incoming: bool) -> int:
    """How many lines go one way."""
    return sum(1 for entry in entries if entry.incoming == incoming)
