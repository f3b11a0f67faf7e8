# SPDX-License-Identifier: Apache-2.0
"""`suluh backup`: a whole copy of a case that only its supervisors can open."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.safety.backup import back_up
from suluh.case.safety.held import check_whole, files_in
from suluh.desk.acting import acting, open_case
from suluh.desk.options import Actor, CaseArgument
from suluh.desk.printing import remark, say
from suluh.model.errors import BrokenCustody

app = typer.Typer()


@app.command(epilog="Example: suluh backup cases/lp-1 /media/unit/lp-1")
def backup(
    case: CaseArgument,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where the backups of this case lie.", show_default=False)
    ],
    actor: Actor = None,
) -> None:
    """Make a backup, sealed for the supervisors of the case and read back; others may work meanwhile."""
    with open_case(case, actor) as opened:
        made = back_up(opened, folder)
    for one in made.remarks:
        remark(f"Note: {one}")
    how = "opened again and compared" if made.is_opened else "read again and compared, which needs no supervisor"
    beside = f", beside {made.others:,} earlier" if made.others else ""
    say(f"Made {made.path} of {made.entries:,} entries, {made.size:,} bytes{beside}: {how}.")
    say(
        f"It opens with the key and passphrase of {', '.join(made.supervisors)}, and with nothing else: keep a copy of "
        "their CODE.key, from SULUH_HOME/officers, on a disk that is neither this one nor that of the backup."
    )


def tell_backups(path: Path, actor: str | None) -> None:
    """Check a backup, or each of a folder: whole with the key of a supervisor. Raises the first `BrokenCustody`."""
    key = None if actor is None else acting(actor).key
    faults: list[BrokenCustody] = []
    for one in files_in(path):
        try:
            foot = check_whole(one, key)
        except BrokenCustody as error:
            faults.append(error)
            remark(str(error))
            continue
        how = "opened and compared, file by file" if key else "its blocks are those that were signed"
        opens = ", ".join(each.code for each in foot.sealed)
        say(
            f"{one.name} is whole ({how}): {foot.entries:,} entries, by {foot.maker} at {foot.at}; {opens} can open it."
        )
    if faults:
        raise faults[0]
    if key is None:
        say("Whether it opens shows only a supervisor's key: name one with --actor, or restore it.")
