# SPDX-License-Identifier: Apache-2.0
"""Entries and statements of CAMT (ISO 20022) as booked lines.

1. ``CdtDbtInd`` of an entry says whether money came in, also for a reversal; ``RvslInd`` makes it one.
2. Details of several transactions are lines of their own where their amounts add up to the entry; else the entry is one
   line without another side, and that is told.
3. The other side of money that came in is the debtor, of money that went out the creditor; a reversal turns this.
4. ``OPBD`` opens, ``CLBD`` closes; without them ``PRCD`` and ``ITBD`` do.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

from suluh.model.money import MOST_DIGITS, minor
from suluh.model.times import When, utc
from suluh.model.trade import Channel
from suluh.readers.booked.booking import Status
from suluh.readers.booked.details import BANKS, sides
from suluh.readers.booked.elements import Element
from suluh.readers.booked.names import Sides, as_name
from suluh.readers.booked.records import Entry, Fault, Sheet
from suluh.readers.numbers import iban_id
from suluh.readers.statements.check import Stated
from suluh.readers.statements.parties import Party

STATUSES: dict[str, Status] = {"BOOK": "booked", "PDNG": "pending", "FUTR": "pending", "INFO": "pending"}
"""``INFO`` tells of something that is not booked either."""

_SIDES = {"CRDT": True, "DBIT": False}
_AMOUNT = re.compile(r"(?:\d++(?:\.\d*+)?|\.\d++)")
_DAY = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:[Z+-].*)?")
_MOMENT = re.compile(
    r"(?P<local>(?P<day>\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2})(?:\.(?P<part>\d{1,9}))?(?P<zone>Z|[+-]\d{2}:\d{2})?"
)
_MIDNIGHT = "T00:00:00"
_NOTHING = frozenset({"", "NOTPROVIDED", "NONREF"})
_TILLS = frozenset({"CWDL", "CDPT"})
"""Kinds of cash over a machine or a counter."""


def sheet(one: Element, entries: list[Element]) -> Sheet:
    """A statement, report or notification with its entries."""
    balances = list(one.all("Bal"))
    currency = one.say("Acct", "Ccy") or next((amount.currency for amount in _amounts(balances, entries)), "")
    opening, begun = _balance(balances, currency, "OPBD", "PRCD")
    closing, ended = _balance(balances, currency, "CLBD", "ITBD")
    period = _period(one) if one.first("FrToDt") else (begun, ended)
    found = Sheet(
        where=one.where,
        account=_account(one.first("Acct"), _bank(one.first("Acct", "Svcr"))),
        holder=as_name(one.say("Acct", "Ownr", "Nm") or one.say("Acct", "Ownr", "Pty", "Nm")),
        currency=currency,
        period=period if all(period) and str(period[0]) <= str(period[1]) else (None, None),
        stated=Stated(opening, _sum(one, currency, "TtlCdtNtries"), _sum(one, currency, "TtlDbtNtries"), closing),
    )
    for entry in entries:
        found.lines += _lines(entry)
    return found


def _lines(entry: Element) -> Iterator[Entry | Fault]:
    """The lines of an entry, or why there is none."""
    status = (entry.say("Sts", "Cd") or entry.say("Sts", "Prtry") or entry.say("Sts")).upper()
    incoming, amount = _SIDES.get(entry.say("CdtDbtInd")), entry.first("Amt")
    at, booked = _when(entry.first("BookgDt") or entry.first("ValDt"))
    value = None if amount is None else _minor(amount)
    raw = " ".join((entry.say("Amt"), entry.say("CdtDbtInd"), status))
    if value is None or amount is None:
        yield Fault(entry.where, f"the amount {entry.say('Amt')!r} cannot be read", raw)
    elif incoming is None:
        yield Fault(entry.where, "this entry says neither that money came in nor that it went out", raw)
    elif status not in STATUSES:
        yield Fault(entry.where, f"the status {status!r} of this entry is none that is known", raw)
    elif booked is None:
        yield Fault(entry.where, "this entry has no day that a calendar knows", raw)
    else:
        is_reversal = entry.say("RvslInd") in {"true", "1"}
        done = "reversal" if is_reversal and STATUSES[status] == "booked" else STATUSES[status]
        bare = Entry(entry.where, incoming, value, _written(amount), amount.currency, done, at, booked)
        yield from _split(entry, bare, is_reversal=is_reversal)


def _split(entry: Element, bare: Entry, *, is_reversal: bool) -> Iterator[Entry | Fault]:
    """An entry as one line, or as the lines of its transactions."""
    parts = list(entry.all("NtryDtls", "TxDtls"))
    if len(parts) < 2:  # noqa: PLR2004 # one transaction is the entry itself
        yield _told(entry, parts[0] if parts else None, bare, is_reversal=is_reversal)
        return
    lines = [_part(entry, one, bare, is_reversal=is_reversal) for one in parts]
    signed = [(one.minor if one.incoming else -one.minor) for one in lines if one is not None]
    whole = [one for one in lines if one is not None]
    if len(whole) == len(parts) and sum(signed) == (bare.minor if bare.incoming else -bare.minor):
        yield from whole
        return
    told = [_text(entry, one) for one in parts]
    yield bare._replace(
        text="\n".join(dict.fromkeys(filter(None, told))), reference=_reference(entry, None), channel=_channel(entry)
    )
    reason = f"this entry of {len(parts)} transactions counts once, without another side: they do not add up to it"
    yield Fault(f"{entry.where}/NtryDtls", reason)


def _part(entry: Element, one: Element, bare: Entry, *, is_reversal: bool) -> Entry | None:
    """One transaction of several; null where its amount is not told in the currency of the entry."""
    amounts = [one.first("Amt"), one.first("AmtDtls", "TxAmt", "Amt"), one.first("AmtDtls", "InstdAmt", "Amt")]
    amount = next((found for found in amounts if found is not None and found.currency == bare.currency), None)
    value = None if amount is None else _minor(amount)
    incoming = _SIDES.get(one.say("CdtDbtInd"), bare.incoming)
    if amount is None or value is None:
        return None
    line = bare._replace(where=one.where, incoming=incoming, minor=value, written=_written(amount))
    return _told(entry, one, line, is_reversal=is_reversal)


def _told(entry: Element, one: Element | None, line: Entry, *, is_reversal: bool) -> Entry:
    """A line with what is told of it."""
    text, written = _text(entry, one), line.written
    instructed = one.first("AmtDtls", "InstdAmt", "Amt") if one is not None else None
    if instructed is not None and instructed.currency != line.currency:
        written += f" ({_written(instructed)})"
    shown = _sides(one, line, is_reversal=is_reversal)
    if not any((*shown.other, *shown.own)):
        shown = sides(text, "", incoming=line.incoming != is_reversal)
    return line._replace(
        text=text, written=written, sides=shown, reference=_reference(entry, one), channel=_channel(entry, one)
    )


def _sides(one: Element | None, line: Entry, *, is_reversal: bool) -> Sides:
    """Both sides, from the related parties."""
    parties = one.first("RltdPties") if one is not None else None
    if one is None or parties is None:
        return Sides()
    debtor, creditor = (_party(parties, one.first("RltdAgts"), role) for role in ("Dbtr", "Cdtr"))
    return Sides(debtor, creditor) if line.incoming != is_reversal else Sides(creditor, debtor)


def _party(parties: Element, agents: Element | None, role: str) -> Party:
    """Debtor or creditor: its name, else that of whom it stands for, and its account."""
    names = [parties.say(one, *nested) for one in (role, f"Ultmt{role}") for nested in (("Nm",), ("Pty", "Nm"))]
    agent = agents.first(f"{role}Agt") if agents is not None else None
    return Party(_account(parties.first(f"{role}Acct"), _bank(agent)), next(filter(None, map(as_name, names)), None))


def _account(one: Element | None, bank: str) -> str | None:
    """The id of an account: its IBAN, or its number with the short name of its bank."""
    if one is None:
        return None
    iban = one.say("Id", "IBAN").replace(" ", "").upper()
    if found := iban_id(iban):
        return found
    paths = (("Othr", "Id"), ("BBAN",), ("PrtryAcct", "Id"), ("UPIC",), ("IBAN",))
    number = next(filter(None, (one.say("Id", *path) for path in paths)), "").replace(" ", "")
    if found := iban_id(number):
        return found
    return f"{BANKS.get(bank[:8], 'account')}:{number}" if number else None


def _bank(one: Element | None) -> str:
    """The code of a bank."""
    return "" if one is None else one.say("FinInstnId", "BICFI") or one.say("FinInstnId", "BIC")


def _text(entry: Element, one: Element | None) -> str:
    """The words of a line: the purpose, a structured reference, and what the bank added."""
    found = [] if one is None else [" ".join(part.text.split()) for part in one.all("RmtInf", "Ustrd")]
    if one is not None:
        found += [part.say("Ref") or part.say("CdtrRef") for part in one.all("RmtInf", "Strd", "CdtrRefInf")]
        found += [one.say("RmtInf", "Strd", "AddtlRmtInf"), one.say("AddtlTxInf")]
    return "\n".join(filter(None, [*found, entry.say("AddtlNtryInf")]))


def _reference(entry: Element, one: Element | None) -> str | None:
    """What both banks call the payment, else what one of them does."""
    names = ("EndToEndId", "TxId", "UETR", "AcctSvcrRef", "InstrId")
    found = [one.say("Refs", name) for name in names] if one is not None else []
    return next((one for one in [*found, entry.say("AcctSvcrRef"), entry.say("NtryRef")] if one not in _NOTHING), None)


def _channel(entry: Element, one: Element | None = None) -> Channel:
    """Cash, or a bank's transfer."""
    kinds = [part.say("BkTxCd", "Domn", "Fmly", "SubFmlyCd") for part in (entry, one) if part is not None]
    return "atm" if _TILLS & set(kinds) else "bank"


