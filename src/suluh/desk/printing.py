# SPDX-License-Identifier: Apache-2.0
"""What commands print: sentences, tables for people, JSON Lines for scripts."""

import sys
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from suluh.desk.web.visible import on_one_line, one_line

WIDE = 200
"""Columns of a table that goes to a file or a pipe."""

LONGEST = 80
"""Characters of one cell."""

WHOLE, MOST = frozenset({"command"}), 4_000
"""Columns that people copy from, which are cut at so many characters alone."""


def console(*, stderr: bool = False) -> Console:
    """Where a command prints; nothing from an exhibit is taken for markup."""
    made = Console(stderr=stderr, markup=False, highlight=False, emoji=False, soft_wrap=True)
    return made if made.is_terminal else Console(file=made.file, width=WIDE, markup=False, highlight=False, emoji=False)


def say(sentence: str, *, aside: bool = False) -> None:
    """A sentence for the officer, on one line; one beside a list for scripts goes to the error stream."""
    console(stderr=aside).print(Text(one_line(sentence)), soft_wrap=True)


def aside(sentence: str) -> None:
    """A sentence for the officer that no script takes for a part of what was asked."""
    console(stderr=True).print(Text(one_line(sentence)), soft_wrap=True)


def remark(sentence: str) -> None:
    """A sentence beside what a command prints, on the error stream."""
    console(stderr=True).print(Text(one_line(f"suluh: {sentence}")), soft_wrap=True)


def json_lines(rows: Iterable[Mapping[str, object]]) -> None:
    """One object a line, UTF-8."""
    out = sys.stdout.buffer
    encoder = msgspec.json.Encoder()
    for row in rows:
        out.write(encoder.encode(row) + b"\n")
    out.flush()


def table(title: str, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Rows for people, each cell on one line."""
    made = Table(title=title, title_justify="left", header_style="bold")
    for column in columns:
        made.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell(row.get(column), MOST if column in WHOLE else LONGEST)) for column in columns))
    console().print(made)


def cell(value: object, most: int = LONGEST) -> str:
    """A value as a person reads it, on one line."""
    return on_one_line(_text(value), most)


def _text(value: object) -> str:
    """A value in words; what is not known is a dash."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, msgspec.Raw):
        return bytes(value).decode("ascii")
    if isinstance(value, dict):
        return _object(value)
    if isinstance(value, list | tuple):
        words = [_text(one) for one in value]
        return (" " if any(one.endswith(".") for one in words) else ", ").join(words)
    return "-" if value is None else str(value)


def _object(value: Mapping[str, object]) -> str:
    """A place as exhibit, path and line; a reason as its sentence; anything else as its values."""
    if "path" in value:
        log = f" with {value['beside']}" if value.get("beside") else ""
        return f"{value['exhibit']} {value['path']}{_position(value)}{log}"
    if "text" in value:
        return str(value["text"])
    return " ".join(str(one) for one in value.values() if one is not None)


def _position(where: Mapping[str, object]) -> str:
    """The line, row or pointer of a place."""
    for name in ("line", "row", "pointer"):
        if where.get(name) is not None:
            return f" {name} {where[name]}"
    return ""


def counted(number: int, many: str) -> str:
    """So many of something, whose first word is a regular plural.

    >>> counted(1, "groups of accounts"), counted(2_000, "files")
    ('1 group of accounts', '2,000 files')
    """
    first, *others = many.split(" ")
    return " ".join((f"{number:,}", first.removesuffix("s") if number == 1 else first, *others))
