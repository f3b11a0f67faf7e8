# SPDX-License-Identifier: Apache-2.0
"""The catalogue of other explanations: rows in a file that the unit edits, each with the hint that is worked out."""

import csv
import io
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from suluh.case.case import Case
from suluh.model.errors import Misuse
from suluh.referral.papers.values import Both

NAME = "alternatives.csv"
HEADS = ("number", "hint", "indonesian", "english")


class Row(NamedTuple):
    """One other explanation."""

    number: int
    hint: str
    """Which hint is worked out for it; empty for none."""

    title: Both


def catalogue(case: Case) -> tuple[Row, ...]:
    """The unit's own list, ``alternatives.csv`` in its folder, else the one that is shipped. Raises `Misuse`."""
    own = case.acting.unit.path / NAME
    shipped = files("suluh.referral.papers") / NAME
    text = own.read_text("utf-8-sig") if own.is_file() else shipped.read_text("utf-8")
    rows = tuple(_rows(text))
    if len({one.number for one in rows}) != len(rows) or not rows:
        raise Misuse(f"{NAME} of the unit has no rows, or two of one number: give each explanation its own")
    return rows


def _rows(text: str) -> Iterator[Row]:
    reader = csv.DictReader(io.StringIO(text), delimiter=";")
    if tuple(reader.fieldnames or ()) != HEADS:
        raise Misuse(f"{NAME} of the unit has other columns than {';'.join(HEADS)}: mend its first line")
    for line, row in enumerate(reader, 2):
        number = (row["number"] or "").strip()
        if not number.isdecimal() or not (row["indonesian"] or "").strip() or None in row:
            raise Misuse(f"line {line} of {NAME} has no number or no Indonesian words: mend that line")
        indonesian = row["indonesian"].strip()
        yield Row(
            int(number), (row["hint"] or "").strip(), Both((row["english"] or "").strip() or indonesian, indonesian)
        )
