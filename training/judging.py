# SPDX-License-Identifier: Apache-2.0
"""Fits how likely what was put together is a deal: on worlds of each writer, read without that writer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from suluh.deals.compose import AS_GOOD, deal
from suluh.deals.find import put_together
from suluh.deals.judge.judge import STEP, Judge, Judged, Weights
from suluh.deals.judge.marks import Marks, marks
from suluh.model.rules.holders import own_accounts
from training.corpus import Script
from training.figures import laid_beside
from training.folds import Folds
from training.scenes import ordinary_of, worlds_of
from training.tying import Ties
from training.worlds import EXHIBIT, Scene

PENALTY, NARROWEST, STEPS = 60.0, 0.2, 500
"""Of a mark that hardly differs in the corpus little is learned: its spread counts as the second at least."""

HOLDS, HOLDS_EACH = 0.86, 0.75
"""How often `recorded` deals are right over all writers, and of each by itself, from the share on that is set.

At .9 and .8 only a third of what stood on record was said to; what that left out was right 3 times in 4 with strangers
and always on made-up cases of other authors.
"""

NEARLY = 0.015
"""Of shares from which a deal is said the highest is taken whose F1 is so near the best: it says the least wrongly.

It was .005 as long as 18 of 100 scripts of ordinary life, as a case of their own, were said to hold a deal.
"""

_MILLION = 1_000_000
_GRID = range(50_000, _MILLION, 10_000)

Table = npt.NDArray[np.float64]


class Row(NamedTuple):
    """One episode that was put together, and whether it was a deal and the right one."""

    writer: str
    marks: Marks
    right: bool
    paid: bool
    stands: bool
    """Whether it may be `recorded`, whatever the judgement says."""

    ordinary: bool = False
    """Whether it stands in a case of ordinary life alone: learned from, and left out of the shares that are set."""


class Counted(NamedTuple):
    """The episodes of some worlds, and how many deals are true in those of each writer."""

    rows: list[Row]
    true: dict[str, int]

    def without(self, writer: str) -> "Counted":
        """The same of all other writers."""
        rows = [one for one in self.rows if one.writer != writer]
        return Counted(rows, {name: number for name, number in self.true.items() if name != writer})


def counted(scripts: Sequence[Script], folds: Folds, ties: Ties) -> Counted:
    """Everything that is put together in the worlds of all writers, each read and tied without its writer."""
    rows: list[Row] = []
    true: dict[str, int] = defaultdict(int)
    for writer in sorted({one.writer for one in scripts}):
        with folds.without(writer), ties.without(writer):
            for scene in worlds_of(scripts, writer):
                rows += _rows(scene, writer)
                true[writer] += len(scene.deals)
            rows += [one._replace(ordinary=True) for one in _rows(ordinary_of(scripts, writer), writer)]
    return Counted(rows, dict(true))


def _rows(scene: Scene, writer: str) -> list[Row]:
    accounts, persons = scene.accounts(), scene.persons()
    together = put_together(
        scene.talk,
        scene.payments,
        scene.statements,
        list(scene.conversations.values()),
        persons,
        accounts,
        own_accounts([], accounts, persons),
    )
    ends = {EXHIBIT: max((one.at for one in scene.talk if one.at), default=datetime.max.replace(tzinfo=UTC))}
    told = [(deal(one, paid, ends, Judged(0, holds=False)), marks(one, paid), paid) for one, paid in together.told]
    shown = [row for row in told if row[0].seller and row[0].buyer]
    right = laid_beside(scene.deals, [one for one, *_ in shown])
    return [
        Row(
            writer, its, number in right, paid is not None, paid is not None and not paid.held and paid.margin > AS_GOOD
        )
        for number, (_, its, paid) in enumerate(shown)
    ]


def fit_judge(found: Counted, head: dict[str, str]) -> Weights:
    """The weights, and from which share on a deal is said and is `recorded`: both chosen without the writer at hand."""
    writers = sorted({one.writer for one in found.rows})
    shares = np.zeros(len(found.rows), dtype=int)
    for writer in writers:
        judge = Judge(_tables(found.without(writer).rows, {}))
        for number, one in enumerate(found.rows):
            if one.writer == writer:
                shares[number] = judge.share(one.marks, paid=one.paid)
    f1 = {share: _f1(found, shares >= share) for share in _GRID}
    least = max(share for share in _GRID if f1[share] >= max(f1.values()) - NEARLY)
    holding = (share for share in _GRID if _holds(found.rows, shares >= share, writers))
    weights = _tables(found.rows, head)
    return msgspec.structs.replace(weights, least=least, recorded=next(holding, _MILLION))


def _f1(found: Counted, kept: npt.NDArray[np.bool_]) -> float:
    said = [one for one, there in zip(found.rows, kept, strict=True) if there and not one.ordinary]
    return 2 * sum(one.right for one in said) / max(1, len(said) + sum(found.true.values()))


def _holds(rows: Sequence[Row], kept: npt.NDArray[np.bool_], writers: Iterable[str]) -> bool:
    """Whether what would be `recorded` is right often enough, of all writers and of each."""
    sure = [one for one, there in zip(rows, kept, strict=True) if there and one.stands and not one.ordinary]
    each = [[one.right for one in sure if one.writer == writer] for writer in writers]
    whole = [one.right for one in sure]
    return _share(whole) >= HOLDS and all(_share(its) >= HOLDS_EACH for its in each)


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 1.0


def _tables(rows: Sequence[Row], head: dict[str, str]) -> Weights:
    paid, unpaid = ([one for one in rows if one.paid == there] for there in (True, False))
    return Weights(head=head, paid=_fitted(paid), unpaid=_fitted(unpaid), least=0, recorded=_MILLION)


def _fitted(rows: Sequence[Row]) -> dict[str, int]:
    """A logistic model over marks that are brought to one spread; what is written is for the marks as they are."""
    names = sorted({name for one in rows for name in one.marks})
    table = np.array([[one.marks.get(name, 0.0) for name in names] for one in rows]).reshape(len(rows), len(names))
    if not rows:
        return {}
    middle, spread = table.mean(axis=0), np.maximum(table.std(axis=0), NARROWEST)
    x, sign = (table - middle) / spread, np.array([1.0 if one.right else -1.0 for one in rows])

    def cost(w: Table) -> tuple[float, Table]:
        margin = sign * (x @ w[:-1] + w[-1])
        loss = np.logaddexp(0, -margin).sum() + 0.5 * PENALTY * (w[:-1] ** 2).sum()
        pull = -sign / (1 + np.exp(np.clip(margin, -500, 500)))
        return float(loss), np.concatenate([x.T @ pull + PENALTY * w[:-1], [pull.sum()]])

    found = minimize(cost, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    slopes = found[:-1] / spread
    whole = {"": found[-1] - float(slopes @ middle)} | dict(zip(names, slopes, strict=True))
    return {name: step for name, value in whole.items() if (step := round(float(value) * STEP))}


def written_judge(weights: Weights) -> str:
    """The file of weights."""
    return msgspec.json.format(msgspec.json.encode(weights), indent=1).decode() + "\n"
