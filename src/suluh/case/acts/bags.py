# SPDX-License-Identifier: Apache-2.0
"""Reads a list of exhibits, as a unit keeps it in a spreadsheet."""

import csv
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from suluh.case.acts.intake import Bag, Digests, stated_digests
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import acquisitions, exhibits
from suluh.case.location import location
from suluh.model.errors import Misuse
from suluh.model.intake import Acquisition, Exhibit

MUST = ("path", "label", "authority")
MAY = ("acquisition", "holder", "account", "timezone", "digest")


def bags_of(file: Path, tell: Callable[[str], None]) -> list[Bag]:
    """Every exhibit of a list; paths are relative to it. Raises `Misuse` that names the line, before any is added."""
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Misuse(f"{file} is not UTF-8 text ({error.reason}): save it as CSV in UTF-8") from error
    semicolons = text.partition("\n")[0].count(";")
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=";" if semicolons else ",")
    _check_columns(file, tuple(rows.fieldnames or ()))
    bags = [_bag(file, rows.line_num, row, tell) for row in rows]
    if not bags:
        raise Misuse(f"{file} lists no exhibit: write one on each line below its columns")
    return bags


def left_of(case: Case, bags: Sequence[Bag]) -> list[Bag]:
    """What of a list is not in the case yet just as it says: a list that was stopped in the middle goes on."""
    known = {one.label: one for one in exhibits(case.rows)}
    stands = {(one.exhibit, one.name): one for one in acquisitions(case.rows)}
    pairs = [(known.get(bag.label), stands.get((bag.label, bag.acquisition))) for bag in bags]
    return [bag for bag, pair in zip(bags, pairs, strict=True) if not _is_in(case, bag, *pair)]


def _is_in(case: Case, bag: Bag, exhibit: Exhibit | None, acquisition: Acquisition | None) -> bool:
    """Whether an acquisition stands in the case with all that the list says of it, where the list says that it lies."""
    if exhibit is None or acquisition is None:
        return False
    stands = (
        exhibit.authority,
        exhibit.holder,
        exhibit.accounts,
        exhibit.timezone,
        acquisition.stated,
        acquisition.whole,
    )
    said = (bag.authority, bag.holder, bag.accounts, bag.timezone, tuple(sorted(bag.stated)), bag.whole)
    return stands == said and location(case.rows, acquisition) == os.fsencode(bag.path.absolute())


def _check_columns(file: Path, columns: tuple[str, ...]) -> None:
    """Every column is known, and none is missing."""
    strange = [column for column in columns if column not in (*MUST, *MAY)]
    missing = [column for column in MUST if column not in columns]
    if strange or missing:
        wrong = f"does not know the column {strange[0]!r}" if strange else f"misses the column {missing[0]!r}"
        raise Misuse(f"{file}: a list of exhibits {wrong}; it has {', '.join(MUST)} and may have {', '.join(MAY)}")


def _bag(file: Path, line: int, row: Mapping[str | None, str | None], tell: Callable[[str], None]) -> Bag:
    """One exhibit of the list."""
    cells = {name: (row.get(name) or "").strip() for name in (*MUST, *MAY)}
    empty = next((name for name in MUST if not cells[name]), None)
    if empty is not None or None in row:
        raise Misuse(f"{file}, line {line}: {f'{empty} is empty' if empty else 'too many cells'}; nothing was added")
    path = file.parent / cells["path"]
    if not path.exists():
        raise Misuse(f"{file}, line {line}: nothing lies at {path}; nothing was added")
    digests = stated_digests(file.parent / cells["digest"], tell) if cells["digest"] else Digests()
    return Bag(
        path=path,
        label=cells["label"],
        authority=cells["authority"],
        acquisition=cells["acquisition"] or "1",
        holder=cells["holder"] or None,
        accounts=tuple(cells["account"].split()),
        timezone=cells["timezone"] or None,
        stated=digests.stated,
        whole=digests.whole,
    )
