# SPDX-License-Identifier: Apache-2.0
"""`suluh ending`: enter how the case of a defendant ended, and write the sheet of the end of a case."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.sharing.ending import read_ending, write_ending
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


@app.command("read", epilog="Example: suluh ending cases/lp-1 read --actor P-1")
def read(*, context: typer.Context, actor: Actor = None) -> None:
    """Read how the case ended, in codes and numbers; an entry says that you did."""
    with open_case(context.obj, actor) as case:
        whole = read_ending(case)
    for one in whole.ended:
        how = f"{one.ending.kind} {one.ending.date}, {one.paper}" if one.ending else "nothing is entered yet"
        say(f"{one.defendant} of {one.dossier}: {how}")
        if one.ending and (one.ending.restitution_ordered or one.ending.restitution_paid):
            ordered, paid = (
                one.ending.restitution_ordered or "not entered",
                one.ending.restitution_paid or "not entered",
            )
            say(f"  restitution: ordered {ordered}, paid {paid}")
    for letters, size in whole.children:
        say(f"children under {letters}: {size}")
    for package in whole.sent:
        say(f"package for {package.kind} of {package.day}: {'; '.join(package.answers) or 'no answer is entered'}")
    unread = [code for code, day, is_same in whole.officers if day is None or not is_same]
    say(f"Who signed an entry and has not read this yet: {', '.join(unread) or 'nobody'}.")
