# SPDX-License-Identifier: Apache-2.0
"""Rows whose words hold the sign that parts the cells, and which nobody put between quotation marks."""

from collections.abc import Sequence

from suluh.readers.statements.amounts import is_nothing, take_apart
from suluh.readers.statements.dates import written_day
from suluh.readers.statements.heads.layout import Places

_SUMS = ("amount", "debit", "credit", "balance", "before", "fee", "net")
_MOST = 8
"""Cells that one text may have been parted to."""


def gathered(cells: Sequence[str], width: int, places: Places, apart: str) -> tuple[str, ...]:
    """A row with too many cells, its text whole again, where all others then hold what their headings say; else empty.

    `apart` stands between the parts. No part may be a sum: in a sum itself such a sign parts thousands.
    """
    more = len(cells) - width
    if not 0 < more <= _MOST:
        return ()
    for at in places.get("text", ()):
        parts = cells[at : at + more + 1]
        if not all(any(map(str.isalpha, part)) and take_apart(part) is None for part in parts):
            continue
        whole = (*cells[:at], apart.join(parts), *cells[at + more + 1 :])
        if _holds(whole, places):
            return whole
    return ()


def _holds(cells: Sequence[str], places: Places) -> bool:
    """Whether a day and sums stand where the headings say so, and one sum at least."""
    sums = [cells[at] for role in _SUMS for at in places.get(role, ())]
    days = [cells[at] for at in places.get("date", ())]
    return (
        bool(days)
        and all(map(written_day, days))
        and all(is_nothing(cell) or take_apart(cell) for cell in sums)
        and not all(map(is_nothing, sums))
    )
