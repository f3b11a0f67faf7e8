# SPDX-License-Identifier: Apache-2.0
"""Figures of other writings: Arabic, Persian, Indian, Thai and wide digits are the same numbers."""

import re
import unicodedata
from functools import lru_cache

from suluh.readers.statements.grid import Grid, Row

_FIGURE = re.compile(r"[\W\d\u5e74\u6708\u65e5]+")
_SIGNS = {
    "\u066c": ",",
    "\u060c": ",",
    "\u066b": ".",
    "\uff0c": ",",
    "\uff0e": ".",
    "\uff0d": "-",
    "\uff0f": "/",
    "\uff1a": ":",
    "\uff0b": "+",
}
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")
"""Signs without any width that say which way a line runs."""


def with_plain_figures(grid: Grid) -> Grid:
    """The grid with each cell of figures alone in the digits of this program; words stay as written."""
    if not any(_is_other(row.raw) for row in grid.rows if not row.raw.isascii()):
        return grid
    return grid._replace(rows=[_plain_row(row) for row in grid.rows])


def _is_other(text: str) -> bool:
    return not text.isascii() and any(not sign.isascii() and (sign.isdigit() or _MARKS.match(sign)) for sign in text)


def _plain_row(row: Row) -> Row:
    return row._replace(cells=tuple(map(_plain, row.cells))) if _is_other(row.raw) else row


@lru_cache(maxsize=20_000)
def _plain(cell: str) -> str:
    """A cell of figures in plain ones."""
    bare = _MARKS.sub("", cell)
    if bare.isascii() or not _FIGURE.fullmatch(bare):
        return bare.strip()
    return "".join(map(_sign, bare)).strip()


def _sign(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return _SIGNS.get(sign, sign) if value is None or sign.isascii() else str(value)
