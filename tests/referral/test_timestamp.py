# SPDX-License-Identifier: Apache-2.0
"""The verifier in a package checks a time stamp of its checkpoint by openssl, or says that it did not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.authority import OPENSSL, Authority

from suluh.custody.timestamp import check_timestamp, request_for

NOTE = "custody/checkpoint.note"
needs_openssl = pytest.mark.skipif(OPENSSL is None, reason="the program openssl is not installed")


def told(package: Path, *more: object, **environment: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-I", str(package / "verify.py"), str(package), *map(str, more)]
    return subprocess.run(words, capture_output=True, text=True, check=False, env={**os.environ, **environment})


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    made = Authority.start(tmp_path / "authority")
    (tmp_path / "root.pem").write_bytes(made.root.pem())
    return made


def stamp(authority: Authority, note: bytes, tmp_path: Path) -> tuple[object, ...]:
    (tmp_path / "in.tsr").write_bytes(authority.answer(request_for(note)))
    return "--token", tmp_path / "in.tsr", "--certificates", tmp_path / "root.pem"


@needs_openssl
def test_a_time_stamp_of_the_checkpoint_is_told_by_both(package, authority, tmp_path):
    note = (package / NOTE).read_bytes()
    given = stamp(authority, note, tmp_path)

    shown = told(package, *given)

    at = check_timestamp((tmp_path / "in.tsr").read_bytes(), note, authority.root.pem()).at
    assert shown.returncode == 0
    assert f"cap waktu / time stamp {at.strftime('%b %e %H:%M:%S %Y')} GMT" in shown.stdout


@needs_openssl
@pytest.mark.parametrize("fault", ["other", "cut", "root", "none"])
def test_a_wrong_one_is_named(package, authority, tmp_path, fault):
    given = stamp(authority, (package / NOTE).read_bytes() + b"x" * (fault == "other"), tmp_path)
    answer = tmp_path / "in.tsr"
    if fault == "cut":
        answer.write_bytes(answer.read_bytes()[:-1])
    elif fault == "root":
        (tmp_path / "root.pem").write_bytes(Authority.start(tmp_path / "two").root.pem())
    elif fault == "none":
        answer.unlink()

    shown = told(package, *given)

    assert (shown.returncode, "SALAH / WRONG" in shown.stdout, "in.tsr" in shown.stdout) == (1, True, True)


@needs_openssl
def test_without_openssl_it_says_that_it_was_not_checked(package, authority, tmp_path):
    (tmp_path / "empty").mkdir()
    given = stamp(authority, (package / NOTE).read_bytes(), tmp_path)

    shown = told(package, *given, PATH=str(tmp_path / "empty"))

    assert shown.returncode == 0
    assert "TIDAK DIPERIKSA / NOT CHECKED" in shown.stdout


def test_a_time_stamp_without_certificates_is_refused(package, tmp_path):
    shown = told(package, "--token", tmp_path / "in.tsr")

    assert (shown.returncode, "belong together" in shown.stderr) == (2, True)
