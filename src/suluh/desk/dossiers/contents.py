# SPDX-License-Identifier: Apache-2.0
"""`suluh dossier CASE contents` and `propose`: what a dossier holds and lacks, and what might be tied."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.contents import contents as contents_of
from suluh.case.dossiers.propose import candidates
from suluh.case.frozen.papers import write_d1
from suluh.case.rights import READ, need
from suluh.desk.acting import open_case
from suluh.desk.options import Actor, option
from suluh.desk.printing import say, table

Code = Annotated[str, typer.Argument(metavar="CODE", help="The dossier.", show_default=False)]
To = Annotated[Path | None, option("--to", "Write it as D1 into this folder, as PDF and XLSX.", "DIR")]


def contents(*, context: typer.Context, code: Code, folder: To = None, actor: Actor = None) -> None:
    """List what a dossier holds, and what is missing; with --to, write D1."""
    with open_case(context.obj, actor) as case:
        need(case, READ)
        rows = [
            {
                "no": one.number,
                "content": one.title.english,
                "paper": one.paper,
                "number": one.said,
                "date": one.date,
                "pages": one.pages,
                "state": one.state,
            }
            for one in contents_of(Brief.of(case, code))
        ]
        if folder is not None:
            write_d1(case, code, folder)
    table(f"contents of {code}", tuple(rows[0]), rows)
    if folder is not None:
        say(f"Wrote D1 into {folder}. Next: suluh dossier {context.obj} freeze {code} D1 {folder}")


def propose(*, context: typer.Context, code: Code, actor: Actor = None) -> None:
    """List facts that might be tied to a dossier; nothing is tied."""
    with open_case(context.obj, actor) as case:
        need(case, READ)
        brief = Brief.of(case, code)
        found = list(candidates(brief))
    rows = [{"defendant": one.defendant, "fact": one.fact, "why": one.why.english} for one in found]
    if not brief.defendants:
        say(f"{code} has no defendant yet, so nothing can be proposed: `suluh dossier CASE defendant --dossier {code}`")
        return
    table(f"facts that might be tied to {code}: {len(rows)}", ("defendant", "fact", "why"), rows)
    if not rows and not brief.ties:
        say("No deal of a defendant is confirmed. What was decided of deals counts from the next `suluh run` on.")
    say("Nothing was tied: tie what carries an element with `suluh dossier CASE tie`.")
