# SPDX-License-Identifier: Apache-2.0
"""What the deals step makes of made-up worlds of each writer: ``python -m training.measure [LETTERS]``."""

import sys
from collections.abc import Callable, Iterable

from suluh.deals.find import find
from suluh.model.rules.holders import own_accounts
from suluh.model.trade import Deal
from training.corpus import scripts, writers
from training.figures import Figures
from training.worlds import EXHIBIT, Scene, world

WORLDS, DAY_ONLY = 3, 2
"""Worlds a writer; the lines of the last know their day only."""


def deals_of(scene: Scene) -> list[Deal]:
    """What the deals step finds in one world."""
    accounts, persons = scene.accounts(), scene.persons()
    found = find(
        scene.talk,
        scene.payments,
        scene.statements,
        list(scene.conversations.values()),
        persons,
        accounts,
        own_accounts([], accounts, persons),
        {EXHIBIT: max(one.at for one in scene.talk if one.at)},
    )
    return [one for one in found if isinstance(one, Deal)]


def measure(
    letters: Iterable[str], before: Callable[[str], None] = lambda _: None
) -> tuple[dict[str, Figures], Figures]:
    """The figures of each writer and of all; `before` is called with each letter first."""
    each: dict[str, Figures] = {}
    whole = Figures()
    for writer in letters:
        before(writer)
        own = [one for one in scripts() if one.writer == writer]
        each[writer] = Figures()
        for number in range(WORLDS):
            scene = world(own, f"{writer}{number}", dated=number != DAY_ONLY)
            found = deals_of(scene)
            each[writer].add(scene, found)
            whole.add(scene, found)
    return each, whole


def main() -> None:
    """Print the figures of some writers, or of all."""
    each, whole = measure(sys.argv[1] if len(sys.argv) > 1 else writers(), print)
    for writer, its in each.items():
        print(writer, its)
    print("all", whole)


if __name__ == "__main__":
    main()
