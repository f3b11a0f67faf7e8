# SPDX-License-Identifier: Apache-2.0
"""Statements in layouts drawn by chance: how many are exact, told or wrong in silence, and which lost rows show."""

from collections.abc import Iterator
from pathlib import Path

from tests.readers.layouts.judge import judge
from tools.show.ground.sizes import sized
from tools.show.line import Line

SEEDS, FEW = 2_000, 100
EXACT = 0.98


def layouts(_: Path) -> Iterator[Line]:
    """The verdicts on all drawn statements."""
    found = judge(range(sized(SEEDS, FEW)))
    whole, inexact = found.seen["with"], found.seen["with inexact"]
    share = (whole - inexact) / whole
    yield Line(f"of {whole} with a running balance exact or told", f"{share:.3f}", f"at least {EXACT}", share >= EXACT)
    yield Line("wrong in silence", str(len(found.silent)), "0", not found.silent)
    yield Line("rows neither booked nor told", str(len(found.lost)), "0", not found.lost)
    damaged, missed = found.seen["damaged"], len(found.missed)
    yield Line(f"of {damaged} with a row out, doubled or changed not found", str(missed), "0", not missed)
    read = found.seen["without"] - found.seen["without inexact"]
    yield Line(
        f"of {found.seen['without']} without a running balance read by opening and closing",
        str(read),
        "told",
        is_met=True,
    )
