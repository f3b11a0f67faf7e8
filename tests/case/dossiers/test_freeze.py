# SPDX-License-Identifier: Apache-2.0
"""A paper is frozen by its author, released by another key, replaced by a new one, and says when rows changed."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.case.dossiers.faults import FAULTS
from tests.case.dossiers.made import DOSSIER, Plan, build, checked
from tests.case.views.made import acting

from suluh.case.acts.papers import How, write_papers
from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.figures import figures, stated
from suluh.case.dossiers.matrix import runs
from suluh.case.folder import CaseFolder
from suluh.case.frozen.freeze import freeze, release
from suluh.case.frozen.kept import folder_of, is_whole
from suluh.case.frozen.papers import write_check, write_d1
from suluh.case.gate.seal import Seal
from suluh.case.gate.viewer import Viewer
from suluh.case.papers.making import Wanted
from suluh.case.safety.backup import back_up
from suluh.case.safety.restore import restore
from suluh.case.typed.enter import correct, enter, one_typed
from suluh.case.verify.case import verify_case
from suluh.custody.package import MANIFEST
from suluh.model.dossier.charges import Alternative, Tie, Written
from suluh.model.errors import BrokenCustody, Changed, Misuse, NotAllowed, NotReady, UnknownObject

WHY = "salah ketik"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case = build(tmp_path, Plan(1))
    yield case
    case.close()


@pytest.fixture
def paper(case: Case, tmp_path: Path) -> Path:
    write_d1(case, DOSSIER, tmp_path / "d1")
    return tmp_path / "d1"


def other(case: Case, folder: Path, code: str = "S2") -> Case:
    return Case.open(case.folder, acting(folder / "home", code))


def row(case: Case, code: str) -> dict[str, object]:
    return next(one for one in Viewer(case, WHY).list("written") if one["code"] == code)


def test_a_frozen_paper_is_released_by_another_key_and_verified(case: Case, paper: Path, tmp_path: Path) -> None:
    made = freeze(case, DOSSIER, "D1", paper, {})
    assert row(case, made.code)["state"] == "frozen"

    second = other(case, tmp_path)
    issue = release(second, made.code, ["Kejaksaan Negeri Contoh", "Arsip"])
    second.close()

    assert issue.copies == ("Kejaksaan Negeri Contoh", "Arsip")
    now = row(case, made.code)
    assert (now["state"], now["agrees"], now["changed"], now["is_whole"]) == ("released", True, [], True)
    verify_case(case.folder)


def test_an_author_releases_nothing_of_their_own(case: Case, paper: Path) -> None:
    made = freeze(case, DOSSIER, "D1", paper, {})

    with pytest.raises(NotAllowed, match="another officer"):
        release(case, made.code, ["Arsip"])


def test_a_release_without_a_copy_is_refused(case: Case, paper: Path, tmp_path: Path) -> None:
    made = freeze(case, DOSSIER, "D1", paper, {})
    second = other(case, tmp_path)

    with pytest.raises(Misuse, match="name each with --copy"):
        release(second, made.code, [])
    second.close()
    assert row(case, made.code)["state"] == "frozen"


def test_a_frozen_paper_comes_back_from_a_backup(case: Case, paper: Path, tmp_path: Path) -> None:
    made = freeze(case, DOSSIER, "D1", paper, {})

    back_up(case, tmp_path / "backups")
    restore(tmp_path / "backups", tmp_path / "new", case.acting)

    assert is_whole(CaseFolder(tmp_path / "new"), made)


def test_a_paper_that_a_check_blocks_is_refused_and_the_finding_named(tmp_path: Path) -> None:
    plan = Plan(1)
    FAULTS["no receipt"].spoil(plan)
    case = build(tmp_path, plan)
    write_d1(case, DOSSIER, tmp_path / "d1")

    with pytest.raises(NotReady, match="1 sita-B-3: No receipt is named"):
        freeze(case, DOSSIER, "D1", tmp_path / "d1", {})

    assert not list(case.nouns(Written))


def test_an_open_warning_needs_its_sentence_which_is_kept(tmp_path: Path) -> None:
    plan = Plan(1)
    FAULTS["chance"].spoil(plan)
    case = build(tmp_path, plan)
    write_d1(case, DOSSIER, tmp_path / "d1")
    with pytest.raises(NotReady, match="warnings 17 need a sentence"):
        freeze(case, DOSSIER, "D1", tmp_path / "d1", {5: "lain"})

    made = freeze(case, DOSSIER, "D1", tmp_path / "d1", {17: "pembeli mengakuinya", 5: "tidak terbuka"})

    assert made.why == ("17: pembeli mengakuinya",)


def test_what_is_missing_in_the_list_blocks_the_list_alone(tmp_path: Path) -> None:
    plan = Plan(1)
    plan.annexes = []
    case = build(tmp_path, plan)
    (tmp_path / "d2").mkdir()
    (tmp_path / "d2" / "D2.txt").write_text("Lampiran.\n")
    write_d1(case, DOSSIER, tmp_path / "d1")

    with pytest.raises(NotReady, match="24 10 D2: Missing"):
        freeze(case, DOSSIER, "D1", tmp_path / "d1", {})
    assert freeze(case, DOSSIER, "D2", tmp_path / "d2", {}).form == "D2"


def test_a_changed_row_is_named_and_the_paper_is_not_released(case: Case, paper: Path, tmp_path: Path) -> None:
    made = freeze(case, DOSSIER, "D1", paper, {})
    correct(case, Tie, "tie-1-told", {"sentence": "Saksi menerangkan hal lain."}, WHY)

    now = row(case, made.code)
    assert (now["agrees"], now["changed"]) == (False, ["tie tie-1-told"])
    second = other(case, tmp_path)
    with pytest.raises(Changed, match="no longer agrees with tie tie-1-told"):
        release(second, made.code, ["Arsip"])
    second.close()


def test_a_new_paper_stands_in_the_place_of_the_old_one_and_both_stay(case: Case, paper: Path) -> None:
    first = freeze(case, DOSSIER, "D1", paper, {})

    second = freeze(case, DOSSIER, "D1", paper, {}, (None, first.code))

    assert (row(case, first.code)["state"], row(case, first.code)["replaced_by"]) == ("replaced", second.code)
    assert folder_of(case.folder, first).is_dir()
    with pytest.raises(Misuse, match="was replaced by"):
        freeze(case, DOSSIER, "D1", paper, {}, (None, first.code))


def test_other_files_than_the_manifest_lists_are_refused(case: Case, paper: Path) -> None:
    (paper / "D1.txt").write_text("Tambahan.\n")

    with pytest.raises(Changed, match="other files than its manifest"):
        freeze(case, DOSSIER, "D1", paper, {})


def test_a_list_that_was_written_before_a_row_changed_is_refused(case: Case, paper: Path) -> None:
    correct(case, Tie, "tie-1-told", {"sentence": "Saksi menerangkan hal lain."}, WHY)
    for form in ("D2", "D5"):
        again = paper.parent / f"{form}-again"
        again.mkdir()
        (again / f"{form}.txt").write_text("Lampiran.\n")
        [old] = [one.code for one in case.nouns(Written) if one.form == form]
        freeze(case, DOSSIER, form, again, {}, (form, old))

    with pytest.raises(Changed, match="changed since D1 was written"):
        freeze(case, DOSSIER, "D1", paper, {})


def test_a_picture_is_no_file_of_a_paper(case: Case, paper: Path) -> None:
    (paper / "a.png").write_bytes(b"x")

    with pytest.raises(Misuse, match=r"a.png is no file of a paper"):
        freeze(case, DOSSIER, "D1", paper, {})


@pytest.mark.parametrize("name", ["D1.json", MANIFEST])
def test_a_file_that_was_changed_after_freezing_breaks_rule_21(case: Case, paper: Path, name: str) -> None:
    made = freeze(case, DOSSIER, "D1", paper, {})
    path = folder_of(case.folder, made) / name
    path.write_bytes(path.read_bytes() + b"\n")

    with pytest.raises(BrokenCustody, match="not what S1 signed") as found:
        verify_case(case.folder)
    assert found.value.rule == 22


def test_a_forged_release_breaks_rule_22(case: Case, paper: Path, tmp_path: Path) -> None:
    made = freeze(case, DOSSIER, "D1", paper, {})
    second = other(case, tmp_path)
    issue = release(second, made.code, ["Arsip"])
    correct(second, type(issue), issue.code, {"copies": ("Arsip", "Lain")}, WHY)
    second.close()

    with pytest.raises(BrokenCustody, match="is not that of S2") as found:
        verify_case(case.folder)
    assert found.value.rule == 23


def test_d1_says_what_was_charged_and_tied_and_comes_out_the_same(case: Case, paper: Path, tmp_path: Path) -> None:
    data = json.loads((paper / "D1.json").read_bytes())
    tables = {one["name"]: one.get("rows", []) for one in data["tables"]}

    assert [line[0] for line in tables["exhibits"]] == ["B-1", "B-2", "B-3"]
    assert tables["defendants"][0][0] == "O-1"
    assert {line[1] for line in tables["matrix"]} == {"mendukung"}
    assert not any(line[5] == "belum ada" for line in tables["contents"])
    assert {"D1.pdf", "D1.xlsx", "D1-matrix.csv", MANIFEST} <= {one.name for one in paper.iterdir()}
    write_d1(case, DOSSIER, tmp_path / "again")
    assert all(one.read_bytes() == (tmp_path / "again" / one.name).read_bytes() for one in paper.iterdir())


def test_nothing_is_written_that_tells_of_a_child(tmp_path: Path) -> None:
    plan = Plan(1)
    FAULTS["name of a child"].spoil(plan)
    case = build(tmp_path, plan)

    with pytest.raises(NotReady, match="would tell of a child: tie-1-told sentence"):
        write_d1(case, DOSSIER, tmp_path / "d1")

    assert not (tmp_path / "d1").exists()


def test_the_result_of_a_check_is_a_paper_with_its_date_and_checkpoint(case: Case, tmp_path: Path) -> None:
    found = checked(case)

    write_check(case, found, tmp_path / "check")

    facts = dict(json.loads((tmp_path / "check" / "check.json").read_bytes())["facts"])
    assert facts["Diperiksa"] == found.at
    assert facts["Titik periksa"] == f"{found.size} {found.root}"
    assert (tmp_path / "check" / "check.pdf").read_bytes().startswith(b"%PDF")


def test_a_paper_is_corrected_by_a_new_one_alone(case: Case) -> None:
    assert one_typed(case, Written, "written-1").form == "D2"


def test_lines_that_follow_on_one_another_stand_as_one_run() -> None:
    assert list(runs({"4", "2", "3", "9", "/a/1"})) == ["2-4", "9", "/a/1"]
    assert list(runs({"7"})) == ["7"]
    assert list(runs(())) == []


def test_an_annex_is_frozen_as_it_was_written_and_its_totals_are_checked(case: Case, tmp_path: Path) -> None:
    wanted = Wanted(("D3", "D4"), DOSSIER)
    write_papers(case, tmp_path / "annexes", wanted, How("tahap I"), datetime(2026, 1, 5, 9, tzinfo=UTC))

    made = freeze(case, DOSSIER, "D3", tmp_path / "annexes", {}, ("D3-1", None))

    assert row(case, made.code)["is_whole"]
    totals = dict(stated(Brief.of(case, DOSSIER)))[made.code]
    assert totals
    assert totals.items() <= figures(Brief.of(case, DOSSIER)).items()
    assert not [one for one in checked(case).findings if one.number == 15]


def test_a_report_is_frozen_with_what_it_says_was_not_read(case: Case, tmp_path: Path) -> None:
    wanted = Wanted(["D2"], DOSSIER)
    write_papers(case, tmp_path / "d2", wanted, How("tahap I"), datetime(2026, 1, 5, 9, tzinfo=UTC))

    made = freeze(case, DOSSIER, "D2", tmp_path / "d2", {}, ("D2/9", None))

    now = {name: size for name, size in figures(Brief.of(case, DOSSIER)).items() if not name.startswith("booked")}
    assert dict(stated(Brief.of(case, DOSSIER), "D2"))[made.code] == now
    assert any(name.startswith("unread:") for name in now)
    assert not checked(case).findings


def test_an_explanation_of_a_deal_by_the_id_that_lists_show_stands_on_the_paper(case: Case, tmp_path: Path) -> None:
    deal = Seal(case.secret).of(Brief.of(case, DOSSIER).deals[0].id)
    answer = {"about": f"deal:{deal}", "row": "4", "state": "answered", "answer": "loket tidak menjual pulsa"}
    enter(case, Alternative, [answer])

    write_papers(case, tmp_path / "d5", Wanted(["D5"], DOSSIER), How("tahap I"), datetime(2026, 1, 5, 9, tzinfo=UTC))

    [paper] = (tmp_path / "d5").glob("D5-*.json")
    assert "loket tidak menjual pulsa" in paper.read_text("utf-8")
    assert [one["about"] for one in Viewer(case, WHY).list("alternatives") if one["row"] == "4"] == [answer["about"]]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"row": "44"}, "no explanation 44: it has 1 to 14"),
        ({"answer": ""}, "give it with --answer"),
        ({"about": "deal:ID"}, "holds nothing of the id"),
        ({"about": "AKUN"}, "no account AKUN"),
    ],
)
def test_an_explanation_of_nothing_is_refused(case: Case, given: dict[str, str], says: str) -> None:
    about = min(Brief.of(case, DOSSIER).accounts)
    answer = {"about": about, "row": "4", "state": "answered", "answer": "ada"}

    with pytest.raises((Misuse, UnknownObject), match=says):
        enter(case, Alternative, [{**answer, **given}])
