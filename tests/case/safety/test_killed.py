# SPDX-License-Identifier: Apache-2.0
"""A backup that is killed at any moment is no backup, and leaves nothing that looks like one."""

import subprocess
import sys
from pathlib import Path

from suluh.case.safety.backup import back_up
from suluh.case.safety.held import check_whole, held_in
from suluh.case.safety.restore import restore
from suluh.case.verify.case import verify_case

TRIALS = 30
KILLER = """
import os, random, signal, sys, time
from pathlib import Path
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.safety.backup import back_up
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import unlock
from tests.custody.every_noun import PASSPHRASE, clock

root, home, backups, trials = (*map(Path, sys.argv[1:4]), int(sys.argv[4]))
unit, draw = UnitFolder(home), random.Random(9)
key = unlock(unit, "S-1", PASSPHRASE)

def work():
    case = Case.open(CaseFolder(root), Acting(key, unit, clock()))
    while True:
        back_up(case, backups)

started = time.monotonic()
case = Case.open(CaseFolder(root), Acting(key, unit, clock()))
back_up(case, backups)
case.close()
took = time.monotonic() - started
left = 0
for _ in range(trials):
    child = os.fork()
    if child == 0:
        work()
    time.sleep(draw.uniform(0, 2 * took))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    left += any("unfinished" in one.name for one in (*root.iterdir(), *backups.iterdir()))
print(left)
"""


def test_a_kill_at_any_moment_leaves_whole_backups_alone(case, unit, tmp_path):
    backups = tmp_path / "backups"
    words = [sys.executable, "-c", KILLER, *map(str, (case.folder.path, unit.path, backups, TRIALS))]

    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3])

    held, broken = held_in(backups)
    assert int(done.stdout) > TRIALS // 3
    assert (len(held) > 1, broken) == (True, [])
    for one in held:
        check_whole(one.path, case.acting.key)
    back_up(case, backups)
    assert [one.name for one in (*case.folder.path.iterdir(), *backups.iterdir()) if "unfinished" in one.name] == []
    restore(backups, tmp_path / "new", case.acting)
    verify_case(case.folder, unit=unit)
