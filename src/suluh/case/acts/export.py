# SPDX-License-Identifier: Apache-2.0
"""Writes the unit's own forms, for use inside the unit: masked without a purpose."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from suluh.case.case import Case
from suluh.case.gate.veil import Veil
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.line.due import check_run
from suluh.model.errors import Misuse
from suluh.plugins import find
from suluh.referral.cells import table
from suluh.referral.forms.form import Form
from suluh.referral.sheets import Row, Sheet
from suluh.referral.workbook import write_form
from suluh.unit.folder import write

TOLD = frozenset({"flaws", "files"})
"""Lists whose reasons are sentences of ours; those of decisions are an officer's own words."""


def export(case: Case, folder: Path, purpose: str | None, told: Callable[[str], str] = str) -> tuple[Path, ...]:
    """Every form as XLSX and CSV; with a purpose, in full and after its ledger entries. Raises `Misuse`.

    `told` says a sentence of the case in Indonesian, as far as it can.
    """
    if folder.exists() and not folder.is_dir():
        raise Misuse(f"{folder} is a file: name a folder for the forms")
    with case.still() as still:
        return _export(still, folder, purpose, told)


def _export(case: Case, folder: Path, purpose: str | None, told: Callable[[str], str]) -> tuple[Path, ...]:
    """Every form of a case that stands still: what is written is what was compared with the ledger."""
    check_run(case)
    viewer = Viewer(case, purpose)

    def rows(what: str) -> Iterator[Row]:
        found = viewer.list(what)
        return (row | {"reason_id": told(str(row["reason"] or ""))} for row in found) if what in TOLD else iter(found)

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    written: list[Path] = []
    for form in find("suluh.referral.forms", Form):
        written += write_form(
            counted(form().sheets(rows), viewer.veil()), folder, form.name, case.folder.work, lambda: footer(case)
        )
    written.append(_ledger(case, folder))
    if purpose is not None:
        case.note(Act("export", "forms", {"purpose": purpose, "digest": digest_of(written)}))
    return tuple(sorted(written))


def footer(case: Case) -> str:
    """How far the ledger had grown when the rows of a form were read, as paper shows it."""
    seen = case.seen()
    return f"Buku jejak / Ledger: catatan / entry {seen.size}, akar / root {seen.short()}"


def _ledger(case: Case, folder: Path) -> Path:
    """The table that says for all forms how far the ledger had grown."""
    seen, path = case.seen(), folder / "ledger.csv"
    heads = ("Perkara / Case", "Catatan / Entry", "Akar / Root")
    write(path, table(heads, [(case.paper.number, seen.size, seen.root)]))
    return path


def counted(sheets: Iterator[Sheet], veil: Veil | None) -> Iterator[Sheet]:
    """The tables of a form; each ends with a line that says how many accounts were withheld."""
    for sheet in sheets:
        last = () if veil is None else ((veil.line, *(None for _ in sheet.columns[1:])),)
        yield replace(sheet, rows=chain(sheet.rows, last))


def digest_of(paths: list[Path]) -> str:
    """One digest over everything that was written."""
    seen = hashlib.sha256()
    for path in sorted(paths):
        with path.open("rb") as file:
            seen.update(hashlib.file_digest(file, "sha256").digest())
    return seen.hexdigest()
