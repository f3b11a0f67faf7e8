# SPDX-License-Identifier: Apache-2.0
"""A paper is frozen by its author, released by another key, replaced by a new one, and says when rows changed."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from tests.case.dossiers.faults import FAULTS
from tests.case.dossiers.made import DOSSIER, Plan, build, checked, put_annex
from tests.case.views.made import acting
from tests.custody.every_noun import file_away

from suluh import __version__
from suluh.case.acts.papers import How, write_papers
from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.contents import contents
from suluh.case.dossiers.figures import figures, stated
from suluh.case.dossiers.matrix import runs
from suluh.case.folder import CaseFolder
from suluh.case.frozen.copies import write_copies
from suluh.case.frozen.freeze import Named, freeze, release
from suluh.case.frozen.kept import folder_of, is_whole
from suluh.case.frozen.papers import write_check, write_d1
from suluh.case.frozen.rests import Rests
from suluh.case.gate.seal import Seal
from suluh.case.gate.viewer import Viewer
from suluh.case.papers.making import Wanted
from suluh.case.safety.backup import back_up
from suluh.case.safety.restore import restore
from suluh.case.typed.enter import correct, enter, one_typed
from suluh.case.verify.case import verify_case
from suluh.custody.package import MANIFEST
from suluh.model.dossier.charges import Alternative, Tie, Written
from suluh.model.dossier.entered import Entered
from suluh.model.dossier.exhibits import Handling
from suluh.model.dossier.law import LawRow
from suluh.model.dossier.papers import Answer, Letter, Paper, Request, RequestItem
from suluh.model.errors import BrokenCustody, Changed, Misuse, NotAllowed, NotReady, UnknownObject
from suluh.model.ids import make_id
from suluh.model.trade import Deal

WHY = "salah ketik"
VERSION = f"program {__version__}"


LEFT = {17: "dijelaskan dalam resume"}
"""Why other explanations of which the case hints stay open."""


def test_a_sheet_with_open_explanations_is_frozen_with_a_sentence_alone(case: Case, tmp_path: Path) -> None:
    folder = put_annex(case, "D5", tmp_path / "again")

    with pytest.raises(NotReady, match=r"open \(D5-O-1: 9, 11\)"):
        freeze(case, DOSSIER, "D5", folder, {}, Named(None, "written-2"))

    made = freeze(case, DOSSIER, "D5", folder, LEFT, Named(None, "written-2"))
    assert made.why == ("17: dijelaskan dalam resume",)


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
    put_annex(case, "D2", tmp_path / "d2")
    write_d1(case, DOSSIER, tmp_path / "d1")

    with pytest.raises(NotReady, match="24 10 D2: Missing"):
        freeze(case, DOSSIER, "D1", tmp_path / "d1", {})
    assert freeze(case, DOSSIER, "D2", tmp_path / "d2", {}).form == "D2"


def test_what_the_report_says_itself_asks_for_no_sentence_while_it_is_frozen(tmp_path: Path) -> None:
    plan = Plan(1)
    next(one for one in FAULTS.values() if one.number == 20).spoil(plan)
    plan.annexes = []
    case = build(tmp_path, plan)
    put_annex(case, "D2", tmp_path / "d2")
    assert {one.number for one in checked(case).warnings} == {20}

    assert freeze(case, DOSSIER, "D2", tmp_path / "d2", {}).why == ()


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

    second = freeze(case, DOSSIER, "D1", paper, {}, Named(None, first.code))

    assert (row(case, first.code)["state"], row(case, first.code)["replaced_by"]) == ("replaced", second.code)
    assert folder_of(case.folder, first).is_dir()
    with pytest.raises(Misuse, match="was replaced by"):
        freeze(case, DOSSIER, "D1", paper, {}, Named(None, first.code))


def test_other_files_than_the_manifest_lists_are_refused(case: Case, paper: Path) -> None:
    (paper / "D1.txt").write_text("Tambahan.\n")

    with pytest.raises(Changed, match="other files than its manifest"):
        freeze(case, DOSSIER, "D1", paper, {})


def test_a_list_that_was_written_before_a_row_changed_is_refused(case: Case, paper: Path) -> None:
    correct(case, Tie, "tie-1-told", {"sentence": "Saksi menerangkan hal lain."}, WHY)
    for form in ("D2", "D5"):
        again = put_annex(case, form, paper.parent / f"{form}-again")
        [old] = [one.code for one in case.nouns(Written) if one.form == form]
        freeze(case, DOSSIER, form, again, LEFT, Named(form, old))

    with pytest.raises(
        Changed, match="changed since D1-dossier-1 was written, in 1 isi, 6 matriks unsur: write it again"
    ):
        freeze(case, DOSSIER, "D1", paper, {})


def test_a_sheet_that_was_written_before_a_row_changed_is_refused_and_the_table_named(
    case: Case, tmp_path: Path
) -> None:
    put_annex(case, "D5", tmp_path / "early")
    correct(case, Tie, "tie-1-told", {"sentence": "Saksi menerangkan hal lain."}, WHY)

    with pytest.raises(Changed, match="since D5-O-1 was written, in 5 mendukung: write it again"):
        freeze(case, DOSSIER, "D5", tmp_path / "early", LEFT, Named(None, "written-2"))


def test_a_folder_without_the_paper_itself_is_refused(case: Case, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "D5-O-1.txt").write_text("Ketikan.\n")

    with pytest.raises(Misuse, match="no D5 as `suluh dossier CASE write` writes it"):
        freeze(case, DOSSIER, "D5", tmp_path / "bare", LEFT, Named(None, "written-2"))


@pytest.mark.parametrize(("form", "stands"), [("D1", "written-4"), ("D2", "written-1"), ("D5", "written-2")])
def test_a_paper_is_frozen_once_unless_it_replaces_the_one_that_stands(
    case: Case, paper: Path, tmp_path: Path, form: str, stands: str
) -> None:
    freeze(case, DOSSIER, "D1", paper, {})
    folder = paper if form == "D1" else put_annex(case, form, tmp_path / "again")

    with pytest.raises(Misuse, match=f"frozen as {stands} and stands.*--replaces {stands}"):
        freeze(case, DOSSIER, form, folder, LEFT)

    assert len(list(case.nouns(Written))) == 4
    assert freeze(case, DOSSIER, form, folder, LEFT, Named(None, stands)).replaces == stands


def test_a_paper_of_any_other_form_is_frozen_once_as_it_is(case: Case, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "D9.txt").write_text(f"Jawaban {name}.\n")
    freeze(case, DOSSIER, "D9", tmp_path / "one", {})

    with pytest.raises(Misuse, match="frozen as written-4 and stands"):
        freeze(case, DOSSIER, "D9", tmp_path / "one", {})
    assert freeze(case, DOSSIER, "D9", tmp_path / "two", {}).code == "written-5"


def _disagree(case: Case) -> dict[str, list[str]]:
    """Which of the papers that stand no longer agree, each with the rows."""
    rows = Viewer(case, WHY).list("written")
    return {str(one["form"]): one["changed"] for one in rows if one["state"] != "replaced" and one["changed"]}


def test_a_package_for_a_partner_is_frozen_in_a_dossier_and_listed(case: Case, tmp_path: Path) -> None:
    (tmp_path / "d8").mkdir()
    (tmp_path / "d8" / "D8-R-7-id.pdf").write_bytes(b"%PDF-1.7 made up")

    freeze(case, DOSSIER, "D8", tmp_path / "d8", {}, Named("R/7/2026"))

    [listed] = [one for one in contents(Brief.of(case, DOSSIER)) if "(D8)" in one.title.english]
    assert (listed.state, listed.said) == ("present", "R/7/2026")


def test_a_later_question_and_its_answer_change_no_paper(case: Case, paper: Path) -> None:
    freeze(case, DOSSIER, "D1", paper, {})

    enter(case, Request, [{"sender": "prosecutor", "paper": "p-19", "received": "2026-01-04"}])
    [item] = enter(case, RequestItem, [{"request": "request-2", "number": "1", "text": "Lengkapi halaman 3."}])
    enter(case, Answer, [{"item": item.code, "sentence": "Sudah."}])

    assert _disagree(case) == {}


CHANGES: dict[str, tuple[type[Entered], str, dict[str, str], set[str]]] = {
    "tie": (Tie, "tie-1-told", {"sentence": "Saksi menerangkan hal lain."}, {"D1", "D5"}),
    "handling": (Handling, "terima-B-2", {"taker": "Pemeriksa 2"}, {"D2"}),
    "question": (RequestItem, "item-1", {"text": "Lengkapi semua."}, {"D2"}),
    "letter": (Letter, "letter-1", {"sent": "2026-01-03"}, {"D5"}),
    "law": (LawRow, "pasal-1", {"article": "77"}, {"D1"}),
    "number of a paper": (Paper, "BA-penyitaan-B-1", {"number": "BA/77"}, {"D1", "D2"}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_only_papers_that_say_something_of_a_row_no_longer_agree(case: Case, paper: Path, what: str) -> None:
    kind, code, fields, forms = CHANGES[what]
    freeze(case, DOSSIER, "D1", paper, {})

    correct(case, kind, code, fields, WHY)

    found = _disagree(case)
    assert set(found) == forms
    assert all(any(code in row for row in rows) for rows in found.values())


def test_a_further_deal_changes_the_papers_of_its_persons_alone(case: Case) -> None:
    first = next(case.nouns(Deal))

    file_away(case, [replace(first, id=make_id("deal", "further"))])

    assert set(_disagree(case)) == {"D3", "D5"}


def test_an_annex_that_was_replaced_is_named_by_the_list_of_contents(case: Case, paper: Path, tmp_path: Path) -> None:
    freeze(case, DOSSIER, "D1", paper, {})

    freeze(case, DOSSIER, "D5", put_annex(case, "D5", tmp_path / "again"), LEFT, Named(None, "written-2"))

    assert _disagree(case) == {"D1": ["written written-2", "written written-5"]}


def test_a_paper_of_an_earlier_version_rests_on_the_whole_dossier(case: Case) -> None:
    [old] = [one for one in case.nouns(Written) if one.form == "D2"]
    brief = Brief.of(case, DOSSIER)
    early = replace(old, rule=None, rows=Rests(brief).of("", ()))
    assert Rests(brief).changed(early) == (VERSION,)

    enter(case, RequestItem, [{"request": "request-1", "number": "2", "text": "Lengkapi."}])
    correct(case, Request, "request-1", {"sender": "prosecutor"}, WHY)

    assert Rests(Brief.of(case, DOSSIER)).changed(early) == (
        *("answer answer-1", "paper d-9", VERSION),
        *("requestitem item-1", "requestitem requestitem-1"),
    )


def test_a_picture_is_no_file_of_a_paper(case: Case, paper: Path) -> None:
    (paper / "a.png").write_bytes(b"x")

    with pytest.raises(Misuse, match=r"a.png is no file of a paper"):
        freeze(case, DOSSIER, "D1", paper, {})


@pytest.mark.parametrize("name", ["D1-dossier-1.json", MANIFEST])
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
    data = json.loads((paper / "D1-dossier-1.json").read_bytes())
    tables = {one["name"]: one.get("rows", []) for part in data["sections"] for one in part["tables"]}

    assert [line[0] for line in tables["4 barang bukti"]] == ["B-1", "B-2", "B-3"]
    assert tables["3 tersangka"][0][0] == "O-1"
    assert {line[1]["indonesian"] for line in tables["6 matriks unsur"]} == {"mendukung"}
    states = {line[1]["indonesian"]: line[6]["indonesian"] for line in tables["1 isi"]}
    assert "belum ada" not in states.values()
    assert not [one for one, state in states.items() if one[-4:] in {"(D2)", "(D3)", "(D5)"} and state != "ada"]
    assert {"D1-dossier-1.pdf", "D1-dossier-1.xlsx", MANIFEST} <= {one.name for one in paper.iterdir()}
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

    data = json.loads((tmp_path / "check" / "check-dossier-1.json").read_bytes())
    facts = {name["indonesian"]: cell for name, cell in data["head"]}
    assert facts["Diperiksa"] == found.at
    assert facts["Titik periksa"] == f"{found.size} {found.root}"
    assert (tmp_path / "check" / "check-dossier-1.pdf").read_bytes().startswith(b"%PDF")


def test_a_paper_is_corrected_by_a_new_one_alone(case: Case) -> None:
    assert one_typed(case, Written, "written-1").form == "D2"


def test_lines_that_follow_on_one_another_stand_as_one_run() -> None:
    assert list(runs({"4", "2", "3", "9", "/a/1"})) == ["2-4", "9", "/a/1"]
    assert list(runs({"7"})) == ["7"]
    assert list(runs(())) == []


def test_an_annex_is_frozen_as_it_was_written_and_its_totals_are_checked(case: Case, tmp_path: Path) -> None:
    wanted = Wanted(("D3", "D4"), DOSSIER, tell=str)
    write_papers(case, tmp_path / "annexes", wanted, How("tahap I"), datetime(2026, 1, 5, 9, tzinfo=UTC))

    made = freeze(case, DOSSIER, "D3", tmp_path / "annexes", {}, Named("D3-1", "written-3"))

    assert row(case, made.code)["is_whole"]
    assert {one.name.partition("-")[0] for one in folder_of(case.folder, made).iterdir()} == {
        *("D3", MANIFEST, "totals.json")
    }
    totals = dict(stated(Brief.of(case, DOSSIER)))[made.code]
    assert totals
    assert totals.items() <= figures(Brief.of(case, DOSSIER)).items()
    assert not [one for one in checked(case).findings if one.number == 15]


def test_a_report_is_frozen_with_what_it_says_was_not_read(case: Case, tmp_path: Path) -> None:
    wanted = Wanted(["D2"], DOSSIER, tell=str)
    write_papers(case, tmp_path / "d2", wanted, How("tahap I"), datetime(2026, 1, 5, 9, tzinfo=UTC))

    made = freeze(case, DOSSIER, "D2", tmp_path / "d2", {}, Named("D2/9", "written-1"))

    kinds = ("counts:", "flaws:", "unread:")
    now = {name: size for name, size in figures(Brief.of(case, DOSSIER)).items() if name.startswith(kinds)}
    assert dict(stated(Brief.of(case, DOSSIER), "D2"))[made.code] == now
    assert any(name.startswith("unread:") for name in now)
    assert not checked(case).findings
    listed = {one.foot: one.pages for one in contents(Brief.of(case, DOSSIER)) if one.paper == made.code}
    pdfs = folder_of(case.folder, made).glob("*.pdf")
    assert listed == {path.stem: str(len(pypdfium2.PdfDocument(path))) for path in pdfs}


def test_an_explanation_of_a_deal_by_the_id_that_lists_show_stands_on_the_paper(case: Case, tmp_path: Path) -> None:
    deal = Seal(case.secret).of(Brief.of(case, DOSSIER).deals[0].id)
    answer = {"about": f"deal:{deal}", "row": "4", "state": "answered", "answer": "loket tidak menjual pulsa"}
    enter(case, Alternative, [answer])

    write_papers(
        case, tmp_path / "d5", Wanted(["D5"], DOSSIER, tell=str), How("tahap I"), datetime(2026, 1, 5, 9, tzinfo=UTC)
    )

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


def test_copies_of_a_released_paper_bear_their_number_and_whose_they_are(
    case: Case, paper: Path, tmp_path: Path
) -> None:
    made = freeze(case, DOSSIER, "D1", paper, {})
    with pytest.raises(Misuse, match="was not released"):
        write_copies(case, made.code, tmp_path / "copies", "tahap I")
    second = other(case, tmp_path)
    release(second, made.code, ["Kejaksaan Negeri Contoh", "Arsip"])
    second.close()

    done = write_copies(case, made.code, tmp_path / "copies", "tahap I")

    for number, who in enumerate(("Kejaksaan Negeri Contoh", "Arsip"), 1):
        path = tmp_path / "copies" / f"salinan-{number}" / "D1-dossier-1.pdf"
        pages = pypdfium2.PdfDocument(path)
        texts = [page.get_textpage().get_text_range() for page in pages]
        assert all(f"Salinan {number} dari 2 untuk: {who}" in text for text in texts)
    frozen = folder_of(case.folder, made) / "D1-dossier-1.json"
    assert (tmp_path / "copies" / "D1-dossier-1.json").read_bytes() == frozen.read_bytes()
    assert (done.bare, done.changed) == ((), ())
    assert json.loads(list(case.rows.entries())[-1].body)["detail"]["purpose"] == "tahap I"
    write_copies(case, made.code, tmp_path / "again", "tahap I")
    names = [one.relative_to(tmp_path / "copies") for one in (tmp_path / "copies").rglob("*.*")]
    assert all((tmp_path / "copies" / one).read_bytes() == (tmp_path / "again" / one).read_bytes() for one in names)


def test_a_copy_of_a_paper_whose_files_were_changed_is_not_written(case: Case, paper: Path, tmp_path: Path) -> None:
    made = freeze(case, DOSSIER, "D1", paper, {})
    second = other(case, tmp_path)
    release(second, made.code, ["Arsip"])
    path = folder_of(case.folder, made) / "D1-dossier-1.json"
    path.write_bytes(path.read_bytes().replace(b"dossier-1", b"dossier-2"))

    with pytest.raises(Changed, match="not what S1 signed"):
        write_copies(second, made.code, tmp_path / "copies", "tahap I")
    second.close()
    assert not (tmp_path / "copies").exists()
