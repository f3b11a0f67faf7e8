# SPDX-License-Identifier: Apache-2.0
"""Writes the sheet of how a case ended, from what officers typed of defendants, children, packages and requests."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.matrix import code_of
from suluh.case.keep import Act
from suluh.case.papers.parties import Parties
from suluh.case.rights import ANSWER, COUNT, need
from suluh.case.sharing.clean import Clean
from suluh.case.sharing.sheets import check_folder, paper_line, write_sheets
from suluh.case.typed.kinds import wrong_kinds
from suluh.custody.entry import Entry
from suluh.model.after.sharing import Draft, Release
from suluh.model.deeds.acts import READ_END
from suluh.model.dossier.care import Identity, Series, SupportNote
from suluh.model.dossier.charges import Defendant, Ending
from suluh.model.dossier.entered import in_order
from suluh.model.dossier.papers import Answer, Paper, Request, RequestItem, item_state
from suluh.model.errors import NotReady, UnknownObject
from suluh.referral.papers.beside.ending import Asked, Ended, Sent, Whole, ending
from suluh.referral.papers.kinds import called

LETTERS = ("AK", "AS", "A")


def write_ending(case: Case, folder: Path, purpose: str | None) -> tuple[Path, ...]:
    """The sheet in both languages. Raises `Misuse`, `NotAllowed`; `UnknownObject` where no ending is entered."""
    need(case, ANSWER)
    why = check_folder(folder, purpose)
    with case.still() as still:
        whole = _checked(still)
        return write_sheets(still, [ending(whole)], folder, why)


def read_ending(case: Case) -> Whole:
    """How the case ended, for whoever worked on it: it names nobody, and an entry says that they read it.

    Raises `NotAllowed`, `UnknownObject`.
    """
    need(case, COUNT)
    with case.still() as still:
        whole = _checked(still)
        still.note(Act(READ_END.word, "ending", {"digest": _digest(whole)}))
    return whole


def _checked(case: Case) -> Whole:
    """All that the sheet says.

    Raises `UnknownObject` without an ending, `NotReady` for one by a paper of another kind, which an earlier version
    took, `Misuse` where the sheet would name a child.
    """
    endings = typed(case.rows, Ending)
    if not endings:
        raise UnknownObject("no ending is entered: `suluh ending CASE add` enters one for each defendant")
    for wrong in (said for one in endings for said in wrong_kinds(case, one)):
        raise NotReady(wrong)
    whole = _whole(case)
    Clean(case).check_papers(
        [*(one.paper for one in whole.ended), *(one for sent in whole.sent for one in sent.answers)]
    )
    return whole


def _whole(case: Case) -> Whole:
    bare = Whole(
        case=case.paper.number,
        ended=tuple(_ended(case)),
        children=_children(case),
        sent=tuple(_sent(case)),
        asked=tuple(_asked(case)),
    )
    return replace(bare, officers=tuple(_officers(case, _digest(bare))))


def _digest(whole: Whole) -> str:
    """The digest of what the sheet says, but of who read it."""
    return hashlib.sha256(msgspec.json.encode(replace(whole, officers=()), order="sorted")).hexdigest()


def _officers(case: Case, digest: str) -> Iterator[tuple[str, str | None, bool]]:
    """Everybody who signed an entry, with the last time that they read how the case ended."""
    entries = [Entry.read(one.body) for one in case.rows.entries()]
    read = {one.actor: one for one in entries if one.action == READ_END.word}
    for code in sorted({one.actor for one in entries}):
        one = read.get(code)
        yield code, one.at[:10] if one else None, one is not None and one.detail.get("digest") == digest


def _ended(case: Case) -> Iterator[Ended]:
    """Each defendant with the last ending that was entered of them, and the number of the dossier.

    They are called as in D1, but where two would be called alike: those keep the code that officers type.
    """
    last = {one.defendant: one for one in typed(case.rows, Ending)}
    briefs = {one.dossier.code: one for one in Brief.every(case)}
    numbers = {code: one.dossier.number or str(place) for place, (code, one) in enumerate(briefs.items(), 1)}
    parties = Parties(case)
    called = {who.code: code_of(brief, who, parties) for brief in briefs.values() for who in brief.defendants}
    often = Counter(called.values())
    for one in sorted(typed(case.rows, Defendant), key=lambda one: in_order(one.code)):
        end, code = last.get(one.code), called.get(one.code, one.code)
        paper = (paper_line(case, end.paper) or "") if end else ""
        yield Ended(code if often[code] == 1 else one.code, numbers.get(one.dossier, one.dossier), end, paper)


def _children(case: Case) -> tuple[tuple[str, int], ...]:
    """How many children stand under codes, each code once."""
    codes = {one.person for one in typed(case.rows, Identity)} | {one.child for one in typed(case.rows, Series)}
    codes |= {one.person for one in typed(case.rows, SupportNote)}
    counted = Counter((code or "").partition("-")[0] for code in codes)
    return tuple((letters, counted[letters]) for letters in LETTERS)


def _sent(case: Case) -> Iterator[Sent]:
    """Each package in the order of approval, with the papers that say they are about it."""
    answers: dict[str, list[str]] = defaultdict(list)
    for paper in sorted(typed(case.rows, Paper), key=lambda one: (one.date, in_order(one.code))):
        for about in paper.about:
            answers[about].append(f"{called(paper.kind).indonesian} {paper.number}, {paper.date}")
    kinds = {one.id: one.terms.kind if one.terms else "prosecutor" for one in case.nouns(Draft)}
    for one in sorted(case.nouns(Release), key=lambda one: (one.at, one.id)):
        yield Sent(kinds.get(one.draft, "other"), one.at[:10], tuple(answers[one.draft]))


def _asked(case: Case) -> Iterator[Asked]:
    """Items of requests by who asked, each as the register of instructions (D9) has it."""
    senders = {one.code: one.sender for one in typed(case.rows, Request)}
    answered = {one.item for one in typed(case.rows, Answer)}
    states: dict[str, Counter[str]] = defaultdict(Counter)
    for item in typed(case.rows, RequestItem):
        states[senders.get(item.request, "other")][item_state(item, is_answered=item.code in answered)] += 1
    for sender, found in sorted(states.items()):
        yield Asked(sender, found.total(), found["answered"], found["cannot"])
