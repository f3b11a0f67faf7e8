# SPDX-License-Identifier: Apache-2.0
"""`suluh refer`: draft a hash-only package for one recipient."""

from typing import Annotated

import typer

from suluh.case.acts.release import draft, draft_folder
from suluh.desk.acting import open_case
from suluh.desk.options import Actor, CaseArgument
from suluh.desk.printing import say

app = typer.Typer()


@app.command(epilog="Example: suluh refer cases/lp-1 --to prosecutor")
def refer(
    case: CaseArgument,
    recipient: Annotated[str, typer.Option("--to", metavar="RECIPIENT", help="Who receives it.", show_default=False)],
    actor: Actor = None,
) -> None:
    """Draft a package for one recipient, signed by you; another officer approves it."""
    with open_case(case, actor) as opened:
        made = draft(opened, recipient)
        folder = draft_folder(opened, made.id)
    say(f"Drafted {made.id} for {made.recipient}; what would leave has the digest {made.digest}.")
    say(f"Next, another officer reads {folder / 'package.html'}, and then: suluh approve {case} {made.id}")
