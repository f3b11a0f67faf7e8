# SPDX-License-Identifier: Apache-2.0
"""One run at a time holds a case, and ends with its process."""

import fcntl
import os
import threading
from pathlib import Path

import pytest

from suluh.case.folder import CaseFolder
from suluh.case.lease import NAME, PAUSE, is_held, lease
from suluh.model.errors import CaseIsLocked


def test_a_second_run_is_told_who_holds_the_case(tmp_path: Path) -> None:
    folder = CaseFolder(tmp_path)

    with lease(folder), pytest.raises(CaseIsLocked, match=r"process \d+"), lease(folder):
        pass


def test_a_run_that_ended_leaves_the_case_free(tmp_path: Path) -> None:
    folder = CaseFolder(tmp_path)

    for _ in range(2):
        with lease(folder):
            pass


def test_a_run_that_broke_leaves_the_case_free(tmp_path: Path) -> None:
    folder = CaseFolder(tmp_path)
    with pytest.raises(KeyboardInterrupt), lease(folder):
        raise KeyboardInterrupt

    with lease(folder):
        pass


def test_whoever_looks_whether_a_run_goes_on_stops_none(tmp_path: Path) -> None:
    folder = CaseFolder(tmp_path)
    descriptor = os.open(tmp_path / NAME, os.O_RDWR | os.O_CREAT)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    look = threading.Timer(2 * PAUSE, os.close, (descriptor,))
    look.start()

    with lease(folder):
        assert is_held(folder)
    assert not is_held(folder)
