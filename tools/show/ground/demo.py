# SPDX-License-Identifier: Apache-2.0
"""What the demonstration says at its end, and that it is written for people."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tools.show.line import ROOT, Line
from tools.unit import NOW, SULUH

from suluh.case.gate.viewer import views

MISSING = re.compile(r"^\W*Missing, ([^:]+):.* Next: suluh ", re.MULTILINE)
MINOR = re.compile(r'"\w+_minor":(\d{6,})\b')
"""A sum in hundredths, as JSON gives it."""

BARE = re.compile(r"(?<![\w.,])\d{6,}(?!\w|[.,]\d)")
"""A number without digits behind a sign."""

NOUGHT = re.compile(r"\b0[.,]00 ?%")
IN_MINOR = ("deals", "network", "payments")


def demo(folder: Path) -> Iterator[Line]:
    """Run the demonstration without its desk, and show its lists as tables."""
    home = folder / "demo" / "unit"
    said, code = _said("demo", str(folder / "demo"), "--no-desk", home=home)
    named = MISSING.findall(said)
    yield Line("suluh demo --no-desk", f"exit {code}", "exit 0", code == 0)
    figure = f"{len(named)} named, each with its command"
    yield Line("what is missing at the end of the demonstration", figure, "at least 1", bool(named))
    case, text = str(folder / "demo" / "case"), said
    for what in views():
        shown, code = _said(*_shown(case, what), home=home)
        text += shown if code == 0 else f"\n{what} could not be shown: 0.00 %"
    held = {one for what in IN_MINOR for one in MINOR.findall(_said(*_shown(case, what), "--json", home=home)[0])}
    minor, nought = sorted(held & set(BARE.findall(text))), NOUGHT.findall(text)
    figure = "; ".join((f"{len(minor)} of {len(held)} sums", *minor[:3]))
    yield Line("sums in minor units in what it says and in its tables", figure, "0 of some", bool(held and not minor))
    yield Line('"0.00 %" in the same', str(len(nought)), "0", not nought)


def _shown(case: str, what: str) -> tuple[str, ...]:
    return "show", case, what, "--purpose", "looking"


def _said(*words: str, home: Path) -> tuple[str, int]:
    """What a command of the demonstration's own officer prints, unbroken by the width of a terminal."""
    ours = {"SULUH_HOME": str(home), "SULUH_ACTOR": "DEMO", "SULUH_PASSPHRASE": "only for the demonstration"}
    wide = os.environ | ours | {"COLUMNS": "100000", "SULUH_NOW": NOW}
    done = subprocess.run([SULUH, *words], cwd=ROOT, env=wide, capture_output=True, check=False, text=True)
    return done.stdout + done.stderr, done.returncode
