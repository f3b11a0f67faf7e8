# SPDX-License-Identifier: Apache-2.0
"""A paper made of tables: its data as frozen values, one XLSX with CSV files, and a PDF that says the same."""

from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import msgspec

from suluh.model.body import Part
from suluh.referral.papers.press import Fact, press
from suluh.referral.sheets import Cell, Column, Sheet
from suluh.referral.workbook import write_form


class Head(Part, frozen=True, kw_only=True):
    """The head of a column in both languages, and its share of the width."""

    indonesian: str
    english: str
    width: int = 16


class Table(Part, frozen=True, kw_only=True):
    """One table: its name for files, its heading, its columns and rows."""

    name: str
    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...] = ()


class Tabled(Part, frozen=True, kw_only=True):
    """A paper as frozen values."""

    form: str
    """Of its files: ``D1``."""

    title: str
    number: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    """What stands above the tables: a word, and what it says."""

    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    foot: str = ""


def write_tabled(paper: Tabled, folder: Path, scratch: Path, at: datetime, digest: str) -> None:
    """Write the paper into a folder; the same paper gives the same bytes."""
    foot = f"{paper.foot} · {digest[:16]}"
    (folder / f"{paper.form}.json").write_bytes(data_of(paper))
    write_form(_sheets(paper), folder, paper.form, scratch, lambda: foot)
    source = (files("suluh.referral.papers") / "tabled.typ").read_text("utf-8")
    (folder / f"{paper.form}.pdf").write_bytes(press(source, _facts(paper, foot), at))


def data_of(paper: Tabled) -> bytes:
    """The paper as JSON: what its digest is over."""
    return msgspec.json.encode(paper, order="sorted") + b"\n"


def _sheets(paper: Tabled) -> Iterator[Sheet]:
    for one in paper.tables:
        columns = tuple(Column(head.indonesian, head.english, head.width) for head in one.heads)
        rows: Iterator[tuple[Cell, ...]] = iter(one.rows)
        yield Sheet(one.name, columns, rows)


def _facts(paper: Tabled, foot: str) -> dict[str, Fact]:
    """The paper as its source finds it; a cell without words is a dash."""
    return {
        "title": paper.title,
        "foot": foot,
        "facts": paper.facts,
        "notes": paper.notes,
        "tables": [
            {
                "title": one.title,
                "widths": [head.width for head in one.heads],
                "heads": [head.indonesian for head in one.heads],
                "rows": [[cell or "-" for cell in row] for row in one.rows],
            }
            for one in paper.tables
        ],
    }
