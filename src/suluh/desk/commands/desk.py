# SPDX-License-Identifier: Apache-2.0
"""`suluh desk`: the web pages, on 127.0.0.1."""

import typer

from suluh.desk.acting import open_case, purpose_of
from suluh.desk.options import Actor, CaseArgument, Purpose
from suluh.desk.printing import say
from suluh.desk.web.serve import serve

app = typer.Typer()


@app.command(epilog="Example: suluh desk cases/lp-1 --purpose 'reading the chats of B-1'")
def desk(case: CaseArgument, purpose: Purpose = None, actor: Actor = None) -> None:
    """Open the web pages on this machine alone; the printed address works once."""
    with open_case(case, actor) as opened:
        serve(opened, purpose_of(purpose), say)
