# SPDX-License-Identifier: Apache-2.0
"""The worst day: tampering, kills, failing disks and lost power, hostile files, and cases of earlier versions."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.show.ground.benches import printed
from tools.show.ground.held import held
from tools.show.ground.sizes import sized
from tools.show.line import Line

WHOLE = 1000
"""Sizes are in thousandths of the whole."""

TAMPER, CRASH, HOSTILE = 2, 4, 10
"""So much of each with `QUICK=1`."""

CHANGES, LEDGERS, RATE = 200_000, 1_000, 150
STOPS = {"kills": 1_000, "killed workers": 200, "full disks": 500, "bad disks": 500, "power losses": 300}

_CHANGED = re.compile(r"^([\d,]+) changes: ([\d,]+) found, ([\d,]+) without effect, ([\d,]+) missed$", re.MULTILINE)
_CLEAN = re.compile(r"^([\d,]+) clean ledgers: (\d+) false alarms", re.MULTILINE)
_AGREE = re.compile(r"^([\d,]+) packages: the two verifiers disagree on (\d+)$", re.MULTILINE)
_LISTED = re.compile(
    r"^([\d,]+) files as an exhibit: ([\d,]+) listed, ([\d,]+) in one state, ([\d,]+) files/s", re.MULTILINE
)
_THROUGH = re.compile(r"^([\d,]+) files through the workers: ([\d,]+) files/s$", re.MULTILINE)
_IDLE = re.compile(
    r"^([\d.]+) ms of a processor a file, starts included: ([\d,]+) files/s on two that are idle$", re.MULTILINE
)
_LOAD = re.compile(r"^the load of this machine was ([\d.]+) on (\d+) processors$", re.MULTILINE)
_CRASHES = re.compile(r"^(\d+) crashes, (\d+) hangs over \d+ s; .*$", re.MULTILINE)
_LEFT = re.compile(r"left in scratch: (\d+); the exhibit is (as it was|CHANGED)")


def tamper(_: Path) -> Iterator[Line]:
    """Changes of every kind of the page on custody, and ledgers that nobody changed."""
    thousandths = sized(WHOLE, TAMPER)
    out = printed("tools.tamper", str(thousandths / WHOLE))
    wanted = CHANGES * thousandths // WHOLE
    found = _CHANGED.search(out)
    is_met = bool(found) and _number(found[1]) >= wanted and _number(found[4]) == 0
    figure = found[0] if found else out[-300:]
    yield Line("changes of all kinds, found and named", figure, f"{wanted:,}, 0 missed", is_met)
    clean = _CLEAN.search(out)
    ledgers = LEDGERS * thousandths // WHOLE
    is_met = bool(clean) and _number(clean[1]) >= ledgers and clean[2] == "0"
    yield Line("ledgers that nobody changed", clean[0] if clean else out[-300:], f"{ledgers:,}, 0 false alarms", is_met)
    both = _AGREE.search(out)
    is_met = bool(both) and _number(both[1]) > 0 and both[2] == "0"
    yield Line("the two verifiers of packages", both[0] if both else out[-300:], "0 disagree", is_met)


def crash(_: Path) -> Iterator[Line]:
    """Acts stopped in the middle, and what their case is then."""
    thousandths = sized(WHOLE, CRASH)
    out = printed("tools.crash", str(thousandths / WHOLE))
    for kind, count in STOPS.items():
        wanted = max(1, count * thousandths // WHOLE)
        found = re.search(rf"^([\d,]+) {kind}: (\d+) with something lost, twice, or not told$", out, re.MULTILINE)
        is_met = bool(found) and _number(found[1]) >= wanted and found[2] == "0"
        yield Line(f"{kind} in the middle of acts", found[0] if found else out[-300:], f"{wanted:,}, 0", is_met)


def hostile(_: Path) -> Iterator[Line]:
    """Malformed files and bombs, through each job and as an exhibit."""
    out = printed("bench.hostile", str(sized(WHOLE, HOSTILE) / WHOLE))
    crashes, left, listed = _CRASHES.search(out), _LEFT.search(out), _LISTED.search(out)
    is_met = crashes is not None and (crashes[1], crashes[2]) == ("0", "0")
    yield Line("hostile files: crashes, hangs, sockets", crashes[0] if crashes else out[-300:], "0, 0, refused", is_met)
    is_met = left is not None and (left[1], left[2]) == ("0", "as it was")
    yield Line("hostile files: writes outside", left[0] if left else out[-300:], "0, as it was", is_met)
    figure = listed[0] if listed else out[-300:]
    is_met = listed is not None and listed[1] == listed[2] == listed[3]
    yield Line("hostile files: all listed, each in one state", figure, "all", is_met)
    yield _speed(out, listed[4] if listed else "0")


def _speed(out: str, whole: str) -> Line:
    """Files a second as measured, and as two processors give them that do nothing else: that one is held."""
    rate, idle, load = _THROUGH.search(out), _IDLE.search(out), _LOAD.search(out)
    is_fast = idle is not None and _number(idle[2]) >= RATE
    measured = f"{rate[2] if rate else 0} files/s at a load of {load[1] if load else '?'}, {whole} with a whole run"
    figure = f"{idle[2] if idle else 0} files/s by {idle[1] if idle else '?'} ms of a processor each; {measured}"
    return Line("hostile files through the workers, on two idle processors", figure, f"{RATE} files/s", is_fast)


def upgrades(_: Path) -> Iterator[Line]:
    """Cases of every version before this one."""
    yield held("a case of every earlier version opens, verifies and goes on", "tests/case/test_older.py")


def _number(text: str) -> int:
    return int(text.replace(",", ""))
