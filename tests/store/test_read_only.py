# SPDX-License-Identifier: Apache-2.0
"""A case is verified where nothing may be written, and while somebody works on it."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.store.test_keep import groups

from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.verify.case import verify_case
from suluh.store import check

ON_A_DISK = """
set -e
mount -t tmpfs suluh "$1"
cp -r "$2" "$1/case"
mount -o remount,ro "$1"
"$3" -c "import sys; from suluh.desk.main import main; main()" verify "$1/case"
"""


def verify_on_a_read_only_disk(folder: Path, mount: Path) -> subprocess.CompletedProcess[str]:
    """What `suluh verify` says where the kernel lets nobody write; skipped where it lets nobody mount either."""
    mount.mkdir()
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    command = ["unshare", "-m", "sh", "-c", ON_A_DISK, "sh", str(mount), str(folder), sys.executable]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_a_case_on_a_read_only_disk_is_verified(case: Case, tmp_path: Path) -> None:
    case.close()

    said = verify_on_a_read_only_disk(case.folder.path, tmp_path / "disk")

    assert (said.returncode, "The case holds: 1 entries" in said.stdout) == (0, True), said.stderr


def test_a_log_on_a_read_only_disk_is_said(case: Case, tmp_path: Path) -> None:
    case.keep(Act("compare", "case"), groups(1))
    copy = tmp_path / "copy"
    shutil.copytree(case.folder.path, copy, ignore=shutil.ignore_patterns("*-shm"))

    said = verify_on_a_read_only_disk(copy, tmp_path / "disk")

    assert said.returncode == 1
    assert "copy the whole case folder to a disk" in " ".join(said.stderr.split())


def test_a_case_is_verified_as_it_was_at_one_moment(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    strange = check.strange

    def meanwhile(connection: sqlite3.Connection) -> str | None:
        case.keep(Act("compare", "case"), groups(1))
        return strange(connection)

    monkeypatch.setattr(check, "strange", meanwhile)

    assert verify_case(case.folder).entries == 1
    assert verify_case(case.folder).entries == 2


def test_what_is_put_beside_the_case_file_meanwhile_is_no_fault(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    strange = check.strange

    def meanwhile(connection: sqlite3.Connection) -> str | None:
        case.note(Act("look", "messages", {"purpose": "uji"}))
        case.checkpoint()
        (case.folder.releases / "package-new").mkdir()
        return strange(connection)

    monkeypatch.setattr(check, "strange", meanwhile)

    held = verify_case(case.folder, unit=case.acting.unit)
    assert (held.entries, held.checkpoints, held.witnessed) == (1, 0, 0)


def test_verifying_writes_nothing_into_the_case_file(case: Case) -> None:
    case.close()
    before = case.folder.file.read_bytes()

    verify_case(case.folder)

    assert case.folder.file.read_bytes() == before
