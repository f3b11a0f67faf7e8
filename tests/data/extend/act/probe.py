# SPDX-License-Identifier: Apache-2.0
"""An act with a noun and a list of its own, entered by its command, listed, masked, verified."""

import os
import sys
from pathlib import Path

from tests.custody.every_noun import PASSPHRASE, officer, start

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.gate.viewer import Viewer
from suluh.case.verify.case import verify_case
from suluh.desk.main import main
from suluh.unit.folder import UnitFolder


def command(*words: str) -> int:
    """One command of the command line; its exit status."""
    try:
        main(words)
    except SystemExit as done:
        return int(done.code or 0)
    return 0


root = Path(sys.argv[1])
bag = root / "bag"
bag.mkdir(parents=True)
os.environ.update(SULUH_HOME=str(root / "unit"), SULUH_ACTOR="S-1", SULUH_PASSPHRASE=PASSPHRASE)
unit = UnitFolder(root / "unit")
case = start(root / "case", unit, officer(unit, "S-1"))
record_authority(case, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
add_exhibit(case, Bag(bag, "B-1", "P-1"))

assert command("remark", str(case.folder.path), "B-1", "segel rusak") == 0

viewer = Viewer(case)
[row] = viewer.list("remarks")
assert (row["exhibit"], row["by"], viewer.columns("remarks")) == ("B-1", "S-1", ("exhibit", "text"))
assert "segel rusak" not in str(row["text"])
assert next(Viewer(case, "reading").list("remarks"))["text"] == "segel rusak"
folder = case.folder
case.close()
verify_case(folder)
sys.stdout.write("worked\n")
