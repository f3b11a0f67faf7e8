# SPDX-License-Identifier: Apache-2.0
"""`suluh run`: every step of the line that is due."""

import os
import shlex

import typer

from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.case.line.run import run as run_case
from suluh.desk.acting import open_case
from suluh.desk.finding import tell_run
from suluh.desk.options import Actor, CaseArgument
from suluh.desk.printing import say
from suluh.desk.telling import telling
from suluh.model.errors import NotAllThere

MOST_SLOTS = 8
STOPPED = 130
"""Exit code after Ctrl-C."""

app = typer.Typer()


@app.command(epilog="Example: suluh run cases/lp-1")
def run(case: CaseArgument, actor: Actor = None) -> None:
    """Run every step that is due; stop it with Ctrl-C at any time and run again to go on."""
    with open_case(case, actor) as opened:
        left_out = run_and_tell(opened)
        tell_run(Viewer(opened), str(case))
    if left_out is not None:
        raise left_out
    where = shlex.quote(str(case))
    say(f"Done. Next: suluh show {where} deals, or suluh desk {where}")


def run_and_tell(case: Case) -> NotAllThere | None:
    """Run the line and say how far it is; what could not be reached. Ctrl-C ends it with what was kept."""
    try:
        with telling() as tell:
            run_case(case, tell, slots=slots(), engine=os.environ.get("SULUH_ENGINE") or "local")
    except NotAllThere as left_out:
        return left_out
    except KeyboardInterrupt as stopped:
        say("Stopped: what was kept stays; run the same command again to go on.")
        raise typer.Exit(STOPPED) from stopped
    return None


def slots() -> int:
    """How many locked workers this machine feeds."""
    return min(MOST_SLOTS, len(os.sched_getaffinity(0)))
