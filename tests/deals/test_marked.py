# SPDX-License-Identifier: Apache-2.0
"""Rows that are chosen from one table of marks are learned from as if a table had been made of them alone."""

from random import Random

import numpy as np
from training.logit import fitted, marked

DICE = Random(7)  # noqa: S311 # made-up marks, drawn again alike
ROWS = [{name: DICE.gauss(0, 1) for name in "abc" if DICE.random() < 0.7} for _ in range(200)]
CHOSEN = np.array([number % 3 > 0 for number in range(len(ROWS))])
ALONE = [one for one, there in zip(ROWS, CHOSEN, strict=True) if there]


def test_chosen_rows_have_the_values_bounds_and_weights_of_a_table_of_their_own() -> None:
    rows = [one | ({"d": 1.0} if not there else {}) for one, there in zip(ROWS, CHOSEN, strict=True)]
    right = np.array([one.get("a", 0.0) > 0 for one in ALONE])

    its, own = marked(rows).of(CHOSEN), marked(ALONE)

    assert its.names == own.names == ("a", "b", "c")
    assert its.bounds() == own.bounds()
    weights = [fitted(one.bounded(one.bounds()), right, 1.0) for one in (its, own)]
    assert weights[0] == weights[1]
    assert weights[0]["a"] > 1_000


def test_a_mark_that_a_row_does_not_bear_is_none_of_its_values() -> None:
    table = marked([{"a": value / 10} for value in range(10, 110)] + [{}] * 100)

    [(least, most)] = table.bounds().values()

    assert (least, most) == (1_099, 10_802)
    assert table.bounded({"a": (2_000, 3_000)}).values[-1, 0] == 0


def test_of_no_row_nothing_is_learned() -> None:
    assert fitted(marked([]), np.array([], dtype=bool), 1.0) == {}
