# SPDX-License-Identifier: Apache-2.0
"""Amounts as statements write them, under one of two styles; which one holds is decided for a whole file."""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from suluh.model.money import MOST_DIGITS, minor

Style = Literal[".", ","]
STYLES: tuple[Style, ...] = (".", ",")

_SHAPES = {
    ".": re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"),
    ",": re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"),
}
_FRAME = re.compile(
    r"(?P<open>\()?\s*+(?P<sign>[-+\u2212])?\s*+(?:Rp\.?|IDR)?\s*+(?P<sign2>[-+\u2212])?\s*+(?P<number>[\d.,]+?)"
    r"(?P<none>[.,]-)?\s*+(?P<close>\))?\s*+(?P<mark>[A-Za-z]{1,6}|-)?\.?",
    re.IGNORECASE,
)
_LONGEST = 200
"""Characters of a cell; a longer one is no amount."""


class Written(NamedTuple):
    """An amount as written, taken apart."""

    number: str
    negative: bool
    mark: str
    """The letters after it, ``DB`` or ``CR``."""


def take_apart(cell: str) -> Written | None:
    """A cell's number, sign and mark; null for what is no amount."""
    found = _FRAME.fullmatch(cell.strip().replace("\u00a0", " ")) if len(cell) <= _LONGEST else None
    if found is None:
        return None
    signs = f"{found['sign'] or ''}{found['sign2'] or ''}"
    mark = found["mark"] or ""
    negative = bool(found["open"] and found["close"]) or "-" in signs or "\u2212" in signs or mark == "-"
    return Written(found["number"], negative, mark.upper().removeprefix("-"))


def read(number: str, style: Style, currency: str) -> int | None:
    """A number in minor units under one style; null where it cannot be so read."""
    if len(number) > 2 * MOST_DIGITS or not _SHAPES[style].fullmatch(number):
        return None
    whole = number.replace("," if style == "." else ".", "").replace(",", ".")
    try:
        return minor(Decimal(whole), currency)
    except (ValueError, ArithmeticError):
        return None
