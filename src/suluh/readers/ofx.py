# SPDX-License-Identifier: Apache-2.0
"""Reads OFX and QFX: statements of bank accounts and credit cards in the form that programs for a household take."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.money import DIGITS, MOST_DIGITS, minor
from suluh.model.times import When, utc
from suluh.readers.booked.booking import in_minor
from suluh.readers.booked.details import BANKS, sides
from suluh.readers.booked.names import Sides, as_name
from suluh.readers.booked.records import Entry, Fault, Sheet, whole
from suluh.readers.booked.tags import Part, decode, statements
from suluh.readers.numbers import iban_id
from suluh.readers.reader import Reader, Record, counted
from suluh.readers.statements.check import Stated
from suluh.readers.statements.parties import Party

_BEFORE = re.compile(
    rb"[\xef\xbb\xbf\xff\xfe\s]*+(?:<\?[^>]{0,400}>\s*+|[A-Z]{4,14}:[^<\n\r]{0,80}\s*+){0,16}+<OFX>", re.IGNORECASE
)
_OUT = frozenset({"DEBIT", "CHECK", "FEE", "SRVCHG", "POS", "CASH", "DIRECTDEBIT", "PAYMENT", "REPEATPMT"})
_IN = frozenset({"CREDIT", "DIRECTDEP", "DIV"})
_NAMED = frozenset({"XFER", "DIRECTDEP", "DIRECTDEBIT", "PAYMENT", "REPEATPMT"})
"""Kinds of which ``NAME`` is a payee; of others it often is a description."""

_TILLS = frozenset({"ATM", "CASH"})
_AMOUNT = re.compile(r"(?P<sign>[+-]?)(?P<number>\d[\d.,]*+|\.\d++)")
_THOUSAND = 3
"""So many digits behind a point may be a thousand as well."""

_PLAIN = re.compile(r"\d*+(?:\.\d*+)?")
_TIME = re.compile(
    r"(?P<day>\d{8})(?P<clock>\d{6})?(?:\.\d{1,6})?(?:\[(?P<zone>[+-]?\d{1,2}(?:\.\d{1,2})?)(?::[A-Za-z]{1,6})?\])?"
)
_NO_CLOCK = frozenset({"000000", "120000"})
"""What banks write where no time of the day is known."""

_MONEY_PARTS = ("STMTTRN", "STMTTRNP")
_MOST_BYTES = 64 * 1024 * 1024


class Ofx(Reader):
    """OFX 1.x (SGML), 2.x (XML) and QFX; tested on versions 102, 200, 203 and 211. Investments are told, not read.

    Accounts are ``account:`` with bank and number, ``bca:...`` and the like where the bank is given by its code. The
    form is described by the Financial Data Exchange.
    """

    name = "ofx"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "money"

    def claims(self, source: Source) -> str | None:
        """Trust the heading and the first tag."""
        head = source.head[:8192]
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            head = head.replace(b"\0", b"")
        return "the tag <OFX> below its heading" if _BEFORE.match(head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each statement, its account, and its lines."""
        with source.open() as file:
            raw = file.read(_MOST_BYTES + 1)
        found = [_sheet(one) for one in statements(decode(raw[:_MOST_BYTES]))]
        if len(raw) > _MOST_BYTES:
            found.append(Fault("/", "this file is longer than statements are: what stands behind 64 MiB is not read"))
        yield from whole(source, found or [Fault("/", "this message holds no statement")])


def _sheet(one: Part) -> Sheet | Fault:
    """A statement, or why it is none."""
    if one.name == "INVSTMTRS":
        lines = sum(1 for _ in one.all(*_MONEY_PARTS))
        return Fault(one.where, f"a statement of investments is not read: {counted(lines, 'line')} of money in it")
    lists = list(one.all("BANKTRANLIST"))
    begun, ended = (_day(lists[0].say(end)) if lists else None for end in ("DTSTART", "DTEND"))
    is_period = begun and ended and begun <= ended
    currency = one.say("CURDEF") or next((part.say("CURRENCY", "CURSYM") for part in one.all("STMTTRN")), "")
    found = Sheet(
        where=one.where,
        account=_account(one),
        currency=currency.upper(),
        period=(begun, ended) if is_period else (None, None),
        stated=Stated(closing=_closing(one, currency.upper(), ended)),
    )
    found.lines = [_line(part, found.currency) for part in one.all(*_MONEY_PARTS)]
    return found


def _account(one: Part, *names: str) -> str | None:
    """The id of the statement's own account, or of another one that is named."""
    for part in one.all(*(names or ("BANKACCTFROM", "CCACCTFROM"))):
        number, bank = part.say("ACCTID").replace(" ", ""), part.say("BANKID").replace(" ", "")
        if iban := iban_id(number):
            return iban
        if number and bank[:8] in BANKS:
            return f"{BANKS[bank[:8]]}:{number}"
        if number:
            return f"account:{bank}/{number}" if bank else f"account:{number}"
    return None


