# SPDX-License-Identifier: Apache-2.0
"""The vault is opened by two, each with an entry; it is sealed anew for who came later; marks tell nobody outside."""

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from msgspec.structs import replace
from tests.case.views.made import ANI, acting, made_case

from suluh.case.acts.admit import admit, end
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.gate.guarded import guarded_accounts, key_of, mark_of
from suluh.case.gate.veil import MARK
from suluh.case.gate.viewer import Viewer
from suluh.case.typed.enter import correct, enter
from suluh.case.typed.locked import Secret, joined
from suluh.case.typed.vault import Kept, alone, kept, recognised
from suluh.case.vault.halves import unlock
from suluh.case.vault.opening import open_vault
from suluh.case.vault.paper import write_identity
from suluh.case.vault.sealing import seal_anew
from suluh.case.verify.case import verify_case
from suluh.model.dossier.care import Identity, Protected
from suluh.model.dossier.papers import Paper
from suluh.model.errors import BadBody, Misuse, NotAllowed, UnknownObject
from suluh.model.talk import Account

NAME, WHY, UNDERCOVER = "Nama Yang Dibuat", "serah ke LPSK", "petugas penyamaran"
CHILD = {"kind": "id-card", "paper": "paper-1", "name": NAME, "birth": "2012-05-01", "person": "AK-1", "vault": True}


@pytest.fixture
def case(tmp_path: Path, copied_case: Case) -> Iterator[Case]:
    case = copied_case
    admit(case, acting(tmp_path / "home", "CP1", "child-protection").key.public)
    enter(case, Paper, [{"kind": "BAP-korban", "number": "BAP/1", "date": "2026-01-02"}])
    enter(case, Identity, [CHILD])
    enter(case, Protected, [{"accounts": (ANI,), "why": UNDERCOVER}])
    yield case
    case.close()


@pytest.fixture
def other(case: Case, tmp_path: Path) -> Iterator[Case]:
    second = Case.open(case.folder, acting(tmp_path / "home", "CP1", "child-protection"))
    yield second
    second.close()


def of(case: Case, folder: Path, code: str, access: str) -> Case:
    """The case as a further officer opens it, who was just admitted."""
    admit(case, acting(folder / "home", code, access).key.public)
    return Case.open(case.folder, acting(folder / "home", code, access))


def entries(case: Case) -> list[dict[str, object]]:
    return [json.loads(one.body) for one in case.rows.entries()]


@pytest.mark.parametrize("is_swapped", [False, True])
def test_two_open_it_together_and_each_leaves_an_entry(case: Case, other: Case, *, is_swapped: bool) -> None:
    pair = (other, case) if is_swapped else (case, other)

    found = open_vault(*pair, WHY)

    says = {one.code: one.says for one in found}
    assert says == {
        "identity-1": Secret(NAME, "2012-05-01", None),
        "protected-1": Kept((ANI,), UNDERCOVER),
    }
    last = entries(case)[-2:]
    assert {(one["action"], one["actor"], one["detail"]["with"]) for one in last} == {
        ("vault", "S1", "CP1"),
        ("vault", "CP1", "S1"),
    }
    assert all(one["detail"]["purpose"] == WHY and one["object"] == "identity-1 protected-1" for one in last)
    verify_case(case.folder)


@pytest.mark.parametrize(("code", "access"), [("S2", "supervisor"), ("A2", "analyst"), ("S1", "supervisor")])
def test_any_other_pair_opens_nothing_and_leaves_no_entry(case: Case, tmp_path: Path, code: str, access: str) -> None:
    second = case if code == "S1" else of(case, tmp_path, code, access)
    before = len(entries(case))

    with pytest.raises(NotAllowed):
        open_vault(case, second, WHY)

    assert len(entries(case)) == before


def test_what_is_not_there_and_an_opening_without_a_reason_are_refused(case: Case, other: Case) -> None:
    with pytest.raises(UnknownObject, match="AK-9"):
        open_vault(case, other, WHY, ("AK-9",))
    with pytest.raises(Misuse, match="--purpose"):
        open_vault(case, other, " ")


