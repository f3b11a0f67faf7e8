# SPDX-License-Identifier: Apache-2.0
"""What the demonstration says at its end, and that it is written for people."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tools.show.line import ROOT, Line
from tools.unit import NOW, SULUH

MISSING = re.compile(r"^\W*Missing, ([^:]+):.* Next: suluh ", re.MULTILINE)
MINOR = re.compile(r"\b\w+_minor\b|\b\d{6,}00\b")
"""Hundredths of rupiah as a bare number; for people thousands are set apart."""

NOUGHT = re.compile(r"\b0[.,]00 ?%")
SHOWN = ("network", "leads", "deals", "offers", "payments", "sources", "unseen")


def demo(folder: Path) -> Iterator[Line]:
    """Run the demonstration without its desk, and show its lists as tables."""
    said, code = _said("demo", str(folder / "demo"), "--no-desk", home=folder / "demo" / "unit")
    named = MISSING.findall(said)
    yield Line("suluh demo --no-desk", f"exit {code}", "exit 0", code == 0)
    figure = f"{len(named)} named, each with its command"
    yield Line("what is missing at the end of the demonstration", figure, "at least 1", bool(named))
    case, text = str(folder / "demo" / "case"), said
    for what in SHOWN:
        shown, code = _said("show", case, what, "--purpose", "looking", home=folder / "demo" / "unit")
        text += shown if code == 0 else f"\n{what} could not be shown: 99999900 and 0.00 %"
    minor, nought = MINOR.findall(text), NOUGHT.findall(text)
    yield Line(
        "minor units in what it says and in its tables", "; ".join((str(len(minor)), *minor[:3])), "0", not minor
    )
    yield Line('"0.00 %" in the same', str(len(nought)), "0", not nought)


def _said(*words: str, home: Path) -> tuple[str, int]:
    """What a command of the demonstration's own officer prints, unbroken by the width of a terminal."""
    ours = {"SULUH_HOME": str(home), "SULUH_ACTOR": "DEMO", "SULUH_PASSPHRASE": "only for the demonstration"}
    wide = os.environ | ours | {"COLUMNS": "100000", "SULUH_NOW": NOW}
    done = subprocess.run([SULUH, *words], cwd=ROOT, env=wide, capture_output=True, check=False, text=True)
    return done.stdout + done.stderr, done.returncode
