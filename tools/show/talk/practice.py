# SPDX-License-Identifier: Apache-2.0
"""The practice bench by other authors, where nobody states whose device an exhibit is.

It lies beside the project and is none of it; ``PRACTICE`` names a case of it that is made already, and
``PRACTICE_PYTHON`` a Python with what it needs to make one.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.show.ground.sizes import sized
from tools.show.line import ROOT, Line

BENCH = ROOT.parent / "shared" / "practice"
WHOLE, SMALL = (7, 60, 6000), (1, 12, 600)
"""Seed, buyers and files of a case."""

_ROW = re.compile(r"^(?P<key>[a-z_0-9]+)\s+(?P<value>[\d.]+)  (?P<note>.*)$", re.MULTILINE)
_PIECES = re.compile(r"(\d+) of \d+ in pieces, (\d+) with messages of another")


def practice(folder: Path) -> Iterator[Line]:
    """What is known of senders and conversations with own accounts not stated."""
    made = Path(os.environ["PRACTICE"]) if os.environ.get("PRACTICE") else folder / "made"
    if not BENCH.is_dir():
        yield Line("the practice bench", "not beside the project", "its scores", is_met=False)
        return
    if not made.is_dir():
        _make(made)
    yield from lines(_scores(made, folder))


def lines(found: Mapping[str, tuple[float, str]]) -> Iterator[Line]:
    """One line a score; one that is missing falls short."""
    none = (-1.0, "not measured")
    for key, what, least in (
        ("sender_known", "sender known, own accounts not stated", 0.98),
        ("conversation_kind_right", "kind of conversation right", 0.98),
    ):
        value, note = found.get(key, none)
        yield Line(f"practice bench: {what}", f"{value:.3f} ({note})", f"at least {least}", value >= least)
    wrong, note = found.get("wrong_sender", none)
    yield Line("practice bench: wrong senders", f"{wrong:.0f} ({note})", "0", wrong == 0)
    told = _PIECES.search(found.get("conversation_errors", none)[1])
    pieces, mixed = (told[1], told[2]) if told else ("not measured", "not measured")
    yield Line("practice bench: conversations in pieces", pieces, "0", pieces == "0")
    yield Line("practice bench: conversations with messages of another", mixed, "0", mixed == "0")


def _make(made: Path) -> None:
    seed, buyers, files = WHOLE if sized(1, 0) else SMALL
    words = [str(made), "--seed", str(seed), "--buyers", str(buyers), "--files", str(files)]
    python = os.environ.get("PRACTICE_PYTHON") or sys.executable
    subprocess.run([python, str(BENCH / "make_case.py"), *words], check=True, capture_output=True)


def _scores(made: Path, folder: Path) -> dict[str, tuple[float, str]]:
    """Take a case through the line as the bench does, and read what its scorer prints."""
    suluh = Path(sys.executable).with_name("suluh")
    given = {**os.environ, "STATED": "0", "SULUH_HOME": str(folder / "unit"), "HOME": str(folder)}
    work = folder / "work"
    command = ["bash", str(BENCH / "work_case.sh"), str(suluh), str(made), str(work)]
    subprocess.run(command, env=given, check=True, capture_output=True)
    score = [sys.executable, str(BENCH / "score.py"), str(work / "json"), str(made / "truth")]
    printed = subprocess.run(score, capture_output=True, text=True, check=False).stdout
    return read(printed)


def read(printed: str) -> dict[str, tuple[float, str]]:
    """Each score with its note; one that is none is left out."""
    return {row["key"]: (float(row["value"]), row["note"]) for row in _ROW.finditer(printed)}
