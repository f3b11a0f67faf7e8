# SPDX-License-Identifier: Apache-2.0
"""`suluh worklist`: what a person must still look at, for the unit's own viewer."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.acts.worklist import write_worklist
from suluh.desk.acting import open_case, purpose_of
from suluh.desk.options import Actor, CaseArgument, Purpose
from suluh.desk.printing import say

app = typer.Typer()


@app.command(epilog="Example: suluh worklist cases/lp-1 look.csv --purpose 'viewing on 5 October'")
def worklist(
    case: CaseArgument,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="Where to write: .csv, or .json for VICS 2.0.", show_default=False),
    ],
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Write a work list: labels, paths and hashes, most pressing first, one content a group of near duplicates."""
    with open_case(case, actor) as opened:
        done = write_worklist(opened, file, purpose_of(purpose))
    say(f"{done.looks:,} contents to look at; {done.others:,} near duplicates are named beside them.")
    if done.near_graded:
        say(f"{done.near_graded:,} contents are left out: a near duplicate of each was categorised.")
