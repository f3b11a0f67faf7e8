# SPDX-License-Identifier: Apache-2.0
"""What an MT940 or MT942 statement says of itself: balances with their days, sums, and until when it was made."""

import re
from datetime import date
from typing import NamedTuple

from suluh.readers.booked.booking import in_minor
from suluh.readers.booked.swift import Field, Message

OPENING, CLOSING = ("60F", "60M", "60"), ("62F", "62M", "62")

_BALANCE = re.compile(r"(?P<mark>[DC])(?P<day>\d{6})[A-Z]{3}(?P<amount>\d[\d.,]*+)\s*")
_CURRENCY = re.compile(r"[DC]\d{6}(?P<currency>[A-Z]{3})")
_FLOOR = re.compile(r"(?P<currency>[A-Z]{3})")
_SUM = re.compile(r"\d*[A-Z]{3}(?P<amount>\d[\d.,]*+)\s*")
_UNTIL = re.compile(r"(?P<day>\d{6})(?:\d{4}(?:[+-]\d{4})?)?\s*")


class Balance(NamedTuple):
    """One balance."""

    minor: int
    """Negative where the account is overdrawn."""

    day: str | None
    """ISO date; null for a day that no calendar has."""


def balance(one: Field, currency: str) -> Balance | None:
    """The balance of a field; null where it cannot be read as a whole."""
    found = _BALANCE.fullmatch(_first(one))
    value = in_minor(found["amount"], currency) if found else None
    if found is None or value is None:
        return None
    return Balance(-value if found["mark"] == "D" else value, _iso(found["day"]))


def total(one: Field, currency: str) -> int | None:
    """The sum of all credits or debits; null where it cannot be read as a whole."""
    found = _SUM.fullmatch(_first(one))
    return in_minor(found["amount"], currency) if found else None


def period(message: Message, currency: str) -> tuple[str | None, str | None]:
    """The days from the opening balance to the closing one, or to when an interim report was made.

    Both are null where the second lies before the first.
    """
    ends = [message.of(*OPENING), message.of(*CLOSING)]
    found = [None if one is None else balance(one, currency) for one in ends]
    begun, ended = (None if one is None else one.day for one in found)
    made = message.of("13D", "13")
    if ended is None and made is not None:
        until = _UNTIL.fullmatch(_first(made))
        ended = _iso(until["day"]) if until else None
    return (None, None) if begun and ended and ended < begun else (begun, ended)


def currency_of(message: Message) -> str:
    """The currency of the balances, or of the floor limit."""
    for one in message.fields:
        pattern = {"60": _CURRENCY, "62": _CURRENCY, "64": _CURRENCY, "65": _CURRENCY, "34": _FLOOR}.get(one.tag[:2])
        found = pattern.match(one.text) if pattern else None
        if found is not None:
            return found["currency"]
    return ""


def _first(one: Field) -> str:
    return one.text.partition("\n")[0]


def _iso(day: str) -> str | None:
    try:
        return date(2000 + int(day[:2]), int(day[2:4]), int(day[4:])).isoformat()
    except ValueError:
        return None
