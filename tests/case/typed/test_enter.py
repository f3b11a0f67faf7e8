# SPDX-License-Identifier: Apache-2.0
"""What officers type is checked, entered under a code, corrected by a later one, and verified."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from tests.case.views.made import ANI, CITRA, acting

from suluh.case.acts.admit import admit
from suluh.case.acts.intake import Paper as Authority
from suluh.case.acts.intake import record_authority
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.dossiers.brief import Brief
from suluh.case.gate.children import children_of
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.typed.enter import correct, enter
from suluh.case.typed.vault import alone
from suluh.case.verify.case import verify_case
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.care import Identity, SupportNote
from suluh.model.dossier.charges import Alternative, Charge, Defendant, Dossier, Tie
from suluh.model.dossier.entered import Entered, fields_of
from suluh.model.dossier.exhibits import Extraction, Observation, Seizure, Told
from suluh.model.dossier.law import LawRow
from suluh.model.dossier.papers import Intelligence, Letter, Paper, Reply
from suluh.model.errors import BrokenCustody, Misuse, NotAllowed, UnknownObject
from suluh.model.ids import make_id
from suluh.model.people import Decision
from suluh.model.trade import Deal

PAPER = {"kind": "SP.Sita", "number": "SP.Sita/7", "date": "2026-01-02"}
WHY = "salah ketik"


@pytest.fixture
def case(copied_case: Case) -> Iterator[Case]:
    case = copied_case
    yield case
    case.close()


def test_what_is_entered_has_the_next_code_and_is_verified(case: Case) -> None:
    first, second = enter(case, Paper, [PAPER, {**PAPER, "number": "SP.Sita/8", "about": ("B-1", "B-2")}])

    assert (first.code, second.code) == ("paper-1", "paper-2")
    assert second.about == ("B-1", "B-2")
    assert [row["code"] for row in Viewer(case).list("papers")] == ["paper-1", "paper-2"]


def test_a_correction_stands_in_the_place_of_the_old_one_and_both_are_kept(case: Case) -> None:
    enter(case, Paper, [PAPER])

    correct(case, Paper, "paper-1", {"date": "2026-01-03"}, WHY)

    assert [one.date for one in typed(case.rows, Paper)] == ["2026-01-03"]
    old, new = Viewer(case).list("papers")
    assert (old["corrected_by"], new["corrects"]) == (new["id"], old["id"])


def test_what_was_withdrawn_counts_no_more_and_its_code_is_not_given_again(case: Case) -> None:
    enter(case, Paper, [PAPER])
    correct(case, Paper, "paper-1", {}, WHY, withdrawn=True)

    [again] = enter(case, Paper, [PAPER])

    assert again.code == "paper-2"
    assert [one.code for one in typed(case.rows, Paper)] == ["paper-2"]


WRONG = {
    "unknown-kind": ({**PAPER, "kind": "surat cinta"}, "is no kind: it is one of"),
    "no-day": ({**PAPER, "date": "02/01/2026"}, "no date"),
    "nothing-of-that-name": ({**PAPER, "answers": "paper-9"}, "has no paper paper-9"),
    "missing": ({"kind": "LP", "number": "1"}, "needs its date"),
    "other-field": ({**PAPER, "colour": "red"}, "has no 'colour'"),
    "taken": ({**PAPER, "code": "paper-1"}, "already"),
    "no-number": ({**PAPER, "pages": "three"}, "no whole number"),
    "no-digest": ({**PAPER, "sha256": "abc"}, "no digest"),
    "blank-code": ({**PAPER, "code": "a b"}, "is no code"),
    "code-of-a-sheet": ({**PAPER, "code": "=1+1"}, "is no code"),
    "code-of-a-list": ({**PAPER, "code": "a;b"}, "is no code"),
    "no-year-of-a-case": ({**PAPER, "date": "0001-01-01"}, "lies between 1900"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_meant_so_is_refused_and_nothing_is_entered(case: Case, name: str) -> None:
    row, says = WRONG[name]
    enter(case, Paper, [PAPER])

    with pytest.raises((Misuse, UnknownObject), match=says):
        enter(case, Paper, [{**PAPER, "number": "2"}, row])

    assert len(typed(case.rows, Paper)) == 1


def test_a_moment_is_written_with_its_zone(case: Case) -> None:
    row = {"exhibit": "B-1", "taken": "2026-01-02T08:15", "place": "Jl. Contoh 1"}

    with pytest.raises(Misuse, match="with its zone"):
        enter(case, Seizure, [row])
    [kept] = enter(case, Seizure, [{**row, "taken": "2026-01-02T08:15+07:00"}])

    assert kept.taken == "2026-01-02T08:15+07:00"


@pytest.mark.parametrize("written", ["20260102T0815+0700", "2026-W01-5T08:15+07:00", "0001-01-01T00:00+14:00"])
def test_a_moment_is_written_in_one_way_and_lies_in_a_year_of_a_case(case: Case, written: str) -> None:
    with pytest.raises(Misuse, match="taken is"):
        enter(case, Seizure, [{"exhibit": "B-1", "taken": written, "place": "Jl. Contoh 1"}])


def test_nothing_ends_before_it_begins(case: Case) -> None:
    enter(case, Paper, [{**PAPER, "kind": "surat"}])
    letter = {"to": "Bank Contoh", "kind": "bank", "paper": "paper-1", "sent": "2026-01-05"}

    with pytest.raises(Misuse, match="before --asked-from"):
        enter(case, Letter, [{**letter, "asked_from": "2026-01-04", "asked_to": "2026-01-03"}])
    enter(case, Letter, [{**letter, "asked_from": "2026-01-01"}])
    with pytest.raises(Misuse, match="before --asked-from"):
        correct(case, Letter, "letter-1", {"asked_to": "2025-12-31"}, WHY)
    with pytest.raises(Misuse, match="before --sent"):
        enter(case, Reply, [{"letter": "letter-1", "received": "2026-01-04"}])


@pytest.mark.parametrize("person", ["Nama Yang Dibuat", "ak-1", "AK-", "AK-1 Nama"])
def test_the_code_of_a_person_is_no_name(case: Case, person: str) -> None:
    enter(case, Paper, [PAPER])

    with pytest.raises(Misuse, match="never a name"):
        enter(case, Identity, [{**CHILD, "person": person, "vault": True}])
    with pytest.raises(Misuse, match="never a name"):
        enter(case, SupportNote, [{"person": person, "risk": "no"}])


def test_the_code_of_a_child_goes_with_the_vault(case: Case) -> None:
    enter(case, Paper, [PAPER])

    with pytest.raises(Misuse, match="--vault"):
        enter(case, Identity, [{**CHILD, "person": "AK-1"}])
    enter(case, Identity, [{**CHILD, "person": "O-1"}])


def test_names_that_were_typed_are_masked_without_a_purpose_wherever_they_stand(case: Case) -> None:
    enter(case, Paper, [{**PAPER, "note": "Zubaidah melapor"}])
    enter(case, Identity, [{**CHILD, "name": "Zubaidah Contoh", "person": "O-1"}])
    seized = {"taken": "2026-01-02T08:15+07:00", "place": "Jl. Zamrud 5", "holder": "Zubaidah", "witnesses": "Zainal"}
    enter(case, Seizure, [{"exhibit": "B-1", **seized}])

    masked, full = (
        str([list(Viewer(case, why).list(name)) for name in ("papers", "identities", "seizures")])
        for why in (None, WHY)
    )

    hidden = {"Zubaidah", "Zamrud", "Zainal", "2012-05-01"}
    assert {one for one in hidden if one in masked} == set()
    assert {one for one in hidden if one in full} == hidden


def test_a_tie_names_a_deal_as_lists_show_it_and_is_listed_so(case: Case) -> None:
    deal = next(iter(Viewer(case).list("deals")))["id"]
    _charged(case)

    [tie] = enter(case, Tie, [{**TIE, "fact": f"deal:{deal}"}])

    assert tie.fact != f"deal:{deal}"
    assert [row["fact"] for row in Viewer(case, WHY).list("ties")] == [f"deal:{deal}"]


TIE = {"charge": "charge-1", "element": "1", "side": "for", "sentence": "dibayar"}


def _charged(case: Case) -> None:
    enter(case, Dossier, [{"title": "Berkas O-1"}])
    enter(case, Defendant, [{"dossier": "dossier-1", "accounts": (ANI,)}])
    enter(case, LawRow, [OFFENCE, DUTY])
    enter(case, Charge, [{"defendant": "defendant-1", "law": "pasal-1", **DEED}])


DEED = {"deed_from": "2026-01-01", "deed_to": "2026-01-02"}
_LAW = {"law": "UU Contoh", "article": "1", "duty_en": "Made up.", "duty_id": "Dibuat-buat.", "mark": "S"}
OFFENCE = {**_LAW, "code": "pasal-1", "kind": "offence", "elements": ("menawarkan", "menjual")}
DUTY = {**_LAW, "code": "sita-1", "kind": "duty", "start": "seizure"}


@pytest.mark.parametrize(
    ("law", "says"),
    [("pasal-9", "did you mean pasal-1"), ("sita-1", "no row of an offence: .* it has pasal-1")],
)
def test_a_charge_by_no_row_of_an_offence_is_refused_and_what_there_is_named(case: Case, law: str, says: str) -> None:
    _charged(case)

    with pytest.raises((Misuse, UnknownObject), match=says):
        enter(case, Charge, [{"defendant": "defendant-1", "law": law, **DEED}])

    assert [one.code for one in typed(case.rows, Charge)] == ["charge-1"]


@pytest.mark.parametrize("element", ["0", "3"])
def test_a_tie_to_an_element_that_the_charge_has_not_is_refused_and_the_elements_named(
    case: Case, element: str
) -> None:
    _charged(case)
    enter(case, Paper, [PAPER])

    with pytest.raises(Misuse, match="it has 1 menawarkan; 2 menjual"):
        enter(case, Tie, [{**TIE, "fact": "paper:paper-1", "element": element}])

    assert not typed(case.rows, Tie)


def test_a_charge_without_elements_takes_no_tie_and_says_how_it_gets_some(case: Case) -> None:
    _charged(case)
    enter(case, Paper, [PAPER])
    enter(case, LawRow, [{**OFFENCE, "code": "pasal-2", "elements": ()}])
    enter(case, Charge, [{"defendant": "defendant-1", "law": "pasal-2", **DEED}])

    with pytest.raises(Misuse, match="charge --corrects charge-2 --elements"):
        enter(case, Tie, [{**TIE, "fact": "paper:paper-1", "charge": "charge-2"}])


@pytest.mark.parametrize(
    ("kind", "row", "says"),
    [
        (Paper, {**PAPER, "about": ("B-1", "B-77")}, "called B-77: name an exhibit .it has B-1, B-2"),
        (Observation, {"about": "f" * 64, "seen": "garis", "officer": "E-1"}, "no content f"),
        (Observation, {"about": "B-1/tidak-ada.bin", "seen": "garis", "officer": "E-1"}, "B-1 has no file tidak-ada"),
        (Told, {"paper": "paper-1", "question": "1", "who": "W-1", "sentence": "x", "about": ("paper-77",)}, "paper-7"),
        (Alternative, {"about": ANI, "row": "4", "state": "open", "facts": ("deal:tidak-ada",)}, "tidak-ada"),
    ],
)
def test_what_is_about_something_that_the_case_does_not_hold_is_refused(
    case: Case, kind: type[Entered], row: dict[str, object], says: str
) -> None:
    enter(case, Paper, [PAPER])

    with pytest.raises((Misuse, UnknownObject), match=says):
        enter(case, kind, [row])

    assert len(list(case.nouns(kind))) == (kind is Paper)


@pytest.mark.parametrize(
    "fact", ["deal:aaaaaaaaaaaaaaaaaaaaaaaaaa", "content:" + "0" * 64, "rumour:1", "paper:paper-9"]
)
def test_a_fact_that_the_case_does_not_hold_is_refused(case: Case, fact: str) -> None:
    _charged(case)

    with pytest.raises((Misuse, UnknownObject)):
        enter(case, Tie, [{**TIE, "fact": fact}])


def test_whoever_has_not_the_right_enters_nothing(case: Case, tmp_path: Path) -> None:
    other = Case.open(case.folder, replace(acting(tmp_path / "home", "A1", "auditor")))

    with pytest.raises(NotAllowed, match="may not enter papers"):
        enter(other, Paper, [PAPER])
    other.close()


CHILD = {"kind": "id-card", "paper": "paper-1", "name": "Nama Yang Dibuat", "birth": "2012-05-01"}


def test_the_name_of_a_child_lies_sealed_and_stands_nowhere_else(case: Case) -> None:
    enter(case, Paper, [PAPER])

    [one] = enter(case, Identity, [{**CHILD, "person": "AK-1", "vault": True}])

    assert (one.name, one.birth) == (None, None)
    assert alone(case, one).name == "Nama Yang Dibuat"
    files = [path for path in case.folder.path.rglob("*") if path.is_file()]
    assert not any(b"Yang Dibuat" in path.read_bytes() for path in files)


@pytest.mark.parametrize("said", ["x", "iya", ("ya", "ya")])
def test_a_vault_that_is_neither_yes_nor_no_is_refused(case: Case, said: str | tuple[str, ...]) -> None:
    enter(case, Paper, [PAPER])

    with pytest.raises(Misuse, match="yes or no"):
        enter(case, Identity, [{**CHILD, "person": "AK-1", "vault": said}])

    assert list(case.nouns(Identity)) == []


def test_an_account_of_who_lies_in_the_vault_is_withheld_as_one_of_a_child(case: Case, tmp_path: Path) -> None:
    officer = acting(tmp_path / "home", "AN9", "analyst")
    admit(case, officer.key.public)
    enter(case, Paper, [PAPER])
    reader = Case.open(case.folder, officer)
    assert "Citra" in str(list(Viewer(reader, WHY).list("accounts")))

    enter(case, Identity, [{**CHILD, "accounts": (CITRA,), "person": "AK-1", "vault": True}])

    assert children_of(case) >= {CITRA}
    assert "Citra" not in str([list(Viewer(reader, WHY).list(name)) for name in ("accounts", "messages", "identities")])
    reader.close()


def test_a_name_that_was_typed_in_the_clear_before_is_withheld_once_it_lies_in_the_vault(
    case: Case, tmp_path: Path
) -> None:
    officer = acting(tmp_path / "home", "AN9", "analyst")
    admit(case, officer.key.public)
    enter(case, Paper, [PAPER])
    enter(case, Identity, [CHILD])

    correct(case, Identity, "identity-1", {"person": "AK-1", "vault": True}, "ternyata anak")

    reader = Case.open(case.folder, officer)
    assert "Yang Dibuat" not in str(list(Viewer(reader, WHY).list("identities")))
    reader.close()


def test_a_name_of_the_vault_is_typed_nowhere_else_by_who_may_know_it(case: Case) -> None:
    enter(case, Paper, [PAPER])
    child = {**CHILD, "person": "AK-1", "vault": True}

    with pytest.raises(Misuse, match="--code bears a name"):
        enter(case, Identity, [{**child, "code": "yang.DIBUAT,nama"}])
    enter(case, Identity, [child])
    with pytest.raises(Misuse, match="--note bears a name"):
        enter(case, Paper, [{**PAPER, "note": "ibu dari Nama yang dibuat melapor"}])
    with pytest.raises(Misuse, match="--reason bears a name"):
        correct(case, Identity, "identity-1", {"sex": "P"}, "nama yang dibuat, menurut akta")
    assert b"ibu dari" not in b"".join(one.body for one in case.rows.entries())
    assert len(typed(case.rows, Paper)) == 1


def test_a_correction_of_a_child_keeps_what_is_not_named(case: Case) -> None:
    enter(case, Paper, [PAPER])
    enter(case, Identity, [{**CHILD, "person": "AK-1", "vault": True}])

    one = correct(case, Identity, "identity-1", {"birth": "2012-05-02"}, WHY)

    assert (alone(case, one).name, alone(case, one).birth) == ("Nama Yang Dibuat", "2012-05-02")


def test_a_child_is_named_outside_the_vault_never(case: Case) -> None:
    enter(case, Paper, [PAPER])
    child = Decision(
        id=make_id("decision", 9),
        act="role",
        left=ANI,
        right="child_victim",
        by="S1",
        at="2026-01-05T09:00:00Z",
        order=9,
    )
    case.keep(Act("decide", ANI), [child])

    with pytest.raises(Misuse, match="--vault"):
        enter(case, Identity, [{**CHILD, "accounts": (ANI,)}])


def test_a_case_with_typed_rows_is_verified_and_a_forged_correction_is_found(case: Case) -> None:
    [old] = enter(case, Paper, [PAPER])
    verify_case(case.folder)

    forged = msgspec.structs.replace(old, id=make_id("paper", "forged"), corrects=old.id, code="paper-7", reason=WHY)
    case.keep(Act("paper", "paper-7"), [forged])

    with pytest.raises(BrokenCustody, match="which is another one"):
        verify_case(case.folder)


@pytest.mark.parametrize("kind", TYPED, ids=lambda kind: kind.__name__)
def test_every_field_says_what_it_means(kind) -> None:
    assert [one.name for one in fields_of(kind) if not one.meaning] == []


def test_an_extraction_of_no_acquisition_is_refused(case: Case) -> None:
    given = {"exhibit": "B-1", "acquisition": "7", "tool": "Alat", "tool_version": "3.1", "examiner": "S-1"}

    with pytest.raises(UnknownObject, match="B-1 has no acquisition 7: it has"):
        enter(case, Extraction, [given])


LHA = {"kind": "LHA", "number": "LHA/7", "date": "2026-01-02"}


def test_a_row_of_intelligence_is_kept_apart_and_nothing_rests_on_it(case: Case) -> None:
    before = len(list(case.nouns(Deal)))
    enter(case, Paper, [LHA, PAPER])
    enter(case, Intelligence, [{"paper": "paper-1", "row": "3", "amount": "500000", "payee": "Zubaidah Contoh"}])

    assert "Zubaidah" not in str(list(Viewer(case).list("intelligence")))
    assert len(list(case.nouns(Deal))) == before
    _charged(case)
    with pytest.raises(Misuse, match="is no fact"):
        enter(case, Tie, [{**TIE, "fact": "intelligence:intelligence-1"}])
    with pytest.raises(Misuse, match="are of a report, a paper of the kind LHA"):
        enter(case, Intelligence, [{"paper": "paper-2"}])
    verify_case(case.folder)


def test_nothing_is_added_under_a_report_of_intelligence(case: Case) -> None:
    with pytest.raises(Misuse, match="PEN-1 is the paper under which exhibits were added"):
        enter(case, Paper, [{**LHA, "number": "PEN-1"}])
    enter(case, Paper, [LHA])

    with pytest.raises(Misuse, match="type its rows with"):
        record_authority(case, Authority("reply", "LHA/7", "PPATK", "2026-01-03"))


def test_a_report_of_intelligence_stands_in_no_paper_of_the_dossier(case: Case) -> None:
    enter(case, Dossier, [{"title": "Berkas O-1"}])
    enter(case, Paper, [{**LHA, "about": ("dossier-1",)}, {**PAPER, "about": ("dossier-1",)}])

    assert [one.code for one in Brief.of(case, "dossier-1").own_papers] == ["paper-2"]
