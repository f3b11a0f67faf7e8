# SPDX-License-Identifier: Apache-2.0
"""The line over made-up worlds: against their truth, the same twice, and after a kill."""

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
from tools.made_up import commits, kill_at, made_up, picture_of
from tools.show.line import Line
from tools.unit import Unit

from suluh.simulator.score import LISTS as LISTS_OF_TRUTH
from suluh.simulator.score import score
from suluh.simulator.truth import Truth

SEEDS = (7101, 7102, 7103, 7104, 7105)
"""Not looked at while building."""

KILLS = 10
DRAW = 20261125
INSIDE = 8


def worlds(folder: Path) -> Iterator[Line]:
    """Five seeds against their truth."""
    unit = Unit(folder / "home")
    for seed in SEEDS:
        world, case = made_up(unit, folder, seed)
        unit.must("run", str(case))
        shown = {what: unit.rows(case, what) for what in LISTS_OF_TRUTH}
        truth = msgspec.json.decode((world / "truth.json").read_bytes(), type=Truth)
        got = score(truth, shown)
        figure = (
            f"messages {got.messages.recall:.4f}, wrong sender {got.wrong_sender}, payments {got.payments.recall:.4f}"
        )
        is_exact = got.messages.recall == got.payments.recall == 1 and got.wrong_sender == 0
        yield Line(f"seed {seed}: records", figure, "1.0, 0, 1.0", is_exact)
        figure = (
            f"F1 {got.paid.f1:.3f} against {got.first_in_time.f1:.3f}; recorded precision {got.recorded.precision:.3f}"
        )
        yield Line(f"seed {seed}: deals above first-in-time", figure, "above", got.paid.f1 > got.first_in_time.f1)
        figure = f"edges {got.edges}; persons {got.persons}; sources {got.sources}"
        yield Line(f"seed {seed}: edges, persons and sources", figure, "printed", is_met=True)


def same(folder: Path) -> Iterator[Line]:
    """The same seed twice, the second time in another folder and another time zone of the process."""
    found = []
    for name, zone in (("one", "UTC"), ("two/deeper", "Asia/Jayapura")):
        unit = Unit(folder / name / "home", more={"TZ": zone})
        _, case = made_up(unit, folder / name, SEEDS[0])
        unit.must("run", str(case))
        found.append(picture_of(unit, case))
    figure = " ".join(digest[:16] for digest in found)
    yield Line(
        "the same seed in another folder and time zone, every list but the ledger",
        figure,
        "equal",
        found[0] == found[1],
    )


def kill(folder: Path) -> Iterator[Line]:
    """SIGKILL at a uniformly drawn commit; run again; compare with an unbroken run."""
    unit = Unit(folder / "home")
    _, whole = made_up(unit, folder / "whole", SEEDS[0])
    before = commits(whole)
    unit.must("run", str(whole))
    expected, last = picture_of(unit, whole), commits(whole)
    draw = random.Random(DRAW)  # noqa: S311 # a drawn moment, no secret
    at, inside, equal = [], 0, 0
    for trial in range(KILLS):
        _, case = made_up(unit, folder / f"trial-{trial}", SEEDS[0])
        stop = kill_at(unit, case, draw.randint(before + 1, last - 1))
        at.append(stop)
        inside += before < stop < last
        unit.must("run", str(case))
        equal += picture_of(unit, case) == expected and unit.call("verify", str(case)).returncode == 0
    figure = f"{equal} of {KILLS} equal and verified; killed at commits {at} of {before}..{last}; {inside} inside"
    yield Line(
        "kill -9 at a drawn commit", figure, f"all equal, at least {INSIDE} inside", equal == KILLS and inside >= INSIDE
    )
