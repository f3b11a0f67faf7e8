# SPDX-License-Identifier: Apache-2.0
"""Amounts as statements write them: a cell is an amount as a whole or not at all, under one of two styles of a file."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from suluh.model.money import DIGITS, MOST_DIGITS, MOST_MINOR

Style = Literal[".", ","]
STYLES: tuple[Style, ...] = (".", ",")
"""The sign before the fraction."""

IN = ("CR", "C", "K", "KR", "KREDIT", "CREDIT")
OUT = ("DB", "D", "DR", "DEBIT", "DEBET")
_MARKS = frozenset({*IN, *OUT})
SIGNS = {"RP": "IDR", "$": "USD", "US$": "USD", "S$": "SGD", "\u20ac": "EUR", "RM": "MYR", "\u00a3": "GBP", "A$": "AUD"}
SIGNS |= {"C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "NT$": "TWD", "R$": "BRL", "\u20a6": "NGN", "\u20b9": "INR"}
SIGNS |= {
    "RS": "INR",
    "\u20b1": "PHP",
    "\u0e3f": "THB",
    "\u20ab": "VND",
    "\u20a9": "KRW",
    "\u20ba": "TRY",
    "\u20bd": "RUB",
}
SIGNS |= {
    "\u00a5": "JPY",
    "\uffe5": "JPY",
    "KSH": "KES",
    "TSH": "TZS",
    "GH\u20b5": "GHS",
    "\u20b4": "UAH",
    "\u09f3": "BDT",
}
SIGNS |= {"\u20aa": "ILS", "z\u0142": "PLN", "Z\u0141": "PLN", "K\u010c": "CZK"}
"""Currencies by the sign that stands for one alone, in capitals."""

_NOTHING = frozenset({"", "-", "--", "\u2013", "\u2014", "nil", "null", "none", "nan", "n/a"})

_BETWEEN = ", '\u2019\u00a0\u2009\u202f"
_SHAPES = {
    ".": re.compile(
        rf"(?P<whole>\d{{1,3}}(?:(?P<by>[{_BETWEEN}])\d{{3}}(?:(?P=by)\d{{3}})*)?|\d+|)(?:\.(?P<part>\d+))?"
    ),
    ",": re.compile(
        rf"(?P<whole>\d{{1,3}}(?:(?P<by>[{_BETWEEN.replace(',', '.')}])\d{{3}}(?:(?P=by)\d{{3}})*)?|\d+|)"
        r"(?:,(?P<part>\d+))?"
    ),
}
_LAKH = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
"""Thousands, and above them groups of two digits, as India writes them: a rupiah so grouped is mistyped."""

_LAKHS = frozenset({"INR", "PKR", "BDT", "NPR", "LKR", "XXX"})
_MONEY = (
    r"Rp\.?|Rs\.?|RM|(?:US|HK|NZ|NT|[SACR])?\$|z\u0142|K\u010d|GH\u20b5|[A-Z]{3}|"
    r"[\u20ac\u00a3\u20a6\u20b9\u20b1\u0e3f\u20ab\u20a9\u20ba\u20bd\u20aa\u00a5\uffe5\u20b4\u09f3]"
)
_FRAME = re.compile(
    rf"(?P<open>\()?\s*+(?P<sign>[-+\u2212])?\s*+(?P<money>{_MONEY})?\s*+(?P<sign2>[-+\u2212])?\s*+"
    r"(?P<number>\d(?:[\d., '\u2019\u00a0\u2009\u202f]*\d)?|[.,]\d+)(?P<none>[.,]-{1,2}|-)?"
    rf"(?P<gap>\s*+)(?P<close>\))?\s*+(?P<mark>[A-Za-z]{{1,7}}|[-+\u2212]|{_MONEY})?\.?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_SPOILT = re.compile(r"[-+]?\d(?:[.,]\d+)?E\+?\d{1,3}|#+", re.IGNORECASE)
_LONGEST = 60
"""Characters of a cell; a longer one is no amount."""

_WHOLE_GROUP = 3


class Written(NamedTuple):
    """An amount as written, taken apart."""

    number: str
    negative: bool = False
    mark: str = ""
    """The letters that say the side, ``DB`` or ``CR``, in capitals."""

    currency: str = ""
    """The currency that stands in the cell itself."""

    plus: bool = False
    touches: bool = False
    """Whether one letter touches the number: ``75K`` may be a credit, or 75 thousand."""


def _is_bare(cell: str) -> bool:
    """Whether a cell is nothing but a number, as most are."""
    return len(cell) <= _LONGEST and _DIGITS.fullmatch(cell) is not None


@lru_cache(maxsize=60_000)
def take_apart(cell: str, marks: frozenset[str] = _MARKS) -> Written | None:
    """A cell's number, sign, currency and mark; null where any sign of it is none of these."""
    if _is_bare(cell):
        return Written(cell)
    bare = cell.strip(" \t\u00a0")
    found = _FRAME.fullmatch(bare) if len(bare) <= _LONGEST else None
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    signs = f"{found['sign'] or ''}{found['sign2'] or ''}"
    mark = (found["mark"] or "").upper()
    money, said = _currency(found["money"] or ""), _currency(mark)
    if mark in {"-", "+", "\u2212"}:
        signs, mark = signs + mark, ""
    elif mark and mark not in marks:
        if said is None or mark == "K":
            return None
        money, mark = said or money, ""
    none = found["none"] or ""
    if money is None or len(signs) > 1 or (none and none[0] == "-" and len(none) > 1):
        return None
    # A hyphen alone behind the number is a minus; a sign of fractions and hyphens say that there are none.
    behind = none == "-"
    touches = len(mark) == 1 and not found["gap"] and not found["close"]
    negative = bool(found["open"]) or behind or "-" in signs or "\u2212" in signs
    return Written(found["number"], negative, mark, money, "+" in signs, touches)


