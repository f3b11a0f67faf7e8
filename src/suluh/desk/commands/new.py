# SPDX-License-Identifier: Apache-2.0
"""`suluh new`: start a case folder."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.desk.acting import clock, now, officer_code, passphrase, secret, unit_folder
from suluh.desk.options import Actor
from suluh.desk.printing import say
from suluh.model.errors import WrongPassphrase
from suluh.model.times import utc
from suluh.unit.officers import add_officer, officers, unlock

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
    words = passphrase(code, new=first)
    if first:
        if words is None:
            raise WrongPassphrase(f"{code} needs a passphrase: set SULUH_PASSPHRASE or SULUH_PASSPHRASE_FILE")
        add_officer(folder, code, "supervisor", words, utc(now()))
        say(f"Made the key of {code}, supervisor, in {folder.path}.")
    officer = Acting(unlock(folder, code, words), folder, now, clock(), secret())
    Case.start(CaseFolder(case), number, unit, officer).close()
    say(f"Started case {number} in {case}. Next, the paper that allows the work: suluh authority {case} --help")
