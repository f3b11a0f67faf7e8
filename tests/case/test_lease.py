# SPDX-License-Identifier: Apache-2.0
"""One run at a time holds a case, and ends with its process."""

from pathlib import Path

import pytest

from suluh.case.folder import CaseFolder
from suluh.case.lease import lease
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
