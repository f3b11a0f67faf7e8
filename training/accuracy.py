# SPDX-License-Identifier: Apache-2.0
"""Deals on worlds of each writer, by weights that this writer had no part in: ``python -m training.accuracy``."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from suluh.deals import find as step
from suluh.deals.judge.judge import Judge
from suluh.deals.judge.kinds import Kinds
from suluh.deals.reading.rooms import by_room
from suluh.model.rules.holders import own_accounts
from suluh.model.trade import Deal
from training.corpus import Script, apart, scripts, strangers
from training.figures import Figures
from training.folds import Folds
from training.judging import counted, fit_judge
from training.kinding import fit_kind, known
from training.reading import read
from training.scenes import ordinary_of, worlds_of
from training.together import together
from training.told import page
from training.tying import Ties, choices
from training.worlds import EXHIBIT, Scene

PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"


class Ordinary(NamedTuple):
    """What was said of scripts in which nothing is traded."""

    scripts: int
    deals: int
    recorded: int


def deals_of(scene: Scene) -> list[Deal]:
    """What the deals step finds in one world."""
    accounts, persons = scene.accounts(), scene.persons()
    found = step.find(
        by_room(scene.talk),
        scene.payments,
        scene.statements,
        list(scene.conversations.values()),
        persons,
        accounts,
        own_accounts([], accounts, persons),
        {EXHIBIT: max(one.at for one in scene.talk if one.at)},
    )
    return [one for one in found if isinstance(one, Deal)]


def ordinary(chosen: list[Script], writer: str) -> Ordinary:
    """The scripts without a deal as a case of their own."""
    found = deals_of(ordinary_of(chosen, writer))
    return Ordinary(sum(not one.deals for one in chosen), len(found), sum(one.tier == "recorded" for one in found))


def measured(letters: tuple[str, ...]) -> Iterator[tuple[str, Figures, Ordinary]]:
    """The figures of each writer."""
    folds = Folds(read(scripts()))
    ties = Ties(choices(scripts(), folds))
    worlds = list(together(scripts(), folds, ties))
    deals = known(worlds)
    for writer in letters:
        own = [one for one in scripts() if one.writer == writer]
        others = [one for one in worlds if one.writer != writer]
        its = deals.without(writer)
        kinds, weights = Kinds(fit_kind(its, {})), fit_judge(counted(others, its), {})
        figures = Figures()
        with folds.without(writer), ties.without(writer), _judged_by(kinds, Judge(weights)):
            for scene in worlds_of(own, writer):
                figures.add(scene, deals_of(scene))
            yield writer, figures, ordinary(own, writer)


def measured_apart() -> Iterator[tuple[str, Figures, Ordinary]]:
    """The figures of writers from whom nothing is learned, by the weights that ship."""
    for writer in sorted({one.writer for one in apart()}):
        own = [one for one in apart() if one.writer == writer]
        figures = Figures()
        for scene in worlds_of(own, writer):
            figures.add(scene, deals_of(scene))
        yield writer, figures, ordinary(own, writer)


@contextmanager
def _judged_by(kinds: Kinds, judge: Judge) -> Iterator[None]:
    """While it lasts, deals are judged by these weights."""
    before = step.kinds, step.judge
    step.kinds = lambda: kinds  # type: ignore[assignment] # these stand in for those that are shipped
    step.judge = lambda: judge  # type: ignore[assignment] # as above
    try:
        yield
    finally:
        step.kinds, step.judge = before


def main() -> None:
    """Print the figures of some writers, or of all, and write the page where all were measured."""
    letters = tuple(sys.argv[1]) if len(sys.argv) > 1 else strangers()
    found = []
    for row in measured(letters):
        found.append(row)
        print(*row, flush=True)
    text = page(found, list(measured_apart()))
    print(text)
    if letters == strangers():
        PAGE.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
