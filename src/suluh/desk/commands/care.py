# SPDX-License-Identifier: Apache-2.0
"""`suluh care`: enter who persons are and what those who were hurt need; names of children lie sealed."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.sharing.care import write_care
from suluh.desk.acting import open_case, purpose_of
from suluh.desk.options import Actor, Purpose, option
from suluh.desk.printing import say
from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.care import Identity, Protected, Series, SupportNote

app = group(
    "Enter who persons are and what those who were hurt need; names of children lie sealed.",
    "suluh care cases/lp-1 identity --kind id-card --paper paper-6 --name 'Nama Contoh' --person AK-1 --vault",
)
typing(
    app,
    "identity",
    Identity,
    "suluh care cases/lp-1 identity --kind id-card --paper paper-6 --name 'Nama Contoh' --person AK-1 --vault",
)
typing(app, "series", Series, "suluh care cases/lp-1 series --code SR-1 --contents e3b0c442... --child AK-1")
typing(app, "note", SupportNote, "suluh care cases/lp-1 note --person AK-1 --risk not-known --needs 'pendampingan'")
typing(
    app,
    "protect",
    Protected,
    "suluh care cases/lp-1 protect --accounts telegram:user12 --why 'petugas penyamaran, SP-9'",
)


@app.command("write", epilog="Example: suluh care cases/lp-1 write papers --person AK-1 --purpose 'for LPSK'")
def write(  # every option of the command, each by its name
    *,
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write.", show_default=False)],
    person: Annotated[str | None, option("--person", "The child's code: its note and its summary.", "CODE")] = None,
    series: Annotated[str | None, option("--series", "One series by its code: its summary.", "CODE")] = None,
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Write the note for support (D7) and the summary for restitution (D6) as PDF, in both languages."""
    with open_case(context.obj, actor) as case:
        done = write_care(case, folder, purpose_of(purpose), person=person, series=series)
    for path in done.paths:
        say(str(path))
    for sentence in done.left:
        say(f"Note: {sentence}.")
