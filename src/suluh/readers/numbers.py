# SPDX-License-Identifier: Apache-2.0
"""Phone numbers in their international form, without a guess, and account numbers that have check digits."""

import re
from collections.abc import Iterable, Iterator

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberFormat, ValidationResult

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.trade import Payment
from suluh.readers.reader import Record, flaw

PhoneMetadata.load_all()  # a locked worker cannot load the numbering plan of a country when it first meets it


def international(written: str, country: str | None = None) -> str | None:
    """``+62...`` for a number with its country code, or for a valid one of this country; null for anything else."""
    parsed = _parsed(written, country)
    if parsed is None:
        return None
    if written.lstrip().startswith("+"):
        fits = phonenumbers.is_possible_number_with_reason(parsed) == ValidationResult.IS_POSSIBLE
    else:
        fits = phonenumbers.is_valid_number(parsed)
    return str(phonenumbers.format_number(parsed, PhoneNumberFormat.E164)) if fits else None


def country_of(number: str) -> str | None:
    """The country of an international number, such as ``ID``."""
    parsed = _parsed(number, None)
    found = phonenumbers.region_code_for_number(parsed) if parsed is not None else None
    return None if found is None else str(found)


def _parsed(written: str, country: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        return None


_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_CHECKED = 97
"""ISO 13616: the number, its first four signs at its end and letters as numbers from 10, leaves 1 over."""


def iban_id(number: str) -> str | None:
    """``iban:...`` for an IBAN, ``account:...`` where its check digits are wrong; null for what has no such form."""
    if not _IBAN.fullmatch(number):
        return None
    turned = "".join(str(int(sign, 36)) for sign in number[4:] + number[:4])
    return f"iban:{number}" if int(turned) % _CHECKED == 1 else f"account:{number}"


def with_mistyped(source: Source, records: Iterable[Record | Flaw]) -> Iterator[Record | Flaw]:
    """The records, and behind them a flaw for each number that looks like an IBAN and is none."""
    met: dict[str, int | None] = {}
    for one in records:
        if isinstance(one, Payment):
            _note_mistyped(one, met)
        yield one
    for account, line in met.items():
        number = account.partition(":")[2]
        yield flaw(source, f"iban:{number}", _why(number, line), source.place())


def _note_mistyped(one: Payment, met: dict[str, int | None]) -> None:
    """Keep each side of a payment that looks like an IBAN and is none, with its first line."""
    for side in (one.payer, one.beneficiary):
        if side is not None and side.startswith("account:") and _IBAN.fullmatch(side[8:]):
            met.setdefault(side, one.place.line)


def _why(number: str, line: int | None) -> str:
    """What is wrong with a number, and the first line that holds it where the file has lines."""
    advice = "no bank has this account, it was mistyped or made unreadable; compare it with the original"
    if line is None:
        return f"the check digits of {number!r} are wrong: {advice}"
    return f"the check digits of {number!r} in line {line} are wrong: {advice}"
