# SPDX-License-Identifier: Apache-2.0
"""Deals in made-up worlds that no figure was tuned on: bench/deals.py prints the same over more of them."""

import pytest
from bench.deals import Figures, made_up, score


@pytest.mark.parametrize("dated", [True, False], ids=["times", "days only"])
def test_made_up_worlds_are_read_better_than_first_in_time(*, dated: bool) -> None:
    figures = Figures()
    for seed in (301, 302):
        facts = made_up(seed, deals=120, days=60, dated=dated)
        score(facts, facts.deals(), figures)

    assert figures.recorded_right / figures.recorded >= 0.95
    assert figures.f1 >= figures.plain_f1 + 0.05
    assert figures.edges_right / figures.edges_shown >= 0.95
    assert figures.items_wrong / figures.items <= 0.08


def test_no_two_deals_share_their_first_message() -> None:
    """A deal bears the id of its first message, and a second deal of that id would be left out."""
    ids = [one.id for one in made_up(303, deals=120, days=60).deals()]

    assert len(ids) > 80
    assert len(set(ids)) == len(ids)
