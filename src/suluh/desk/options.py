# SPDX-License-Identifier: Apache-2.0
"""Arguments and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

CaseArgument = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)]
Actor = Annotated[
    str | None,
    typer.Option("--actor", metavar="CODE", help="The acting officer; else SULUH_ACTOR.", show_default=False),
]
Purpose = Annotated[
    str | None,
    typer.Option(
        "--purpose",
        metavar="WHY",
        help="Show what identifies persons in full, for this reason; makes a ledger entry. Else SULUH_PURPOSE.",
        show_default=False,
    ),
]
Reason = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Why; kept with the decision.", show_default=False)
]

Corrects = Annotated[
    str | None,
    typer.Option(
        "--corrects",
        metavar="NAME",
        help="What was mistyped: this stands in its place from now on, and both are kept.",
        show_default=False,
    ),
]
WhyCorrected = Annotated[
    str | None,
    typer.Option("--reason", metavar="TEXT", help="Why it is corrected; kept with the act.", show_default=False),
]


class Tongue(StrEnum):
    """The languages of papers."""

    INDONESIAN = "id"
    ENGLISH = "en"


def option(name: str, text: str, metavar: str = "TEXT") -> typer.models.OptionInfo:
    """An option with its help; what it stands at when left out is said in words."""
    found: typer.models.OptionInfo = typer.Option(name, metavar=metavar, help=text, show_default=False)
    return found
