# SPDX-License-Identifier: Apache-2.0
"""Rows of a list as a CSV that no spreadsheet takes for formulas."""

from collections.abc import Iterable, Sequence

import msgspec

from suluh.case.views.view import Row
from suluh.referral.cells import table


def sheet(fields: Sequence[str], rows: Iterable[Row]) -> bytes:
    """The fields of rows, each cell as text or a whole number."""
    return table(fields, ([_cell(row.get(field)) for field in fields] for row in rows))


def _cell(value: object) -> str | int | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if value is None or isinstance(value, int) else _text(value)


def _text(value: object) -> str:
    """A value in words, what it holds side by side."""
    if isinstance(value, msgspec.Raw):
        return bytes(value).decode("ascii")
    if isinstance(value, dict):
        return " ".join(_text(one) for one in value.values() if one not in (None, [], ""))
    if isinstance(value, list | tuple):
        return ", ".join(map(_text, value))
    return str(value)
