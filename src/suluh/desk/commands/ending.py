# SPDX-License-Identifier: Apache-2.0
"""`suluh ending`: enter how the case of a defendant ended, and write the sheet of the end of a case."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.sharing.ending import write_ending
from suluh.desk.acting import open_case, purpose_of
from suluh.desk.options import Actor, Purpose
from suluh.desk.printing import say
from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.charges import Ending

app = group(
    "Enter how the case of a defendant ended, and write the sheet of the end of a case.",
    "suluh ending cases/lp-1 add --defendant defendant-1 --kind putusan --paper paper-20 --date 2027-01-10",
)
typing(
    app,
    "add",
    Ending,
    "suluh ending cases/lp-1 add --defendant defendant-1 --kind putusan --paper paper-20 --date 2027-01-10",
)


@app.command("write", epilog="Example: suluh ending cases/lp-1 write papers --purpose 'end of the case'")
def write(
    *,
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write.", show_default=False)],
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Write the sheet of the end of a case (D13) as PDF, in both languages."""
    with open_case(context.obj, actor) as case:
        paths = write_ending(case, folder, purpose_of(purpose))
    for path in paths:
        say(str(path))
