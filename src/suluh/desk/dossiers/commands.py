# SPDX-License-Identifier: Apache-2.0
"""Adds the commands on a whole dossier to the group of those by which it is typed."""

import typer

from suluh.desk.dossiers.check import check
from suluh.desk.dossiers.contents import contents, propose
from suluh.desk.dossiers.freeze import copies, freeze, release


def add_commands(app: typer.Typer) -> None:
    """Add them, each with its example."""
    app.command(epilog="Example: suluh dossier cases/lp-1 check --dossier dossier-1")(check)
    app.command(epilog="Example: suluh dossier cases/lp-1 contents dossier-1 --to papers/d1")(contents)
    app.command(epilog="Example: suluh dossier cases/lp-1 propose dossier-1")(propose)
    app.command(epilog="Example: suluh dossier cases/lp-1 freeze dossier-1 D1 papers/d1 --why 19='diingatkan'")(freeze)
    app.command(epilog="Example: suluh dossier cases/lp-1 release written-1 --copy 'Kejaksaan Negeri Contoh'")(release)
    app.command(epilog="Example: suluh dossier cases/lp-1 copies written-1 copies --purpose 'stage I'")(copies)
