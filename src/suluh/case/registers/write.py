# SPDX-License-Identifier: Apache-2.0
"""Writes registers as XLSX and CSV, and reminders as DOCX, for use inside the unit: masked without a purpose."""

from collections.abc import Callable, Iterator
from pathlib import Path

from suluh.case.acts.export import counted, digest_of, footer
from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.views.view import Row
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.intake import CasePaper
from suluh.referral.registers import instructions, letters
from suluh.referral.registers.docx import fields_of, letter
from suluh.referral.sheets import Lists, Sheet
from suluh.referral.words import both
from suluh.referral.workbook import write_form
from suluh.unit.folder import UnitFolder, write

Register = Callable[[Lists], Iterator[Sheet]]
REGISTERS: dict[str, Register] = {"instructions": instructions.sheets, "letters": letters.sheets}
"""The registers by what they hold."""

WHOLE = "seluruh catatan yang diminta"
"""What is missing where no reply came."""

NAMES = (
    *("number", "to", "sent", "accounts", "records", "asked_from", "asked_to"),
    *("basis", "days", "state", "lacks", "unit", "case"),
)
"""The fields that a wording may ask for."""


def write_register(case: Case, what: str, file: Path, purpose: str | None) -> tuple[Path, ...]:
    """A register as a workbook with one CSV a table; with a purpose, in full and after its ledger entries."""
    _check(file, ".xlsx")
    with case.still() as still:
        viewer = Viewer(still, purpose)
        sheets = counted(REGISTERS[what](viewer.list), viewer.veil())
        written = write_form(sheets, file.parent, file.stem, still.folder.work, lambda: footer(still))
        _note(still, what, purpose, written)
    return written


def write_reminder(case: Case, code: str, file: Path, purpose: str | None) -> Path:
    """The reminder of a letter as DOCX, for an officer to confirm each field of. Raises `Misuse`, `UnknownObject`."""
    _check(file, ".docx")
    wording = _wording(case.acting.unit)
    with case.still() as still:
        rows = {str(row["id"]): row for row in Viewer(still, purpose).list("correspondence")}
        if code not in rows:
            raise UnknownObject(f"the case has no letter {code}: `suluh show CASE letters` lists them")
        if rows[code]["state"] == "answered":
            raise Misuse(f"{code} is answered, and nothing that it asked for is missing: there is nothing to remind of")
        write(file, letter(wording, _fields(rows[code], still.paper)))
        _note(still, code, purpose, (file,))
    return file


def _wording(unit: UnitFolder) -> str:
    """The unit's own wording, else the one that comes along. Raises `Misuse` for a field that nobody fills."""
    path = unit.wording("reminder")
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise Misuse(f"{path} is no text in UTF-8: save the wording anew") from error
    unknown = sorted(fields_of(text) - set(NAMES))
    if unknown:
        raise Misuse(f"{path} asks for {{{unknown[0]}}}, which nobody fills: it may ask for {', '.join(NAMES)}")
    return text


def _fields(row: Row, paper: CasePaper) -> dict[str, str]:
    """What a wording is filled with; what is not known stays empty."""
    lacks, accounts, records = row["lacks_id"], row["accounts"], row["records"]
    shown = {name: str(row[name]) for name in NAMES if name in row and row[name] is not None}
    return {
        **shown,
        "accounts": "\n".join(map(str, accounts)) if isinstance(accounts, list) else "",
        "records": ", ".join(map(str, records)) if isinstance(records, list) else "",
        "lacks": "\n".join(map(str, lacks)) if isinstance(lacks, list) and lacks else WHOLE,
        "state": both(str(row["state"])).partition(" / ")[0],
        "unit": paper.unit,
        "case": paper.number,
    }


def _check(file: Path, ending: str) -> None:
    """Raise `Misuse` for a place where nothing can be written under this name."""
    if file.suffix != ending:
        raise Misuse(f"{file} does not end in {ending}: that is what is written")
    if file.is_dir() or not file.parent.is_dir():
        raise Misuse(f"{file} cannot be written: name a file in a folder that is there")


def _note(case: Case, what: str, purpose: str | None, written: tuple[Path, ...]) -> None:
    """Enter what left in full, with the digest of what was written."""
    if purpose is not None:
        case.note(Act("export", what, {"purpose": purpose, "digest": digest_of(list(written))}))
