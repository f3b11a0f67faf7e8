# SPDX-License-Identifier: Apache-2.0
"""The time that a statement covers, where a line above its table says so without any label that is known."""

import re
from collections.abc import Iterable

from suluh.readers.statements.dates import ORDERS, written_day, written_period
from suluh.readers.statements.grid import Row

_DAY = re.compile(
    r"(?<![\w/.-])(?:\d{1,4}(?P<by>[-/.])\d{1,2}(?P=by)\d{2,4}|\d{1,2}[- /][^\W\d_]{3,9},?[- /]\d{4}|"
    r"[^\W\d_]{3,9} \d{1,2},? \d{4})(?![\w/-])"
)
_MONTH = re.compile(r"(?<!\w)[^\W\d_]{3,9}[ -]\d{4}(?!\w)")
_FIGURES = re.compile(r"\d+")
_OTHER = re.compile(
    r"\b(?:promo\w*|valid|berlaku|expir\w*|offer|penawaran|campaign|kampanye|suku bunga|interest rate|"
    r"g\u00fcltig|vigencia)\b",
    re.IGNORECASE,
)
"""What else has a first and a last day."""

_LONGEST = 250
_FURTHEST = 400
"""Days that one statement covers at most; what lies further apart is when an account was opened and a page printed."""

_TWO = 2


def span_of(rows: Iterable[Row]) -> str | None:
    """The first and last day, or months, of the one line that names two days, or a title that names months."""
    found: dict[str, None] = {}
    for row in rows:
        line = " ".join(filter(None, row.cells))
        if len(line) <= _LONGEST and not _OTHER.search(line):
            found |= dict.fromkeys(filter(None, (_days(line) or _months(line),)))
    return next(iter(found)) if len(found) == 1 else None


def _days(line: str) -> str | None:
    """Two days, the earlier one first under an order that both have."""
    days = [one[0].replace(",", "") for one in _DAY.finditer(line)]
    if len(days) != _TWO or not all(map(written_day, days)):
        return None
    text = " - ".join(days)
    periods = [period for order in ORDERS if (period := written_period(text, order))]
    return text if any(0 < (one.last - one.first).days <= _FURTHEST for one in periods) else None


def _months(line: str) -> str | None:
    """One month or two of a title that holds no other figure."""
    months = [one[0] for one in _MONTH.finditer(line) if written_period(one[0], "dmy")]
    if not months or len(months) > _TWO or len(_FIGURES.findall(line)) != len(months):
        return None
    period = written_period(" - ".join(months), "dmy")
    return " - ".join(months) if period and (period.last - period.first).days <= _FURTHEST else None
