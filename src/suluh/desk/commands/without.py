# SPDX-License-Identifier: Apache-2.0
"""`suluh without`: what would fall if some exhibits fell."""

from typing import Annotated

import typer

from suluh.case.gate.viewer import Viewer
from suluh.case.views.view import Row
from suluh.case.without.told import NAMED, Falling
from suluh.desk.acting import open_case, purpose_of
from suluh.desk.options import Actor, CaseArgument, Purpose
from suluh.desk.printing import aside, json_lines, say, table

MOST = 500
"""Rows that a terminal shows."""

app = typer.Typer()


@app.command(epilog="Example: suluh without cases/lp-1 B-2")
def without(
    case: CaseArgument,
    exhibits: Annotated[list[str], typer.Argument(metavar="EXHIBIT...", help="Exhibits by label.", show_default=False)],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object a value, for scripts.")] = False,
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Say what would fall or weaken if exhibits fell; nothing of the case is changed."""
    why = purpose_of(purpose)
    with open_case(case, actor) as opened:
        viewer = Viewer(opened, why)
        found = viewer.without(exhibits)
        veil = viewer.veil()
        if veil is not None:
            aside(veil.line)
        if as_json:
            json_lines(found)
            return
        *rows, last = found
    _print(exhibits, rows, last)


def _print(exhibits: list[str], rows: list[Row], last: Row) -> None:
    """A table of what falls and weakens, and the counts of all."""
    told = [row for row in rows if row["what"] not in NAMED]
    if told:
        table(f"without {', '.join(exhibits)}", Falling.shown, told[:MOST])
    if len(told) > MOST:
        say(f"The first {MOST} of {len(told):,}: --json gives all.")
    counts = last["counts"]
    for name, number in counts.items() if isinstance(counts, dict) else ():
        if name != "unread":
            say(f"{name}: {number:,}")
        elif number:
            say(
                f"{number:,} copies would be read in place of files of these exhibits and are out of reach: attach "
                "their disks and ask again, for what they say is missing here"
            )
    if not rows:
        say("Nothing falls and nothing weakens.")
