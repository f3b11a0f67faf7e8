# SPDX-License-Identifier: Apache-2.0
"""What a workbook says of its sheets besides the cells: what is hidden, which cells hold errors, whence days count."""

from dataclasses import dataclass, field


@dataclass
class Traits:
    """Of one sheet; rows and columns count from 1."""

    rows: set[int] = field(default_factory=set)
    """Hidden rows."""

    columns: set[int] = field(default_factory=set)
    """Hidden columns."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    """Cells by row and column that hold no value: an error, ``#DIV/0!``, or a formula never reckoned, as its text."""


@dataclass
class Book:
    """Of one workbook."""

    since_1904: bool = False
    sheets: dict[str, Traits] = field(default_factory=dict)
    """By the name of the sheet."""


ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""Codes of errors, MS-XLS 2.5.10."""