def _amounts(balances: list[Element], entries: list[Element]) -> Iterator[Element]:
    return (amount for one in (*balances, *entries) if (amount := one.first("Amt")) is not None and amount.currency)


def _balance(balances: list[Element], currency: str, *kinds: str) -> tuple[int | None, str | None]:
    """The first balance of one of these kinds, in the order of the kinds, and its day."""
    for kind in kinds:
        for one in balances:
            amount, code = one.first("Amt"), one.say("Tp", "CdOrPrtry", "Cd") or one.say("Tp", "Cd")
            side = _SIDES.get(one.say("CdtDbtInd"))
            value = _minor(amount) if amount is not None and amount.currency == currency else None
            if code == kind and value is not None and side is not None:
                return value if side else -value, _when(one.first("Dt"))[1]
    return None, None


def _sum(one: Element, currency: str, kind: str) -> int | None:
    """The sum of all credits or debits, where the statement states it."""
    amount = one.first("TxsSummry", kind, "Sum")
    return None if amount is None else _minor(Element("", "", currency, amount.text))


def _period(one: Element) -> tuple[str | None, str | None]:
    ends = (one.say("FrToDt", f"{end}DtTm") or one.say("FrToDt", f"{end}Dt") for end in ("Fr", "To"))
    begun, ended = (_day(end) for end in ends)
    return begun, ended