@lru_cache(maxsize=60_000)
def is_nothing(cell: str) -> bool:
    """Whether a cell stands for no amount at all."""
    return cell.strip().casefold() in _NOTHING


def is_spoilt(cell: str) -> bool:
    """Whether a spreadsheet destroyed the number: ``8.12346E+10`` has lost its last digits."""
    may_be = bool(cell) and ("E" in cell or "e" in cell or "#" in cell)
    return may_be and bool(_SPOILT.fullmatch(cell.strip()))


@lru_cache(maxsize=200_000)
def read(number: str, style: Style, currency: str) -> int | None:
    """A number in minor units under one style; null where it cannot be so read.

    Of a currency with two digits no amount has three: three digits after the last sign are a group of the thousands.
    """
    if number.isascii() and number.isdigit():
        return _minor(number, "", DIGITS.get(currency, 2)) if len(number) <= 2 * MOST_DIGITS else None
    if style == "." and currency in _LAKHS and _LAKH.fullmatch(number):
        number = number.replace(",", "")
    found = _SHAPES[style].fullmatch(number) if len(number) <= 2 * MOST_DIGITS else None
    if found is None or not (found["whole"] or found["part"]):
        return None
    digits, part = DIGITS.get(currency, 2), found["part"] or ""
    more = part[digits:]
    if more.strip("0") or (len(part) == _WHOLE_GROUP and digits < _WHOLE_GROUP):
        return None
    whole = found["whole"].replace(found["by"], "") if found["by"] else found["whole"]
    return _minor(whole or "0", part, digits)


def _minor(whole: str, part: str, digits: int) -> int | None:
    """The minor units of a whole and a fraction, null where they are more than any sum."""
    value = int(whole + part[:digits].ljust(digits, "0"))
    return value if value <= MOST_MINOR else None


@lru_cache(maxsize=60_000)
def amount_in(cell: str) -> tuple[str, bool] | None:
    """The number of a balance and whether it is overdrawn; a count that stands behind a sum is left."""
    if _is_bare(cell):
        return cell, False
    if is_nothing(cell):
        return None
    found = take_apart(cell) or take_apart((cell.split() or [""])[0].rstrip(".,;"))
    return None if found is None else (found.number, found.negative or found.mark in OUT)


@lru_cache(maxsize=4000)
def _currency(written: str) -> str | None:
    """The code of a currency as written, empty where none stands; null for letters that are none."""
    upper = written.upper().rstrip(".")
    code = SIGNS.get(upper, upper)
    return code if not code or code in DIGITS else None
