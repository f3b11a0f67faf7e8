# SPDX-License-Identifier: Apache-2.0
"""Nothing comes in without an authority; each thing comes in once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.custody.every_noun import clock, officer, start

from suluh.case.acts.intake import Bag, Paper, add_exhibit, check_account, record_authority
from suluh.case.case import Acting, Case
from suluh.case.location import location
from suluh.case.verify.case import verify_case
from suluh.model.errors import Misuse, NoAuthority, NotAllowed
from suluh.model.intake import Acquisition, Exhibit
from suluh.unit.folder import UnitFolder


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    yield case
    case.close()


def paper(**fields: object) -> Paper:
    return Paper(**{"kind": "court", "number": "P-1", "issuer": "PN Contoh", "date": "2026-01-01", **fields})


def test_an_exhibit_without_an_authority_is_refused(case: Case, tmp_path: Path) -> None:
    with pytest.raises(NoAuthority, match="suluh authority"):
        add_exhibit(case, Bag(tmp_path, "B-1", "P-1"))

    assert list(case.nouns(Exhibit)) == []


def test_a_paper_that_names_exhibits_covers_no_other(case: Case, tmp_path: Path) -> None:
    record_authority(case, paper(exhibits=("B-1",)))

    add_exhibit(case, Bag(tmp_path, "B-1", "P-1"))
    with pytest.raises(NoAuthority, match="B-2"):
        add_exhibit(case, Bag(tmp_path, "B-2", "P-1"))


def test_exhibits_and_acquisitions_are_numbered_as_they_come(case: Case, tmp_path: Path) -> None:
    record_authority(case, paper())
    for label, name in (("B-2", "1"), ("B-1", "1"), ("B-2", "2")):
        (tmp_path / f"{label} {name}").mkdir()
        add_exhibit(case, Bag(tmp_path / f"{label} {name}", label, "P-1", acquisition=name))

    assert {one.label: one.order for one in case.nouns(Exhibit)} == {"B-2": 1, "B-1": 2}
    assert {(one.exhibit, one.name): one.order for one in case.nouns(Acquisition)} == {
        ("B-2", "1"): 1,
        ("B-1", "1"): 2,
        ("B-2", "2"): 3,
    }
    assert {location(case.rows, one) for one in case.nouns(Acquisition)} == {
        f"{tmp_path}/{name}".encode() for name in ("B-2 1", "B-1 1", "B-2 2")
    }
    assert verify_case(case.folder).entries == 5


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "licence"},
        {"date": "1.1.2026"},
        {"covers_from": "2026-13-01"},
        {"kinds": ("video",)},
        {"approves": "P-0"},
        {"number": " "},
        {"number": "P-\n1"},
        {"issuer": " "},
        {"date": "20260101"},
        {"date": "2999-01-01"},
        {"date": "2026-01-02", "end": "2026-01-01"},
        {"covers_from": "2026-02-01", "covers_to": "2026-01-31"},
    ],
)
def test_a_paper_that_cannot_be_meant_so_is_misuse(case: Case, fields: dict[str, object]) -> None:
    with pytest.raises(Misuse):
        record_authority(case, paper(**fields))


def test_a_number_is_entered_once(case: Case) -> None:
    record_authority(case, paper())

    with pytest.raises(Misuse, match="once"):
        record_authority(case, paper(issuer="PN Lain"))


def test_a_court_may_approve_an_urgent_seizure_only(case: Case) -> None:
    record_authority(case, paper(kind="urgent"))

    assert record_authority(case, paper(number="P-2", approves="P-1")).approves == "P-1"
    with pytest.raises(Misuse, match="no urgent seizure P-2"):
        record_authority(case, paper(number="P-3", approves="P-2"))
    with pytest.raises(Misuse, match="before the seizure it approves"):
        record_authority(case, paper(number="P-3", date="2001-01-01", approves="P-1"))


@pytest.mark.parametrize("kind", ["urgent", "handover", "reply"])
def test_nothing_but_a_court_approves_an_urgent_seizure(case: Case, kind: str) -> None:
    record_authority(case, paper(kind="urgent"))

    with pytest.raises(Misuse, match="court"):
        record_authority(case, paper(kind=kind, number="P-2", approves="P-1"))


def test_a_second_acquisition_stands_under_the_paper_of_its_exhibit(case: Case, tmp_path: Path) -> None:
    record_authority(case, paper())
    record_authority(case, paper(number="P-2", kinds=("chat",)))
    add_exhibit(case, Bag(tmp_path, "B-1", "P-1"))

    with pytest.raises(NoAuthority, match="P-1"):
        add_exhibit(case, Bag(tmp_path, "B-1", "P-2", acquisition="2"))


@pytest.mark.parametrize(
    "fields",
    [
        {"path": Path("nowhere")},
        {"timezone": "Asia/Bandung"},
        {"timezone": "../etc"},
        {"label": "B-1"},
        {"label": ""},
        {"label": "B-\u202e2"},
        {"path": Path("/")},
    ],
)
def test_a_bag_that_cannot_be_meant_so_is_misuse(case: Case, tmp_path: Path, fields: dict[str, object]) -> None:
    record_authority(case, paper())
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    add_exhibit(case, Bag(tmp_path / "one", "B-1", "P-1"))

    with pytest.raises(Misuse):
        add_exhibit(case, Bag(**{"path": tmp_path / "two", "label": "B-2", "authority": "P-1", **fields}))


@pytest.mark.parametrize("access", ["analyst", "child-protection", "prosecutor", "auditor"])
def test_only_examiner_and_supervisor_add(case: Case, access: str) -> None:
    key = officer(case.acting.unit, "X-1", access)
    other = Case.open(case.folder, Acting(key, case.acting.unit, clock()))

    with pytest.raises(NotAllowed, match=access):
        record_authority(other, paper())
    other.close()


@pytest.mark.parametrize(
    "account", ["whatsapp:+62...", "whatsapp:NUMBER", "gopay:+62 812", "x:...", "telegram:user…", "phone-credit:+628x"]
)
def test_an_example_left_as_it_stood_is_no_account(account: str) -> None:
    with pytest.raises(Misuse, match="is no account"):
        check_account(account)


@pytest.mark.parametrize("account", ["whatsapp:+6281234567890", "whatsapp:12345@lid", "bca:0123456789", "x:a.b..c"])
def test_an_account_is_a_service_and_an_identifier(account: str) -> None:
    check_account(account)
