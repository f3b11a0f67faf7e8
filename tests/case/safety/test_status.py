# SPDX-License-Identifier: Apache-2.0
"""How a case is kept is read off its ledger."""

from datetime import UTC, datetime, timedelta

from tests.custody.every_noun import ENTRIES

from suluh.case.safety.backup import back_up
from suluh.case.safety.status import kept

LATER = datetime(2026, 1, 12, 3, 4, 5, tzinfo=UTC)


def test_a_case_without_a_backup_says_so(case):
    found = kept(case, LATER)

    assert found.backup is None
    assert (found.checkpoint.entries, found.checkpoint.days) == (ENTRIES, 9)


def test_the_last_backup_and_what_came_after_are_counted(case, tmp_path):
    back_up(case, tmp_path / "backups")
    made = back_up(case, tmp_path / "backups")

    found = kept(case, LATER)

    assert (found.backup.entries, found.backup.behind, found.backup.days) == (made.entries, 1, 9)
    assert (found.checkpoint.entries, found.checkpoint.behind) == (made.entries, 1)


def test_a_clock_that_was_set_back_makes_no_negative_days(case, tmp_path):
    back_up(case, tmp_path / "backups")

    assert kept(case, LATER - timedelta(days=400)).backup.days == 0
