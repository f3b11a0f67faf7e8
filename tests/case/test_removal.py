# SPDX-License-Identifier: Apache-2.0
"""What is removed by law is in no byte of the case folder, the case goes on as if it had never had it, and verifies."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.case.test_without import CHAT, PAPER, acting, told
from tests.custody.every_noun import officer

from suluh.case.acts.admit import admit
from suluh.case.acts.decide import decide_pair, decide_role, decide_zone
from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.acts.release import approve, draft
from suluh.case.case import Acting, Case
from suluh.case.corrections.correct import correct_authority, correct_exhibit
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer, views
from suluh.case.line.run import run
from suluh.case.removal import carry
from suluh.case.removal.carry import carry_out
from suluh.case.removal.propose import propose, waiting
from suluh.case.typed.enter import enter
from suluh.case.verify.case import verify_case
from suluh.case.verify.derived import check_derived
from suluh.case.views.view import Filter
from suluh.case.without.without import without
from suluh.custody.key import OfficerKey
from suluh.model.dossier.care import Identity
from suluh.model.dossier.exhibits import Handling, Observation, Seizure
from suluh.model.dossier.papers import Paper as DatedPaper
from suluh.model.errors import CaseIsLocked, Changed, Misuse, NoAuthority, NotAllowed, UnknownObject
from suluh.model.intake import Exhibit, File
from suluh.model.nouns import KINDS
from suluh.model.people import Decision
from suluh.model.talk import Account, is_named_only
from suluh.unit.folder import UnitFolder

NUMBER = 200
CANARIES = tuple(f"kenari{number:03}zq" for number in range(NUMBER))
STATED = 12
"""Canaries in what officers state of the exhibit: its holder, an account, and paths of an examiner's list."""

WHY = "penyitaan dibatalkan"


