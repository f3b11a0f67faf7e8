# SPDX-License-Identifier: Apache-2.0
"""Cases of the practice bench by other authors, which lies beside the project and is none of it.

``PRACTICE_PYTHON`` names a Python with what the bench needs to make a case and to score it.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.show.ground.sizes import sized
from tools.show.line import ROOT

BENCH = ROOT.parent / "shared" / "practice"
MEDIUM, SMALL = (60, 6000), (12, 600)
"""Buyers and files of a case."""

Scores = Mapping[str, tuple[float, str]]
NONE = (-1.0, "not measured")
_ROW = re.compile(r"^(?P<key>[a-z_0-9]+)\s+(?P<value>inf|[\d.]+)  (?P<note>.*)$", re.MULTILINE)


def made(folder: Path, seed: int) -> Path:
    """A case of a seed: the medium one, or with QUICK=1 the small one."""
    buyers, files = (MEDIUM, SMALL)[not sized(1, 0)]
    case = folder / f"made-{seed}"
    words = [str(case), "--seed", str(seed), "--buyers", str(buyers), "--files", str(files)]
    subprocess.run([_python(), str(BENCH / "make_case.py"), *words], check=True, capture_output=True)
    return case


def scores(case: Path, folder: Path, *, stated: bool) -> dict[str, tuple[float, str]]:
    """Take a case through the line as the bench does, and read what its scorer prints."""
    suluh, work = Path(sys.executable).with_name("suluh"), folder / f"work-{case.name}"
    own = {"STATED": str(int(stated)), "SULUH_HOME": f"{work}-unit", "HOME": str(folder)}
    command = ["bash", str(BENCH / "work_case.sh"), str(suluh), str(case), str(work)]
    subprocess.run(command, env={**os.environ, **own}, check=True, capture_output=True)
    score = [_python(), str(BENCH / "score.py"), str(work / "json"), str(case / "truth")]
    return read(subprocess.run(score, capture_output=True, text=True, check=False).stdout)


def read(printed: str) -> dict[str, tuple[float, str]]:
    """Each score with its note; one that is none is left out."""
    return {row["key"]: (float(row["value"]), row["note"]) for row in _ROW.finditer(printed)}


def _python() -> str:
    return os.environ.get("PRACTICE_PYTHON") or sys.executable
