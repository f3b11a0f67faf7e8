# SPDX-License-Identifier: Apache-2.0
"""Deals on talk of strangers: the figures that `make accuracy` wrote last, and of which weights they are."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.show.line import ROOT, Line
from training.corpus import digest

from suluh.deals.judge.judge import judge
from suluh.deals.judge.kinds import kinds
from suluh.deals.money.signs import weights as tied
from suluh.deals.reading.model import load

PAGE = ROOT / "docs" / "accuracy.md"
NUMBER = re.compile(r"\d+\.\d+|\d+")

HOLDS = (
    ("deals F1", 0, 0.62, True),
    ("recorded deals that are right", 3, 0.88, True),
    ("payable deals that are recorded", 4, 0.44, True),
    ("edges that are right", 8, 0.95, True),
    ("edges found", 9, 0.95, True),
    ("items wrong in all", 10, 0.08, False),
    ("money wrong in all", 11, 0.05, False),
    ("gap of the score (ECE)", 13, 0.05, False),
)
"""What is held: its place in the last row of the page, the goal, and whether more is better."""


def weights(_: Path) -> Iterator[Line]:
    """Whether the shipped weights were learned from the corpus that lies here."""
    heads = {"judge.json": judge().weights.head, "kind.json": kinds().weights.head, "tie.json": tied().head}
    heads |= {name: load(name).head for name in ("acts.tsv", "numbers.tsv")}
    for name, head in heads.items():
        known = head.get("corpus") == digest()
        yield Line(f"{name} names the corpus", "yes" if known else "no", "yes", known)


def figures(_: Path) -> Iterator[Line]:
    """The row of all writers; `make accuracy` measures it anew, in a quarter of an hour."""
    text = PAGE.read_text("utf-8")
    known = digest() in text
    yield Line("docs/accuracy.md is of this corpus", "yes" if known else "no", "yes", known)
    row = next(line for line in text.splitlines() if line.startswith("| all "))
    found = [float(one) for one in NUMBER.findall(row.replace("F1", ""))]
    for what, place, goal, more in HOLDS:
        is_met = found[place] >= goal if more else found[place] <= goal
        yield Line(what, f"{found[place]:g}", f"at {'least' if more else 'most'} {goal}", is_met)


def ordinary(_: Path) -> Iterator[Line]:
    """Deals said where nothing is traded."""
    told = re.search(r"([\d.]+) in 100 scripts; (\d+) of them `recorded`", PAGE.read_text("utf-8"))
    said, sure = (float(told[1]), int(told[2])) if told else (100.0, 1)
    yield Line("deals said in 100 scripts of ordinary life", f"{said:g}", "at most 3", said <= 3)  # noqa: PLR2004 # the goal
    yield Line("of them recorded", str(sure), "0", not sure)
