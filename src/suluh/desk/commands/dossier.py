# SPDX-License-Identifier: Apache-2.0
"""`suluh dossier`: prepare the dossier of a defendant: charges, elements with their facts, other explanations."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.acts.papers import How, write_papers
from suluh.case.papers.making import FORMS, Wanted
from suluh.desk.acting import now, open_case, purpose_of
from suluh.desk.dossiers.commands import add_commands
from suluh.desk.languages import Language
from suluh.desk.options import Actor, Purpose, Tongue, option
from suluh.desk.printing import say
from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.charges import Alternative, Charge, Defendant, Dossier, Tie
from suluh.model.errors import Misuse

app = group(
    "Prepare the dossier of a defendant: charges, elements with their facts, other explanations.",
    "suluh dossier cases/lp-1 new --title 'Berkas O-1' --exhibits B-1",
)
typing(app, "new", Dossier, "suluh dossier cases/lp-1 new --title 'Berkas O-1' --exhibits B-1")
typing(
    app,
    "defendant",
    Defendant,
    "suluh dossier cases/lp-1 defendant --dossier dossier-1 --accounts whatsapp:+6281234567890 --status-paper paper-5",
)
typing(
    app,
    "charge",
    Charge,
    "suluh dossier cases/lp-1 charge --defendant defendant-1 --law pasal-1 --deed-from 2026-01-01 --deed-to 2026-06-30",
)
typing(
    app,
    "tie",
    Tie,
    "suluh dossier cases/lp-1 tie --charge charge-1 --element 1 --fact paper:paper-4 --side for --sentence 'BAP'",
)
typing(
    app,
    "alternative",
    Alternative,
    "suluh dossier cases/lp-1 alternative --about deal:twglh3htav5ivoridhj5wizxgu --row 4 --state answered",
)
add_commands(app)


@app.command(epilog="Example: suluh dossier cases/lp-1 write papers --purpose 'annexes for stage I' --form D3,D4")
def write(  # noqa: PLR0917 # every argument of the command, each by its name
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder to write to.", show_default=False)],
    purpose: Purpose = None,
    dossier: Annotated[str | None, option("--dossier", "Its defendants and exhibits alone.", "CODE")] = None,
    person: Annotated[
        list[str] | None, option("--person", "An account, or a person's id. Once for each.", "ACCOUNT")
    ] = None,
    form: Annotated[
        list[str] | None, option("--form", f"Which papers, of {', '.join(FORMS)}; all if none is named.", "FORM")
    ] = None,
    copy: Annotated[
        list[str] | None, option("--copy", "Who gets a copy; once for each, in their order.", "RECIPIENT")
    ] = None,
    language: Annotated[Tongue, typer.Option(help="In which language the pages are.")] = Tongue.INDONESIAN,
    sources: Annotated[bool, typer.Option("--sources", help="Digest the exhibits again for D2.")] = False,
    actor: Actor = None,
) -> None:
    """Write the made papers: D3 of each seller, D4 of each buyer, D5 of persons, D2 of the examination."""
    why = purpose_of(purpose)
    if why is None:
        raise Misuse("papers name persons in full: say why with --purpose, which makes one ledger entry")
    forms = [name.strip().upper() for given in form or FORMS for name in given.split(",") if name.strip()]
    wanted = Wanted(forms, dossier, tuple(person or ()), tell=Language("id").tell)
    how = How(why, language.value, tuple(copy or ()), sources)
    with open_case(context.obj, actor) as case:
        paths = write_papers(case, folder, wanted, how, now())
        for path in paths:
            say(str(path))
    for name in sorted(set(forms)) if form else ():
        if not any(path.name.startswith(f"{name}-") for path in paths):
            say(f"No {name} was written: nobody chosen stands there in a confirmed deal; name one with --person")
