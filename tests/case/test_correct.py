# SPDX-License-Identifier: Apache-2.0
"""What was mistyped is corrected by a later act; both stay, and only the later one counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.custody.every_noun import clock, officer, start

from suluh.case.acts.export import export
from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.acts.release import draft
from suluh.case.acts.sets import add_set, drop_set
from suluh.case.case import Acting, Case
from suluh.case.corrections.correct import Fields, Lies, correct_authority, correct_exhibit
from suluh.case.corrections.standing_papers import acquisitions, authorities, exhibits, hash_sets
from suluh.case.gate.viewer import Viewer
from suluh.case.lease import lease
from suluh.case.line.run import run
from suluh.case.location import location
from suluh.case.verify.case import verify_case
from suluh.model.errors import CaseIsLocked, Misuse, NoAuthority, NotAllowed, UnknownObject
from suluh.model.intake import Acquisition, Authority, Exhibit
from suluh.model.matching import HashSet
from suluh.unit.folder import UnitFolder

WHY = "salah ketik"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    record_authority(case, paper())
    yield case
    case.close()


@pytest.fixture
def extraction(tmp_path: Path) -> Path:
    folder = tmp_path / "b1"
    folder.mkdir()
    return folder


def paper(**fields: object) -> Paper:
    return Paper(**{"kind": "court", "number": "P-1", "issuer": "PN Contoh", "date": "2026-01-01", **fields})


def rows(case: Case) -> list[int]:
    return [entry for (entry,) in case._connection.execute("SELECT seq FROM entry")]


def test_a_corrected_paper_stands_in_the_place_of_the_old_one_and_both_are_kept(case: Case) -> None:
    new, changes = correct_authority(case, "P-1", {"date": "2025-12-31", "kinds": ("chat",)}, WHY)

    assert changes == ["date: 2026-01-01 -> 2025-12-31", "kinds: not stated -> chat"]
    assert list(authorities(case.rows)) == [new]
    assert {one.date for one in case.nouns(Authority)} == {"2026-01-01", "2025-12-31"}
    first, second = Viewer(case, WHY).list("authorities")
    assert (first["date"], first["corrects"], second["corrected_by"]) == ("2025-12-31", second["id"], first["id"])
    assert (first["reason"], first["corrected_by"], second["reason"]) == (WHY, None, None)
    verify_case(case.folder)


def test_exhibits_and_approvals_follow_a_paper_to_its_new_number(case: Case, extraction: Path) -> None:
    record_authority(case, paper(kind="urgent", number="U-1"))
    record_authority(case, paper(number="C-1", approves="U-1"))
    add_exhibit(case, Bag(extraction, "B-1", "U-1"))

    correct_authority(case, "U-1", {"number": "U-7"}, WHY)
    correct_authority(case, "U-7", {"number": "U-8"}, WHY)

    assert [one.authority for one in exhibits(case.rows)] == ["U-8"]
    assert [one.approves for one in authorities(case.rows)] == ["U-8", None, None]
    assert draft(case_that_ran(case), "Kejaksaan Contoh").by == "S-1"


def test_the_form_of_exhibits_names_the_paper_that_stands(case: Case, extraction: Path, tmp_path: Path) -> None:
    add_exhibit(case, Bag(extraction, "B-1", "P-1"))
    correct_authority(case, "P-1", {"date": "2025-12-31", "issuer": "PN Lain"}, WHY)
    with pytest.raises(Misuse, match="suluh run"):
        export(case, tmp_path / "forms", None)

    export(case_that_ran(case), tmp_path / "forms", None)

    [form] = [path.read_text("utf-8-sig") for path in (tmp_path / "forms").glob("exhibits*.csv")]
    assert "PN Lain" in form
    assert "PN Contoh" not in form
    assert "2025-12-31" in form


def case_that_ran(case: Case) -> Case:
    """The same case after a run; nothing lies in its exhibits."""
    run(case, lambda _: None, slots=1)
    return case


def test_a_number_that_was_a_mistake_may_be_that_of_another_paper(case: Case, extraction: Path) -> None:
    add_exhibit(case, Bag(extraction, "B-1", "P-1"))
    correct_authority(case, "P-1", {"number": "P-2"}, WHY)

    record_authority(case, paper(issuer="PN Lain"))
    other = extraction.with_name("b2")
    other.mkdir()
    add_exhibit(case, Bag(other, "B-2", "P-1"))

    assert {one.label: one.authority for one in exhibits(case.rows)} == {"B-1": "P-2", "B-2": "P-1"}
    assert {one.number: one.issuer for one in authorities(case.rows)} == {"P-2": "PN Contoh", "P-1": "PN Lain"}
    verify_case(case.folder)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({}, "same as before"),
        ({"date": "2026-01-01"}, "same as before"),
        ({"date": "1.1.2026"}, "no date"),
        ({"number": "P-2"}, "once"),
        ({"approves": "P-1"}, "no urgent seizure"),
        ({"exhibits": ("B-9",)}, "B-1 rests on P-1"),
    ],
)
def test_a_correction_that_cannot_be_meant_so_is_refused(
    case: Case, extraction: Path, fields: Fields, error: str
) -> None:
    record_authority(case, paper(number="P-2"))
    add_exhibit(case, Bag(extraction, "B-1", "P-1"))
    before = rows(case)

    with pytest.raises(Misuse, match=error):
        correct_authority(case, "P-1", fields, WHY)
    assert rows(case) == before


def test_what_a_court_approved_stays_an_urgent_seizure_of_an_earlier_day(case: Case) -> None:
    record_authority(case, paper(kind="urgent", number="U-1"))
    record_authority(case, paper(number="C-1", date="2026-01-01", approves="U-1"))

    with pytest.raises(Misuse, match="C-1 approves it"):
        correct_authority(case, "U-1", {"kind": "handover"}, WHY)
    with pytest.raises(Misuse, match="before 2026-01-02"):
        correct_authority(case, "U-1", {"date": "2026-01-02"}, WHY)


def test_whoever_makes_an_urgent_seizure_something_else_is_named_by_verify(case: Case) -> None:
    record_authority(case, paper(kind="urgent", number="U-1"))
    assert verify_case(case.folder).remarks == ()

    correct_authority(case, "U-1", {"kind": "court", "number": "C-1"}, WHY)

    [remark] = verify_case(case.folder).remarks
    assert "U-1 as an urgent seizure, and S-1 corrected it to court (C-1)" in remark


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"covers_to": "2026-01-01"}, {"covers_to": "2026-02-01"}, 1),
        ({"covers_from": "2026-01-01"}, {"covers_from": None}, 1),
        ({"kinds": ("chat",)}, {"kinds": ("chat", "media")}, 1),
        ({"exhibits": ("B-1",)}, {"exhibits": ()}, 1),
        ({"kinds": ("chat", "media")}, {"kinds": ("chat",)}, 0),
        ({"covers_from": "2026-01-01"}, {"covers_from": "2026-01-02", "covers_to": "2026-01-03"}, 0),
        ({}, {"issuer": "PN Lain"}, 0),
    ],
)
def test_whoever_lets_a_paper_cover_more_is_named_by_verify(
    case: Case, before: Fields, after: Fields, said: int
) -> None:
    record_authority(case, paper(number="P-2", **before))
    correct_authority(case, "P-2", after, WHY)

    remarks = verify_case(case.folder).remarks

    assert [("P-2, and S-1 corrected it to cover more" in one) for one in remarks] == [True] * said


def test_whoever_puts_an_exhibit_from_an_urgent_seizure_under_another_paper_is_named_by_verify(
    case: Case, extraction: Path
) -> None:
    record_authority(case, paper(kind="urgent", number="U-1"))
    add_exhibit(case, Bag(extraction, "B-1", "U-1"))
    correct_authority(case, "U-1", {"number": "U-2"}, WHY)
    correct_exhibit(case, "B-1", {"holder": "Ani Contoh"}, WHY)
    assert verify_case(case.folder).remarks == ()

    correct_exhibit(case, "B-1", {"authority": "P-1"}, WHY)

    [remark] = verify_case(case.folder).remarks
    assert "B-1 under the urgent seizure U-2, and S-1 put it under P-1 (court)" in remark


def test_nothing_is_corrected_while_a_run_goes_on_the_old_terms(case: Case, extraction: Path, hashes: Path) -> None:
    add_exhibit(case, Bag(extraction, "B-1", "P-1"))
    used = add_set(case, hashes, kind="known")
    before = rows(case)

    for act in (
        lambda: correct_authority(case, "P-1", {"date": "2025-01-01"}, WHY),
        lambda: correct_exhibit(case, "B-1", {"holder": "Ani Contoh"}, WHY),
        lambda: drop_set(case, used.digest, WHY),
    ):
        with lease(case.folder), pytest.raises(CaseIsLocked, match="runs this case now"):
            act()
    assert rows(case) == before


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_a_correction_says_why(case: Case, extraction: Path, reason: str | None) -> None:
    add_exhibit(case, Bag(extraction, "B-1", "P-1"))

    for act in (correct_authority, correct_exhibit):
        with pytest.raises(Misuse, match="--reason"):
            act(case, "P-1" if act is correct_authority else "B-1", {}, reason)
    with pytest.raises(Misuse, match="--reason"):
        drop_set(case, "00", reason)


def test_what_was_corrected_cannot_be_corrected_a_second_time(case: Case) -> None:
    correct_authority(case, "P-1", {"number": "P-2"}, WHY)

    with pytest.raises(UnknownObject, match="P-1"):
        correct_authority(case, "P-1", {"number": "P-3"}, WHY)


def test_a_corrected_exhibit_keeps_label_and_order_and_what_is_not_named(case: Case, extraction: Path) -> None:
    add_exhibit(case, Bag(extraction, "B-1", "P-1", holder="Ani Contoh", timezone="Asia/Jakarta"))

    changes = correct_exhibit(case, "B-1", {"holder": "Budi Contoh", "accounts": ("x:1",)}, WHY)

    assert changes == ["holder", "accounts"]
    [new] = exhibits(case.rows)
    assert (new.label, new.order, new.timezone, new.accounts) == ("B-1", 1, "Asia/Jakarta", ("x:1",))
    assert len(list(case.nouns(Exhibit))) == 2
    [shown] = Viewer(case, WHY).list("exhibits")
    assert [row["holder"] for row in shown["before"]] == ["Ani Contoh"]
    verify_case(case.folder)


def test_a_name_that_was_corrected_is_still_masked(case: Case, extraction: Path) -> None:
    add_exhibit(case, Bag(extraction, "B-1", "P-1", holder="Anindita Contoh"))
    correct_exhibit(case, "B-1", {"holder": None}, "bukan Anindita")

    assert "nindita" not in repr([list(Viewer(case).list(what)) for what in ("exhibits", "ledger")])


def test_an_exhibit_may_be_put_under_a_paper_that_covers_it_only(case: Case, extraction: Path) -> None:
    record_authority(case, paper(number="P-2", exhibits=("B-2",)))
    add_exhibit(case, Bag(extraction, "B-1", "P-1"))

    for number in ("P-2", "P-3"):
        with pytest.raises(NoAuthority, match=number):
            correct_exhibit(case, "B-1", {"authority": number}, WHY)
    with pytest.raises(UnknownObject, match="B-2"):
        correct_exhibit(case, "B-2", {}, WHY)


def test_an_acquisition_lies_where_the_latest_act_says(case: Case, extraction: Path, tmp_path: Path) -> None:
    add_exhibit(case, Bag(extraction, "B-1", "P-1"))
    moved = extraction.rename(tmp_path / "disk two")

    correct_exhibit(case, "B-1", {}, WHY, Lies(path=moved))

    [one] = acquisitions(case.rows)
    assert location(case.rows, one) == str(moved).encode()
    assert len(list(case.nouns(Acquisition))) == 2
    assert len(list(case.nouns(Exhibit))) == 1
    verify_case(case.folder)


def test_an_acquisition_stays_a_folder_or_the_file_of_its_name(case: Case, extraction: Path) -> None:
    file, other = extraction / "a.txt", extraction / "b.txt"
    for path in (file, other):
        path.write_text("made up")
    add_exhibit(case, Bag(file, "B-1", "P-1"))
    folder = extraction.with_name("b2")
    folder.mkdir()
    add_exhibit(case, Bag(folder, "B-2", "P-1"))

    for label, path in (("B-1", other), ("B-1", extraction), ("B-2", other), ("B-2", extraction / "none")):
        with pytest.raises(Misuse):
            correct_exhibit(case, label, {}, WHY, Lies(path=path))
    with pytest.raises(UnknownObject, match="acquisition 2"):
        correct_exhibit(case, "B-1", {}, WHY, Lies("2", extraction))


@pytest.fixture
def hashes(tmp_path: Path) -> Path:
    path = tmp_path / "daftar.csv"
    path.write_text("md5\n" + "0a" * 16 + "\n", "utf-8")
    return path


def test_a_set_that_was_dropped_is_used_no_longer_and_may_come_again(case: Case, hashes: Path) -> None:
    wrong = add_set(case, hashes, kind="benign")

    drop_set(case, wrong.digest[:8], WHY)
    assert hash_sets(case.rows) == ()
    right = add_set(case, hashes, kind="known")
    again = add_set(case, hashes, kind="benign")

    assert set(hash_sets(case.rows)) == {right, again}
    assert [row["dropped"] for row in Viewer(case, WHY).list("sets")] == [False, True, False, False]
    assert len(list(case.nouns(HashSet))) == 4
    verify_case(case.folder)


@pytest.mark.parametrize("name", ["", "zz"])
def test_a_set_is_dropped_by_a_digest_that_names_one(case: Case, hashes: Path, name: str) -> None:
    used = add_set(case, hashes, kind="benign").digest

    with pytest.raises(Misuse, match=used[:16]):
        drop_set(case, name, WHY)


@pytest.mark.parametrize("access", ["analyst", "child-protection", "prosecutor", "auditor"])
def test_whoever_may_not_add_may_not_correct(case: Case, access: str) -> None:
    other = Case.open(case.folder, Acting(officer(case.acting.unit, "X-1", access), case.acting.unit, clock()))

    for act in (
        lambda: correct_authority(other, "P-1", {"date": "2025-01-01"}, WHY),
        lambda: correct_exhibit(other, "B-1", {}, WHY),
        lambda: drop_set(other, "00", WHY),
    ):
        with pytest.raises(NotAllowed, match=access):
            act()
    other.close()


def test_nothing_is_drafted_until_the_line_has_run_after_a_correction(case: Case, extraction: Path) -> None:
    add_exhibit(case, Bag(extraction, "B-1", "P-1"))
    correct_authority(case, "P-1", {"issuer": "PN Lain"}, WHY)

    with pytest.raises(Misuse, match="suluh run"):
        draft(case, "Kejaksaan Contoh")
    case_that_ran(case)
    last = rows(case)
    case_that_ran(case)

    assert rows(case) == last
    assert draft(case, "Kejaksaan Contoh").by == "S-1"
