# SPDX-License-Identifier: Apache-2.0
"""`suluh stats` counts over cases, hides small numbers outside the unit, and says what every figure means."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from suluh.case.case import Case


@pytest.fixture
def cases(copied_case: Case) -> Path:
    made = copied_case
    made.close()
    return made.folder.path.parent


def rows(book: Path, sheet: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(book)[sheet].iter_rows(min_row=2, values_only=True))


def test_outside_the_unit_a_small_number_is_hidden_and_within_it_is_not(suluh, cases, tmp_path):
    assert suluh("stats", cases, tmp_path / "out").code == 0
    assert suluh("stats", cases, tmp_path / "in", "--inside").code == 0

    assert ("Perkara / Cases", "2026", "jumlah / total", "<10") in rows(tmp_path / "out" / "statistics.xlsx", "tahun")
    assert ("Perkara / Cases", "2026", "jumlah / total", 1) in rows(tmp_path / "in" / "statistics.xlsx", "tahun")
    assert len(rows(tmp_path / "out" / "statistics.xlsx", "definisi")) > 10


def test_the_same_cases_give_the_same_tables_again(suluh, cases, tmp_path):
    for name in ("one", "two"):
        assert suluh("stats", cases, tmp_path / name).code == 0

    one, two = ((tmp_path / name / "statistics.xlsx").read_bytes() for name in ("one", "two"))
    assert one == two


def test_a_case_that_lies_there_twice_is_not_counted_twice(suluh, cases, tmp_path):
    shutil.copytree(cases / "case", cases / "copy")

    done = suluh("stats", cases, tmp_path / "out")

    assert done.code == 2
    assert "hold the same case" in done.err


def test_a_case_without_its_province_is_counted_as_not_stated(suluh, cases, tmp_path):
    (tmp_path / "provinces.csv").write_text("case,province\nLP/1/2026\n", "utf-8")

    assert suluh("stats", cases, tmp_path / "in", "--inside", "--provinces", tmp_path / "provinces.csv").code == 0
    told = rows(tmp_path / "in" / "statistics.xlsx", "provinsi")
    assert ("Perkara / Cases", "2026", "tidak dinyatakan / not stated", 1) in told


def test_a_folder_without_cases_is_said(suluh, tmp_path):
    done = suluh("stats", tmp_path, tmp_path / "out")

    assert done.code == 2
    assert "no case lies in" in done.err
