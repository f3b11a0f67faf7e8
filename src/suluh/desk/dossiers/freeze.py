# SPDX-License-Identifier: Apache-2.0
"""`suluh dossier CASE freeze` and `release`: an author signs a paper, another officer's key lets it out."""

import re
from pathlib import Path
from typing import Annotated

import typer

from suluh.case.acts.hands import may_approve
from suluh.case.frozen.copies import write_copies
from suluh.case.frozen.freeze import Named
from suluh.case.frozen.freeze import freeze as freeze_paper
from suluh.case.frozen.freeze import release as release_paper
from suluh.case.frozen.kept import folder_of
from suluh.desk.acting import open_case, purpose_of
from suluh.desk.languages import Language
from suluh.desk.leaving import approvers
from suluh.desk.options import Actor, Purpose, Tongue, option
from suluh.desk.printing import say
from suluh.model.errors import Misuse

_WHY = re.compile(r"(\d{1,2})=(.*\S.*)", re.DOTALL)


def freeze(
    *,
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="The dossier.", show_default=False)],
    form: Annotated[str, typer.Argument(metavar="FORM", help="Which paper: D1, D2 and so on.", show_default=False)],
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder into which it was written.", show_default=False)
    ],
    why: Annotated[
        list[str] | None,
        option("--why", "What you say of an open warning: its number, and a sentence. Once for each.", "NUMBER=TEXT"),
    ] = None,
    number: Annotated[str | None, option("--number", "The number that the paper bears.")] = None,
    replaces: Annotated[
        str | None, option("--replaces", "The frozen paper in whose place it stands.", "WRITTEN")
    ] = None,
    actor: Actor = None,
) -> None:
    """Sign a paper exactly as it was written; refused while a check blocks it."""
    with open_case(context.obj, actor) as case:
        made = freeze_paper(case, code, form, folder, _said(why or []), Named(number, replaces, Language("id").tell))
        place, may = folder_of(case.folder, made), may_approve(case, made.by)
    say(f"Froze {form} of {code} as {made.code}, digest {made.digest}.")
    say(f"Next, {approvers(may, made.by)} reads {place}, and then: suluh dossier {context.obj} release {made.code}")


def release(
    *,
    context: typer.Context,
    written: Annotated[str, typer.Argument(metavar="WRITTEN", help="The frozen paper.", show_default=False)],
    copy: Annotated[
        list[str] | None, option("--copy", "Who gets a copy; they are numbered in this order. Once for each.", "WHO")
    ] = None,
    actor: Actor = None,
) -> None:
    """Release a frozen paper of another officer, in numbered copies."""
    with open_case(context.obj, actor) as case:
        made = release_paper(case, written, copy or [])
    say(f"Released {written} as {made.code}, digest {made.digest}.")
    for number, who in enumerate(made.copies, 1):
        say(f"Copy {number} of {len(made.copies)}: {who}")
    say(f"Next: suluh dossier {context.obj} copies {written} DIR --purpose TEXT")


def copies(
    context: typer.Context,
    written: Annotated[str, typer.Argument(metavar="WRITTEN", help="The released paper.", show_default=False)],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder to write to.", show_default=False)],
    purpose: Purpose = None,
    language: Annotated[Tongue, typer.Option(help="In which language the pages are.")] = Tongue.INDONESIAN,
    actor: Actor = None,
) -> None:
    """Write the copies of a released paper, each page with its number and whose it is."""
    why = purpose_of(purpose)
    if why is None:
        raise Misuse("papers name persons in full: say why with --purpose, which makes one ledger entry")
    with open_case(context.obj, actor) as case:
        done = write_copies(case, written, folder, why, language.value)
    for path in done.paths:
        say(str(path))
    for name in done.bare:
        say(f"Note: {name} bears no number, for it was not made here: write it on by hand.")
    if done.changed:
        say(f"Note: {written} no longer agrees with {', '.join(done.changed)}.")


def _said(texts: list[str]) -> dict[int, str]:
    """The sentence on each warning. Raises `Misuse`."""
    found: dict[int, str] = {}
    for text in texts:
        parts = _WHY.fullmatch(text)
        if parts is None:
            raise Misuse(f"{text!r} is no sentence on a warning: write --why 19='reminded on 2026-09-30'")
        found[int(parts[1])] = parts[2]
    return found
