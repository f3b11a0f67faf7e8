# SPDX-License-Identifier: Apache-2.0
"""Sums of money as receipts write them: whole or not at all."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from suluh.model.money import MOST_DIGITS, minor

_NUMBER = r"\d{1,3}(?:\.\d{3}){1,5}(?:,\d{2})?|\d{1,3}(?:,\d{3}){1,5}(?:\.\d{2})?|\d{1,15}(?:[.,]\d{2})?"
_NEXT = r"(?![\w]|[.,]\d)(?:,-)?"
SUM = re.compile(
    rf"(?<![\w.,])(?P<sign>[-+]?\s?)(?P<mark>Rp\.?|IDR)\s{{0,3}}(?P<number>{_NUMBER}){_NEXT}", re.IGNORECASE
)
_BARE = re.compile(
    rf"[-+]?\s?(?:(?:Rp\.?|IDR)\s{{0,3}})?(?P<number>{_NUMBER})(?:,-)?(?:\s?(?:IDR|rupiah))?", re.IGNORECASE
)


class Sum(NamedTuple):
    """One sum in rupiah."""

    minor: int
    written: str
    start: int = 0


def sums(text: str) -> Iterator[Sum]:
    """Every sum of a text that is marked as rupiah."""
    for found in SUM.finditer(text):
        value = worth(found["number"])
        if value is not None:
            yield Sum(value, " ".join(found.group().split()), found.start())


def whole(text: str) -> Sum | None:
    """A text that is a sum and nothing else, marked or not."""
    found = _BARE.fullmatch(text.strip())
    value = worth(found["number"]) if found else None
    return None if found is None or value is None else Sum(value, " ".join(text.split()))


def worth(number: str) -> int | None:
    """The minor units of a number: three digits behind the last sign are thousands, two are decimals."""
    head, mark, tail = number, "", ""
    for sign in ".,":
        if number.rfind(sign) == len(number) - 3:
            head, mark, tail = number.rpartition(sign)
    digits = head.replace(".", "").replace(",", "")
    if len(digits) > MOST_DIGITS:
        return None
    try:
        value = minor(Decimal(f"{digits}.{tail}" if mark else digits), "IDR")
    except (ValueError, ArithmeticError):
        return None
    return value or None
