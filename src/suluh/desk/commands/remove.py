# SPDX-License-Identifier: Apache-2.0
"""`suluh remove`: take out of a case, for good and by law, what it holds of an exhibit."""

from typing import Annotated

import typer

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import sealed
from suluh.case.removal.carry import Carried, carry_out
from suluh.case.removal.propose import propose, waiting
from suluh.desk.acting import open_case
from suluh.desk.options import Actor, CaseArgument, option
from suluh.desk.printing import say
from suluh.model.errors import Misuse

app = typer.Typer()


@app.command(epilog="Example: suluh remove cases/lp-1 --exhibit B-2 --document PEN-9 --reason 'seizure annulled'")
def remove(
    *,
    case: CaseArgument,
    exhibit: Annotated[str | None, option("--exhibit", "The exhibit's label.", "LABEL")] = None,
    document: Annotated[str | None, option("--document", "Number of the document that orders it.", "NUMBER")] = None,
    reason: Annotated[str | None, option("--reason", "Why; kept in the ledger.")] = None,
    carries: Annotated[
        str | None, option("--carry-out", "Carry a proposal of another officer out; needs a supervisor.", "PROPOSAL")
    ] = None,
    actor: Actor = None,
) -> None:
    """Propose to remove an exhibit by law, carry that out with a second key, or list both."""
    given = (exhibit, document, reason)
    with open_case(case, actor) as opened:
        if carries is not None:
            if any(one is not None for one in given):
                raise Misuse("--carry-out stands alone: exhibit, document and reason are those of the proposal")
            _tell(carry_out(opened, carries))
        elif exhibit is not None and document is not None:
            made = propose(opened, exhibit, document, reason)
            say(f"Proposed {made.id}: to remove {exhibit} under {document}. Nothing was removed yet.")
            say(f"Next, see `suluh without {case} {exhibit}`; then another officer, who is a supervisor:")
            say(f"suluh remove {case} --carry-out {made.id}")
        elif any(one is not None for one in given):
            raise Misuse("a removal needs --exhibit, --document and --reason; or give --carry-out PROPOSAL")
        else:
            _list(opened)


def _tell(done: Carried) -> None:
    """What was removed, and who holds a package that rested on it."""
    one = done.removal
    say(
        f"Removed {one.exhibit} under {one.document}: what was read from it is gone, and the ledger keeps that it went."
    )
    if done.gone:
        say(f"What officers typed of what it holds went with it: {', '.join(done.gone)}.")
    if done.papers:
        say(f"Papers that were frozen while it stood are gone from the case folder: {', '.join(done.papers)}.")
        say("Copies of them that left the unit are not reached: ask for them back.")
    if done.typed:
        say(f"Officers typed of it, and that stays: {', '.join(done.typed)}. See whether the document reaches it too.")
    for each in done.rested:
        if each.left_at is None:
            say(f"Draft {each.draft} for {each.recipient} rested on it and is gone.")
        else:
            say(
                f"Package {each.draft} left for {each.recipient} at {each.left_at} and rested on it: its copy here is "
                "gone, ask them for theirs"
            )
    say(
        "Not reached: the medium itself, backups, exported forms and lists, the unit's own hash sets, and words that "
        "entries of the ledger quote. Next: suluh run"
    )


def _list(case: Case) -> None:
    """Proposals that wait, and exhibits that are sealed."""
    proposals, shut = list(waiting(case)), sealed(case.rows)
    for one in proposals:
        say(f"{one.id}: {one.by} proposed at {one.at} to remove {one.exhibit} under {one.document}: {one.reason}")
    for seal in shut.values():
        how = "removed under" if seal.removal else "sealed by"
        say(f"{seal.label}: {how} {seal.number}, entry {seal.since}")
    if not proposals and not shut:
        say("No removal was proposed, and no exhibit is sealed.")
