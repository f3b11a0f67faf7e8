# SPDX-License-Identifier: Apache-2.0
"""One booking of MT940: field 61 with its details, as the package mt-940 takes it apart and our sign rule signs it."""

import logging
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

import mt940

from suluh.model.money import MOST_DIGITS, minor
from suluh.readers.statements.swift import Field, Message

# The package would write lines of evidence to standard error; what it refuses becomes a flaw instead.
logging.getLogger("mt940").addHandler(logging.NullHandler())

INCOMING = {"C": True, "RD": True, "D": False, "RC": False}
"""Whether money came in, by the mark: the package signs ``RC``, a credit taken back, as if it came in."""

_OPTIONS = mt940.Options(
    applicant_iban=True, merge_keeps_values=True, case_insensitive_marks=True, unbounded_details=True, strip_bom=True
)
_LINE_TAGS = (mt940.tags.Statement, mt940.tags.StatementASNB, mt940.tags.StatementGLS)
_DETAILS = frozenset({"86", "NS"})
_AS_WRITTEN = re.compile(r"(?P<days>\d{6}(?:\d{4}|\s{4})?)(?P<amount>[A-Za-z]{1,3}[\n ]?[\d,]+)")


class Booking(NamedTuple):
    """One booking, taken apart."""

    first: int
    last: int
    parts: Mapping[str, object]
    incoming: bool
    status: Literal["booked", "reversal"]
    minor: int
    written: str
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
    """A booking as the package takes it apart, or why it cannot."""
    parts = _parsed(fields)
    if isinstance(parts, str):
        return parts
    mark = text_of(parts, "status").upper()
    amount, booked = parts.get("amount"), parts.get("entry_date") or parts.get("date")
    written = _AS_WRITTEN.match(fields[0].text)
    if (
        mark not in INCOMING
        or not isinstance(amount, mt940.models.Amount)
        or not isinstance(booked, date)
        or not written
    ):
        return f"the mark {mark!r} says neither that money came in nor that it went out"
    value = in_minor(str(abs(amount.amount)), currency)
    if value is None:
        return f"the amount {amount.amount} cannot be one of {currency}"
    details = "\n".join(one.text.rstrip() for one in fields[1:]) or text_of(parts, "extra_details")
    return Booking(
        first=fields[0].first,
        last=fields[-1].last,
        parts=parts,
        incoming=INCOMING[mark],
        status="reversal" if len(mark) > 1 else "booked",
        minor=value,
        written=written["amount"].replace("\n", ""),
        details=details,
        days=written["days"].rstrip(),
        booked=date(booked.year, booked.month, booked.day),
    )


def _parsed(fields: tuple[Field, ...]) -> Mapping[str, object] | str:
    """What the package reads from one booking; some banks need a wider pattern than its first."""
    text, reason = as_text(fields), ""
    for tag in _LINE_TAGS:
        # Without its first step the package would move 30 February to a day that exists.
        found = mt940.models.Transactions(processors={"pre_statement": []}, tags={61: tag()}, options=_OPTIONS)
        try:
            found.parse(text)
        except RuntimeError:
            reason = reason or "this booking is in no form that is known of MT940"
            continue
        except (ValueError, ArithmeticError, TypeError, KeyError, IndexError, AttributeError) as error:
            return f"this booking cannot be read: {error}"
        return dict(found.transactions[0].data) if found.transactions else "this booking is empty"
    return reason


def as_text(fields: tuple[Field, ...]) -> str:
    """Fields as they stand in the file."""
    return "\n".join(f":{one.tag}:{one.text}" for one in fields)


def in_minor(written: str, currency: str) -> int | None:
    """An amount with a decimal comma in minor units; null where it cannot be one."""
    if len(written) > 2 * MOST_DIGITS:
        return None
    try:
        return minor(Decimal(written.replace(",", ".")), currency)
    except (ValueError, ArithmeticError):
        return None


def text_of(parts: Mapping[str, object], key: str) -> str:
    """A part as text; empty where it holds none."""
    found = parts.get(key)
    return found.strip() if isinstance(found, str) else ""
