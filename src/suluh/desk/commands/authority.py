# SPDX-License-Identifier: Apache-2.0
"""`suluh authority`: enter the paper that allows the work."""

from enum import StrEnum
from typing import Annotated

import typer

from suluh.case.intake import Paper, record_authority
from suluh.desk.acting import open_case
from suluh.desk.options import Actor, CaseArgument, option
from suluh.desk.printing import say

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
    kind: Annotated[Kind, option("--kind", "Court permission, urgent seizure, voluntary handover or reply.", "KIND")],
    number: Annotated[str, option("--number", "Its number.")],
    issuer: Annotated[str, option("--issuer", "Who issued it.")],
    date: Annotated[str, option("--date", "Its date, as 2026-09-30.", "DATE")],
    end: Annotated[str | None, option("--end", "When it ends, if the paper says.", "DATE")] = None,
    scope: Annotated[str | None, option("--scope", "Its scope in words: printed, never interpreted.")] = None,
    covers_from: Annotated[str | None, option("--covers-from", "First day it covers.", "DATE")] = None,
    covers_to: Annotated[str | None, option("--covers-to", "Last day it covers.", "DATE")] = None,
    kinds: Annotated[str | None, option("--kinds", "Kinds of data it covers: media,chat,money,contacts.")] = None,
    exhibits: Annotated[str | None, option("--exhibits", "Exhibits it names: B-1,B-2.")] = None,
    approves: Annotated[
        str | None, option("--approves", "Number of the urgent seizure that this court approves.")
    ] = None,
    actor: Actor = None,
) -> None:
    """Enter the paper that allows the work; an exhibit without one is refused."""
    paper = Paper(
        kind=kind.value,
        number=number,
        issuer=issuer,
        date=date,
        end=end,
        scope=scope,
        covers_from=covers_from,
        covers_to=covers_to,
        kinds=_names(kinds),
        exhibits=_names(exhibits),
        approves=approves,
    )
    with open_case(case, actor) as opened:
        record_authority(opened, paper)
    say(f"Entered {number} of {issuer}. Next: suluh add {case} PATH --label B-1 --authority {number}")


def _names(text: str | None) -> tuple[str, ...]:
    """Names between commas."""
    return tuple(name.strip() for name in (text or "").split(",") if name.strip())