def _minor(amount: Element) -> int | None:
    """An amount in minor units; null where it is none of its currency."""
    written = amount.text.strip()
    if not _AMOUNT.fullmatch(written) or len(written) > 2 * MOST_DIGITS:
        return None
    try:
        return minor(Decimal(written), amount.currency)
    except (ValueError, ArithmeticError):
        return None


def _written(amount: Element) -> str:
    return f"{' '.join(amount.text.split())} {amount.currency}".strip()


def _when(one: Element | None) -> tuple[When | None, str | None]:
    """A time as written, and its day; a clock at midnight is no time of the day."""
    written = "" if one is None else one.say("DtTm") or one.say("Dt") or one.say()
    found = _MOMENT.fullmatch(written)
    booked = _day(written)
    if booked is None:
        return None, None
    if found is None or found["local"].endswith(_MIDNIGHT):
        return When(written=written, local=booked, precision="day"), booked
    try:
        at = datetime.fromisoformat(found["local"] + (found["zone"] or "").replace("Z", "+00:00"))
        fixed = utc(at.astimezone(UTC)) if at.tzinfo is not None else None
    except (ValueError, OverflowError):
        return When(written=written, local=booked, precision="day"), booked
    return When(written=written, local=found["local"], precision="second", at=fixed), booked


def _day(written: str) -> str | None:
    """The ISO date of a date or time; null for what is none."""
    found = _DAY.fullmatch(written) or _MOMENT.fullmatch(written)
    try:
        return date.fromisoformat(found["day"]).isoformat() if found else None
    except ValueError:
        return None
