# SPDX-License-Identifier: Apache-2.0
"""Nobody comes into a case past its supervisors: forgeries with good signatures and a good chain are named."""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import ABSENT, AFTER_NEXT, AT, NEXT, clock, officer

from suluh.case.folder import CaseFolder
from suluh.case.keep import Act, Pen, _keep, _note
from suluh.case.officers import keep_key, officer_of
from suluh.case.verify.case import verify_case
from suluh.custody.entry import Entry
from suluh.custody.key import OfficerKey, PublicKey
from suluh.model.body import Noun
from suluh.model.deeds.acts import DEEDS
from suluh.model.errors import BrokenCustody
from suluh.model.ids import make_id
from suluh.model.intake import CasePaper
from suluh.model.nouns import KINDS
from suluh.model.people import Decision, Person
from suluh.store.open import connect, create
from suluh.store.rows import Rows
from suluh.unit.folder import UnitFolder

Forge = Callable[..., None]
DECISION = Decision(id=make_id("decision", 9), act="category", left="a" * 64, right="s:1", by="S-1", at=AT, order=9)


@pytest.fixture
def forge(folder: CaseFolder) -> Forge:
    """Writes an entry with a key, good in signature and chain, past everything that the case would check."""

    def written(key: OfficerKey, act: Act, *values: Noun) -> None:
        connection = connect(folder.file)
        pen = Pen(Entry.read(Rows(connection).last_entry().body).log, key, clock(), "suluh test")
        _keep(connection, pen, act, values) if values else _note(connection, pen, act)
        connection.close()

    return written


def admission(public: PublicKey, by: str, **fields: str) -> tuple[Act, Noun]:
    """The act of an admission and its row, which may say something else."""
    row = msgspec.structs.replace(officer_of(public, by, AT), **fields)
    return Act("officer", public.code, public.admission()), row


@pytest.fixture
def analyst(folder: CaseFolder, tmp_path: Path, key: OfficerKey, forge: Forge) -> OfficerKey:
    """An analyst whom the supervisor admitted in the next entry."""
    made = officer(UnitFolder(tmp_path / "unit"), "A-2", "analyst")
    keep_key(folder.keys, made.public)
    forge(key, *admission(made.public, "S-1"))
    return made


def wrong(folder: CaseFolder) -> tuple[int, str]:
    with pytest.raises(BrokenCustody) as caught:
        verify_case(folder)
    return caught.value.rule, caught.value.where


def disguised(key: OfficerKey, code: str) -> OfficerKey:
    """The same key under another code."""
    made = OfficerKey.__new__(OfficerKey)
    made.__dict__.update(key.__dict__)
    made.public = msgspec.structs.replace(key.public, code=code)
    return made


@pytest.mark.usefixtures("analyst")
def test_an_officer_whom_the_supervisor_admitted_is_listed_with_her(folder: CaseFolder) -> None:
    found = verify_case(folder)

    assert [(hand.code, hand.access, hand.by) for hand in found.hands] == [
        ("A-2", "analyst", "S-1"),
        ("S-1", "supervisor", "S-1"),
    ]
    assert found.officers == 2


def test_a_stranger_who_lays_a_key_beside_the_case_and_signs_is_named(
    folder: CaseFolder, second: OfficerKey, forge: Forge
) -> None:
    keep_key(folder.keys, second.public)
    assert verify_case(folder).remarks == ("keys/S-2.pub belongs to nobody whom this case admitted", *ABSENT)

    forge(second, Act("look", "x"))

    assert wrong(folder) == (6, NEXT)


@pytest.mark.parametrize("by", ["S-1", "S-2"])
def test_a_stranger_who_enters_themself_is_named(folder: CaseFolder, second: OfficerKey, forge: Forge, by: str) -> None:
    keep_key(folder.keys, second.public)
    forge(second, *admission(second.public, by))

    assert wrong(folder) == (6, NEXT)


