# SPDX-License-Identifier: Apache-2.0
"""How a case is kept: backups, removal by law, the trial of a machine, and the documentation beside it."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench import backup as large
from tools.show.ground.sizes import sized
from tools.show.line import Line
from tools.show.samples import _pytest
from tools.site.build import build
from tools.site.links import broken

ROOT = Path(__file__).parent.parent.parent
MINUTES = 10
LARGE, FLIPS = 2_048, 20
"""MiB of a case, and bytes of its backup that are changed."""


def backup(_: Path) -> Iterator[Line]:
    """A backup while others work, what it gives away, and what comes back."""
    said = "backups while others write come back equal, each changed byte is found, nothing is read without a key"
    yield from _pytest(said, "tests/custody/test_backup.py", "tests/case/safety", "tests/desk/test_backup.py")
    mebibytes, flips = sized(LARGE, 20), sized(FLIPS, 3)
    found = large.measure(mebibytes, flips)
    figure = f"{found.size / 1e9:.2f} GB in {found.seconds:.0f} s, {found.later} entries came meanwhile; restored in "
    figure += f"{found.restored:.0f} s, {'equal' if found.is_equal else 'otherwise'}; {found.missed} of {flips} missed"
    is_met = found.is_equal and not found.missed and found.size >= mebibytes << 20 and found.later > 0
    yield Line(f"a backup of {mebibytes:,} MiB while another writes", figure, "equal, 0 missed", is_met)


def removal(_: Path) -> Iterator[Line]:
    """Rows that a document orders to be removed, and what a case is without an exhibit."""
    yield from _pytest(
        "200 canaries of removed rows in no byte; `verify` names the document; the rest is as if it had never been",
        *("tests/case/test_removal.py", "tests/custody/test_tamper_removal.py", "tests/desk/test_remove.py"),
    )
    yield from _pytest(
        "`without` equals a case built without the exhibits", "tests/case/test_without.py", "tests/desk/test_without.py"
    )


def trial(folder: Path) -> Iterator[Line]:
    """`suluh check` on this machine, and each of its parts with a planted fault."""
    words = [str(Path(sys.executable).parent / "suluh"), "check", "--disk", str(folder)]
    began = time.monotonic()
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    minutes = (time.monotonic() - began) / 60
    figure = f"{minutes:.1f} min, exit {done.returncode}"
    is_met = minutes <= MINUTES and done.returncode == 0
    yield Line("`suluh check` on this machine", figure, f"{MINUTES} min, exit 0", is_met)
    yield from _pytest("a planted fault of each part is named by it", "tests/trial", "tests/desk/test_check.py")


def site(folder: Path) -> Iterator[Line]:
    """The documentation as pages."""
    pages = build(ROOT, folder / "site")
    faults = list(broken(folder / "site"))
    yield Line("links of the documentation that lead nowhere", f"{len(faults)} in {len(pages)} pages", "0", not faults)
    yield from _pytest("every command and text in it, search from the file system", "tests/test_site.py")
