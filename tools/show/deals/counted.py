# SPDX-License-Identifier: Apache-2.0
"""What deals rest on, counted: reasons followed to the input, chance, decisions taken back, and the line at size."""

import re
from collections.abc import Iterator
from pathlib import Path

from bench.trade import measure
from tools.show.ground.benches import printed
from tools.show.ground.held import held
from tools.show.ground.sizes import sized
from tools.show.line import Line

DRAWN, FEW = 1_000, 100
SEQUENCES, FEW_SEQUENCES = 10_000, 500
MANY, SOME = 2_000_000, 50_000
MINUTES, START, MEMORY = 120.0, 15.0, 1_536.0
"""Seconds for two million messages on two cores, what starting costs beside a small case, and MiB at most."""

_FOLLOWED = re.compile(r"^([\d,]+) reasons of ([\d,]+) deals and links: (\d+) without", re.MULTILINE)
_BACK = re.compile(r"^(\d+) sequences from seed \d+: (\d+) left something behind", re.MULTILINE)


def terms(_: Path) -> Iterator[Line]:
    """Every reason of drawn deals and links."""
    count = sized(DRAWN, FEW)
    out = printed("bench.terms", str(count))
    found = _FOLLOWED.search(out)
    figure = f"{found[1]} reasons of {found[2]}: {found[3]} lead nowhere" if found else out[-300:]
    is_met = found is not None and int(found[2].replace(",", "")) == count and found[3] == "0"
    yield Line(f"reasons of {count:,} deals and links followed to input lines", figure, "0 lead nowhere", is_met)


def chance(_: Path) -> Iterator[Line]:
    """Chance on ledgers that can be counted by hand."""
    yield held("chance equals a count by hand on ten ledgers", "tests/deals/test_chance_by_hand.py")


def back(_: Path) -> Iterator[Line]:
    """Decisions taken back."""
    count = sized(SEQUENCES, FEW_SEQUENCES)
    out = printed("bench.decisions", str(count))
    found = _BACK.search(out)
    figure = f"{found[2]} of {found[1]} left something behind" if found else out[-300:]
    is_met = found is not None and (int(found[1]), found[2]) == (count, "0")
    yield Line("random sequences of decisions, all taken back", figure, f"0 of {count}", is_met)


def size(_: Path) -> Iterator[Line]:
    """From messages to leads."""
    count = sized(MANY, SOME)
    made = measure(count)
    goal = MINUTES * count / MANY + (START if count < MANY else 0)
    what = f"from messages to leads, {made.messages:,} messages, {made.deals:,} deals, {made.lines:,} booked lines"
    cpu = sum(cpu for _, cpu in made.took.values())
    figure = f"{made.seconds:.1f} s, {cpu:.1f} s of a processor"
    yield Line(what, figure, f"{goal:.0f} s on two cores", made.seconds <= goal)
    yield Line("memory of it", f"{made.memory:,.0f} MiB", f"{MEMORY:,.0f} MiB", made.memory <= MEMORY)
