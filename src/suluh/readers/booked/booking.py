# SPDX-License-Identifier: Apache-2.0
"""One booking of MT940: field 61 and its details, taken apart by the form that SWIFT gives this field."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from suluh.model.money import DIGITS, MOST_DIGITS, minor
from suluh.readers.booked.swift import Field, Message

Status = Literal["booked", "reversal", "pending"]

MARKS: dict[str, tuple[bool, Status]] = {
    "C": (True, "booked"),
    "D": (False, "booked"),
    "RD": (True, "reversal"),
    "RC": (False, "reversal"),
    "EC": (True, "pending"),
    "ED": (False, "pending"),
}
"""Whether money came in, and how far it got: ``RD`` is a debit taken back, ``EC`` a credit that MT942 expects."""

_DETAILS = frozenset({"86", "NS"})
_LINE = re.compile(
    r"(?P<days>(?P<value>\d{6})(?P<entry>\d{4}|[ ]{4})?)"
    r"(?P<written>(?P<letters>[A-Za-z]{1,3})[\n ]?(?P<amount>\d[\d.,]*+))"
    r"(?=[A-Za-z\s/]|\Z)[ ]?(?P<kind>[A-Z][A-Z0-9 ]{3})?(?P<rest>.*)",
    re.DOTALL,
)
"""Value day, booking day, mark, a letter of the currency, amount with a decimal comma, and what kind it is.

Behind it stand the references of customer and bank, and words of the bank on a line of their own. An amount is taken
as a whole or not at all: half of it would be another amount.
"""

_PLAIN = re.compile(r"\d++(?:,\d*+)?")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})++(?:,\d{0,2})?")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})++\.\d{2}|\d{1,3}(?:,\d{3}){2,}+|\d++\.\d{2}")

_SOME_YEARS = (-1, 0, 1)
_LARGEST = 10**16


class Booking(NamedTuple):
    """One booking, taken apart."""

    first: int
    last: int
    incoming: bool
    status: Status
    minor: int
    written: str
    references: tuple[str, str]
    """Of the customer and of the bank; empty where there is none."""

    beside: str
    """What stands below the booking in its own field."""

    details: str
    days: str
    """Value day and booking day as written."""

    booked: date


def blocks(message: Message) -> Iterator[tuple[Field, ...]]:
    """Each booking with the details that follow it."""
    held: list[Field] = []
    for one in message.fields:
        if held and one.tag not in _DETAILS:
            yield tuple(held)
            held = []
        if one.tag == "61" or held:
            held.append(one)
    if held:
        yield tuple(held)


def taken_apart(fields: tuple[Field, ...], currency: str) -> Booking | str:
    """A booking taken apart, or why it cannot be."""
    found = _LINE.fullmatch(fields[0].text)
    if found is None:
        return "this booking is in no form that is known of MT940"
    mark, amount = _mark(found["letters"].upper()), found["amount"]
    if mark is None:
        return f"the mark {found['letters'].upper()!r} says neither that money came in nor that it went out"
    value = in_minor(amount, currency)
    if value is None:
        return f"the amount {amount} cannot be one of {currency}"
    try:
        booked = _booked(found["value"], (found["entry"] or "").strip())
    except ValueError as error:
        return f"this booking cannot be read: {error}"
    behind, _, beside = found["rest"].partition("\n")
    customer, _, bank = behind.partition("//")
    return Booking(
        first=fields[0].first,
        last=fields[-1].last,
        incoming=mark[0],
        status=mark[1],
        minor=value,
        written=found["written"].replace("\n", ""),
        references=(customer.strip(), bank.strip()),
        beside=beside.strip(),
        details="\n".join(one.text.rstrip() for one in fields[1:]) or beside.strip(),
        days=found["days"].rstrip(),
        booked=booked,
    )


def _mark(letters: str) -> tuple[bool, Status] | None:
    """What the letters before an amount say: a mark, and perhaps the third letter of the currency behind it."""
    return next((MARKS[one] for one in (letters, letters[:-1]) if one in MARKS), None)


def _booked(value: str, entry: str) -> date:
    """The booking day in the year that brings it nearest to the value day, or the value day where there is none."""
    worth = date(2000 + int(value[:2]), int(value[2:4]), int(value[4:]))
    if not entry:
        return worth
    month, day = int(entry[:2]), int(entry[2:])
    years = [date(worth.year + step, month, day) for step in _SOME_YEARS if _is_day(worth.year + step, month, day)]
    if not years:
        return date(worth.year, month, day)
    return min(years, key=lambda one: abs(one - worth))


def _is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day: 29 February is not in every year."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def as_text(fields: tuple[Field, ...]) -> str:
    """Fields as they stand in the file."""
    return "\n".join(f":{one.tag}:{one.text}" if one.tag else one.text for one in fields)


def in_minor(written: str, currency: str) -> int | None:
    """An amount in minor units; null where it cannot be one, or may be more than one.

    SWIFT writes a comma before the decimals and nothing else. What a conversion made of it is taken where it can mean
    one sum only: ``1.500.000,00``, ``1,500,000.00`` and ``1500000.00``. Three digits behind a single point or comma may
    be decimals or a thousand, and are refused where the currency has fewer decimals.
    """
    if len(written) > 2 * MOST_DIGITS:
        return None
    plain = _one_way(written)
    if len(plain.partition(".")[2]) > max(2, DIGITS.get(currency, 2)):
        return None
    try:
        value = minor(Decimal(plain), currency) if plain else _LARGEST
    except (ValueError, ArithmeticError):
        return None
    return value if value < _LARGEST else None


def _one_way(written: str) -> str:
    """An amount with a decimal point; empty where its signs leave it open."""
    if _PLAIN.fullmatch(written):
        return written.replace(",", ".")
    if _POINTS.fullmatch(written) and ("," in written or written.count(".") > 1):
        return written.replace(".", "").replace(",", ".")
    return written.replace(",", "") if _COMMAS.fullmatch(written) else ""
