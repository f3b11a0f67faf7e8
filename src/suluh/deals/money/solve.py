# SPDX-License-Identifier: Apache-2.0
"""Gives each episode at most one payment and each payment to at most one episode, so that the whole fits best."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from suluh.deals.money.gates import Pair


def solve(pairs: Iterable[Pair], least: int) -> list[Pair]:
    """The assignment of the highest total weight in which every pair weighs more than `least`.

    Each component is solved by itself; an episode may stay without a payment at the price of `least`.
    """
    fitting = [pair for pair in pairs if pair.weight > least]
    return [found for component in _components(fitting) for found in _best(component, least)]


def _components(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Pairs that share episodes or payments, in the order of their first episodes."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for pair in pairs:
        one, two = sorted((root(("episode", pair.episode)), root(("line", pair.line))))
        parent[two] = one
    found: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[root(("episode", pair.episode))].append(pair)
    yield from found.values()


def _best(component: Sequence[Pair], least: int) -> Iterator[Pair]:
    """The best assignment of one component."""
    if len(component) == 1:
        yield component[0]
        return
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 # it takes a second and 40 MB, and who looks at a case needs none of it

    rows = sorted({pair.episode for pair in component})
    columns = sorted({pair.line for pair in component})
    row, column = {one: i for i, one in enumerate(rows)}, {one: i for i, one in enumerate(columns)}
    # One more column for each row is its dummy: nothing gained, nothing lost.
    gain = np.zeros((len(rows), len(columns) + len(rows)))
    at: dict[tuple[int, int], Pair] = {}
    for pair in component:
        place = (row[pair.episode], column[pair.line])
        gain[place] = pair.weight - least
        at[place] = pair
    for i, j in zip(*linear_sum_assignment(gain, maximize=True), strict=True):
        found = at.get((int(i), int(j)))
        if found is not None:
            yield found


def margins(chosen: Iterable[Pair], pairs: Iterable[Pair], least: int) -> Mapping[int, int]:
    """By episode, how much better its pair is than the best other use of the episode or of the payment."""
    by_episode: dict[int, list[Pair]] = defaultdict(list)
    by_line: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_episode[pair.episode].append(pair)
        for line in pair.lines:
            by_line[line].append(pair)
    found: dict[int, int] = {}
    for pair in chosen:
        rivals = [*by_episode[pair.episode], *(one for line in pair.lines for one in by_line[line])]
        others = (one.weight for one in rivals if one.episode != pair.episode or not set(one.lines) & set(pair.lines))
        found[pair.episode] = pair.weight - max(others, default=least)
    return found
