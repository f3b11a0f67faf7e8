# SPDX-License-Identifier: Apache-2.0
"""The known figures are what was counted, each with its interval, goal and command."""

import re
from pathlib import Path

import pytest
from tools.validation.__main__ import SHIPPED, counted, judged, text
from tools.validation.count import Count, figure
from tools.validation.rows import NONE, ROWS

from suluh.referral.papers.known import known, raw

ROOT = Path(__file__).parents[2]
NEEDED = ("exact", "near", "pdq", "statements", "chats", "deals", "persons", "sources", "floor", "custody", "hostile")


def test_the_file_is_what_was_counted() -> None:
    assert raw() == SHIPPED.read_bytes() == text(counted()), "run `make validation`"


@pytest.mark.parametrize("function", NEEDED)
def test_every_function_has_a_known_figure(function: str) -> None:
    assert [one for one in known() if one.name.startswith(function)]


def test_every_row_says_everything_about_itself() -> None:
    for one in known():
        assert one.made_up
        assert one.size > 0
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", one.date)
        assert float(one.low) <= float(one.high) <= 100
        assert one.function.id != one.function.en
        assert one.set.id != one.set.en


def test_every_command_is_one_of_the_makefile() -> None:
    names = {row.name for row in ROWS}

    assert re.search(r"^validation:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert {one.command for one in known()} == {f"make validation ONLY={name}" for name in names}


def test_a_mean_of_nine_writers_has_the_interval_of_student() -> None:
    """Mean 50, deviation 5: 2.306 times 5/3 on either side."""
    found = figure(Count(shares=(50, 50, 50, 50, 50, 45, 55, 41, 59)))

    assert found.text == "50 %"
    assert (found.low, found.high) == ("46", "54")


def test_goals_are_least_most_none_or_only_reported() -> None:
    assert judged(1000, 999.9) == ("100 %", False)
    assert judged(NONE, 0.1) == ("0", False)
    assert judged(150, 150) == ("<= 15 %", True)
    assert judged(950, 949) == (">= 95 %", False)
    assert judged(None, 0) == ("-", True)


def test_rows_of_the_accuracy_page_are_those_of_the_page() -> None:
    named = {row.name: row.measure for row in ROWS if row.name.startswith(("deals", "items", "money", "edges"))}
    now = {name: (one.right, one.of, one.shares) for name, measure in named.items() if (one := measure())}
    kept = {name: (one.count.right, one.count.of, one.count.shares) for name, one in counted().items() if name in named}

    assert now == kept, f"run `make validation ONLY='{' '.join(sorted(named))}'`"
    assert len(now) > 5
