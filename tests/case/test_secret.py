# SPDX-License-Identifier: Apache-2.0
"""The secret of a case: made once, kept in its folder alone."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from tests.case.views.made import acting, made_case

from suluh.case import secret
from suluh.case.acts.export import export
from suluh.case.acts.intake import Paper, record_authority
from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer, views
from suluh.case.secret import SIZE, secret_of
from suluh.case.verify.case import verify_case
from suluh.model.errors import CaseIsDamaged

GIVEN = bytes(range(SIZE))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    made = made_case(tmp_path)
    yield made
    made.close()


def everything(case: Case, purpose: str | None = None) -> bytes:
    return b"".join(msgspec.json.encode(row) for what in views() for row in Viewer(case, purpose).list(what))


def test_a_new_case_has_a_secret_that_only_its_owner_reads(case: Case) -> None:
    assert len(case.folder.secret.read_bytes()) == SIZE
    assert stat.S_IMODE(case.folder.secret.stat().st_mode) == 0o600
    assert sorted(path.name for path in case.folder.path.iterdir() if "secret" in path.name) == ["secret"]


def test_a_case_whose_secret_cannot_be_kept_is_not_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first entry would name a secret that nobody has."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    who, folder = acting(tmp_path), CaseFolder(tmp_path / "full")
    with monkeypatch.context() as patched:
        patched.setattr(secret, "_name", full)
        with pytest.raises(OSError, match="No space left"):
            Case.start(folder, "1", "Unit", who)

    case = Case.start(folder, "1", "Unit", who)
    assert case.secret == folder.secret.read_bytes()
    case.close()


def test_it_stands_in_nothing_that_the_case_keeps_or_shows_or_that_leaves(case: Case, tmp_path: Path) -> None:
    export(case, tmp_path / "forms", "inside the unit")
    case.checkpoint()
    raw = case.folder.secret.read_bytes()

    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path != case.folder.secret]
    written = [everything(case), everything(case, "reading"), *(path.read_bytes() for path in kept)]

    assert len(kept) > 5
    assert not [one for one in written if raw in one or raw.hex().encode() in one]


def test_with_the_same_secret_the_same_case_is_shown_byte_for_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        monkeypatch.setattr(secret, "secrets", SimpleNamespace(token_bytes=lambda _: GIVEN, token_hex=lambda _: "0"))
        made = made_case(tmp_path / name)
        shown.append([list(Viewer(Case.open(made.folder)).list(what)) for what in views() if what != "ledger"])

    assert shown[0] == shown[1]


def test_a_given_secret_is_told_in_every_entry(tmp_path: Path) -> None:
    officer = acting(tmp_path / "home")
    given = type(officer)(officer.key, officer.unit, officer.now, secret=GIVEN)
    case = Case.start(CaseFolder(tmp_path / "case"), "LP/1/2026", "Unit Contoh", given)

    assert case.secret == GIVEN
    assert [b", secret given" in entry.body for entry in case.rows.entries()] == [True]


@pytest.fixture
def older_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """A case that does not say by what its secret is known again."""
    monkeypatch.setattr("suluh.case.case.known_by", lambda _: None)
    made = made_case(tmp_path)
    yield made
    made.close()


def test_a_case_of_an_older_version_gets_a_secret_at_its_next_act(older_case: Case) -> None:
    older_case.folder.secret.unlink()
    again = Case.open(older_case.folder, older_case.acting)
    record_authority(again, Paper("court", "PEN-2", "PN Contoh", "2026-01-03"))

    assert older_case.folder.secret.read_bytes() == again.secret
    assert verify_case(older_case.folder).entries > 0


def test_a_secret_that_is_lost_is_an_error_and_never_replaced(case: Case) -> None:
    case.folder.secret.unlink()
    again = Case.open(case.folder, case.acting)
    record_authority(again, Paper("court", "PEN-2", "PN Contoh", "2026-01-03"))

    for reading in (again, Case.open(case.folder)):
        with pytest.raises(CaseIsDamaged, match="is gone: take it from the last backup"):
            Viewer(reading)
    assert not case.folder.secret.exists()
    assert any("is gone" in one for one in verify_case(case.folder).remarks)


def test_a_secret_that_was_exchanged_is_an_error(case: Case) -> None:
    assert not any("secret" in one for one in verify_case(case.folder).remarks)
    case.folder.secret.write_bytes(GIVEN)

    with pytest.raises(CaseIsDamaged, match="is another one than the case was started with"):
        Viewer(Case.open(case.folder))
    assert any("is another one" in one for one in verify_case(case.folder).remarks)


def test_lists_of_a_folder_that_cannot_be_written_are_veiled_as_well(
    older_case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    older_case.folder.secret.unlink()
    monkeypatch.setattr(secret, "_put", _refuse)

    shown = [{row["id"] for row in Viewer(Case.open(older_case.folder)).list("persons")} for _ in range(2)]

    assert not older_case.folder.secret.exists()
    assert not shown[0] & shown[1]


def _refuse(path: Path, _: bytes) -> None:
    raise PermissionError(13, "Permission denied", str(path))


@pytest.mark.parametrize("raw", [b"", b"short", bytes(SIZE + 1)])
def test_a_secret_that_is_damaged_is_said_and_not_replaced(case: Case, raw: bytes) -> None:
    case.folder.secret.write_bytes(raw)

    with pytest.raises(CaseIsDamaged, match="backup"):
        Case.open(case.folder).secret  # noqa: B018 # reading it is the act
    assert case.folder.secret.read_bytes() == raw


def test_of_two_that_make_it_at_once_both_use_the_one_that_came_first(tmp_path: Path) -> None:
    folder = CaseFolder(tmp_path)
    first = secret_of(folder, GIVEN)
    secret._put(folder.secret, bytes(SIZE))

    assert secret_of(folder) == first == GIVEN
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_a_disk_without_hard_links_keeps_it_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "hardlink_to", _no_links)

    assert secret_of(CaseFolder(tmp_path)) == secret_of(CaseFolder(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def _no_links(path: Path, _: Path) -> None:
    raise OSError(95, "Operation not supported", str(path))
