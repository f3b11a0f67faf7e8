# SPDX-License-Identifier: Apache-2.0
"""Lines that benchmarks under `bench/` print."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.show.ground.held import held
from tools.show.ground.sizes import sized
from tools.show.line import ROOT, Line

ENTRIES, FEW_ENTRIES = 1_000_000, 20_000
MINUTE, START = 60.0, 2.0
"""Seconds for a million entries, and for what a short ledger takes beside its entries."""

LONGEST = 0.2
SEEDS, FEW_SEEDS = 20, 2
LEAST = 0.95
SOURCES = "tests/network/test_sources.py"
IN_ALL = re.compile(r"([\d,]+) entries verified in ([\d.]+) s, and ([\d.]+) s of \d+ processors")
WORST = re.compile(r"(\d+) of (\d+) over [\d.]+ s in some stage; at most ([\d.]+) s")
RATES = re.compile(r"^seeds .*: (P ([\d.]+) R ([\d.]+) .*), sent by the holder (\d+)$", re.MULTILINE)


def ledger(_: Path) -> Iterator[Line]:
    """How long a ledger takes to verify, by the clock on the wall."""
    count = sized(ENTRIES, FEW_ENTRIES)
    goal = MINUTE * count / ENTRIES + (START if count < ENTRIES else 0)
    out = printed("bench.ledger", str(count))
    found = IN_ALL.search(out)
    seconds = float(found[2]) if found else -1.0
    figure = f"{seconds:.1f} s, {found[3]} s of processor time" if found else out[-300:]
    is_met = found is not None and int(found[1].replace(",", "")) == count and seconds <= goal
    yield Line(f"a ledger of {count:,} entries verified", figure, f"{goal:.1f} s on two cores", is_met)


def texts(_: Path) -> Iterator[Line]:
    """The worst message at each stage."""
    out = printed("bench.texts", str(sized(3, 1)))
    found = WORST.search(out)
    figure = f"at most {found[3]} s in any stage, of {found[2]} messages" if found else out[-300:]
    is_met = found is not None and found[1] == "0" and float(found[3]) <= LONGEST
    yield Line("the worst messages of 65,536 characters", figure, f"{LONGEST} s", is_met)


def sources(_: Path) -> Iterator[Line]:
    """Sources of made-up cases against their truth."""
    last = sized(SEEDS, FEW_SEEDS)
    out = printed("bench.sources", "1", str(last))
    found = RATES.search(out)
    figure = found[1] if found else out[-300:]
    is_right = found is not None and min(float(found[2]), float(found[3])) >= LEAST
    yield Line(f"sources of seeds 1 to {last}", figure, f"precision and recall {LEAST}", is_right)
    own = found[4] if found else "not measured"
    yield Line("rows of sources whose every item was sent by the holder", own, "0", own == "0")
    yield held("copies of one group on several exhibits are one source", SOURCES, "tests/simulator/test_score.py")


def printed(module: str, *words: str) -> str:
    """What a benchmark prints, and what it says where it fails."""
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    ended = f"ended by signal {-done.returncode}" if done.returncode < 0 else ""
    return f"{done.stdout.strip()}\n{done.stderr.strip()}\n{ended}".strip()
