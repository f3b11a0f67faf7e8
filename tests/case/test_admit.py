# SPDX-License-Identifier: Apache-2.0
"""A case takes a new officer only with the signature of one of its supervisors."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import clock, officer, start

from suluh.case.acts.admit import admit, end
from suluh.case.case import Acting, Case
from suluh.case.keep import Act
from suluh.case.officers import keep_key
from suluh.case.verify.case import verify_case
from suluh.custody.key import OfficerKey
from suluh.model.errors import Misuse, NotAllowed, UnknownObject
from suluh.model.people import Officer
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import public_key


@pytest.fixture
def unit(tmp_path: Path) -> UnitFolder:
    return UnitFolder(tmp_path / "unit")


@pytest.fixture
def case(tmp_path: Path, unit: UnitFolder) -> Iterator[Case]:
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    yield case
    case.close()


def opened(case: Case, key: OfficerKey) -> Case:
    return Case(case.folder, case._connection, Acting(key, case.acting.unit, clock()))


def test_an_officer_whom_a_supervisor_admitted_may_act(case: Case, unit: UnitFolder) -> None:
    key = officer(unit, "B-2", "examiner")
    admit(case, key.public)
    opened(case, key).note(Act("look", "x"))

    found = {one.code: (one.access, one.by) for one in case.nouns(Officer)}
    assert found == {"S-1": ("supervisor", "S-1"), "B-2": ("examiner", "S-1")}
    assert verify_case(case.folder).entries == 3


def test_an_officer_whom_nobody_admitted_is_refused_and_leaves_nothing(case: Case, unit: UnitFolder) -> None:
    stranger = opened(case, officer(unit, "B-2"))
    sentence = (
        r"^B-2 is no officer of this case: one of its supervisors \(S-1\) admits them with "
        r"`suluh officer admit CASE B-2`$"
    )

    with pytest.raises(NotAllowed, match=sentence):
        stranger.note(Act("look", "x"))
    with pytest.raises(NotAllowed, match=sentence):
        admit(stranger, officer(unit, "B-3").public)

    assert case.rows.last_entry().seq == 1
    assert [path.name for path in case.folder.keys.iterdir()] == ["S-1.pub"]


@pytest.mark.parametrize("access", ["examiner", "analyst", "child-protection", "prosecutor", "auditor"])
def test_only_a_supervisor_admits(case: Case, unit: UnitFolder, access: str) -> None:
    key = officer(unit, "B-2", access)
    admit(case, key.public)

    with pytest.raises(NotAllowed, match=access):
        admit(opened(case, key), officer(unit, "B-3").public)


@pytest.mark.parametrize("access", ["examiner", "analyst", "child-protection", "prosecutor", "auditor"])
def test_only_a_supervisor_starts_a_case(tmp_path: Path, unit: UnitFolder, access: str) -> None:
    with pytest.raises(NotAllowed, match=access):
        start(tmp_path / "other", unit, officer(unit, "B-2", access))

    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("change", [{}, {"code": "S-9"}, {"code": "S-9", "box": b"b" * 32}])
def test_nobody_admits_themself_under_any_code(case: Case, change: dict[str, str]) -> None:
    with pytest.raises(NotAllowed, match="S-1 admits nobody under their own key"):
        admit(case, msgspec.structs.replace(case.acting.key.public, **change))


def test_nobody_is_admitted_twice_or_with_the_key_of_another(case: Case, unit: UnitFolder) -> None:
    public = officer(unit, "B-2").public
    admit(case, public)

    with pytest.raises(Misuse, match="B-2 is an officer of this case already, admitted by S-1"):
        admit(case, public)
    with pytest.raises(Misuse, match="B-3 has the key of B-2"):
        admit(case, msgspec.structs.replace(public, code="B-3", box=b"b" * 32))
    assert case.rows.last_entry().seq == 2


def test_another_key_of_the_same_code_is_refused(case: Case, unit: UnitFolder, tmp_path: Path) -> None:
    admit(case, officer(unit, "B-2").public)
    other = opened(case, officer(UnitFolder(tmp_path / "other"), "B-2"))

    with pytest.raises(NotAllowed, match="another key"):
        other.note(Act("look", "x"))


def test_a_key_that_a_kill_left_without_its_row_is_no_officer_until_admitted(case: Case, unit: UnitFolder) -> None:
    key = officer(unit, "B-2")
    keep_key(case.folder.keys, key.public)
    assert verify_case(case.folder).remarks == ("keys/B-2.pub belongs to nobody whom this case admitted",)

    admit(case, key.public)

    assert (verify_case(case.folder).officers, verify_case(case.folder).remarks) == (2, ())


def test_a_checkpoint_of_an_officer_who_wrote_nothing_yet_holds(case: Case, unit: UnitFolder) -> None:
    key = officer(unit, "B-2", "examiner")
    admit(case, key.public)
    opened(case, key).checkpoint()

    assert verify_case(case.folder).checkpoints == 1


def test_the_key_of_another_machine_is_read_from_a_file(unit: UnitFolder, tmp_path: Path) -> None:
    made = officer(UnitFolder(tmp_path / "far"), "B-2").public
    file = tmp_path / "far" / "officers" / "B-2.pub"

    assert public_key(unit, "B-2", file) == made
    with pytest.raises(Misuse, match="public key of B-2 and not of B-3"):
        public_key(unit, "B-3", file)
    with pytest.raises(UnknownObject, match="no officer B-2"):
        public_key(unit, "B-2")


@pytest.fixture
def second(case: Case, unit: UnitFolder) -> Case:
    """The case, opened by another supervisor."""
    key = officer(unit, "S-2")
    admit(case, key.public)
    return opened(case, key)


def test_what_an_officer_signs_after_their_admission_ended_is_refused(case: Case, unit: UnitFolder) -> None:
    key = officer(unit, "B-2", "examiner")
    admit(case, key.public)
    theirs = opened(case, key)
    theirs.note(Act("look", "x"))

    end(case, "B-2", "moved to another unit")

    for refused in (
        lambda: theirs.note(Act("look", "x")),
        lambda: theirs.keep(Act("add", "x"), []),
        theirs.checkpoint,
    ):
        with pytest.raises(
            NotAllowed, match=r"^S-1 ended the admission of B-2 to this case at .* .moved to another unit."
        ):
            refused()
    [until, _] = [hand.until for hand in verify_case(case.folder).hands]
    assert until.endswith("Z, when S-1 ended that")
    assert case.rows.last_entry().seq == 4


def test_the_only_supervisor_stays(case: Case, unit: UnitFolder) -> None:
    admit(case, officer(unit, "B-2").public)
    end(case, "B-2", "left")

    with pytest.raises(NotAllowed, match="S-1 is the only supervisor of this case: admit another one first"):
        end(case, "S-1", "left")


def test_a_supervisor_ends_their_own_admission_where_another_goes_on(case: Case, second: Case) -> None:
    end(case, "S-1", "left")

    second.note(Act("look", "x"))
    with pytest.raises(NotAllowed, match="S-1 ended the admission of S-1"):
        end(case, "S-2", "left")
    assert verify_case(case.folder).entries == 4


@pytest.mark.usefixtures("second")
@pytest.mark.parametrize("reason", ["", "  ", None])
def test_an_admission_ends_for_a_reason(case: Case, reason: str | None) -> None:
    with pytest.raises(Misuse, match="reason"):
        end(case, "S-2", reason)


@pytest.mark.usefixtures("second")
@pytest.mark.parametrize("access", ["examiner", "analyst", "child-protection", "prosecutor", "auditor"])
def test_only_a_supervisor_ends_an_admission(case: Case, unit: UnitFolder, access: str) -> None:
    key = officer(unit, "B-2", access)
    admit(case, key.public)

    with pytest.raises(NotAllowed, match=access):
        end(opened(case, key), "S-2", "left")


def test_an_admission_ends_once_and_for_ever(case: Case, second: Case) -> None:
    end(case, "S-2", "left")

    with pytest.raises(UnknownObject, match=r"its officers are S-1$"):
        end(case, "S-2", "left again")
    with pytest.raises(Misuse, match="a new code and key are needed"):
        admit(case, second.acting.key.public)
    with pytest.raises(Misuse, match="S-3 has the key of S-2"):
        admit(case, msgspec.structs.replace(second.acting.key.public, code="S-3"))


def test_a_checkpoint_that_was_signed_before_the_end_holds(case: Case, second: Case) -> None:
    second.checkpoint()
    end(case, "S-2", "left")

    assert verify_case(case.folder).checkpoints == 1