def test_the_sheet_of_a_child_says_who_it_is_and_for_whom_it_was_opened(
    case: Case, other: Case, tmp_path: Path
) -> None:
    paths = write_identity(case, other, "AK-1", tmp_path / "papers", (WHY, "LPSK Contoh"))

    texts = [pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range() for path in paths]
    assert [path.name for path in paths] == ["identitas-AK-1-id.pdf", "identitas-AK-1-en.pdf"]
    assert all(word in text for text in texts for word in (NAME, "2012-05-01", "LPSK Contoh", "S1, CP1", "BAP/1"))
    assert not any(UNDERCOVER in text or ANI in text for text in texts)
    assert [one["action"] for one in entries(case)[-3:]] == ["vault", "vault", "export"]


def test_a_sheet_needs_a_reader_and_the_code_of_a_child(case: Case, other: Case, tmp_path: Path) -> None:
    for code, told, says in (
        ("AK-1", (WHY, None), "--recipient"),
        ("AK-1", (None, "LPSK"), "--purpose"),
        ("O-1", (WHY, "LPSK"), "no code of a child"),
    ):
        with pytest.raises(Misuse, match=says):
            write_identity(case, other, code, tmp_path / "papers", told)
    assert not (tmp_path / "papers").exists()


def test_who_came_later_opens_it_once_it_was_sealed_anew(case: Case, other: Case, tmp_path: Path) -> None:
    later = of(case, tmp_path, "S2", "supervisor")
    [child], [guarded] = typed(case.rows, Identity), typed(case.rows, Protected)
    for shut in (lambda: list(recognised(later, child)), lambda: kept(later, guarded)):
        with pytest.raises(NotAllowed, match="S2"):
            shut()

    done = seal_anew(case)

    assert dict(done.done) == {"identity-1": ("S2",), "protected-1": ("S2",)}
    [child], [guarded] = typed(case.rows, Identity), typed(case.rows, Protected)
    assert joined((other, later), child).name == NAME
    assert kept(later, guarded) == Kept((ANI,), UNDERCOVER)
    assert seal_anew(case).done == ()
    verify_case(case.folder)
    later.close()


def test_whoever_cannot_open_it_seals_nothing_and_says_so(case: Case, tmp_path: Path) -> None:
    later = of(case, tmp_path, "S2", "supervisor")

    done = seal_anew(later)

    assert done.done == ()
    assert "identity-1 lacks a half for S2" in done.left[0]
    assert "not for S2" in done.left[1]
    assert len(done.left) == 2
    later.close()


def test_whose_admission_ended_gets_no_part_of_what_is_sealed_anew(case: Case, other: Case, tmp_path: Path) -> None:
    later = of(case, tmp_path, "CP2", "child-protection")
    seal_anew(other)
    end(case, "CP1", "pindah tugas")
    of(case, tmp_path, "S2", "supervisor").close()

    seal_anew(case)

    [child] = typed(case.rows, Identity)
    assert [part.officer for part in child.locked[0].halves] == ["CP2", "S1", "S2"]
    assert joined((later, case), child).name == NAME
    later.close()


def test_nothing_is_sealed_for_a_key_file_that_somebody_exchanged(case: Case, tmp_path: Path) -> None:
    forged = acting(tmp_path / "elsewhere", "CP1", "child-protection")
    (case.folder.keys / "CP1.pub").write_bytes(forged.key.public.body())

    [one] = enter(case, Identity, [{**CHILD, "person": "AK-2"}])

    with pytest.raises(NotAllowed):
        joined((case, Case(case.folder, case._connection, forged)), one)


def test_marks_tell_nothing_to_whoever_has_the_whole_folder(case: Case) -> None:
    accounts = {one.account for one in case.nouns(Account)}
    [one] = typed(case.rows, Protected)

    assert ANI in accounts
    assert one.marks
    assert not {mark_of(case.secret, name) for name in accounts} & set(one.marks)
    assert guarded_accounts(Case.open(case.folder)) == frozenset()


def test_a_list_that_nobody_unlocked_says_of_no_account_that_it_is_protected(case: Case) -> None:
    reader = Case.open(case.folder)

    shown = str([list(Viewer(reader, None).list(name)) for name in ("accounts", "messages", "deals")])

    assert MARK not in shown
    assert ANI.partition(":")[2] not in shown
    reader.close()


