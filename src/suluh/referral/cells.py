# SPDX-License-Identifier: Apache-2.0
"""Cells that a spreadsheet takes as text, and tables as CSV that an Indonesian Excel opens right."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

MARK = "\ufeff"
_BREAKS = frozenset("\t\r\n")
_DANGEROUS = frozenset("=+-@|") | _BREAKS
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Categories of characters that show nothing: spaces, controls, marks of direction."""


def guard(text: str) -> str:
    """The text with ``'`` before it if a spreadsheet could take it as a formula or a command."""
    folded = unicodedata.normalize("NFKC", text)
    seen = (one for one in folded if one in _BREAKS or unicodedata.category(one) not in _UNSEEN)
    return "'" + text if next(seen, "") in _DANGEROUS else text


def table(header: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """A table as CSV: ``;`` between cells, a mark before the first, every text cell guarded."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return (MARK + text.getvalue()).encode("utf-8", "backslashreplace")


def _cell(value: str | int | None) -> str:
    """Numbers of ours as they are; texts guarded; nothing for null."""
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else guard(value)
