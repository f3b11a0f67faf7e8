# SPDX-License-Identifier: Apache-2.0
"""`suluh dossier CASE check`: what blocks a dossier, what needs a sentence, and the paper that says so."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.checking import Checked, check_dossier, row_of
from suluh.case.frozen.papers import write_check
from suluh.desk.acting import open_case
from suluh.desk.options import Actor, option
from suluh.desk.printing import json_lines, say
from suluh.model.errors import Misuse

Dossier = Annotated[str | None, option("--dossier", "Only this one; else every dossier of the case.", "CODE")]
To = Annotated[Path | None, option("--to", "Write the result as a paper into this folder, as PDF and XLSX.", "DIR")]


def check(
    *,
    context: typer.Context,
    dossier: Dossier = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object a finding, for scripts.")] = False,
    folder: To = None,
    actor: Actor = None,
) -> None:
    """Check a dossier before it is sent, and exit 1 while anything blocks it."""
    with open_case(context.obj, actor) as case:
        codes = [dossier] if dossier else [one.dossier.code for one in Brief.every(case)]
        if not codes:
            raise Misuse("the case has no dossier: make one with `suluh dossier CASE new`")
        if folder is not None and len(codes) > 1:
            raise Misuse("one paper is of one dossier: name it with --dossier")
        found = [check_dossier(case, one) for one in codes]
        if folder is not None:
            write_check(case, found[0], folder)
    for one in found:
        _json(one) if as_json else _say(one)
    if folder is not None and not as_json:
        say(f"Wrote the result into {folder}.")
    if any(one.blocking for one in found):
        raise typer.Exit(1)


def _json(one: Checked) -> None:
    json_lines(row_of(one.dossier, finding) for finding in one.findings)


def _say(one: Checked) -> None:
    for finding in one.findings:
        law = f" ({finding.rule})" if finding.rule else ""
        say(f"{finding.severity} {finding.number} {finding.where}: {finding.what.english}{law} {finding.next.english}")
    blocking, warnings = len(one.blocking), len(one.warnings)
    say(
        f"{one.dossier}: {blocking} findings block it, {warnings} need a sentence. "
        f"Checked {one.at} at entry {one.size}, root {one.root}."
    )
