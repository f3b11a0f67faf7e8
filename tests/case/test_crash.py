# SPDX-License-Identifier: Apache-2.0
"""Kills, full and bad disks and lost power in the middle of acts: a few of the thousands of `make crash`."""

import random
import sys
from pathlib import Path

import pytest
from tests.finished import Finished
from tools.crash import __main__ as crash
from tools.crash import disk, stops
from tools.crash.command import Ended, strace
from tools.crash.disk import Op

from suluh.case.acts import release
from suluh.workers.engines import local

traced = pytest.mark.skipif(strace() is None, reason="strace is not installed, or may trace nothing here")
NAMES = ("new", "add", "sets", "run", "refer", "approve")


@pytest.fixture(scope="module")
def bed(tmp_path_factory: pytest.TempPathFactory, finished: Finished) -> crash.Bed:
    """The day of these tests; what the case that has run compiled is at hand in every child."""
    assert finished.folder.file.is_file()
    return crash.Bed(tmp_path_factory.mktemp("day"))


def of(bed: crash.Bed, name: str) -> int:
    """The number of an act."""
    return [act.name for act in bed.day.acts].index(name)


@traced
@pytest.mark.parametrize(("name", "number"), [("new", 5), ("add", 3), ("sets", 6), ("run", 9), ("refer", 20)])
def test_an_act_that_was_killed_at_a_boundary_ends_as_an_unbroken_one(bed: crash.Bed, name: str, number: int) -> None:
    stop = stops.kill_at(bed.day, of(bed, name), stops.BOUNDARIES, number)

    assert (stop.reached, bed.day.end(stop.act)) == (True, None)


def test_a_run_that_was_killed_at_any_moment_ends_as_an_unbroken_one(bed: crash.Bed) -> None:
    run = of(bed, "run")

    stop = stops.kill_after(bed.day, run, bed.day.seconds[run] / 2)

    assert bed.day.end(stop.act) is None


def test_a_run_whose_worker_was_killed_ends_as_an_unbroken_one(bed: crash.Bed) -> None:
    assert crash.KINDS["killed workers"][1](bed, 0).fault is None


def test_a_run_that_ends_with_its_killed_worker_is_told(bed: crash.Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local._Crew, "_lost", lambda *_: sys.exit(1))

    # One that had nothing left to do when it was killed is missed by nobody.
    tried = (crash.KINDS["killed workers"][1](bed, number).fault for number in range(20))
    assert any("it ended with 1" in str(fault) for fault in tried)


@traced
@pytest.mark.parametrize("kind", ["full disks", "bad disks"])
@pytest.mark.parametrize("number", range(2))
def test_a_disk_that_is_full_or_fails_is_said_and_loses_nothing(bed: crash.Bed, kind: str, number: int) -> None:
    assert crash.KINDS[kind][1](bed, number).fault is None


@traced
def test_a_list_of_exhibits_that_was_stopped_in_the_middle_goes_on(bed: crash.Bed) -> None:
    add = of(bed, "add")
    last = bed.count(add, "pwrite64") - 20

    stop = stops.fail_at(bed.day, add, "ENOSPC", "pwrite64+", last)
    entered = len(bed.day.place.entries())

    assert (stop.reached, stop.ended.code, stops.fault_of(stop)) == (True, 1, None)
    assert "free some room on the disk" in stop.ended.said
    assert bed.day.end(add) is None
    assert entered < len(bed.day.place.entries())


@traced
@pytest.mark.parametrize("name", ["new", "sets", "refer", "approve"])
def test_what_an_act_says_is_done_outlasts_the_power(bed: crash.Bed, name: str) -> None:
    assert bed.recorded(of(bed, name)).at_the_end() is None


@traced
@pytest.mark.parametrize("name", NAMES)
def test_an_act_that_lost_power_goes_on(bed: crash.Bed, name: str) -> None:
    chance = random.Random(name)  # noqa: S311 # a seed makes it run again
    recorded = bed.recorded(of(bed, name))

    assert recorded.cut_at(chance.randrange(1, len(recorded.ops)), chance) is None


@traced
def test_a_package_whose_name_was_not_flushed_is_missed(bed: crash.Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "settle", lambda _: None)
    recorded = crash.Recorded(bed.day, of(bed, "approve"))

    assert "other rows or files" in str(recorded.at_the_end())


def test_another_row_than_after_an_unbroken_act_is_told(bed: crash.Bed) -> None:
    bed.day.before(of(bed, "decide"))

    assert "other rows or files" in str(bed.day.differs(of(bed, "decide")))


@pytest.mark.parametrize(
    ("ended", "wrong"),
    [
        (Ended(1, "suluh: the disk is full", 0.1), False),
        (Ended(0, "", 0.1), False),
        (Ended(1, "suluh: a fault of the program at x.py:1", 0.1), True),
        (Ended(1, "", 0.1), True),
        (Ended(2, "suluh: no such option", 0.1), True),
    ],
)
def test_a_stop_without_a_sentence_is_a_fault(ended: Ended, wrong: bool) -> None:  # noqa: FBT001 # an example
    assert (stops.fault_of(stops.Stop(0, "stopped", ended, reached=True)) is not None) == wrong


def after(tmp_path: Path, *ops: Op) -> dict[str, bytes]:
    """What is left of a folder with one file, when all that was not flushed is lost."""
    start, to = tmp_path / "start", tmp_path / "to"
    start.mkdir()
    (start / "old").write_bytes(b"old")
    disk.lost(start, ops, to)
    return {path.name: path.read_bytes() for path in to.rglob("*") if path.is_file()}


MAKE, WRITE = Op("make", "new", 2), Op("write", "new", 2, 0, b"new")
RENAME, FLUSH, FOLDER = Op("rename", "new", to="old"), Op("flush", "new", 2), Op("flush", ".")


@pytest.mark.parametrize(
    ("ops", "left"),
    [
        ((MAKE, WRITE), {"old": b"old"}),
        ((MAKE, WRITE, FLUSH), {"old": b"old"}),
        ((MAKE, WRITE, FLUSH, FOLDER), {"old": b"old", "new": b"new"}),
        ((MAKE, FOLDER, WRITE), {"old": b"old", "new": b""}),
        ((MAKE, WRITE, FLUSH, FOLDER, RENAME), {"old": b"old", "new": b"new"}),
        ((MAKE, WRITE, FLUSH, RENAME, FOLDER), {"old": b"new"}),
        ((Op("cut", "old", 1, 1), Op("flush", "old", 1)), {"old": b"o"}),
        ((Op("remove", "old"), FOLDER), {}),
    ],
)
def test_a_disk_keeps_what_was_flushed_and_nothing_else(
    tmp_path: Path, ops: tuple[Op, ...], left: dict[str, bytes]
) -> None:
    assert after(tmp_path, *ops) == left
