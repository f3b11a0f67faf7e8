# SPDX-License-Identifier: Apache-2.0
"""A locked process is refused every forbidden act, and each part of the lock is needed for that."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from suluh.workers.lock import acts, landlock, seccomp, syscalls

DOCS = Path(__file__).parents[2] / "docs" / "workers.md"
SCRIPT = """
import json, sys
from suluh.workers.lock.lock import Lock, close
scratch = tuple(sys.argv[2:])
print(json.dumps(close(Lock(memory=1 << 30, descriptors=64, scratch=scratch, without=sys.argv[1]))))
"""


def let_through(without="", *scratch):
    """The acts that a process locked in this way may still do."""
    done = subprocess.run([sys.executable, "-c", SCRIPT, without, *scratch], capture_output=True, check=True)
    return json.loads(done.stdout)


def test_there_are_25_forbidden_acts():
    assert len(acts.all_acts()) == 25


def test_a_locked_process_is_refused_every_act():
    assert let_through() == []


def test_a_locked_process_with_a_scratch_folder_is_refused_every_act_elsewhere(tmp_path):
    assert let_through("", str(tmp_path)) == []


@pytest.mark.parametrize("part", ["landlock", "seccomp"])
def test_without_one_part_of_the_lock_at_least_eight_acts_succeed(part):
    assert len(let_through(part)) >= 8


def test_the_attempts_leave_nothing_behind():
    let_through("landlock")

    assert list(Path(tempfile.gettempdir()).glob("suluh-lock-*")) == []


def test_the_document_lists_every_act():
    text = DOCS.read_text("utf-8")

    assert [name for name in acts.all_acts() if f"| {name} |" not in text] == []


def test_every_call_of_the_filter_has_a_number():
    names = {*seccomp.ALWAYS, *seccomp.IN_SCRATCH, *(one.name for one in seccomp.conditions(1, scratch=True))}

    assert names <= set(syscalls.NUMBERS)


@pytest.mark.parametrize("column", [0, 1])
def test_no_two_calls_of_a_machine_share_a_number(column):
    numbers = [pair[column] for pair in syscalls.NUMBERS.values() if pair[column] is not None]

    assert len(numbers) == len(set(numbers))


def test_this_kernel_has_landlock():
    assert landlock.version() >= 1


def test_a_job_that_turns_bad_can_do_nothing(bench):
    bench.write("bad", "try_everything")

    said = bench.says("behave", "bad")["bad"]

    assert said
    assert [one for one in said if not one.endswith("PermissionError")] == []
