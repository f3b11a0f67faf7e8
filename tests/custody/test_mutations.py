# SPDX-License-Identifier: Apache-2.0
"""What is drawn to change a case at rest; `make tamper` and `bench/mutations.py` draw thousands of them."""

from collections.abc import Callable
from random import Random
from types import SimpleNamespace

import pytest
from bench import mutations as bench
from tests.custody import mutations
from tests.custody.mutations import IN_FILES, IN_TABLES, change, content

from suluh.case.folder import CaseFolder
from suluh.unit.folder import UnitFolder


def test_a_change_that_nobody_finds_is_told_with_its_number(
    folder: CaseFolder, unit: UnitFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = SimpleNamespace(remarks=())
    monkeypatch.setattr(bench, "verify_case", lambda *_, **__: silent)

    said = [bench.tried(((folder, unit),), number) for number in range(9)]

    assert any(one.startswith("MISSED: change ") for one in said)
    assert bench.FOUND not in said


def test_every_sort_of_change_is_drawn_and_changes_what_can_be_read(copy: Callable[[str], CaseFolder]) -> None:
    drawn: dict[str, bool] = {}
    whole = content(copy("whole"))
    for number in range(60):
        other = copy(f"other-{number}")
        sort = change(other, Random(number))  # noqa: S311 # a seed makes it run again
        if sort != "raw":
            drawn[sort] = drawn.get(sort, False) or content(other) != whole

    assert drawn == dict.fromkeys((IN_TABLES.keys() | IN_FILES.keys()) - {"raw"}, True)


def test_the_same_number_draws_the_same_change(copy: Callable[[str], CaseFolder]) -> None:
    one, other = copy("one"), copy("other")

    assert mutations.change(one, Random(3)) == mutations.change(other, Random(3))  # noqa: S311 # as above
    assert content(one) == content(other)
