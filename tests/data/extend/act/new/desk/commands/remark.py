# SPDX-License-Identifier: Apache-2.0
"""`suluh remark`: what an officer remarks on an exhibit."""

from typing import Annotated

import typer
from suluh.case.acts.remark import remark as enter

from suluh.desk.acting import open_case
from suluh.desk.options import Actor, CaseArgument
from suluh.desk.printing import say

app = typer.Typer()


@app.command(epilog="Example: suluh remark cases/lp-1 B-1 'seal broken on arrival'")
def remark(
    case: CaseArgument,
    exhibit: Annotated[str, typer.Argument(help="The exhibit.", show_default=False)],
    text: Annotated[str, typer.Argument(help="What to remark.", show_default=False)],
    actor: Actor = None,
) -> None:
    """Enter a remark on an exhibit."""
    with open_case(case, actor) as opened:
        made = enter(opened, exhibit, text)
    say(f"Remark on {made.exhibit} kept.")
