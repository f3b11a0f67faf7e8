# SPDX-License-Identifier: Apache-2.0
"""A case is verified while an honest run goes on in it, and never called broken."""

from pathlib import Path

from tests.forked_unit import ForkedUnit
from tools.during import during

NUMBER = 10
FILES = 300


def test_no_verification_during_a_run_is_a_false_alarm(tmp_path: Path) -> None:
    tree, unit, case = tmp_path / "phone", ForkedUnit(tmp_path / "home"), tmp_path / "case"
    tree.mkdir()
    for number in range(FILES):
        (tree / f"{number:05}.txt").write_text(f"catatan {number}\n", "utf-8")
    unit.new(case)
    unit.must("add", str(case), str(tree), "--label", "B-1", "--authority", "PEN-1")

    looks = list(during(unit, case, NUMBER))

    assert [one.alarm for one in looks] == [""] * NUMBER
    assert len({one.entries for one in looks}) > 1