def test_who_signed_before_they_were_admitted_is_named(
    folder: CaseFolder, key: OfficerKey, second: OfficerKey, forge: Forge
) -> None:
    keep_key(folder.keys, second.public)
    forge(second, Act("look", "x"))
    forge(key, *admission(second.public, "S-1"))

    assert wrong(folder) == (6, NEXT)


def test_who_is_no_supervisor_admits_nobody(
    folder: CaseFolder, analyst: OfficerKey, second: OfficerKey, forge: Forge
) -> None:
    keep_key(folder.keys, second.public)
    forge(analyst, *admission(second.public, "A-2"))

    assert wrong(folder) == (6, AFTER_NEXT)


def test_nobody_admits_themself(folder: CaseFolder, key: OfficerKey, forge: Forge) -> None:
    forge(key, *admission(key.public, "S-1", id=make_id("officer", "again")))

    assert wrong(folder) == (6, NEXT)


def test_nobody_admits_their_own_key_under_another_code(folder: CaseFolder, key: OfficerKey, forge: Forge) -> None:
    other = disguised(key, "S-9")
    keep_key(folder.keys, other.public)
    forge(key, *admission(other.public, "S-1"))

    assert wrong(folder) == (6, NEXT)


def test_nobody_is_admitted_twice(folder: CaseFolder, key: OfficerKey, analyst: OfficerKey, forge: Forge) -> None:
    forge(key, *admission(analyst.public, "S-1", id=make_id("officer", "again")))

    assert wrong(folder) == (6, AFTER_NEXT)


def test_an_access_that_was_raised_in_keys_is_named(folder: CaseFolder, analyst: OfficerKey) -> None:
    keep_key(folder.keys, msgspec.structs.replace(analyst.public, access="supervisor"))

    assert wrong(folder) == (6, "keys/A-2.pub")


def test_a_key_that_was_taken_away_is_said_to_be_missing(folder: CaseFolder, analyst: OfficerKey) -> None:
    (folder.keys / f"{analyst.public.code}.pub").unlink()

    with pytest.raises(BrokenCustody, match=r"keys/A-2\.pub is missing"):
        verify_case(folder)


@pytest.mark.parametrize("fields", [{"access": "supervisor"}, {"key": "0" * 64}, {"box": "0" * 64}, {"code": "S-1"}])
def test_a_row_that_says_something_else_than_its_admission_is_named(
    folder: CaseFolder, key: OfficerKey, second: OfficerKey, forge: Forge, fields: dict[str, str]
) -> None:
    public = msgspec.structs.replace(second.public, access="analyst")
    keep_key(folder.keys, public)
    act, row = admission(public, "S-1", **fields)
    forge(key, act, row)

    assert wrong(folder) == (6, f"officer {row.id}")


def test_a_row_that_names_another_supervisor_is_named(
    folder: CaseFolder, key: OfficerKey, second: OfficerKey, forge: Forge
) -> None:
    keep_key(folder.keys, second.public)
    act, row = admission(second.public, "S-7")
    forge(key, act, row)

    assert wrong(folder) == (12, f"officer {row.id}")


def test_a_row_of_an_officer_in_another_act_is_named(
    folder: CaseFolder, key: OfficerKey, second: OfficerKey, forge: Forge
) -> None:
    keep_key(folder.keys, second.public)
    _, row = admission(second.public, "S-1")
    forge(key, Act("deals", "case"), row)

    assert wrong(folder) == (6, f"officer {row.id}")


def test_an_admission_writes_one_officer_and_nothing_else(
    folder: CaseFolder, key: OfficerKey, second: OfficerKey, forge: Forge
) -> None:
    keep_key(folder.keys, second.public)
    forge(key, *admission(second.public, "S-1"), DECISION)

    assert wrong(folder) == (6, NEXT)


@pytest.mark.parametrize("action", ["officer", "approve", "draft", "decide"])
def test_an_act_of_an_officer_that_wrote_nothing_is_named(
    folder: CaseFolder, key: OfficerKey, second: OfficerKey, forge: Forge, action: str
) -> None:
    keep_key(folder.keys, second.public)
    forge(key, Act(action, "S-2", second.public.admission()))

    assert wrong(folder) == (7, NEXT)


