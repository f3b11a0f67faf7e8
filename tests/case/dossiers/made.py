# SPDX-License-Identifier: Apache-2.0
"""A clean made-up dossier, the same for a seed: a plan, which a test may spoil before it is built."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from random import Random

import msgspec
from tests.case.dossiers.evidence import Evidence
from tests.case.dossiers.rows import typed_rows
from tests.case.views.made import acting
from tests.custody.every_noun import file_away, work_out

from suluh.case.acts.admit import admit
from suluh.case.acts.intake import Bag, add_exhibit, record_authority
from suluh.case.acts.intake import Paper as Authority
from suluh.case.case import Acting, Case
from suluh.case.clocks.law import check_rows
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.checking import Checked, check_dossier
from suluh.case.dossiers.figures import figures
from suluh.case.dossiers.noted import SOURCES, note_verified
from suluh.case.folder import CaseFolder
from suluh.case.frozen.freeze import Named, freeze
from suluh.case.keep import Act
from suluh.case.papers.making import Wanted, documents
from suluh.case.typed.enter import enter
from suluh.model.body import body
from suluh.model.dossier.charges import Tie
from suluh.model.dossier.law import LawRow
from suluh.model.errors import NotReady
from suluh.model.people import Decision

DOSSIER = "dossier-1"
SECRET = bytes(range(32))
AT = datetime(2026, 1, 5, 9, tzinfo=UTC)


class Plan:
    """All that goes into a dossier, before it does."""

    def __init__(self, seed: int = 1) -> None:
        dice = Random(seed)  # noqa: S311 # made-up data
        self.evidence = Evidence(dice)
        self.typed = list(typed_rows(dice, self.evidence))
        self.papers = [Authority("court", "PEN-1", "PN Contoh", "2026-01-02")]
        self.labels = dict.fromkeys(self.evidence.labels, ("PEN-1", "Asia/Jakarta"))
        self.decisions: list[Decision] = []
        self.checkers = ("S1", "S2")
        self.annexes = ["D2", "D5", "D3"]
        self.is_numbered = True
        self.totals: dict[str, int] = {}
        """Figures that D2 states others than they are."""

        self.is_digested = True
        self.after: list[Callable[[Case], None]] = []
        """What is done before the annexes are frozen."""

        self.last: list[Callable[[Case], None]] = []

    def row(self, code: str) -> dict[str, object]:
        """The typed row of a code."""
        return next(row for _, row in self.typed if row["code"] == code)

    def drop(self, *codes: str) -> None:
        """Leave typed rows out."""
        self.typed = [(kind, row) for kind, row in self.typed if row["code"] not in codes]


def build(folder: Path, plan: Plan) -> Case:
    """The case of a plan, with its dossier typed, its law checked and its annexes frozen where nothing blocks them."""
    own = replace(acting(folder / "home"), secret=SECRET)
    case = Case.start(CaseFolder(folder / "case"), "LP/1/2026", "Unit Contoh", own)
    other = acting(folder / "home", "S2")
    admit(case, other.key.public)
    for paper in plan.papers:
        record_authority(case, paper)
    for label, (number, zone) in plan.labels.items():
        (folder / label).mkdir()
        add_exhibit(case, Bag(folder / label, label, number, timezone=zone))
    for one in plan.evidence.sets:
        case.keep(Act("sets", one.name), [one])
    file_away(case, plan.evidence.nouns())
    for decision in plan.decisions:
        case.keep(Act("decide", decision.left), [decision])
    work_out(case)
    for kind, rows in groupby(plan.typed, itemgetter(0)):
        typed = [row for _, row in rows]
        for some in [[one] for one in typed] if kind is Tie else [typed]:  # a tie goes with its exhibit if it is alone
            enter(case, kind, some)
    _check_law(case, plan, other)
    for act in plan.after:
        act(case)
    with suppress(NotReady):  # what blocks one annex blocks those after it
        for form in plan.annexes:
            _annex(case, form, folder / form, plan)
    for act in plan.last:
        act(case)
    return case


def copied(made: Path, to: Path) -> Case:
    """A copy of a case that was built in a folder and closed, with its unit, opened by its officer."""
    for name in ("case", "home"):
        shutil.copytree(made / name, to / name)
    return Case.open(CaseFolder(to / "case"), replace(acting(to / "home"), secret=SECRET))


def checked(case: Case) -> Checked:
    """What the checks find of its dossier."""
    return check_dossier(case, DOSSIER)


def _check_law(case: Case, plan: Plan, other: Acting) -> None:
    """Every row of law, checked by each of the officers of a plan."""
    second = Case.open(case.folder, other)
    for code in [one.code for one in case.nouns(LawRow)]:
        for who in dict.fromkeys(plan.checkers):
            check_rows(case if who == "S1" else second, [code], "lembaran negara")
    second.close()
    if plan.is_digested:
        note_verified(case, SOURCES)


def _annex(case: Case, form: str, folder: Path, plan: Plan) -> None:
    """An annex by its values alone, that states the figures of its dossier. Raises `NotReady`."""
    why = dict.fromkeys(range(1, 26), "dijelaskan dalam resume")
    if not any(put_annex(case, form, folder).iterdir()):
        return  # nobody sold in a confirmed deal
    totals = figures(Brief.of(case, DOSSIER)) | plan.totals if form == "D2" else {}
    (folder / "totals.json").write_bytes(msgspec.json.encode(totals, order="sorted"))
    freeze(case, DOSSIER, form, folder, why, Named(f"{form}/1/2026" if plan.is_numbered else None))


def put_annex(case: Case, form: str, folder: Path) -> Path:
    """A made paper of the dossier by its values, without setting its pages."""
    folder.mkdir()
    for paper in documents(case, Wanted((form,), DOSSIER, tell=str), AT):
        (folder / f"{paper.number}.json").write_bytes(body(paper))
    return folder


def numbers(found: Checked, severity: str | None = None) -> set[int]:
    """The numbers of the checks that found something."""
    return {one.number for one in found.findings if severity in {None, one.severity}}


def seeds(count: int) -> Iterator[int]:
    """The seeds of so many clean dossiers."""
    return iter(range(1, count + 1))
