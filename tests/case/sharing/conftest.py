# SPDX-License-Identifier: Apache-2.0
"""The made-up case of the packages with a child's identity, series, notes, a decided deal and an ending."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from tests.custody.every_noun import clock, officer, work_out
from tests.referral import made
from tests.referral.made import ANI, LILI, NAMES, ONE, THREE, TWO_
from tests.referral.terms import TERMS

from suluh.case.acts.admit import admit
from suluh.case.acts.release import approve, draft
from suluh.case.case import Acting, Case
from suluh.case.typed.enter import enter
from suluh.model.body import Noun
from suluh.model.dossier.care import Identity, Series, SupportNote
from suluh.model.dossier.charges import Defendant, Dossier, Ending
from suluh.model.dossier.papers import Paper, Request, RequestItem
from suluh.model.trade import Deal
from suluh.unit.folder import UnitFolder

JUDGED = ("confirmed", None, "rejected", "confirmed")
"""What officers said of the four deals, in their order."""


def pages(path: Path) -> str:
    """All words of a PDF, on one line."""
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    unit = UnitFolder(tmp_path / "unit")
    author, approver = officer(unit, "S-1"), officer(unit, "S-2")
    whole = made.worked_out

    def judged() -> list[Noun]:
        answers = iter(JUDGED)
        return [replace(one, judgement=next(answers)) if isinstance(one, Deal) else one for one in whole()]

    monkeypatch.setattr(made, "worked_out", judged)
    opened = made.made_case(tmp_path / "case", unit, author)
    admit(opened, approver.public)
    type_all(opened)
    work_out(opened)
    partner = draft(opened, "Kantor", TERMS["partner"]).id
    opened.close()
    other = Case.open(opened.folder, Acting(approver, unit, clock()))
    approve(other, partner)
    other.close()
    again = Case.open(opened.folder, Acting(author, unit, clock()))
    enter(again, Paper, [{**PAPER, "number": "J/9", "about": (partner,)}])
    yield again
    again.close()


PAPER = {"kind": "surat", "number": "B/7", "date": "2026-02-01"}


def type_all(case: Case) -> None:
    enter(case, Paper, [{**PAPER, "kind": "BAP-anak"}, {**PAPER, "kind": "pemberitahuan", "number": "B/8"}])
    who = {"kind": "BAP", "paper": "paper-1", "name": NAMES[LILI], "vault": True, "person": "AK-1"}
    enter(case, Identity, [{**who, "accounts": (LILI,)}])
    enter(case, Series, [{"code": "SR-1", "contents": (ONE, TWO_), "child": "AK-1"}])
    enter(case, Series, [{"code": "SR-2", "contents": (THREE,), "child": "AK-1"}])
    note = {"person": "AK-1", "risk": "yes", "why": "tinggal serumah", "needs": "pendampingan", "told": "paper-2"}
    enter(case, SupportNote, [{**note, "contact": "lewat sekolah", "language": "Jawa"}])
    enter(case, Dossier, [{"title": "Berkas Ani"}])
    enter(case, Defendant, [{"dossier": "dossier-1", "accounts": (ANI,)}] * 2)
    enter(case, Paper, [{**PAPER, "code": "paper-v", "kind": "putusan", "number": "9/Pid"}])
    enter(case, Paper, [{**PAPER, "code": "paper-p", "kind": "P-19", "number": "P-19/3"}])
    end = {"kind": "putusan", "paper": "paper-v", "date": "2027-01-10", "summary": NAMES[ANI], "returned": ("B-1",)}
    sums = {"restitution_ordered": "40000000", "restitution_paid": "1500000"}
    enter(case, Ending, [{"defendant": "defendant-1", **end, **sums}])
    enter(case, Request, [{"sender": "prosecutor", "paper": "paper-p", "received": "2026-02-02"}])
    item = {"request": "request-1", "number": "1", "text": f"siapa {NAMES[ANI]}"}
    enter(case, RequestItem, [{**item, "state": "answered"}, item])
