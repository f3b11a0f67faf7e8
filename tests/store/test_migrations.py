# SPDX-License-Identifier: Apache-2.0
"""A file of an earlier version is verified as it is, and brought to this version by the first act that writes."""

import sqlite3

import pytest
from tests.custody.every_noun import AT

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.verify.case import verify_case
from suluh.model.errors import BrokenCustody, CaseIsDamaged
from suluh.model.ids import make_id
from suluh.model.intake import Exhibit
from suluh.store import check, migrations
from suluh.store.migrations import CHANGES, FIRST_TABLE
from suluh.store.open import connect
from suluh.store.tables import Shape

TYPED = (
    *("alternative", "answer", "charge", "defendant", "dossier", "ending", "extraction", "handling", "holiday"),
    *("identity", "issue", "late", "law", "lawcheck", "letter", "observation", "paper", "protected", "reply"),
    *("request", "requestitem", "seizure", "series", "supportnote", "tie", "told", "written"),
)
GROWN: tuple[tuple[int, tuple[str, ...]], ...] = (
    (1, ()),
    (2, ("offer",)),
    (3, ("claim",)),
    (4, tuple(sorted((*TYPED, "removal")))),
    (5, ("grade", "intelligence", "partnernote")),
    (6, ("trait",)),
)
"""Every version so far, and the nouns whose tables it changed. Lines are only added."""


@pytest.fixture
def folder(case: Case) -> CaseFolder:
    """A case with three rows, closed."""
    exhibit = Exhibit(id=make_id("exhibit", "B-1"), label="B-1", authority="LP", order=1, by="S-1", at=AT)
    case.keep(Act("add", "B-1"), [exhibit])
    case.close()
    return case.folder


def change(folder: CaseFolder, *statements: str) -> None:
    connection = sqlite3.connect(folder.file, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def lines(folder: CaseFolder) -> list[str]:
    connection = sqlite3.connect(folder.file)
    found = list(connection.iterdump())
    connection.close()
    return found


@pytest.fixture
def first(folder: CaseFolder) -> CaseFolder:
    """That case as the first version wrote it: its version stands in a table."""
    change(
        folder,
        "DROP TABLE offer",
        "DROP TABLE claim",
        "DROP TABLE removal",
        *(f"DROP TABLE {one}" for one in (*TYPED, "grade", "intelligence", "partnernote", "trait")),
        "PRAGMA user_version=0",
        FIRST_TABLE,
        "INSERT INTO alembic_version VALUES ('0001')",
    )
    return folder


@pytest.fixture
def older(folder: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> CaseFolder:
    """That case as a version wrote it in which exhibits had no column, no leads were, and an index was wider."""
    version = max(CHANGES)
    before = {"exhibit": Shape(), "lead": None, "officer": Shape(("code",), (("code", ("batch",)),))}
    monkeypatch.setitem(CHANGES, version + 1, before)
    monkeypatch.setattr(migrations, "VERSION", version + 1)
    monkeypatch.setattr("suluh.store.open.VERSION", version + 1)
    change(folder, "DROP INDEX ix_exhibit_label", "ALTER TABLE exhibit DROP COLUMN label", "DROP TABLE lead")
    change(folder, "DROP INDEX ix_officer_code", "CREATE INDEX ix_officer_code ON officer (code, batch)")
    return folder


def test_the_list_of_versions_only_grows() -> None:
    told = tuple((version, tuple(sorted(changed))) for version, changed in CHANGES.items())

    assert told[: len(GROWN)] == GROWN
    assert len(told) == len(GROWN), "add the new version to GROWN as well"


def test_a_case_of_the_first_version_is_verified_and_not_touched(first: CaseFolder) -> None:
    before = lines(first)

    assert verify_case(first).entries == 2
    assert lines(first) == before


def test_a_case_of_the_first_version_is_brought_to_this_one_by_opening_it(first: CaseFolder) -> None:
    Case.open(first).close()

    assert not any("alembic" in line for line in lines(first))
    assert verify_case(first).entries == 2


def test_an_older_case_is_verified_in_a_copy_and_not_touched(older: CaseFolder) -> None:
    before = lines(older)

    assert verify_case(older).rows == 3
    assert lines(older) == before


def test_an_older_case_is_brought_to_this_version_by_opening_it(older: CaseFolder) -> None:
    case = Case.open(older)

    assert [one.label for one in case.nouns(Exhibit, {"label": "B-1"})] == ["B-1"]
    assert check.strange(case._connection) is None
    case.close()
    assert verify_case(older).rows == 3


def test_an_older_case_that_has_a_table_too_many_is_found(older: CaseFolder) -> None:
    change(older, 'CREATE TABLE "lead" (id TEXT)')

    with pytest.raises(BrokenCustody, match="lead is no part"):
        verify_case(older)


def test_a_changed_row_is_not_hidden_by_a_new_table(older: CaseFolder) -> None:
    change(older, "UPDATE officer SET code='S-9'")
    before = lines(older)

    with pytest.raises(BrokenCustody, match="do not hold what its body says"):
        verify_case(older)
    with pytest.raises(CaseIsDamaged, match="do not hold what its body says"):
        connect(older.file)
    assert lines(older) == before


def test_a_body_that_is_no_noun_stops_the_whole_change(older: CaseFolder) -> None:
    change(older, "UPDATE exhibit SET body=x'00'")
    before = lines(older)

    with pytest.raises(CaseIsDamaged, match="backup"):
        connect(older.file)

    assert lines(older) == before
