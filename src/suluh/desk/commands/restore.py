# SPDX-License-Identifier: Apache-2.0
"""`suluh restore`: a case from its backup, proved to be the one that was put there."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from suluh.case.safety.packed import UNIT
from suluh.case.safety.restore import Restored
from suluh.case.safety.restore import restore as restore_case
from suluh.desk.acting import acting, now
from suluh.desk.options import Actor, option
from suluh.desk.printing import say
from suluh.model.times import utc

app = typer.Typer()


@app.command(epilog="Example: suluh restore /media/unit/lp-1 cases/lp-1 --actor S-1")
def restore(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the backups lie.", show_default=False)],
    case: Annotated[
        Path, typer.Argument(metavar="CASE", help="The case folder to be made; none may lie there.", show_default=False)
    ],
    of: Annotated[str | None, option("--of", "Which backup; else the newest.", "NAME")] = None,
    actor: Actor = None,
) -> None:
    """Bring a case back, in the key of one of its supervisors, and prove it; nothing that lies there is changed."""
    found = restore_case(folder, case, acting(actor), of)
    for one in found.held.remarks:
        say(f"Note: {one}")
    say(f"Restored case {found.number} to {case} from {found.name}: {told(found)}.")
    held = found.held
    say(
        f"It holds as it was put there: {held.entries:,} entries, {held.rows:,} rows, {held.checkpoints:,} checkpoints."
    )
    for hand in held.hands:
        say(f"Officer {hand.code}, {hand.access}, key {hand.fingerprint}: compare it with what you know of them.")
    if found.unit:
        say(
            f"What the unit's folder held then lies in {case / UNIT}, {found.unit:,} files (statement profiles, "
            "layouts, words, law, templates, public keys, the witness file of this case): copy what this machine lacks."
        )
    if found.beyond:
        say(
            "`suluh verify` names that loss as long as the old lines stand in the witness file: keep its report with "
            "the reason, and put that file aside before anybody goes on in this case."
        )
    say(f"Next: suluh verify {quote(str(case))}")


def told(found: Restored) -> str:
    """How old it is, what is known to have come after it, and whether anything outside shows that it is this case."""
    days = max((now() - found.at).days, 0)
    age = f"made by {found.maker} at {utc(found.at)}, {days:,} days ago, over {found.held.entries:,} entries"
    if found.unwitnessed:
        return f"{age}; the witness file of this unit {found.unwitnessed}, so that nobody can say what came after"
    if found.beyond:
        total = found.held.entries + found.beyond
        lost = f"{age}; the witness file saw entry {total:,}, so that at least {found.beyond:,} entries are rolled back"
        alone = ", and none of its lines is old enough to show that this is the history of the same case"
        return lost if found.compared else lost + alone
    return f"{age}; the witness file of this unit saw nothing after it"
