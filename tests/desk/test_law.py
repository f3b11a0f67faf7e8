# SPDX-License-Identifier: Apache-2.0
"""Law at the command line and on the desk: imported, checked by two, shown with the day that it is."""

import json
from pathlib import Path

import pytest

from suluh.case.case import Case

PAPER = ("--kind", "Sprindik", "--number", "7", "--date", "2026-01-02")


@pytest.fixture
def case(copied_case: Case) -> Path:
    made = copied_case
    made.close()
    return made.folder.path


def duty(suluh, case: Path, row: str) -> dict[str, object]:
    lines = suluh("show", case, "duties", "--json").out.splitlines()
    return next(one for one in map(json.loads, lines) if one["row"] == row)


def test_a_list_is_imported_and_what_changed_is_named(suluh, case, tmp_path):
    first = suluh("law", case, "import")
    own = tmp_path / "law.csv"
    own.write_text(
        "id,law,article,kind,duty_en,duty_id,start,length,unit,proof,mark\n"
        "kuhap-60-1,KUHAP,60(1),duty,Send,Kirim,paper:Sprindik,3,days,paper:SPDP,R\n",
        "utf-8",
    )
    second = suluh("law", case, "import", own)

    assert first.code == 0
    assert first.out.startswith("New: kuhap-60-1, ")
    assert "0 rows were there already; 41 of 41 wait for two officers" in first.out
    assert "Changed: kuhap-60-1.\nNot in the list: ite, " in second.out


def test_the_unit_s_own_list_goes_before_the_one_that_comes_along(suluh, case, tmp_path):
    (tmp_path / "home" / "law.csv").write_text(
        "id,law,article,kind,duty_en,duty_id,mark\na-1,UU,1,offence,x,x,?\n", "utf-8"
    )

    assert suluh("law", case, "import").out.startswith("New: a-1.\n")


def test_a_row_counts_once_two_officers_checked_it(suluh, case):
    suluh("law", case, "import")
    suluh("paper", case, "add", *PAPER)
    assert duty(suluh, case, "kuhap-60-1")["state"] == "grey"

    done = suluh("law", case, "check", "kuhap-60-1", "--source", "Lembaran Negara")
    again = suluh("law", case, "check", "kuhap-60-1", "--source", "Lembaran Negara")

    assert done.out == "Checked kuhap-60-1 as it stands: another officer has to check it too.\n"
    assert (again.code, "another officer checks it now" in again.err) == (2, True)
    assert suluh("law", case, "check", "kuhap-60-1").code == 2
    assert suluh("law", case, "check", "kuhap-61", "--source", "x").code != 0


def test_today_is_what_the_clock_of_the_case_says(suluh, case, monkeypatch):
    suluh("law", case, "import")
    suluh("paper", case, "add", *PAPER)
    left = []
    for day in ("2026-01-05", "2026-01-12"):
        monkeypatch.setenv("SULUH_NOW", f"{day}T23:30:00+07:00")
        left.append(duty(suluh, case, "kuhap-60-1")["left_days"])

    assert left == [4, -3]


def test_a_list_that_is_not_there_is_said(suluh, case, tmp_path):
    done = suluh("law", case, "import", tmp_path / "tidak.csv")

    assert (done.code, "there is no list" in done.err) == (2, True)


def test_registers_and_reminders_are_written(suluh, case, tmp_path):
    suluh("paper", case, "add", "--kind", "surat", "--number", "B/7", "--date", "2026-01-02")
    letter = ("--to", "Bank Contoh", "--kind", "bank", "--paper", "paper-1", "--sent", "2026-01-02")
    suluh("letter", case, "new", *letter)

    done = suluh("letter", case, "write", tmp_path / "surat.xlsx")
    asked = suluh("request", case, "write", tmp_path / "petunjuk.xlsx")
    reminder = suluh("letter", case, "remind", "letter-1", tmp_path / "pengingat.docx", "--purpose", "surat kedua")

    assert (done.code, asked.code, reminder.code) == (0, 0, 0)
    assert len(done.out.splitlines()) == 3
    assert (tmp_path / "pengingat.docx").read_bytes()[:2] == b"PK"
