# SPDX-License-Identifier: Apache-2.0
"""`suluh partner`: what stands over a package for a partner abroad, and the draft of a request for legal assistance."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.sharing.partner import write_partner
from suluh.desk.acting import open_case, purpose_of
from suluh.desk.options import Actor, Purpose
from suluh.desk.printing import say
from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.partner import Grade, PartnerNote

app = group(
    "Say on what terms a package goes to a partner, at what risk, what is asked, and how far each row is sure.",
    "suluh partner cases/lp-1 write papers partnernote-1 --purpose 'to the attache'",
)
typing(
    app,
    "note",
    PartnerNote,
    "suluh partner cases/lp-1 note --package abc --number R/7 --channel police --expires 2027-06-30",
)
typing(app, "grade", Grade, "suluh partner cases/lp-1 grade --note partnernote-1 --row R-1 --source A --information 1")


@app.command("write", epilog="Example: suluh partner cases/lp-1 write papers partnernote-1 --purpose 'to the attache'")
def write(
    *,
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write.", show_default=False)],
    note: Annotated[str, typer.Argument(metavar="NOTE", help="The note on the package.", show_default=False)],
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Write D8 from the approved package, in English and Indonesian; for legal assistance a draft in English too."""
    with open_case(context.obj, actor) as case:
        paths = write_partner(case, note, folder, purpose_of(purpose))
    for path in paths:
        say(str(path))
