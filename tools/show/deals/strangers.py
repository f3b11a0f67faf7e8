# SPDX-License-Identifier: Apache-2.0
"""Deals, persons, sources and leads on cases by other authors, on which nothing was fitted."""

from collections.abc import Iterator
from pathlib import Path

from tools.show import practised
from tools.show.ground.sizes import sized
from tools.show.line import Line
from tools.show.practised import NONE, Scores

SEEDS = (9301, 9302, 9303)

LEAST = (
    ("deal_precision_recorded", "recorded deals that are right", 0.95),
    ("deal_f1_all", "deals F1", 0.85),
    ("edge_precision", "edges that are right", 0.95),
    ("edge_recall", "edges found", 0.95),
    ("sources_right", "sources right", 0.9),
    ("ndcg10", "order of the first ten leads (NDCG)", 0.8),
    ("person_pair_precision", "pairs of accounts that are one person, right", 0.995),
    ("person_pair_recall", "pairs of accounts that are one person, found", 0.5),
    ("unseen_floor_true", "floors of what is unseen that are true", 1.0),
)
MOST = (
    ("money_error_max", "money wrong", 0.05),
    ("item_error_max", "items wrong", 0.08),
    ("calibration_ece_max", "gap of the score (ECE)", 0.05),
    ("sources_extra", "conversations called a source that are none", 0.0),
    ("traps_failed", "different people put into one", 0.0),
)


def strangers(folder: Path) -> Iterator[Line]:
    """The scores of three cases, each by its worst."""
    if not practised.BENCH.is_dir():
        yield Line("the practice bench", "not beside the project", "its scores", is_met=False)
        return
    seeds = SEEDS[: sized(len(SEEDS), 1)]
    yield from lines([practised.scores(practised.made(folder, seed), folder, stated=True) for seed in seeds])


def lines(found: list[Scores]) -> Iterator[Line]:
    """One line a score, with that of each case; one that is missing falls short."""
    for more, rows in ((True, LEAST), (False, MOST)):
        for key, what, goal in rows:
            values = [one.get(key, NONE)[0] for one in found]
            is_met = all(value >= goal if more else 0 <= value <= goal for value in values)
            figure = " ".join(f"{value:.3f}" for value in values)
            yield Line(f"practice bench: {what}", figure, f"at {'least' if more else 'most'} {goal:g} each", is_met)
