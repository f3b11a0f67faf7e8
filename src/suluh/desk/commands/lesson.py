# SPDX-License-Identifier: Apache-2.0
"""`suluh lesson`: what a trainee did in a training case, beside the truth of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, cast

import msgspec
import typer

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import History, authorities
from suluh.case.gate.seal import Seal
from suluh.case.views.deals import Deals
from suluh.case.views.ledger import Ledger
from suluh.case.views.messages import Messages
from suluh.case.views.payments import Payments
from suluh.desk.acting import read_case
from suluh.desk.options import CaseArgument
from suluh.desk.printing import json_lines, say
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.entered import Entered
from suluh.model.people import ONE_CONVERSATION, Decision, Link
from suluh.simulator.lessons.check import check as compared
from suluh.simulator.lessons.check import check_case
from suluh.simulator.lessons.key import read_key
from suluh.simulator.lessons.words import told
from suluh.simulator.lessons.work import Work

HELP = "Training cases: what a trainee did, beside the truth. Nothing of it is kept."
EXAMPLE = "Example: suluh lesson check cases/lesson-1 made-up"
app = typer.Typer(help=HELP, no_args_is_help=True)


@app.callback(epilog=EXAMPLE)
def lesson() -> None:
    """Training cases: what a trainee did, beside the truth. Nothing of it is kept."""


@app.command(epilog=EXAMPLE)
def check(
    *,
    case: CaseArgument,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder that `simulate --lesson` wrote.", show_default=False)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Compare the decisions, papers and answers of a training case with its hidden key, in both languages."""
    key = read_key(folder)
    with read_case(case, None, None) as opened:
        check_case(key, opened.paper.number)
        result = compared(key, _work(opened), Seal(opened.secret).of)
    if as_json:
        json_lines([cast("dict[str, object]", msgspec.to_builtins(result))])
        return
    for line in told(result):
        say(line)


def _work(case: Case) -> Work:
    """What a made-up case holds: it is read whole, for nobody in it exists, and no entry is made."""
    views = {"messages": Messages(), "payments": Payments(), "deals": Deals()}
    return Work(
        rows={name: list(view.rows(case)) for name, view in views.items()},
        links=tuple(one for one in case.nouns(Link) if one.rule != ONE_CONVERSATION),
        decisions=tuple(one for one in case.nouns(Decision) if one.rule != ONE_CONVERSATION),
        entered=tuple(_entered(case)),
        authorities=authorities(case.rows),
        acts=tuple(str(row["at"]) for row in Ledger().rows(case)),
    )


def _entered(case: Case) -> Iterator[Entered]:
    """What stands of everything that was typed, with what was withdrawn."""
    return (one for kind in TYPED for _, one in History(case.rows, kind).standing())
