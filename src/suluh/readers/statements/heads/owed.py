# SPDX-License-Identifier: Apache-2.0
"""Words above a table under which its sums mean something else: what is owed, or thousands."""

import re

from suluh.readers.statements.grid import Grid
from suluh.readers.statements.heads.heading import Heading

_OWED = re.compile(
    r"\b(?:credit ?card|kartu kredit|kad kredit|kreditkarte\w*|carte de cr\u00e9dit|tarjeta de cr\u00e9dito|"
    r"cart\u00e3o de cr\u00e9dito|carta di credito|credit limit|limit kredit|batas kredit|kreditlimit|"
    r"minimum (?:amount|payment)|pembayaran minimum|tagihan minimum|payment due|jatuh tempo|"
    r"loan (?:account|statement)|"
    r"rekening pinjaman|outstanding (?:balance|amount|principal)|amount owed|sisa (?:pinjaman|hutang|utang)|"
    r"\u4fe1\u7528\u5361|\u30ab\u30fc\u30c9\u5229\u7528)",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(
    r"\b(?:in|dalam|en|em)\s+(?:thousands?|ribuan|jutaan|millions?|miles|milhares|milliers|000s?|mio)\b|"
    r"\((?:rp|idr|usd|eur)[ .']{0,2}000s?\)|\bin (?:Tsd|T\u20ac|T-?EUR)\b",
    re.IGNORECASE,
)
_ABOVE = 40


def is_owed(grid: Grid, heading: Heading) -> bool:
    """Whether the lines above a table speak of a card or a loan: its balance is what the holder owes."""
    return bool(_OWED.search(_above(grid, heading)))


def is_in_thousands(grid: Grid, heading: Heading) -> bool:
    """Whether the sums of a table are a thousandth, or less, of what they say."""
    return bool(_THOUSANDS.search(_above(grid, heading)))


def _above(grid: Grid, heading: Heading) -> str:
    rows = grid.rows[max(0, heading.first - _ABOVE) : heading.last + 1]
    return " ".join((*(row.raw for row in rows), *heading.names))
