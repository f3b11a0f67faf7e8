# SPDX-License-Identifier: Apache-2.0
"""A case that has an empty file, run with one more step: its row, its entry, its words, its sentence for the court."""

import sys
from pathlib import Path
from types import SimpleNamespace

from tests.custody.every_noun import officer, start

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.line.due import is_due
from suluh.case.line.run import run
from suluh.case.verify.case import verify_case
from suluh.case.views.flaws import Flaws
from suluh.desk.languages import Language
from suluh.referral.says.record import method
from suluh.unit.folder import UnitFolder

root = Path(sys.argv[1])
bag = root / "bag"
bag.mkdir(parents=True)
(bag / "kosong.txt").write_bytes(b"")
(bag / "isi.txt").write_bytes(b"isi")
unit = UnitFolder(root / "unit")
case = start(root / "case", unit, officer(unit, "S-1"))
record_authority(case, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
add_exhibit(case, Bag(bag, "B-1", "P-1"))

run(case, lambda _: None)

[row] = [row for row in Flaws().rows(case) if row["step"] == "hollow"]
assert row["path"] == "kosong.txt", row
assert [entry.rows for entry in case.book.standing.values() if entry.action == "hollow"] == [1]
assert not is_due(case)
assert Language("id").tell(str(row["reason"])) == "file ini tidak berisi apa pun"
assert Language("id").step("hollow") == "Pencatatan file kosong"
choice = SimpleNamespace(found=SimpleNamespace(steps=[("hollow", 1)]))
assert [line.indonesian for line in method(choice)] == ["Mencatat setiap file yang tidak berisi apa pun."]
folder = case.folder
case.close()
verify_case(folder)
sys.stdout.write("worked\n")
