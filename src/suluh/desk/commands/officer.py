# SPDX-License-Identifier: Apache-2.0
"""`suluh officer add`: an officer's own key."""

from typing import Annotated

import typer

from suluh.desk.acting import now, passphrase, unit_folder
from suluh.desk.printing import say
from suluh.model.errors import WrongPassphrase
from suluh.model.times import utc
from suluh.unit.officers import add_officer

ACCESS = "examiner, analyst, child-protection, supervisor, prosecutor or auditor"
app = typer.Typer(help="Officers' own keys, which belong to the unit and not to one case.", no_args_is_help=True)


@app.callback()
def officer() -> None:
    """Officers' own keys, which belong to the unit and not to one case."""


@app.command(epilog="Example: SULUH_PASSPHRASE_FILE=~/.phrase suluh officer add A-2 --access analyst")
def add(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The officer's code, kept for ever.", show_default=False)],
    access: Annotated[str, typer.Option("--access", metavar="ACCESS", help=f"One of {ACCESS}.", show_default=False)],
) -> None:
    """Make an officer's key; the passphrase is theirs alone and cannot be recovered."""
    words = passphrase(code, new=True)
    if words is None:
        raise WrongPassphrase(f"{code} needs a passphrase: set SULUH_PASSPHRASE or SULUH_PASSPHRASE_FILE")
    unit = unit_folder()
    public = add_officer(unit, code, access, words, utc(now()))
    say(f"Made the key of {code}, {access}, in {unit.path}; its public half is {public.signing.hex()}.")
