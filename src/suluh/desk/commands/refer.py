# SPDX-License-Identifier: Apache-2.0
"""`suluh refer`: draft a hash-only package for one recipient."""

from typing import Annotated

import typer

from suluh.case.acts.hands import may_approve
from suluh.case.acts.release import draft, draft_folder, name_of
from suluh.desk.acting import open_case
from suluh.desk.leaving import approvers, leaving
from suluh.desk.options import Actor, CaseArgument
from suluh.desk.printing import say
from suluh.model.after.sharing import Terms

KINDS = "prosecutor, partner, support, defence, commission or expert"

app = typer.Typer()


@app.command(epilog="Example: suluh refer cases/lp-1 --to prosecutor --name 'Kejaksaan Negeri Contoh'")
def refer(  # one option for each term of a package
    *,
    case: CaseArgument,
    kind: Annotated[str, typer.Option("--to", metavar="KIND", help=f"Who receives it: {KINDS}.", show_default=False)],
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Name of the office.", show_default=False)] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CC", help="The partner's country, such as MY.", show_default=False)
    ] = None,
    person: Annotated[
        str | None,
        typer.Option(metavar="ID", help="The one person it is about: an id, or an account.", show_default=False),
    ] = None,
    request: Annotated[
        str | None, typer.Option(metavar="NUMBER", help="Their request, or 'own initiative'.", show_default=False)
    ] = None,
    basis: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Legal basis of the transfer.", show_default=False)
    ] = None,
    handling: Annotated[
        str | None, typer.Option(metavar="H0-H3", help="Handling code for a partner.", show_default=False)
    ] = None,
    actor: Actor = None,
) -> None:
    """Draft a package for one kind of recipient, signed by you; another officer approves it."""
    terms = Terms(kind=kind, country=country, person=person, request=request, basis=basis, handling=handling)
    with open_case(case, actor) as opened:
        made = draft(opened, name if name is not None else name_of(kind), terms)
        folder = draft_folder(opened, made.id)
        may = may_approve(opened, made.by)
    say(f"Drafted {made.id} for {made.recipient}; what would leave has the digest {made.digest}.")
    for line in leaving(made):
        say(line)
    say(f"Next, {approvers(may, made.by)} reads {folder / 'package.html'}, and then: suluh approve {case} {made.id}")
