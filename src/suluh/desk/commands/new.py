# SPDX-License-Identifier: Apache-2.0
"""`suluh new`: start a case folder."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.desk.acting import now, officer_code, unit_folder, unlocked
from suluh.desk.closing import close_to_others
from suluh.desk.options import Actor
from suluh.desk.phrase import Phrase, old_phrase
from suluh.desk.printing import say
from suluh.model.errors import WrongPassphrase
from suluh.model.times import utc
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, officers

app = typer.Typer()


@app.command(epilog="Example: suluh new cases/lp-1 --number LP/1/2026 --unit 'Unit PPA' --actor S-1")
def new(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The folder to make.", show_default=False)],
    number: Annotated[str, typer.Option("--number", help="The case's number, such as LP/1/2026.", show_default=False)],
    unit: Annotated[str, typer.Option("--unit", help="The unit that works on it.", show_default=False)],
    actor: Actor = None,
) -> None:
    """Start a case folder; the acting officer, made if the unit has none, is its supervisor."""
    code, folder = officer_code(actor), unit_folder()
    first = not officers(folder)
    phrase = old_phrase(code, new=first)
    if first:
        _make(folder, code, phrase)
    Case.start(CaseFolder(case), number, unit, unlocked(folder, code, phrase)).close()
    close_to_others(case)
    say(f"Started case {number} in {case}. Next, the paper that allows the work: suluh authority {case} --help")


def _make(folder: UnitFolder, code: str, phrase: Phrase | None) -> None:
    """The first key of a unit: its officer's, whose passphrase is the one that is set."""
    if phrase is None:
        raise WrongPassphrase(f"{code} needs a passphrase: set SULUH_PASSPHRASE or SULUH_PASSPHRASE_FILE")
    add_officer(folder, code, "supervisor", phrase.words, utc(now()))
    said = "" if phrase.whence is None else f"; its passphrase came from {phrase.whence}"
    say(f"Made the key of {code}, supervisor, in {folder.path}{said}.")
