# SPDX-License-Identifier: Apache-2.0
"""The list of contents names each annex by what stands on it, each file that it cites, and annexes that lack."""

import hashlib
from pathlib import Path

import msgspec
import pypdfium2
from tests.case.dossiers.made import DOSSIER, Plan, build, checked

from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.contents import Content, contents
from suluh.case.dossiers.matrix import cited
from suluh.case.frozen.freeze import freeze
from suluh.case.frozen.kept import files_in, folder_of, standing_papers
from suluh.case.frozen.lists import CITED_FILES
from suluh.case.frozen.papers import d1_of
from suluh.case.papers.making import Wanted, documents
from suluh.referral.papers.setting import set_paper
from suluh.referral.papers.values import Both, Document, Table


def rows(case: Case, form: str) -> list[Content]:
    return [one for one in contents(Brief.of(case, DOSSIER)) if one.what.rpartition(":")[2] == form]


def table(paper: Document, name: str) -> Table:
    return next(one for one in paper.tables() if one.name == name)


def test_the_annex_of_a_defendant_who_sold_in_a_tied_deal_is_missing_until_it_is_frozen(tmp_path: Path) -> None:
    plan = Plan(1)
    plan.annexes = ["D2", "D5"]
    case = build(tmp_path, plan)

    assert [(one.state, one.title.english) for one in rows(case, "D3")] == [("missing", "Annex of sellers (D3): O-1")]
    assert [one.state for one in rows(case, "D4")] == ["not-applicable"]
    assert "11 D3" in {one.where for one in checked(case).blocking if one.number == 24}


def test_the_annex_of_a_defendant_who_bought_is_missing_as_well(tmp_path: Path) -> None:
    plan = Plan(1)
    plan.annexes = ["D2", "D5"]
    plan.row("defendant-1").update(accounts=(plan.evidence.buyer,))
    case = build(tmp_path, plan)

    [row] = [one for one in rows(case, "D4") if one.state == "missing"]
    assert row.title.english.startswith("Annex of buyers (D4): O-")
    assert [one.state for one in rows(case, "D3")] == ["not-applicable"]


def test_every_annex_is_listed_by_the_number_and_digest_at_its_foot(tmp_path: Path) -> None:
    case = build(tmp_path, Plan(1))

    listed = {one.foot: one.digest for one in contents(Brief.of(case, DOSSIER)) if one.of == "foot"}

    assert set(listed) == {"D2-dossier-1", "D2-ringkas-dossier-1", "D3-O-1", "D5-O-1"}
    for written in standing_papers(case, DOSSIER):
        for name, raw in files_in(folder_of(case.folder, written)).items():
            if name != "totals.json":
                assert listed[name.removesuffix(".json")] == hashlib.sha256(raw).hexdigest()


def test_the_digest_of_the_list_is_that_which_the_pages_bear_in_any_copy(tmp_path: Path) -> None:
    case = build(tmp_path, Plan(1))
    [listed] = [one for one in contents(Brief.of(case, DOSSIER)) if one.foot == "D3-O-1"]
    [written] = [one for one in standing_papers(case, DOSSIER) if one.form == "D3"]
    raw = files_in(folder_of(case.folder, written))["D3-O-1.json"]
    paper = msgspec.json.decode(raw, type=Document)

    for copy in ("Salinan 1 dari 2 untuk: Kejaksaan", "Salinan 2 dari 2 untuk: Arsip"):
        [page, *_] = pypdfium2.PdfDocument(set_paper(paper, copy, "id"))
        text = page.get_textpage().get_text_range().replace("\r\n", "")
        assert listed.digest is not None
        assert listed.digest in text


def test_a_typed_annex_is_listed_by_the_digest_of_its_file(tmp_path: Path) -> None:
    case = build(tmp_path, Plan(1))
    folder = tmp_path / "d9"
    folder.mkdir()
    (folder / "jawaban.txt").write_text("Jawaban.\n")
    freeze(case, DOSSIER, "D9", folder, {})

    [row] = [one for one in contents(Brief.of(case, DOSSIER)) if one.of == "file"]

    assert row.title.english == "Earlier returns with answers (D9): jawaban.txt"
    assert row.digest == hashlib.sha256(b"Jawaban.\n").hexdigest()


def test_d1_lists_each_file_that_its_matrix_names_and_d2_has_it_too(tmp_path: Path) -> None:
    case = build(tmp_path, Plan(1))
    brief = Brief.of(case, DOSSIER)
    d1 = d1_of(brief)
    report = next(iter(documents(case, Wanted(("D2",), DOSSIER, tell=str), case.acting.now())))

    listed = {f"{row[0]} file {row[1]}:" for row in table(d1, CITED_FILES).rows}
    named = {part.rpartition(":")[0] + ":" for row in table(d1, "6 matriks unsur").rows for part in _files(str(row[3]))}
    resting = {(row[0], row[2], row[4]) for row in table(report, "14b file penentu").rows}

    assert named
    assert named <= listed
    assert {(one.exhibit, str(one.number), one.sha256) for one in cited(brief)} & resting


def _files(places: str) -> list[str]:
    return [part for part in places.split("; ") if " file " in part]


def test_d1_says_what_its_codes_mean(tmp_path: Path) -> None:
    case = build(tmp_path, Plan(1))

    legend = d1_of(Brief.of(case, DOSSIER)).head[-1][1]

    assert Both(
        "O-1, O-2 and so on: a person: one account, or several that officers joined by a decision on a link or by a "
        "statement.",
        "O-1, O-2, dan seterusnya: orang: satu akun, atau beberapa yang digabungkan petugas dengan keputusan atas "
        "kaitan atau pernyataan.",
    ) in (
        legend.parts  # type: ignore[union-attr] # a list
    )
