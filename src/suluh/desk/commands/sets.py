# SPDX-License-Identifier: Apache-2.0
"""`suluh sets add`: give a hash set to a case."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from suluh.case.sets import add_set
from suluh.desk.acting import open_case
from suluh.desk.options import Actor, CaseArgument
from suluh.desk.printing import say

app = typer.Typer(help="The unit's own hash sets; Suluh ships none.", no_args_is_help=True)


class Kind(StrEnum):
    """What a set holds."""

    KNOWN = "known"
    BENIGN = "benign"


@app.callback()
def sets() -> None:
    """The unit's own hash sets; Suluh ships none."""


@app.command(
    epilog="Example: suluh sets add cases/lp-1 lists/known.csv --as known --name 'unit list' --version 2026-09"
)
def add(
    case: CaseArgument,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="CSV with any of md5, sha1, sha256, pdq, category, name.", show_default=False
        ),
    ],
    kind: Annotated[Kind, typer.Option("--as", help="Known material, or ordinary files.", show_default=False)],
    name: Annotated[str | None, typer.Option(help="Its name; else the file's.", show_default=False)] = None,
    version: Annotated[str | None, typer.Option(help="Its version or date.", show_default=False)] = None,
    actor: Actor = None,
) -> None:
    """Give a hash set to the case; a known set is kept encrypted in the unit's folder."""
    with open_case(case, actor) as opened:
        kept = add_set(opened, file, kind=kind.value, name=name, version=version, tell=say)
    say(f"Added {kept.name}: {kept.entries:,} entries, {kept.flaws:,} rows that could not be used.")
