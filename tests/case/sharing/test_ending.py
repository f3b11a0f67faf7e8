# SPDX-License-Identifier: Apache-2.0
"""The sheet of the end of a case: every defendant, restitution, children as a number, packages and their answers."""

from pathlib import Path

import pytest
from tests.case.sharing.conftest import pages
from tests.referral.made import NAMES

from suluh.case.case import Case
from suluh.case.sharing.ending import read_ending, write_ending
from suluh.case.typed.enter import correct, enter
from suluh.case.verify.case import verify_case
from suluh.custody.entry import Entry
from suluh.model.dossier.charges import Ending
from suluh.model.dossier.papers import Answer, Paper
from suluh.model.errors import Misuse, NotReady, UnknownObject

WHY = "akhir perkara"


def test_the_sheet_says_how_it_ended_and_names_nobody(case: Case, tmp_path: Path) -> None:
    local, english = (pages(path) for path in write_ending(case, tmp_path / "out", WHY))

    assert "defendant-1 1 putusan 2027-01-10 putusan 9/Pid, 2026-02-01" in local
    assert "defendant-2 1 belum dicatat" in local
    assert "defendant-1 40.000.000 1.500.000" in local
    assert "defendant-1 40,000,000 1,500,000" in english
    assert "Anak korban 1" in local
    assert "mitra 2026-01-02 surat J/9, 2026-02-01" in local
    assert "penuntut umum 2 1 0 1" in local
    assert "S-1" in local
    assert "S-2" in local
    assert [name for name in (*NAMES.values(), "Berkas Ani") if name in local + english] == []
    verify_case(case.folder)


def test_two_defendants_have_a_sum(case: Case, tmp_path: Path) -> None:
    enter(case, Paper, [{"code": "paper-d", "kind": "diversi", "number": "D/1", "date": "2027-02-01"}])
    more = {"kind": "diversi", "paper": "paper-d", "date": "2027-02-01", "restitution_ordered": "5"}
    enter(case, Ending, [{"defendant": "defendant-2", **more}])

    local, _ = (pages(path) for path in write_ending(case, tmp_path / "out", WHY))

    assert "Seluruhnya 40.000.005 1.500.000" in local


def test_without_an_ending_there_is_no_sheet(case: Case, tmp_path: Path) -> None:
    correct(case, Ending, "ending-1", {}, "uji", withdrawn=True)

    with pytest.raises(UnknownObject, match="no ending is entered"):
        write_ending(case, tmp_path / "out", WHY)


def test_a_sheet_needs_a_purpose(case: Case, tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="--purpose"):
        write_ending(case, tmp_path / "out", None)


def test_a_paper_whose_number_names_a_child_stops_the_sheet(case: Case, tmp_path: Path) -> None:
    correct(case, Paper, "paper-v", {"number": "7/Lili"}, "uji")

    with pytest.raises(Misuse, match="the number of a paper"):
        write_ending(case, tmp_path / "out", WHY)


def test_who_read_the_end_leaves_an_entry_and_stands_on_the_sheet(case: Case, tmp_path: Path) -> None:
    assert [day for _, day, _ in read_ending(case).officers] == [None, None]

    local, english = (pages(path) for path in write_ending(case, tmp_path / "out", WHY))

    entry = next(
        one for one in map(Entry.read, (one.body for one in case.rows.entries())) if one.action == "ending-read"
    )
    assert (entry.actor, sorted(entry.detail)) == ("S-1", ["digest"])
    assert f"S-1 {entry.at[:10]}" in local
    assert f"S-2 {entry.at[:10]}" not in local
    assert "it changed since" not in english
    verify_case(case.folder)


def test_who_read_it_before_something_changed_reads_it_again(case: Case, tmp_path: Path) -> None:
    read_ending(case)
    correct(case, Ending, "ending-1", {"restitution_paid": "40000000"}, "dibayar lunas")

    _, english = (pages(path) for path in write_ending(case, tmp_path / "out", WHY))

    assert "it changed since" in english
    assert [is_same for _, _, is_same in read_ending(case).officers] == [False, False]
    assert [is_same for _, _, is_same in read_ending(case).officers] == [True, False]


def test_an_answer_closes_its_item_here_as_in_the_register(case: Case, tmp_path: Path) -> None:
    enter(case, Answer, [{"item": "requestitem-2", "sentence": "sudah dilengkapi"}])

    local, _ = (pages(path) for path in write_ending(case, tmp_path / "out", WHY))

    assert "penuntut umum 2 2 0 0" in local


def test_a_paper_of_another_kind_ends_no_case(case: Case) -> None:
    with pytest.raises(Misuse, match=r"paper-p .P-19 P-19/3. cannot be the paper of this ending putusan: .* putusan; "):
        enter(case, Ending, [{"defendant": "defendant-2", "kind": "putusan", "paper": "paper-p", "date": "2027-01-10"}])


def test_an_ending_whose_paper_became_another_kind_has_no_sheet(case: Case, tmp_path: Path) -> None:
    correct(case, Paper, "paper-v", {"kind": "tanda-terima"}, "salah ketik")

    with pytest.raises(NotReady, match="cannot be the paper of this ending putusan"):
        write_ending(case, tmp_path / "out", WHY)
