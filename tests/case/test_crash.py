# SPDX-License-Identifier: Apache-2.0
"""Kills, full and bad disks and lost power in the middle of acts: a few of the thousands of `make crash`."""

import pytest
from tests.finished import Finished
from tools.crash import __main__ as crash
from tools.crash.command import strace

traced = pytest.mark.skipif(strace() is None, reason="strace is not installed: it stops commands at their calls")


@pytest.fixture(scope="module")
def bed(tmp_path_factory: pytest.TempPathFactory, finished: Finished) -> crash.Bed:
    """The day of these tests; the case that has run is there so that what it compiled is at hand."""
    assert finished.folder.file.is_file()
    return crash.Bed(tmp_path_factory.mktemp("day"))


def test_an_unbroken_day_is_the_same_twice(bed: crash.Bed) -> None:
    for at, act in enumerate(bed.day.acts):
        bed.day.before(at)

        assert (bed.day.call(act).code, bed.day.differs(at)) == (0, None)
