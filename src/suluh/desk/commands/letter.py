# SPDX-License-Identifier: Apache-2.0
"""`suluh letter`: enter letters that ask others for records, and what came back; write their register, remind."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.registers.write import write_register, write_reminder
from suluh.desk.acting import open_case, purpose_of
from suluh.desk.options import Actor, Purpose
from suluh.desk.printing import say
from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.papers import Letter, Reply

app = group(
    "Enter letters that ask others for records, and what came back.",
    "suluh letter cases/lp-1 new --to 'Bank Contoh' --kind bank --paper paper-3 --sent 2026-09-02",
)
typing(
    app,
    "new",
    Letter,
    "suluh letter cases/lp-1 new --to 'Bank Contoh' --kind bank --paper paper-3 --sent 2026-09-02",
)
typing(app, "reply", Reply, "suluh letter cases/lp-1 reply --letter letter-1 --received 2026-09-20 --exhibit B-4")


@app.command("write", epilog="Example: suluh letter cases/lp-1 write register-surat.xlsx --purpose 'gelar perkara'")
def register(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write: .xlsx.", show_default=False)],
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Write the register of letters, with the buyers whose own side no reply shows, as XLSX and CSV."""
    with open_case(context.obj, actor) as case:
        for path in write_register(case, "letters", file, purpose_of(purpose)):
            say(str(path))


@app.command(epilog="Example: suluh letter cases/lp-1 remind letter-1 pengingat.docx --purpose 'surat kedua'")
def remind(
    context: typer.Context,
    letter: Annotated[str, typer.Argument(metavar="LETTER", help="The letter by its code.", show_default=False)],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write: .docx.", show_default=False)],
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Write a reminder as DOCX by the unit's wording; what comes from the case stands in grey brackets."""
    with open_case(context.obj, actor) as case:
        say(str(write_reminder(case, letter, file, purpose_of(purpose))))
