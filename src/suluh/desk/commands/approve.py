# SPDX-License-Identifier: Apache-2.0
"""`suluh approve`: another officer's key writes the package."""

from typing import Annotated

import typer

from suluh.case.acts.release import approve as approve_draft
from suluh.case.acts.release import find_draft, verify_package
from suluh.desk.acting import open_case
from suluh.desk.leaving import leaving
from suluh.desk.options import Actor, CaseArgument
from suluh.desk.printing import say

app = typer.Typer()


@app.command(epilog="Example: suluh approve cases/lp-1 6mrxandlgvo5w53dcymg5pr36i --actor S-2")
def approve(
    case: CaseArgument,
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The draft's id.", show_default=False)],
    actor: Actor = None,
) -> None:
    """Approve a draft of another officer and write its package."""
    with open_case(case, actor) as opened:
        for line in leaving(find_draft(opened, draft)):
            say(line)
        package = approve_draft(opened, draft)
    found = verify_package(package)
    if found.note:
        say(f"Note for whoever receives it: {found.note}")
    say(f"Wrote {package}. Anybody can check it: suluh verify {package}")
