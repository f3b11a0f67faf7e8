# SPDX-License-Identifier: Apache-2.0
"""Where nothing in an export tells day from month, the other exports of its folder do, if they are of one setting."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Message
from suluh.readers.claim import claimants

OPEN = "6/2/25, 12:43 PM - Ani: p\n6/2/25, 1:03 PM - Budi: oke\n6/3/25, 1:10 PM - Ani: sip\n"
MONTH_FIRST = "1/31/25, 9:00 PM - Ani: halo\n2/1/25, 9:10 PM - Budi: ya\n"
DAY_FIRST = "31/1/25, 9:00 PM - Ani: halo\n1/2/25, 9:10 PM - Budi: ya\n"


def read(folder: Path, text: str, **others: str) -> tuple[list[str | None], list[str]]:
    """The times of an export among others of its folder, and its flaws."""
    (folder / "WhatsApp Chat with Budi.txt").write_text(text)
    for name, other in others.items():
        (folder / f"WhatsApp Chat with {name}.txt").write_text(other)
    source = FolderSource(folder, "WhatsApp Chat with Budi.txt")
    [(reader, _)] = claimants(source)
    records = list(reader.read(source))
    return (
        [one.sent.local for one in records if isinstance(one, Message)],
        [one.reason for one in records if isinstance(one, Flaw)],
    )


@pytest.mark.parametrize(("other", "first"), [(MONTH_FIRST, "2025-06-02T12:43"), (DAY_FIRST, "2025-02-06T12:43")])
def test_another_export_of_the_same_setting_decides_and_it_is_told(other: str, first: str, tmp_path: Path) -> None:
    times, flaws = read(tmp_path, OPEN, Citra=other)

    assert times[0] == first
    assert [one.partition(": ")[0] for one in flaws] == ["3 lines from 1 to 3"]
    assert "read as other exports of this folder" in flaws[0]


@pytest.mark.parametrize(
    "others",
    [
        {"Citra": MONTH_FIRST, "Dewi": DAY_FIRST},
        {"Citra": MONTH_FIRST.replace("PM", "pm")},
        {"Citra": MONTH_FIRST.replace("2/1/25", "02/01/25")},
        {"Citra": MONTH_FIRST.replace(" PM", "")},
        {"Citra": MONTH_FIRST.replace("25,", "2025,")},
        {"Citra": MONTH_FIRST.replace("1/31/25", "1/2/25")},
        {},
    ],
    ids=["two say different things", "other letters", "other zeros", "no halves", "long years", "as open", "alone"],
)
def test_what_is_of_another_setting_or_not_sure_decides_nothing(others: dict[str, str], tmp_path: Path) -> None:
    times, flaws = read(tmp_path, OPEN, **others)

    assert times == [None, None, None]
    assert [one.partition(": ")[2][:15] for one in flaws] == ["nothing decides"]


def test_a_file_that_decides_for_itself_asks_no_other(tmp_path: Path) -> None:
    times, flaws = read(tmp_path, OPEN + "6/13/25, 1:10 PM - Ani: sip\n", Citra=DAY_FIRST)

    assert times[0] == "2025-06-02T12:43"
    assert flaws == []


def test_an_order_in_which_time_would_run_back_is_not_taken(tmp_path: Path) -> None:
    times, _ = read(
        tmp_path, "5/6/25, 1:00 PM - Ani: a\n6/5/25, 1:00 PM - Budi: b\n5/7/25, 1:00 PM - Ani: c\n", C=DAY_FIRST
    )

    assert times[0] is None


def test_a_file_that_is_no_export_by_its_name_is_not_asked(tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text(MONTH_FIRST)

    times, _ = read(tmp_path, OPEN)

    assert times == [None, None, None]
