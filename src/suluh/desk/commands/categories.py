# SPDX-License-Identifier: Apache-2.0
"""`suluh categories`: take back the categories that people gave in their own viewer."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.acts.categories import read_categories
from suluh.desk.acting import open_case
from suluh.desk.options import Actor, CaseArgument
from suluh.desk.printing import say

app = typer.Typer()


@app.command(epilog="Example: suluh categories cases/lp-1 graded.csv --scheme unit --source 'viewer of room 2'")
def categories(
    case: CaseArgument,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="VICS JSON, or CSV with category and any of md5, sha1, sha256; where there are any also scheme, "
            "version, officer, date.",
            show_default=False,
        ),
    ],
    scheme: Annotated[str | None, typer.Option(help="Scheme of categories that name none.", show_default=False)] = None,
    source: Annotated[
        str | None, typer.Option(help="Who or what graded; else the file's name.", show_default=False)
    ] = None,
    actor: Actor = None,
) -> None:
    """Keep the categories of a viewer's file as votes; the whole file is one entry of the ledger."""
    with open_case(case, actor) as opened:
        done = read_categories(opened, file, scheme=scheme, source=source, tell=say)
    say(
        f"{done.rows:,} rows: {done.votes:,} new votes, {done.again:,} that the case holds already, "
        f"{done.ungraded:,} without a category, {done.flaws:,} that could not be used."
    )
