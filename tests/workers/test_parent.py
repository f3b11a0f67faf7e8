# SPDX-License-Identifier: Apache-2.0
"""Workers and copies end with their parent, however that ends."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from suluh.workers.parent.scratch import _MEMORY, _prefix

SCRIPT = """
import os, sys
from pathlib import Path
from suluh.model.ids import file_id
from suluh.model.intake import File
from suluh.model.evidence.work import Target
from suluh.workers.pool import Pool
root, scratch, jobs, kind = sys.argv[1:]
name = b"hangs"
file = File(id=file_id("B-1", "1", (), name), exhibit="B-1", acquisition="1", path=name, order=1, size=1)
with Pool(2, {("B-1", "1"): os.fsencode(root)}, Path(scratch), job_paths=(jobs,)) as pool:
    for answer in pool.run("behave", [Target(file=file, type=kind)]):
        pass
"""
JOBS = Path(__file__).parent / "jobs"


def killed_in_the_middle(bench, kind=""):
    """The process ids of the workers of a run that was killed."""
    bench.write("hangs", "hang")
    parent = subprocess.Popen([sys.executable, "-c", SCRIPT, bench.root, bench.scratch, JOBS, kind])
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
    until = time.monotonic() + 20
    while not (found := children.read_text().split()) and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.5)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    return [int(one) for one in found]


def lives(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_no_worker_outlives_its_parent(bench):
    workers = killed_in_the_middle(bench)

    until = time.monotonic() + 5
    while any(map(lives, workers)) and time.monotonic() < until:
        time.sleep(0.02)

    assert workers
    assert [one for one in workers if lives(one)] == []


def test_copies_of_a_killed_run_are_removed_by_the_next(bench):
    killed_in_the_middle(bench, "application/vnd.sqlite3")
    left = copies(bench)
    bench.write("works", "say fine")

    said = bench.says("behave", "works")

    assert (said, bool(left), copies(bench)) == ({"works": ["fine"]}, True, [])


def copies(bench):
    """Folders with copies that belong to this case."""
    prefix = _prefix(bench.scratch)
    return [path for home in (_MEMORY, bench.scratch) for path in home.glob(f"{prefix}-*")]