def canaries(folder: Path) -> Path:
    """An exhibit of which 200 harmless words stand in messages, names, contacts, paths and what is stated of it."""
    folder.mkdir()
    left = iter(CANARIES)
    for _ in range(STATED):
        next(left)
    for _ in range(20):
        (folder / f"{next(left)}.bin").write_bytes(os.urandom(40))
    cards = (f"BEGIN:VCARD\nVERSION:3.0\nFN:{next(left)} Uji\nTEL:+62899000{n:04}\nEND:VCARD\n" for n in range(40))
    (folder / "kontak.vcf").write_text("".join(cards), "utf-8")
    names = [next(left) for _ in range(10)]
    lines = [f"30/08/25 18.{n:02} - {names[n % 10]}: paket {next(left)} file" for n in range(60)]
    (folder / f"Chat WhatsApp dengan {next(left)}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    rest = [f"31/08/25 18.{n:02} - {names[n % 10]}: {one}" for n, one in enumerate(left)]
    (folder / "Chat WhatsApp dengan Dua.txt").write_text("\n".join(rest) + "\n", "utf-8")
    return folder


def plain(folder: Path) -> Path:
    folder.mkdir()
    (folder / "Chat WhatsApp dengan Ani.txt").write_text(CHAT, "utf-8")
    return folder


def build(folder: Path, evidence: Path, *labels: str) -> Case:
    """A case of some of the exhibits that has run."""
    case = Case.start(CaseFolder(folder / "case"), "1", "Unit", acting(folder))
    record_authority(case, PAPER)
    record_authority(case, replace(PAPER, number="PEN-2"))
    for label in labels:
        bag = Bag(evidence / label, label, "PEN-2" if label == "B-2" else "PEN-1", timezone="Asia/Jakarta")
        if label == "B-2":
            stated = tuple((f"{one}.bin", "00" * 32) for one in CANARIES[2:STATED])
            bag = replace(bag, holder=CANARIES[0], accounts=(f"x:{CANARIES[1]}",), stated=stated)
        add_exhibit(case, bag)
    run(case, lambda _: None)
    return case


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("evidence")
    plain(folder / "B-1")
    canaries(folder / "B-2")
    shutil.copytree(folder / "B-1", folder / "B-3")
    (folder / "B-3" / "catatan.txt").write_text("bukan percakapan", "utf-8")
    return folder


class Made(NamedTuple):
    """A case of three exhibits, and its two supervisors; tests copy it."""

    folder: Path
    one: Acting
    two: OfficerKey


@pytest.fixture(scope="module")
def made(evidence: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("made")
    case = build(folder, evidence, "B-1", "B-2", "B-3")
    two = officer(case.acting.unit, "S-2")
    admit(case, two.public)
    list(Viewer(case).search("paket"))
    case.close()
    return Made(folder, case.acting, two)


@pytest.fixture(scope="module")
def never(evidence: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """The same without the exhibit that is to go."""
    case = build(tmp_path_factory.mktemp("never"), evidence, "B-1", "B-3")
    yield case
    case.close()


@pytest.fixture
def case(made: Made, tmp_path: Path) -> Iterator[Case]:
    """The case, opened by who proposes."""
    folder = Path(shutil.copytree(made.folder, tmp_path / "made"))
    opened = Case.open(CaseFolder(folder / "case"), replace(made.one, unit=UnitFolder(folder / "unit")))
    yield opened
    opened.close()


@pytest.fixture
def other(case: Case, made: Made) -> Iterator[Case]:
    """The same case, opened by another supervisor."""
    opened = Case.open(case.folder, replace(case.acting, key=made.two))
    yield opened
    opened.close()


def found_in(folder: Path) -> set[str]:
    """The canaries that stand in any byte below a folder, or in the name of a file there."""
    left: set[str] = set()
    for path in folder.rglob("*"):
        raw = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        left.update(one for one in CANARIES if one.encode() in raw)
    return left


def removed(case: Case, other: Case) -> carry.Carried:
    """The exhibit with the canaries, proposed by one and removed by another."""
    return carry_out(other, propose(case, "B-2", "D-2", WHY).id)


def test_nothing_of_what_was_removed_is_in_any_byte_of_the_case_or_of_its_copies(
    case: Case, other: Case, tmp_path: Path
) -> None:
    assert found_in(case.folder.path) == set(CANARIES)
    (case.folder.work / "left").mkdir(parents=True)
    (case.folder.work / "left" / "spool").write_text(CANARIES[9], "utf-8")
    (case.folder.releases / ".draft-x.new").mkdir()
    (case.folder.releases / ".draft-x.new" / "package.json").write_text(CANARIES[8], "utf-8")
    case.close()

    carry_out(other, propose(Case(case.folder, other._connection, case.acting), "B-2", "D-2", WHY).id)

    assert found_in(case.folder.path) == set()
    shutil.copytree(case.folder.path, tmp_path / "copy")
    with closing(sqlite3.connect(case.folder.file)) as one, closing(sqlite3.connect(tmp_path / "backup.db")) as two:
        one.backup(two)
    assert found_in(tmp_path / "copy") == set()
    assert not any(one.encode() in (tmp_path / "backup.db").read_bytes() for one in CANARIES)
    run(other, lambda _: None)
    list(Viewer(other).search("paket"))
    assert found_in(case.folder.path) == set()


def test_the_case_goes_on_as_one_that_never_had_the_exhibit(case: Case, other: Case, never: Case) -> None:
    removed(case, other)
    said = verify_case(case.folder).remarks
    assert not list(case.nouns(File, {"exhibit": "B-2"}))
    run(case, lambda _: None)

    assert {name: rows for name, rows in told(case.rows).items() if name != "removal"} == {
        name: rows for name, rows in told(never.rows).items() if name != "removal"
    }
    [line] = [one for one in verify_case(case.folder).remarks if "removed under D-2" in one]
    assert line in said
    assert "S-1 proposed it" in line
    assert "S-2 carried it out" in line
    assert check_derived(case, case.acting).left == ()
    assert [one.label for one in case.nouns(Exhibit)] != []


def test_the_exhibit_is_sealed(case: Case, other: Case, evidence: Path) -> None:
    removed(case, other)
    run(case, lambda _: None)

    with pytest.raises(Misuse, match="removed under D-2"):
        add_exhibit(case, Bag(evidence / "B-2", "B-2", "PEN-1"))
    with pytest.raises(Misuse, match="removed already"):
        propose(case, "B-2", "D-3", WHY)
    viewer = Viewer(case)
    assert list(viewer.list("messages", Filter(exhibit="B-2"))) == []
    assert [row["sealed"] for row in viewer.list("counts")] == [None, None, "D-2"]
    [row] = [one for one in viewer.list("exhibits") if one["label"] == "B-2"]
    assert (row["holder"], row["accounts"], row["sealed"]["removed"]) == (None, [], True)  # type: ignore[index] # an object
    assert list(waiting(case)) == []


def test_what_officers_typed_of_what_it_holds_goes_and_its_custody_goes_on(case: Case, other: Case) -> None:
    handled = {"exhibit": "B-2", "act": "receive", "done": "2026-01-03T08:15+07:00"}
    enter(case, Handling, [handled, {**handled, "exhibit": "B-1"}])
    enter(case, Observation, [{"about": f"B-2/{CANARIES[20]}.bin", "seen": "gambar bergaris", "officer": "S-1"}])

    enter(case, DatedPaper, [{"kind": "lainnya", "number": "1", "date": "2026-01-02"}])
    [own, *_] = sorted(
        {one.account for one in case.nouns(Account) if is_named_only(one.account) and "B-2" in one.account}
    )
    enter(case, Identity, [{"kind": "other", "paper": "paper-1", "accounts": (own,), "name": "Nama Contoh"}])

    found = removed(case, other)

    assert (found.typed, found.gone) == (("handling-1", "identity-1"), ("observation-1",))
    assert not list(case.nouns(Observation))
    assert b"gambar bergaris" not in case.folder.file.read_bytes()
    verify_case(case.folder)
    [back] = enter(case, Handling, [{**handled, "act": "return"}])
    assert back.code == "handling-3"
    with pytest.raises(UnknownObject, match="no exhibit B-2"):
        enter(case, Seizure, [{"exhibit": "B-2", "taken": handled["done"], "place": "x"}])


def test_nobody_removes_alone(case: Case, other: Case) -> None:
    proposal = propose(case, "B-2", "D-2", WHY)

    with pytest.raises(NotAllowed, match="another officer"):
        carry_out(case, proposal.id)
    for code, access in (("E-1", "examiner"), ("S-3", "supervisor")):
        key = officer(case.acting.unit, code, access)
        admit(case, key.public)
        third = Case.open(case.folder, replace(case.acting, key=key))
        with pytest.raises(NotAllowed, match=r"may not remove|was admitted by S-1"):
            carry_out(third, proposal.id)
        third.close()
    with pytest.raises(UnknownObject, match="no proposal"):
        carry_out(other, "x")
    with pytest.raises(Misuse, match="proposed this already"):
        propose(other, "B-2", "D-2", WHY)
    for label, document, reason in (("B-9", "D-2", WHY), ("B-2", " ", WHY), ("B-2", "D-2", " ")):
        with pytest.raises(Misuse):
            propose(case, label, document, reason)
    assert list(case.nouns(File, {"exhibit": "B-2"}))


def test_packages_that_rested_on_it_are_named_and_gone(case: Case, other: Case) -> None:
    correct_exhibit(case, "B-1", {"accounts": ("whatsapp:+628990000001",)}, "milik pemegang")
    correct_exhibit(case, "B-2", {"accounts": ("whatsapp:+628990000002",)}, "milik pemegang")
    correct_exhibit(case, "B-3", {"accounts": ("whatsapp:+628990000001",)}, "milik pemegang")
    run(case, lambda _: None)
    sent, waits = draft(case, "Kejaksaan Contoh"), draft(case, "Polda Contoh")
    approve(other, sent.id)

    found = removed(case, other)

    assert [(one.draft, one.left_at is None) for one in found.rested] == [(sent.id, False), (waits.id, True)]
    assert list(case.folder.releases.iterdir()) == []
    said = " ".join(verify_case(case.folder).remarks)
    assert f"the package of draft {sent.id} was taken out of releases/ when B-2 was removed under D-2" in said
    assert f"draft {waits.id} was taken out" in said
    assert "left before these were corrected" in said
    run(case, lambda _: None)
    with pytest.raises(Changed, match=sent.id):
        approve(other, sent.id)


@pytest.mark.parametrize("place", ["fall", "sweep"])
def test_what_a_kill_left_is_said_and_the_same_command_ends_it(
    case: Case, other: Case, never: Case, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposal = propose(case, "B-2", "D-2", WHY)
    with monkeypatch.context() as killed:
        killed.setattr(carry, place, lambda *_: _stop())
        with pytest.raises(KeyboardInterrupt):
            carry_out(other, proposal.id)
    said = " ".join(verify_case(case.folder).remarks)
    assert ("not gone yet" in said) == (place == "fall")

    carry_out(other, proposal.id)
    run(case, lambda _: None)

    assert found_in(case.folder.path) == set()
    assert told(case.rows)["message"] == told(never.rows)["message"]
    verify_case(case.folder)


def _stop() -> None:
    raise KeyboardInterrupt


def test_a_run_after_a_kill_brings_nothing_back(case: Case, other: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(carry, "fall", lambda *_: _stop())
        with pytest.raises(KeyboardInterrupt):
            removed(case, other)

    run(case, lambda _: None)

    assert not list(case.nouns(File, {"exhibit": "B-2"}))
    verify_case(case.folder)


def test_whoever_reads_the_case_meanwhile_is_asked_to_close_it(case: Case, other: Case) -> None:
    proposal = propose(case, "B-2", "D-2", WHY)
    other._connection.execute("PRAGMA busy_timeout=500")  # half a second of patience instead of thirty
    with case.snapshot(["message"]) as reading:
        next(iter(reading.nouns(KINDS["message"])))  # type: ignore[type-var] # a kind of noun
        with pytest.raises(CaseIsLocked, match="close every desk"):
            carry_out(other, proposal.id)

    carry_out(other, proposal.id)
    case.close()
    assert found_in(case.folder.path) == set()


def test_decisions_on_what_only_it_held_go_with_it_and_others_stay(case: Case, other: Case) -> None:
    accounts = sorted({one.account for one in case.nouns(Account) if one.place.exhibit == "B-2"})
    shared = sorted({one.account for one in case.nouns(Account) if one.place.exhibit == "B-1"})
    decide_pair(case, "join", accounts[0], accounts[1], "tertulis di buku")
    decide_zone(case, "B-2", "Asia/Makassar", "di Makassar")
    decide_role(case, shared[0], "buyer", "membeli", ("2026-01-01", None))
    run(case, lambda _: None)

    removed(case, other)
    decide_role(case, shared[0], "seller", "menjual", ("2026-01-01", None))
    run(case, lambda _: None)

    assert [(one.act, one.left, one.order) for one in case.nouns(Decision)] == [
        ("role", shared[0], order) for order in sorted(one.order for one in case.nouns(Decision))
    ]
    assert len({one.order for one in case.nouns(Decision)}) == len(list(case.nouns(Decision)))
    assert not any(one in str(list(Viewer(case, "uji").list("links"))) for one in accounts)
    verify_case(case.folder)


REFUSES = Paper("court", "PEN-9", "PN Contoh", "2026-01-03", refuses="PEN-2")


def test_a_refused_paper_seals_its_exhibits_at_once(case: Case, never: Case) -> None:
    record_authority(case, REFUSES)

    viewer = Viewer(case, "uji")
    assert found_in_lists(viewer) == set()
    assert list(viewer.search(CANARIES[100])) == []
    assert "B-2 is sealed" in " ".join(verify_case(case.folder).remarks)
    run(case, lambda _: None)
    assert found_in_lists(Viewer(case, "uji")) == set()
    there, wanted = told(case.rows), told(never.rows)
    for name in ("acquisition", "authority"):
        there.pop(name)
        wanted.pop(name)
    assert there == wanted
    verify_case(case.folder)
    assert check_derived(case, case.acting).left == ()


def found_in_lists(viewer: Viewer) -> set[str]:
    """The canaries in any list but that of entries, which names where each exhibit lay."""
    text = "".join(str(list(viewer.list(name))) for name in views() if name != "ledger")
    return {one for one in CANARIES if one in text}


def test_a_seal_ends_when_the_exhibit_stands_under_another_paper(case: Case) -> None:
    before = told(case.rows)
    record_authority(case, REFUSES)
    run(case, lambda _: None)

    correct_exhibit(case, "B-2", {"authority": "PEN-1"}, "penetapan baru")
    run(case, lambda _: None)

    assert "B-2 under PEN-2, which PEN-9 refuses" in " ".join(verify_case(case.folder).remarks)
    after = told(case.rows)
    assert {name for name in before if before[name] != after[name]} == {"authority"}
    verify_case(case.folder)


def test_a_refusal_that_was_a_mistake_is_corrected_by_a_supervisor(case: Case) -> None:
    before = told(case.rows)
    record_authority(case, REFUSES)
    key = officer(case.acting.unit, "E-1", "examiner")
    admit(case, key.public)
    third = Case.open(case.folder, replace(case.acting, key=key))
    with pytest.raises(NotAllowed, match="supervisor"):
        correct_authority(third, "PEN-9", {"refuses": None}, "salah baca")
    with pytest.raises(NotAllowed, match="supervisor"):
        correct_exhibit(third, "B-2", {"authority": "PEN-1"}, "salah baca")
    third.close()

    correct_authority(case, "PEN-9", {"refuses": None}, "salah baca")
    run(case, lambda _: None)

    after = told(case.rows)
    assert {name for name in before if before[name] != after[name]} == {"authority"}
    verify_case(case.folder)


def test_what_lies_on_a_sealed_exhibit_is_not_added_again_and_nothing_rests_on_it(case: Case, evidence: Path) -> None:
    record_authority(case, REFUSES)
    run(case, lambda _: None)

    with pytest.raises(Misuse, match="the place of acquisition"):
        add_exhibit(case, Bag(evidence / "B-2", "B-4", "PEN-1"))
    with pytest.raises(Misuse, match="sealed by PEN-9"):
        without(case, ["B-2"])


def test_nothing_can_rest_on_a_refused_paper(case: Case, evidence: Path) -> None:
    record_authority(case, REFUSES)

    with pytest.raises(NoAuthority, match="PEN-9 refuses PEN-2"):
        add_exhibit(case, Bag(evidence, "B-4", "PEN-2"))
    for wrong in (replace(REFUSES, number="N", kind="reply"), replace(REFUSES, number="N", refuses="PEN-0")):
        with pytest.raises(Misuse, match="refuse"):
            record_authority(case, wrong)
    with pytest.raises(Misuse, match="before the paper"):
        record_authority(case, replace(REFUSES, number="N", date="2026-01-01"))


def test_a_sealed_exhibit_can_be_removed_as_well(case: Case, other: Case) -> None:
    record_authority(case, REFUSES)
    accounts = {one for one in CANARIES if one.encode() in case.folder.file.read_bytes()}
    assert accounts

    removed(case, other)

    assert found_in(case.folder.path) == set()
    run(case, lambda _: None)
    verify_case(case.folder)
