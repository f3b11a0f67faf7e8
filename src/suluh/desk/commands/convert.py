# SPDX-License-Identifier: Apache-2.0
"""`suluh convert`: an approved package in another form."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.sharing.convert import convert as convert_package
from suluh.desk.printing import say

app = typer.Typer()


@app.command(epilog="Example: suluh convert package-abc partner.jsonld --to case")
def convert(
    package: Annotated[Path, typer.Argument(metavar="PACKAGE", help="The approved package.", show_default=False)],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write.", show_default=False)],
    to: Annotated[
        str,
        typer.Option(
            metavar="FORM", help="case (CASE/UCO in JSON-LD), vics (VICS JSON 2.0) or csv.", show_default=False
        ),
    ],
) -> None:
    """Check an approved package and write it in another form: nothing is in it that the package has not."""
    done = convert_package(package, file, to)
    say(f"Written from package {done.package} alone; the file has SHA-256 {done.digest}.")
    if done.left:
        told = ", ".join(f"{name} {size:,}" for name, size in sorted(done.left.items()))
        say(f"This form has no place for these tables, which are read in the package (rows): {told}.")
    say("It bears no signature: send it with the package, which does.")