@pytest.mark.parametrize("access", ["analyst", "examiner", "child-protection"])
def test_who_is_admitted_later_sees_no_protected_account_and_learns_not_which_they_are(
    case: Case, tmp_path: Path, access: str
) -> None:
    later = of(case, tmp_path, "L2", access)

    shown = str(list(Viewer(later, WHY).list("accounts")))

    assert ANI.partition(":")[2] not in shown
    [one] = typed(case.rows, Protected)
    assert "L2" not in {part.officer for part in one.sealed}
    with pytest.raises(NotAllowed):
        kept(later, one)
    later.close()


def test_whoever_has_no_key_of_the_marks_reads_nothing(case: Case, tmp_path: Path) -> None:
    [one] = typed(case.rows, Protected)
    later = of(case, tmp_path, "A2", "analyst")
    without = replace(typed(case.rows, Protected)[0], keys=one.keys)  # as it was before A2 came

    with pytest.raises(NotAllowed, match="suluh vault CASE seal"):
        key_of(later, without)
    later.close()


def test_marks_of_an_earlier_version_hold_still(case: Case) -> None:
    [one] = typed(case.rows, Protected)
    early = replace(one, keys=(), marks=(mark_of(case.secret, ANI),))

    assert mark_of(key_of(case, early) or b"", ANI) in early.marks


@pytest.mark.parametrize("code", ["S1", "CP1"])
def test_the_key_of_one_officer_opens_no_name_whatever_is_tried(case: Case, other: Case, code: str) -> None:
    mine = case if code == "S1" else other
    [child] = typed(case.rows, Identity)
    parts = [half for each in child.locked for half in (*each.halves, *each.keys) if half.officer == code]
    keys = [mine.acting.key.unseal(bytes.fromhex(part.secret)) for part in parts]

    for each in child.locked:
        for one, two in product([*keys, bytes(32)], repeat=2):
            with pytest.raises(BadBody):
                unlock(bytes.fromhex(each.secret), one, two)
    with pytest.raises(NotAllowed, match="was sealed for nobody"):
        alone(mine, child)


def test_one_officer_knows_a_name_again_in_a_text_and_reads_none(case: Case) -> None:
    [child] = typed(case.rows, Identity)
    name, birth = recognised(case, child)

    assert name.whole_in("lalu NAMA  yang\u200b dibuat datang")
    assert not name.whole_in("yang dibuat Nama")
    assert name.all_in("yang dibuat Nama")
    assert [birth.whole_in(text) for text in ("lahir 01/05/2012", "2012-05-01", "lahir 02/05/2012")] == [
        True,
        True,
        False,
    ]
    told = json.dumps(msgspec.to_builtins(child)).casefold()
    assert not any(word in told for word in ("dibuat", "2012-05-01", "20120501"))


def test_what_one_officer_corrects_leaves_the_rest_locked_as_it_was(case: Case, other: Case) -> None:
    [before] = typed(case.rows, Identity)

    correct(case, Identity, "identity-1", {"birth": "2012-05-02"}, "menurut akta")

    [child] = typed(case.rows, Identity)
    assert before.locked[0] in child.locked
    assert joined((case, other), child) == Secret(NAME, "2012-05-02", None)


def test_a_case_that_had_one_of_both_says_so_and_is_locked_for_two_once_it_has(tmp_path: Path) -> None:
    early = made_case(tmp_path)
    enter(early, Paper, [{"kind": "BAP-korban", "number": "BAP/1", "date": "2026-01-02"}])
    [one] = enter(early, Identity, [CHILD])
    assert alone(early, one).name == NAME
    later = of(early, tmp_path, "CP1", "child-protection")

    done = seal_anew(early)

    [child] = typed(early.rows, Identity)
    assert done.locked == ("identity-1",)
    assert (child.sealed, joined((early, later), child).name) == ((), NAME)
    assert seal_anew(early) == ((), (), ())
    verify_case(early.folder)
    later.close()
    early.close()
