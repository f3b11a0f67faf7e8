# SPDX-License-Identifier: Apache-2.0
"""`suluh export`: the unit's own forms."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.acts.export import export as export_case
from suluh.desk.acting import purpose_of, read_case
from suluh.desk.languages import Language
from suluh.desk.options import Actor, CaseArgument, Purpose
from suluh.desk.printing import say

app = typer.Typer()


@app.command(epilog="Example: suluh export cases/lp-1 forms --purpose 'annex for the prosecutor'")
def export(
    case: CaseArgument,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write.", show_default=False)],
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Write the unit's own forms as XLSX and CSV, for use inside the unit; what goes outside is referred."""
    why = purpose_of(purpose)
    with read_case(case, actor, why) as opened:
        written = export_case(opened, folder, why, Language("id").tell)
    for path in written:
        say(str(path))
