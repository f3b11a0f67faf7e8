# SPDX-License-Identifier: Apache-2.0
"""`suluh law`: enter rows of law that the case goes by, who checked them, holidays, and why something was late."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.clocks.checked import NEEDED, checkers
from suluh.case.clocks.law import check_rows, import_rows
from suluh.desk.acting import open_case, unit_folder
from suluh.desk.options import Actor, option
from suluh.desk.printing import say
from suluh.desk.typed.commands import group, typing
from suluh.desk.typed.lists import listed
from suluh.model.dossier.law import Holiday, Late, LawRow
from suluh.model.errors import Misuse

app = group(
    "Enter rows of law that the case goes by, who checked them, holidays, and why something was late.",
    "suluh law cases/lp-1 holiday --day 2026-12-25 --name Natal",
)


@app.command("import", epilog="Example: suluh law cases/lp-1 import")
def take(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A CSV list; else the unit's law.csv, else the one that comes along."),
    ] = None,
    actor: Actor = None,
) -> None:
    """Put the unit's list of law into the case: new rows are entered, changed ones corrected, and each is named."""
    path = file or unit_folder().law
    if not path.is_file():
        raise Misuse(f"there is no list {path}: name a CSV file, or leave it out for the unit's own")
    with open_case(context.obj, actor) as case:
        taken = import_rows(case, list(listed(path)), path.name)
        counts = checkers(case.rows)
    for word, codes in (("New", taken.new), ("Changed", taken.changed), ("Not in the list", taken.absent)):
        if codes:
            say(f"{word}: {', '.join(codes)}.")
    left = sum(len(officers) < NEEDED for officers in counts.values())
    say(
        f"{len(taken.same):,} rows were there already; {left:,} of {len(counts):,} wait for two officers to check them."
    )
    if left:
        say(f"Next, each of two officers: suluh law {context.obj} check ROW --source TEXT")


@app.command(epilog="Example: suluh law cases/lp-1 check kuhap-60-1 --source 'Lembaran Negara, hlm. 31'")
def check(
    context: typer.Context,
    rows: Annotated[list[str], typer.Argument(metavar="ROW...", help="Rows by their ids.", show_default=False)],
    source: Annotated[str | None, option("--source", "Where you read the text.")] = None,
    actor: Actor = None,
) -> None:
    """Say that you compared rows with the text of the law as they stand; a row counts once two officers did."""
    with open_case(context.obj, actor) as case:
        done = check_rows(case, rows, source or "")
        officers = checkers(case.rows)
    for one in done:
        left = "it counts" if len(officers[one.row]) >= NEEDED else "another officer has to check it too"
        say(f"Checked {one.row} as it stands: {left}.")


typing(
    app,
    "row",
    LawRow,
    "suluh law cases/lp-1 row --law UU --article 1 --kind duty --duty-en Send --duty-id Kirim --start letter --mark R",
)
typing(app, "holiday", Holiday, "suluh law cases/lp-1 holiday --day 2026-12-25 --name Natal")
typing(app, "late", Late, "suluh law cases/lp-1 late --row kuhap-60-1 --event paper-1 --why 'kantor tutup'")
