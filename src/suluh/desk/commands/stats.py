# SPDX-License-Identifier: Apache-2.0
"""`suluh stats`: the unit's figures over many cases."""

import csv
from pathlib import Path
from typing import Annotated

import typer

from suluh.case.folder import CaseFolder
from suluh.case.statistics.write import kept, write_statistics
from suluh.desk.acting import unit_folder
from suluh.desk.options import option
from suluh.desk.printing import say
from suluh.model.errors import Misuse

app = typer.Typer()


@app.command(epilog="Example: suluh stats cases figures --provinces provinces.csv")
def stats(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder in which the cases lie.", show_default=False)
    ],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Where to write the tables.", show_default=False)],
    provinces: Annotated[
        Path | None, option("--provinces", "A CSV file with the columns case and province.", "FILE")
    ] = None,
    inside: Annotated[
        bool, typer.Option("--inside", help="For use within the unit: every number as it is, nothing hidden.")
    ] = False,
) -> None:
    """Count over all cases of a folder by year and province; outside the unit no small number can be worked out."""
    cases = sorted(path.parent for path in folder.glob("**/case.db"))
    if not cases:
        raise Misuse(f"no case lies in {folder}: name the folder that holds the case folders")
    folders, unit = [CaseFolder(path) for path in cases], unit_folder()
    for written in write_statistics(folders, out, unit, _provinces(provinces), inside=inside):
        say(str(written))
    if not inside:
        say(f"{kept(unit)} keeps what left the unit: the next tables hide what differs from it by a small number.")


def _provinces(path: Path | None) -> dict[str, str]:
    """The province of each case by its number. Raises `Misuse`."""
    if path is None:
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if not {"case", "province"} <= set(rows.fieldnames or ()):
            raise Misuse(f"{path} has not the columns case and province: name them in its first line")
        named = {(row["case"] or "").strip(): (row["province"] or "").strip() for row in rows}
        return {case: province for case, province in named.items() if province}