def _closing(one: Part, currency: str, ended: str | None) -> int | None:
    """The balance in the books, where it is that of the last day: others are of the day of the download."""
    for part in one.all("LEDGERBAL"):
        found = _AMOUNT.fullmatch(part.say("BALAMT"))
        value = _minor(found["number"], currency) if found else None
        if found and value is not None and _day(part.say("DTASOF")) == ended:
            return -value if found["sign"] == "-" else value
    return None


def _line(one: Part, currency: str) -> Entry | Fault:
    """A line, or why it cannot be read."""
    kind, written = one.say("TRNTYPE").upper(), one.say("TRNAMT")
    currency = one.say("CURRENCY", "CURSYM").upper() or currency
    raw = " ".join((kind, one.say("DTPOSTED"), written, one.say("FITID"), one.say("NAME"), one.say("MEMO")))
    found = _AMOUNT.fullmatch(written)
    value = _minor(found["number"], currency) if found else None
    if found is None or value is None:
        return Fault(one.where, f"the amount {written!r} cannot be read", raw)
    incoming = found["sign"] != "-"
    if kind in (_OUT if incoming else _IN) and value:
        return Fault(one.where, f"the kind {kind!r} and the sign of {written!r} say two things of the direction", raw)
    day = one.say("DTPOSTED") or one.say("DTTRAN")
    at, booked = _when(day)
    if booked is None:
        return Fault(one.where, f"the day {day!r} is none that a calendar knows", raw)
    if one.say("CORRECTACTION"):
        return Fault(one.where, "this line corrects another one: look at both, neither is changed here", raw)
    words = (one.say("NAME"), one.say("PAYEE", "NAME"), one.say("MEMO"))
    text = "\n".join(dict.fromkeys(filter(None, words)))
    original = one.say("ORIGCURRENCY", "CURSYM").upper()
    return Entry(
        where=one.where,
        incoming=incoming,
        minor=value,
        written=f"{written} ({original})" if original and original != currency else written,
        currency=currency,
        status="pending" if one.name == "STMTTRNP" else "booked",
        at=at,
        booked=booked,
        text=text,
        reference=next(filter(None, (one.say("FITID"), one.say("REFNUM"), one.say("CHECKNUM"))), None),
        channel="atm" if kind in _TILLS else "bank",
        sides=_sides(one, kind, text, incoming=incoming),
    )


def _sides(one: Part, kind: str, text: str, *, incoming: bool) -> Sides:
    """The other side: a payee, an account that is named, or the words of a transfer."""
    account = _account(one, "BANKACCTTO", "CCACCTTO")
    name = as_name(one.say("PAYEE", "NAME"))
    told = sides(text, "", incoming=incoming)
    if name is None and not told.is_told and kind in _NAMED:
        name = as_name(one.say("NAME"))
    if account is None and name is None:
        return told
    return Sides(Party(account, name or told.other.name), told.own, is_told=True)


def _minor(written: str, currency: str) -> int | None:
    """An amount without its sign in minor units: with a point before the decimals, or as a bank converted it."""
    if not _PLAIN.fullmatch(written) or len(written) > 2 * MOST_DIGITS:
        return in_minor(written, currency)
    if len(written.partition(".")[2]) == _THOUSAND and DIGITS.get(currency, 2) < _THOUSAND:
        return None
    try:
        return minor(Decimal(written), currency)
    except (ValueError, ArithmeticError):
        return None


def _when(written: str) -> tuple[When | None, str | None]:
    """A time as written, and its day where the bank is; midnight and noon are no times of the day."""
    found, booked = _TIME.fullmatch(written), _day(written)
    if found is None or booked is None:
        return None, None
    clock = found["clock"]
    if not clock or clock in _NO_CLOCK:
        return When(written=written, local=booked, precision="day"), booked
    try:
        local = datetime.strptime(f"{found['day']}{clock}", "%Y%m%d%H%M%S")  # noqa: DTZ007 # the zone follows below
        zone = timezone(timedelta(hours=float(found["zone"]))) if found["zone"] else None
        at = utc(local.replace(tzinfo=zone)) if zone else None
    except (ValueError, OverflowError):
        return When(written=written, local=booked, precision="day"), booked
    return When(written=written, local=local.isoformat(), precision="second", at=at), booked


def _day(written: str) -> str | None:
    """The ISO date of a time; null for what is none."""
    found = _TIME.fullmatch(written)
    try:
        return datetime.strptime(found["day"], "%Y%m%d").date().isoformat() if found else None  # noqa: DTZ007 # a day
    except ValueError:
        return None
