# SPDX-License-Identifier: Apache-2.0
"""`suluh request`: enter requests to the unit, what they ask for item by item, and the answers; write all of it."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.registers.write import write_register
from suluh.desk.acting import open_case, purpose_of
from suluh.desk.options import Actor, Purpose
from suluh.desk.printing import say
from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.papers import Answer, Request, RequestItem

app = group(
    "Enter requests to the unit, what they ask for item by item, and the answers.",
    "suluh request cases/lp-1 add --sender prosecutor --paper paper-7 --received 2026-10-01",
)
typing(app, "add", Request, "suluh request cases/lp-1 add --sender prosecutor --paper paper-7 --received 2026-10-01")
typing(
    app,
    "item",
    RequestItem,
    "suluh request cases/lp-1 item --request request-1 --number 1 --text 'Lengkapi BA penyitaan B-2'",
)
typing(
    app,
    "answer",
    Answer,
    "suluh request cases/lp-1 answer --item requestitem-1 --sentence 'BA ada pada nomor 8' --papers paper-9",
)


@app.command("write", epilog="Example: suluh request cases/lp-1 write register-petunjuk.xlsx --purpose 'P-19 kedua'")
def register(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write: .xlsx.", show_default=False)],
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Write the register of instructions, and their answers as a table for the second dispatch, as XLSX and CSV."""
    with open_case(context.obj, actor) as case:
        for path in write_register(case, "instructions", file, purpose_of(purpose)):
            say(str(path))
