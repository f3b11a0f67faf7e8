# SPDX-License-Identifier: Apache-2.0
"""What the papers of a dossier say beside what its list holds: every exhibit relied on, status, explanations left."""

from pathlib import Path

from tests.case.dossiers.made import AT, DOSSIER, Plan, build

from suluh.case.dossiers.brief import Brief
from suluh.case.papers.making import Wanted, documents
from suluh.case.papers.persons.alternatives import is_left
from suluh.case.papers.remark import on
from suluh.referral.papers.values import Both, Cell


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
    hints = [on("R-4", Both("the payer is a dealer", ""))]

    assert is_left(hints, {"R-3"})
    assert not is_left(hints, {"R-3", "R-4"})
    assert not is_left(hints, {None})
