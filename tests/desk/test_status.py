# SPDX-License-Identifier: Apache-2.0
"""`suluh status`, and what the first page says of how a case is kept."""

import json

import pytest


@pytest.fixture
def fresh(suluh, tmp_path):
    assert suluh("new", tmp_path / "case", "--number", "LP/1/2026", "--unit", "Unit PPA").code == 0
    return tmp_path / "case"


def test_a_new_case_has_no_backup_and_no_checkpoint(suluh, fresh):
    done = suluh("status", fresh)

    assert done.code == 0
    assert "Case LP/1/2026, Unit PPA." in done.out
    assert "Decisions that wait: 0." in done.out
    assert "Last backup: none yet (suluh backup CASE DIR)." in done.out
    assert "Newest checkpoint: none yet" in done.out


def test_days_are_counted_from_the_entry(suluh, fresh, tmp_path, monkeypatch):
    suluh("backup", fresh, tmp_path / "backups")
    monkeypatch.setenv("SULUH_NOW", "2026-01-15T17:00:00+07:00")

    assert "Last backup: 10 days ago (2026-01-05T09:00:00Z), over entry 1; 1 came after." in suluh("status", fresh).out
    row = json.loads(suluh("status", fresh, "--json").out)
    assert (row["number"], row["backup_days"], row["backup_behind"], row["checkpoint_entries"]) == (
        "LP/1/2026",
        10,
        1,
        1,
    )
    assert row["volume"] in {"encrypted", "plain", "unknown"}


@pytest.mark.parametrize(
    ("code", "said"),
    [("en", "No backup of this case was entered yet"), ("id", "Belum ada cadangan perkara ini yang dicatat")],
)
def test_the_first_page_says_on_top_that_a_backup_is_due(desk, code, said):
    text = desk.enter().get(f"/{code}/").text

    assert said in text.partition('class="warn"')[2].partition("</ul>")[0]
    assert 'id="kept"' in text
