# SPDX-License-Identifier: Apache-2.0
"""Reads a CSV list of what a unit has typed elsewhere already: a column for each field."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from suluh.case.typed.fields import Given
from suluh.model.errors import Misuse

BETWEEN = ";"
"""What stands between several values of one cell of a list."""


def listed(path: Path) -> Iterator[dict[str, Given]]:
    """The rows of a list; a cell with several values has them between semicolons. Raises `Misuse`."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Misuse(f"{path} is no text in UTF-8: save the list as CSV in UTF-8") from error
    reader = csv.DictReader(StringIO(text, newline=""), strict=True)
    number = 1
    try:
        _check_heading(path, [name.strip() for name in reader.fieldnames or ()])
        for number, row in enumerate(reader, 2):
            if None in row or None in row.values():
                raise Misuse(f"line {number} of {path} has other columns than its heading: see that line")
            yield {name.strip(): _cell(text) for name, text in row.items() if text.strip()}
    except csv.Error as error:
        raise Misuse(f"{path} cannot be read as CSV ({error}): save it anew") from error
    if number == 1:
        raise Misuse(f"{path} holds nothing below its heading: nothing was entered")


def _check_heading(path: Path, names: Sequence[str]) -> None:
    """Raise `Misuse` for a heading by which a cell would be lost."""
    twice = sorted(name for name in set(names) if names.count(name) > 1 or not name)
    if twice:
        raise Misuse(f"the heading of {path} has {twice[0]!r} twice, or a column without a name: name each column once")
    if len(names) == 1 and BETWEEN in names[0]:
        raise Misuse(f"{path} has semicolons between its columns: save the list with commas")


def _cell(text: str) -> Given:
    parts = tuple(part.strip() for part in text.split(BETWEEN) if part.strip())
    return parts[0] if len(parts) == 1 else parts
