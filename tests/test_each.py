# SPDX-License-Identifier: Apache-2.0
"""Cases that are asked in one test are all asked, and each that does not hold is named."""

import pytest
from tests.each import each


def test_every_case_is_asked_and_each_that_does_not_hold_is_named() -> None:
    asked = []

    @each("one, other", [(1, 1), (1, 2), (3, 3), (4, 3)])
    def same(seen: list[int], one: int, other: int) -> None:
        seen.append(one)
        assert one == other

    with pytest.raises(ExceptionGroup, match=r"2 of 4 cases: 1: \(1, 2\); 3: \(4, 3\)") as told:
        same(seen=asked)

    assert asked == [1, 1, 3, 4]
    assert [type(one) for one in told.value.exceptions] == [AssertionError, AssertionError]


def test_what_a_case_raises_is_told_and_stops_no_other() -> None:
    @each("one", [0, 1, 2], lambda one: f"number {one}")
    def divided(one: int) -> None:
        assert 2 % one == 0

    with pytest.raises(ExceptionGroup, match=r"1 of 3 cases: 0: number 0") as told:
        divided()

    assert told.value.exceptions[0].__notes__ == ["in case 0: number 0"]


def test_a_case_in_which_nothing_was_raised_or_that_was_skipped_hides_no_other() -> None:
    @each("one", [0, 1, 2])
    def raised(one: int) -> None:
        if one == 2:
            pytest.skip("not here")
        with pytest.raises(ZeroDivisionError):
            one / one

    with pytest.raises(ExceptionGroup, match=r"2 of 3 cases: 1: 1; 2: 2") as told:
        raised()

    assert [str(one).partition(":")[0] for one in told.value.exceptions] == ["Failed", "Skipped"]


def test_no_case_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot fail"):
        each("one", [])


@each("one", ["a", "b"])
def test_a_test_of_cases_has_its_fixtures(tmp_path_factory: pytest.TempPathFactory, one: str) -> None:
    assert tmp_path_factory.getbasetemp().is_dir()
    assert one in "ab"