def test_a_case_starts_once(folder: CaseFolder, key: OfficerKey, second: OfficerKey, forge: Forge) -> None:
    keep_key(folder.keys, second.public)
    forge(key, Act("new", "LP/1/2026", second.public.admission()), officer_of(second.public, "S-1", AT))

    assert wrong(folder) == (4, NEXT)


def begun(root: Path, key: OfficerKey, rows: Iterable[Noun]) -> CaseFolder:
    """A case of one entry, written past everything that starting one checks."""
    folder = CaseFolder(root)
    root.mkdir()
    keep_key(folder.keys, key.public)
    connection = create(folder.file)
    _keep(
        connection, Pen(make_id("case", 1), key, clock(), "suluh test"), Act("new", "1", key.public.admission()), rows
    )
    connection.close()
    return folder


def test_a_case_that_no_supervisor_started_is_named(tmp_path: Path) -> None:
    examiner = officer(UnitFolder(tmp_path / "unit"), "E-1", "examiner")
    paper = CasePaper(id=make_id("case", 1), number="1", unit="U", by="E-1", at=AT)
    folder = begun(tmp_path / "case", examiner, [paper, officer_of(examiner.public, "E-1", AT)])

    assert wrong(folder) == (6, "entry 1")


def test_a_second_officer_in_the_first_entry_is_named(tmp_path: Path, key: OfficerKey, second: OfficerKey) -> None:
    paper = CasePaper(id=make_id("case", 1), number="1", unit="U", by="S-1", at=AT)
    other = officer_of(second.public, "S-1", AT)
    folder = begun(tmp_path / "case", key, [paper, officer_of(key.public, "S-1", AT), other])

    assert wrong(folder) == (6, f"officer {other.id}")


def test_a_founder_without_a_row_is_named(tmp_path: Path, key: OfficerKey) -> None:
    paper = CasePaper(id=make_id("case", 1), number="1", unit="U", by="S-1", at=AT)

    assert wrong(begun(tmp_path / "case", key, [paper])) == (6, "entry 1")


@pytest.mark.parametrize("access", ["examiner", "analyst", "child-protection", "prosecutor", "auditor"])
def test_only_supervisors_start_cases_and_admit(access: str) -> None:
    assert [access in DEEDS[word].by for word in ("new", "officer", "end")] == [False, False, False]
    assert "supervisor" in DEEDS["officer"].by


def test_rows_that_another_act_enters_are_named(folder: CaseFolder, key: OfficerKey, forge: Forge) -> None:
    forge(key, Act("match", "case"), DECISION)

    assert wrong(folder) == (6, NEXT)


def test_what_a_step_finds_is_not_entered_as_a_decision(folder: CaseFolder, analyst: OfficerKey, forge: Forge) -> None:
    person = Person(id=make_id("person", "invented"), accounts=("telegram:9",))
    forge(analyst, Act("decide", "x"), person)

    assert wrong(folder) == (6, AFTER_NEXT)


@pytest.mark.parametrize(("act", "is_allowed"), [("category", True), ("confirm", False), ("zone", False)])
def test_a_decision_is_of_an_access_that_covers_it(
    folder: CaseFolder,
    tmp_path: Path,
    key: OfficerKey,
    forge: Forge,
    act: str,
    is_allowed: bool,  # noqa: FBT001 # a parameter of the test
) -> None:
    made = officer(UnitFolder(tmp_path / "unit"), "C-3", "child-protection")
    keep_key(folder.keys, made.public)
    forge(key, *admission(made.public, "S-1"))
    forge(made, Act("decide", "x"), msgspec.structs.replace(DECISION, act=act, by="C-3", reason="made up"))

    if is_allowed:
        assert verify_case(folder).officers == 2
    else:
        assert wrong(folder) == (6, AFTER_NEXT)


def test_every_deed_says_who_may_do_it_and_no_noun_is_without_one() -> None:
    written = {kind for deed in DEEDS.values() for kind in deed.writes}

    assert all(deed.by for deed in DEEDS.values())
    assert written == set(KINDS.values())
