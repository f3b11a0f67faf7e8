# SPDX-License-Identifier: Apache-2.0
"""`suluh run`: every step of the line that is due."""

import os
import shlex
from collections.abc import Callable

import typer

from suluh.case.acts.layouts import accepted_for_unit, take_over_layouts, waiting_layouts
from suluh.case.case import Case
from suluh.case.gate.counting import count_up
from suluh.case.gate.viewer import Viewer
from suluh.case.line.beside import forget, noting
from suluh.case.line.run import run as run_case
from suluh.case.rights import DECIDE, RIGHTS
from suluh.desk.acting import open_case
from suluh.desk.finding import tell_run
from suluh.desk.options import Actor, CaseArgument
from suluh.desk.printing import say
from suluh.desk.telling import telling
from suluh.model.errors import Changed, NotAllThere

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
    """Run the line and say how far it is; what could not be reached. Ctrl-C ends it with what was kept.

    What the unit accepted once of the layouts of statements is decided in this case too, and the line goes on with it.
    """
    try:
        _run(case)
        if take_over(case, say):
            _run(case)
    except NotAllThere as left_out:
        return left_out
    except KeyboardInterrupt as stopped:
        say("Stopped: what was kept stays; run the same command again to go on.")
        raise typer.Exit(STOPPED) from stopped
    return None


def _run(case: Case) -> None:
    try:
        with telling() as tell:
            run_case(case, noting(case.folder, tell), slots=slots(), engine=os.environ.get("SULUH_ENGINE") or "local")
        count_up(case)
    finally:
        forget(case.folder)


def take_over(case: Case, tell: Callable[[str], None]) -> bool:
    """Take over the layouts that the unit accepted, and tell of each; whether there were any.

    An officer who may not decide is told who has to; a file that nobody of the unit signed stops nothing.
    """
    try:
        waiting, known = {digest for digest, _ in waiting_layouts(case)}, accepted_for_unit(case)
        ready = [one for one in known if one.digest in waiting]
        if ready and case.acting.key.public.access not in RIGHTS[DECIDE]:
            tell(f"{len(ready)} layouts of statements are accepted for the unit: an analyst or a supervisor runs once.")
            return False
        taken = take_over_layouts(case) if ready else []
    except Changed as error:
        tell(f"Note: {error}.")
        return False
    for done, one in taken:
        said = f"the layout {one.digest[:16]} is accepted, as {one.by} did for the unit: {one.reason}"
        tell(f"Decision {done.order}: {said}")
    return bool(taken)


def slots() -> int:
    """How many locked workers this machine feeds."""
    return min(MOST_SLOTS, len(os.sched_getaffinity(0)))
