# SPDX-License-Identifier: Apache-2.0
"""Writes papers of a case in both languages, after the ledger entry that says why."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from suluh import __version__
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.keep import Act
from suluh.model.deeds.acts import EXPORT
from suluh.model.dossier.papers import Paper
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.times import utc
from suluh.referral.papers.beside.sheet import TONGUES, Foot, Sheet, set_sheet
from suluh.referral.papers.kinds import called
from suluh.unit.folder import write


def write_sheets(case: Case, sheets: Iterable[Sheet], folder: Path, purpose: str) -> tuple[Path, ...]:
    """Each paper as a PDF in each language; its name holds the form and the code that it is about."""
    seen = case.seen()
    foot = Foot(at=utc(case.acting.now()), tool=f"suluh {__version__}", entry=seen.size, root=seen.short())
    made = [(sheet, tongue, set_sheet(sheet, foot, tongue)) for sheet in sheets for tongue in TONGUES]
    files = {folder / f"{_name(sheet)}-{tongue}.pdf": raw for sheet, tongue, raw in made}
    digest = hashlib.sha256(b"".join(hashlib.sha256(raw).digest() for raw in files.values())).hexdigest()
    forms = " ".join(dict.fromkeys(_name(sheet) for sheet, _, _ in made))
    case.note(Act(EXPORT.word, forms, {"purpose": purpose, "digest": digest}))
    for path, raw in files.items():
        write(path, raw)
    return tuple(files)


def check_folder(folder: Path, purpose: str | None) -> str:
    """The purpose for which papers are written to a folder. Raises `Misuse`."""
    if purpose is None:
        raise Misuse("say why with --purpose: this paper leaves the unit, and its reason stands in the ledger")
    if folder.exists() and not folder.is_dir():
        raise Misuse(f"{folder} is a file: name a folder for the papers")
    return purpose


def paper_line(case: Case, code: str | None) -> str | None:
    """Kind, number and day of a paper by its code; null where none is named. Raises `UnknownObject`."""
    if code is None:
        return None
    for one in typed(case.rows, Paper):
        if one.code == code:
            return f"{called(one.kind).indonesian} {one.number}, {one.date}"
    raise UnknownObject(f"the paper {code} was withdrawn: correct what names it first")


def _name(sheet: Sheet) -> str:
    return sheet.form if sheet.form == "D13" else f"{sheet.form}-{sheet.about}"
