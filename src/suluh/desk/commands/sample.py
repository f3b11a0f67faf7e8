# SPDX-License-Identifier: Apache-2.0
"""`suluh sample`: some contents drawn by chance, to count by."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.acts.sample import MOST, draw_sample
from suluh.desk.acting import open_case, purpose_of
from suluh.desk.options import Actor, CaseArgument, Purpose
from suluh.desk.printing import say

app = typer.Typer()


@app.command(epilog="Example: suluh sample cases/lp-1 sample.csv --size 300 --seed 2026-10-05 --purpose 'first count'")
def sample(
    *,
    case: CaseArgument,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="Where to write: .csv, or .json for VICS 2.0.", show_default=False),
    ],
    size: Annotated[
        int, typer.Option(metavar="N", help=f"How many contents to draw, at most {MOST:,}.", show_default=False)
    ],
    seed: Annotated[
        str,
        typer.Option(
            metavar="S",
            help="What the draw hangs on: agree on it first, draw once, and never choose.",
            show_default=False,
        ),
    ],
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Draw contents that wait for a look, to count by and for nothing else: all that wait stay in the queue."""
    with open_case(case, actor) as opened:
        drawn = draw_sample(opened, file, size=size, seed=seed, purpose=purpose_of(purpose))
    contents = sum(one.contents for one in drawn.strata)
    files = sum(one.files for one in drawn.strata)
    say(
        f"What waits for a look: {files:,} files, {contents:,} distinct contents, {drawn.groups:,} groups of near "
        "duplicates, 0 categorised."
    )
    parts = "; ".join(f"{one.exhibit} {len(one.drawn):,} of {one.contents:,}" for one in drawn.strata)
    say(f"Drawn: {sum(len(one.drawn) for one in drawn.strata):,} contents ({parts}).")
    say(
        f"A sample counts and does nothing else: all {contents:,} contents stay in the queue. Never use it to decide "
        "where a child may be found, or that nobody need look."
    )
    say("Next: grade every row of it in your own viewer; then suluh categories CASE FILE and suluh show CASE samples.")
