# SPDX-License-Identifier: Apache-2.0
"""What a step of the whole case does besides its work."""

import gc
from collections.abc import Iterator

import pytest

from suluh.case.line.inputs import Inputs
from suluh.case.line.step import Derived
from suluh.model.body import Noun
from suluh.model.deeds import steps
from suluh.store.rows import Rows


def test_nobody_looks_for_circles_while_a_step_works_and_afterwards_somebody_does() -> None:
    looked: list[bool] = []

    def work(_: Inputs) -> Iterator[Noun]:
        looked.append(gc.isenabled())
        yield from ()
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 # raised above
        list(Derived(steps.JOIN, (), work).found(Inputs(Rows(None), None)))  # type: ignore[arg-type] # never asked

    assert looked == [False]
    assert gc.isenabled()
