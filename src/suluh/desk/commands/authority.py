# SPDX-License-Identifier: Apache-2.0
"""`suluh authority`: enter the paper that allows the work."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from suluh.case.acts.intake import Paper, record_authority
from suluh.case.corrections.correct import Fields, correct_authority
from suluh.case.corrections.outdated import outdated
from suluh.case.corrections.standing_papers import sealed
from suluh.desk.acting import open_case
from suluh.desk.options import Actor, CaseArgument, Corrects, WhyCorrected, option
from suluh.desk.printing import say
from suluh.model.errors import Misuse

MUST = ("kind", "number", "issuer", "date")
"""What every paper has."""

Refuses = Annotated[
    str | None,
    option("--refuses", "Number of the paper that this court does not approve, or annuls: its exhibits are sealed."),
]
app = typer.Typer()


class Kind(StrEnum):
    """Kinds of authority."""

    COURT = "court"
    URGENT = "urgent"
    HANDOVER = "handover"
    REPLY = "reply"


@app.command(
    epilog="Example: suluh authority cases/lp-1 --kind court --number PEN-7 --issuer 'PN Contoh' --date 2026-09-01"
)
def authority(
    *,
    case: CaseArgument,
    kind: Annotated[
        Kind | None, option("--kind", "Court permission, urgent seizure, voluntary handover or reply.", "KIND")
    ] = None,
    number: Annotated[str | None, option("--number", "Its number.")] = None,
    issuer: Annotated[str | None, option("--issuer", "Who issued it.")] = None,
    date: Annotated[str | None, option("--date", "Its date, as 2026-09-30.", "DATE")] = None,
    end: Annotated[str | None, option("--end", "When it ends, if the paper says.", "DATE")] = None,
    scope: Annotated[str | None, option("--scope", "Its scope in words: printed, never interpreted.")] = None,
    covers_from: Annotated[str | None, option("--covers-from", "First day it covers.", "DATE")] = None,
    covers_to: Annotated[str | None, option("--covers-to", "Last day it covers.", "DATE")] = None,
    kinds: Annotated[str | None, option("--kinds", "Kinds of data it covers: media,chat,money,contacts.")] = None,
    exhibits: Annotated[str | None, option("--exhibits", "Exhibits it names: B-1,B-2.")] = None,
    approves: Annotated[
        str | None, option("--approves", "Number of the urgent seizure that this court approves.")
    ] = None,
    refuses: Refuses = None,
    corrects: Corrects = None,
    reason: WhyCorrected = None,
    actor: Actor = None,
) -> None:
    """Enter the paper that allows the work, or correct one: what is not named stays, "" takes away what was stated."""
    words = {
        "kind": None if kind is None else kind.value,
        "number": number,
        "issuer": issuer,
        "date": date,
        "end": end,
        "scope": scope,
        "covers_from": covers_from,
        "covers_to": covers_to,
        "approves": approves,
        "refuses": refuses,
    }
    lists = {"kinds": kinds, "exhibits": exhibits}
    given: dict[str, str | tuple[str, ...] | None] = {
        **{name: text or None for name, text in words.items() if text is not None},
        **{name: _names(text) for name, text in lists.items() if text is not None},
    }
    if corrects is not None:
        _correct(case, actor, corrects, given, reason)
        return
    if reason is not None:
        raise Misuse("--reason says why a paper is corrected: name that paper with --corrects")
    _enter(case, actor, _paper(given))


def _enter(case: Path, actor: str | None, paper: Paper) -> None:
    """Enter a paper, and say what comes next; of one that refuses another, what is sealed by it."""
    with open_case(case, actor) as opened:
        record_authority(opened, paper)
        left = list(outdated(opened.rows)) if paper.refuses else []
        shut = [one.label for one in sealed(opened.rows).values() if one.number == paper.number]
    if paper.refuses is None:
        say(
            f"Entered {paper.number} of {paper.issuer}. "
            f"Next: suluh add {case} PATH --label B-1 --authority {paper.number}"
        )
        return
    for note in left:
        say(f"Note: {note}.")
    say(f"Entered {paper.number} of {paper.issuer}, which refuses {paper.refuses}.")
    say(f"Sealed: {', '.join(shut) or 'no exhibit'}. Next: suluh run {case}")


def _paper(given: Fields) -> Paper:
    """A new paper. Raises `Misuse` for one of which too little is said."""
    for name in MUST:
        if name not in given:
            raise Misuse(f"a paper needs --{name}: say it, or name with --corrects the paper that was mistyped")
    return Paper(**dict[str, Any](given))


def _correct(case: Path, actor: str | None, number: str, given: Fields, reason: str | None) -> None:
    """Correct a paper, and say what changed."""
    for name in MUST:
        if name in given and given[name] is None:
            raise Misuse(f"a paper has its {name}: --{name} cannot be taken away")
    with open_case(case, actor) as opened:
        new, changes = correct_authority(opened, number, given, reason)
        left = list(outdated(opened.rows))
    for change in changes:
        say(change)
    for note in left:
        say(f"Note: {note}.")
    say(f"{new.number} stands in the place of {number} as it was entered. Next: suluh run {case}")


def _names(text: str) -> tuple[str, ...]:
    """Names between commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())
