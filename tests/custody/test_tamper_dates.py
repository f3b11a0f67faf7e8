# SPDX-License-Identifier: Apache-2.0
"""Entries are dated in one form; clocks that were set back, or run ahead of who verifies, are said."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.custody.every_noun import ABSENT, NEXT

from suluh.case.folder import CaseFolder
from suluh.case.keep import Act, Pen, note
from suluh.case.verify.case import verify_case
from suluh.custody.entry import Entry
from suluh.custody.key import OfficerKey
from suluh.custody.verify import Stored, check_entries
from suluh.model.errors import BrokenCustody
from suluh.store.open import connect
from suluh.store.rows import Rows


def noted(folder: CaseFolder, key: OfficerKey, *moments: datetime) -> None:
    """Entries that say they were made then."""
    connection = connect(folder.file)
    log = Entry.read(Rows(connection).last_entry().body).log
    for moment in moments:
        note(connection, Pen(log, key, lambda moment=moment: moment, "suluh test"), Act("look", "x"))
    connection.close()


def test_a_clock_that_was_set_back_is_said(folder: CaseFolder, key: OfficerKey) -> None:
    noted(folder, key, datetime(2026, 1, 2, 3, 4, 6, tzinfo=UTC))

    assert "clock was set back" in verify_case(folder).remarks[0]


def test_a_clock_that_goes_on_by_less_than_a_second_was_not_set_back(folder: CaseFolder, key: OfficerKey) -> None:
    second = datetime(2026, 1, 3, tzinfo=UTC)
    noted(
        folder,
        key,
        second.replace(microsecond=7),
        second.replace(microsecond=123_000),
        second.replace(microsecond=999_999),
    )

    assert verify_case(folder).remarks == ABSENT


@pytest.mark.parametrize(("hours", "is_said"), [(-48, True), (-25, True), (-23, False), (24, False)])
def test_entries_that_are_dated_after_the_clock_of_who_verifies_are_said(
    folder: CaseFolder,
    key: OfficerKey,
    hours: int,
    is_said: bool,  # noqa: FBT001 # a parameter of the test
) -> None:
    moment = datetime(2027, 1, 3, tzinfo=UTC)
    noted(folder, key, moment, moment)

    remarks = [one for one in verify_case(folder, now=moment + timedelta(hours=hours)).remarks if one not in ABSENT]

    assert [one.startswith("2 entries are dated more than a day after") for one in remarks] == [True] * is_said
    assert all(f"the first is {NEXT}" in one for one in remarks)


@pytest.mark.parametrize(
    "written",
    [
        "2026-01-02T03:04:05+00:00",
        "2026-01-02T03:04:05",
        "2026-01-02T03:04:05.00Z",
        "2026-02-30T03:04:05Z",
        "\uff12026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.123456Z",
        "2026-01-02 03:04:05Z",
        "20260102T030405Z",
        "2026-13-02T03:04:05Z",
        "2026-01-02T10:04:05+07:00",
        "yesterday",
        "",
    ],
)
def test_an_entry_that_is_dated_in_another_form_is_named(key: OfficerKey, written: str) -> None:
    told = {"log": "a" * 26, "action": "new", "object": "1", "detail": key.public.admission(), "tool": "suluh"}
    entry = Entry(seq=1, prev="", at=written, actor=key.code, key=key.public.signing.hex(), **told)

    with pytest.raises(BrokenCustody, match="entry 1 was changed or forged") as caught:
        check_entries([Stored(1, entry.body(), entry.sign(key))], {key.code: key.public})

    assert caught.value.rule == 3
