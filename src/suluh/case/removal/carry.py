# SPDX-License-Identifier: Apache-2.0
"""Carries a removal out: rows, decisions, packages and free pages of an exhibit go; the ledger keeps that they went.

1. The entry `remove` takes away what officers entered of the exhibit, decisions on what only it held, and what they
   typed of what it holds (`typed_of.py`).
2. What single files of it gave falls, what stays of their batches is signed anew, and all that was worked out falls.
3. Drafts, packages and frozen papers that were made while it stood leave the folder; their rows stay, with digests.
4. The case file is written anew, its log emptied, and index and scratch go. After a kill the same command goes on.
"""

from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.falling import fall
from suluh.case.corrections.standing_papers import sealed
from suluh.case.keep import Act
from suluh.case.lease import lease, turn
from suluh.case.officers import MANY, admissions
from suluh.case.removal.propose import find_proposal
from suluh.case.removal.rested import Rested, frozen_while, rested
from suluh.case.removal.spoken import Spoken
from suluh.case.removal.sweep import sweep
from suluh.case.removal.typed_of import Goes, going, typed_of
from suluh.case.rights import REMOVE, need
from suluh.custody.removal import DOCUMENT, EXHIBIT
from suluh.model.errors import NotAllowed
from suluh.model.ids import make_id
from suluh.model.intake import Removal
from suluh.model.people import Decision
from suluh.model.times import utc


class Carried(NamedTuple):
    """What was removed."""

    removal: Removal
    rested: tuple[Rested, ...]
    """Drafts and packages that were made while the exhibit stood in the case."""

    typed: tuple[str, ...] = ()
    """Codes of what officers typed of it, which stays."""

    gone: tuple[str, ...] = ()
    """Codes of what officers typed of what it holds, which went with it."""

    papers: tuple[str, ...] = ()
    """Codes of papers that were frozen while the exhibit stood: their files left the case folder."""


def carry_out(case: Case, name: str) -> Carried:
    """Remove what a proposal names, as another officer than who proposed it. Raises `NotAllowed`, `CaseIsLocked`."""
    need(case, REMOVE)
    with lease(case.folder), turn(case.folder):
        proposal = find_proposal(case, name)
        removal, goes = _carried(case, proposal), Goes()
        if removal is None:
            removal, goes = _enter(case, proposal)
        fall(case, {DOCUMENT: removal.document, EXHIBIT: removal.exhibit})
        case.checkpoint()
        found = tuple(rested(case.rows, removal))
        papers = tuple(frozen_while(case.rows, removal))
        sweep(case, found, papers)
    stays = typed_of(case.rows, removal.exhibit)
    return Carried(removal, found, stays, goes.codes, tuple(one.code for one in papers))


def _carried(case: Case, proposal: Removal) -> Removal | None:
    """What carried a proposal out already, where a kill came before the end."""
    return next((one for one in case.nouns(Removal) if one.carries == proposal.id), None)


def _enter(case: Case, proposal: Removal) -> tuple[Removal, Goes]:
    _check_another_officer(case, proposal)
    label, key = proposal.exhibit, case.acting.key.code
    made = Removal(
        id=make_id("removal", proposal.id),
        exhibit=label,
        document=proposal.document,
        reason=proposal.reason,
        carries=proposal.id,
        at=utc(case.acting.now()),
        by=key,
    )
    detail = {"removes": proposal.id, "document": proposal.document, "reason": proposal.reason}
    goes = going(case, label)
    replaces = tuple(sorted((*case.book.batches("add", label), *_decisions(case, label), *goes.batches)))
    case.keep(Act("remove", label, detail, replaces=replaces), [made])
    return made, goes


def _check_another_officer(case: Case, proposal: Removal) -> None:
    """Raise `NotAllowed` for who proposed it, under any code, and for whom they let into the case if others could."""
    known, own = admissions(case.rows), case.acting.key.public
    author = known[proposal.by]
    if own.code == proposal.by or own.signing.hex() == author.key or own.box.hex() == author.box:
        raise NotAllowed(f"{proposal.by} proposed this: another officer carries it out, with their own key")
    if len(known) >= MANY and known[own.code].by == proposal.by:
        raise NotAllowed(
            f"{own.code} was admitted by {proposal.by}, who proposed this, and this case has had {len(known)} "
            "officers: let a supervisor carry it out whom somebody else admitted"
        )


def _decisions(case: Case, label: str) -> list[int]:
    """The entries of decisions of which each is about something that only this exhibit held."""
    spoken, shut = Spoken(case.rows, label), label in sealed(case.rows)
    stays: dict[int, bool] = {}
    for batch, one in case.rows.numbered(Decision):
        stays[batch] = stays.get(batch, False) or not spoken.is_about_nothing(one, of_exhibit=not shut)
    return [batch for batch, stay in stays.items() if not stay]
