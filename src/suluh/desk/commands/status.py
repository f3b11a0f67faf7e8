# SPDX-License-Identifier: Apache-2.0
"""`suluh status`: how a case stands, in a few lines."""

from collections.abc import Iterator
from typing import Annotated

import typer

from suluh.case.gate.viewer import Viewer
from suluh.case.line.due import is_due
from suluh.case.safety.status import Kept, Since, kept
from suluh.desk.acting import now, read_case
from suluh.desk.options import CaseArgument
from suluh.desk.printing import json_lines, say

VOLUME = {
    "encrypted": "The case lies on an encrypted volume ({what}).",
    "plain": "The case lies on {what}, which is not encrypted by Linux: who takes the disk reads the case.",
    "unknown": "Whether the case lies on an encrypted volume ({what}) cannot be seen from here.",
}
app = typer.Typer()


@app.command(epilog="Example: suluh status cases/lp-1")
def status(
    case: CaseArgument,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Say how a case stands: what is due, what waits for a decision, and how it is kept."""
    with read_case(case, None, None) as opened:
        found, paper = kept(opened, now()), opened.paper
        due, waiting = is_due(opened), Viewer(opened).count("waiting")
    if as_json:
        row = {"number": paper.number, "unit": paper.unit, "due": due, "waiting": waiting}
        json_lines([row | _fields(found)])
        return
    say(f"Case {paper.number}, {paper.unit}.")
    say(f"Something was entered that is not worked out yet: suluh run {case}" if due else "All is worked out.")
    say(f"Decisions that wait: {waiting:,}.")
    for line in _lines(found):
        say(line)


def _fields(found: Kept) -> dict[str, object]:
    """How a case is kept, as a script reads it."""
    row: dict[str, object] = {}
    for name, since in (("backup", found.backup), ("checkpoint", found.checkpoint)):
        row |= {
            f"{name}_at": since and since.at,
            f"{name}_days": since and since.days,
            f"{name}_entries": since and since.entries,
            f"{name}_behind": since and since.behind,
        }
    return row | {"volume": found.volume.state, "volume_of": found.volume.what}


def _lines(found: Kept) -> Iterator[str]:
    """The same for a person."""
    yield _line("Last backup", found.backup, "suluh backup CASE DIR")
    yield _line("Newest checkpoint", found.checkpoint, "suluh custody CASE checkpoint")
    yield VOLUME[found.volume.state].format(what=found.volume.what)


def _line(what: str, since: Since | None, command: str) -> str:
    if since is None:
        return f"{what}: none yet ({command})."
    return f"{what}: {since.days:,} days ago ({since.at}), over entry {since.entries:,}; {since.behind:,} came after."
