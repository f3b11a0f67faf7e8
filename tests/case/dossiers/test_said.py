# SPDX-License-Identifier: Apache-2.0
"""What the papers of a dossier say beside what its list holds: every exhibit relied on, status, explanations left."""

from pathlib import Path

from tests.case.dossiers.made import AT, DOSSIER, Plan, build

from suluh.case.dossiers.brief import Brief
from suluh.case.papers.making import Wanted, documents
from suluh.case.papers.persons.person import _is_left
from suluh.referral.papers.lines import AlternativeLine
from suluh.referral.papers.values import Both, Cell

LINE = AlternativeLine(number=4, title=Both("", ""), hints=(Both("R-4: the payer is a dealer", ""),), state="open")
ANSWERED = {"state": "answered", "answer": "bukan loket", "by": "N-1", "at": "2026-01-01T00:00:00Z"}


def rows(plan: Plan, folder: Path, form: str, table: str) -> tuple[tuple[Cell, ...], ...]:
    case = build(folder, plan)
    paper = next(iter(documents(case, Wanted((form,), DOSSIER, tell=str), AT)))
    assert form != "D2" or Brief.of(case, DOSSIER).labels == ("B-1", "B-2", "B-3")
    case.close()
    return next(one.rows for one in paper.tables() if one.name == table)


def test_the_report_is_of_every_exhibit_on_which_a_tied_fact_lies(tmp_path: Path) -> None:
    plan = Plan(1)
    plan.row(DOSSIER).update(exhibits=("B-1",))

    assert [row[0] for row in rows(plan, tmp_path, "D2", "3a barang bukti")] == ["B-1", "B-2", "B-3"]


def test_a_defendant_stands_on_their_sheet_by_the_paper_of_their_status(tmp_path: Path) -> None:
    plan = Plan(1)
    number = plan.row("penetapan-status")["number"]

    [row] = rows(plan, tmp_path, "D5", "9 peran")

    assert row[1] == Both("Suspect", "Tersangka")
    assert row[4] == Both(f"paper of legal status {number}", f"penetapan status {number}")


def test_an_answer_about_one_deal_leaves_open_what_is_hinted_of_another() -> None:
    of_another = AlternativeLine(number=4, title=Both("", ""), hints=LINE.hints, about="R-3", **ANSWERED)
    of_it = AlternativeLine(number=4, title=Both("", ""), hints=LINE.hints, about="R-4", **ANSWERED)
    of_the_person = AlternativeLine(number=4, title=Both("", ""), hints=LINE.hints, **ANSWERED)

    assert _is_left(LINE, [of_another])
    assert not _is_left(LINE, [of_another, of_it])
    assert not _is_left(LINE, [of_the_person])
