# SPDX-License-Identifier: Apache-2.0
"""Logistic models over marks that are brought to one spread; what is written is for the marks as they are."""

from collections.abc import Sequence
from math import ceil, floor
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from suluh.deals.judge.judge import STEP
from suluh.deals.judge.marks import Bounds, Marks

NARROWEST, STEPS = 0.2, 300
"""Of a mark that hardly differs in the corpus little is learned: its spread counts as this at least."""

RARE, MEASURES = 0.01, 10
"""What so few rows go beyond counts as where these end, of marks that know more values than so many."""

Table = npt.NDArray[np.float64]


class Marked(NamedTuple):
    """The marks of many rows as one table, so that the rows without a writer are a choice of its lines."""

    names: tuple[str, ...]
    values: Table
    there: npt.NDArray[np.bool_]
    """Which mark stands in which row: one that does not counts as nought, and is none of its values."""

    def of(self, chosen: npt.NDArray[np.bool_]) -> "Marked":
        """Some of the rows, with the marks that they bear."""
        there = self.there[chosen]
        borne = there.any(axis=0)
        names = tuple(name for name, is_borne in zip(self.names, borne, strict=True) if is_borne)
        return Marked(names, self.values[chosen][:, borne], there[:, borne])

    def bounds(self) -> Bounds:
        """Between which values each mark that measures counts: 98 in 100 of the rows that bear it lie there."""
        found: Bounds = {}
        for place, name in enumerate(self.names):
            values = self.values[self.there[:, place], place]
            if len(np.unique(values)) > MEASURES:
                low, high = np.quantile(values, (RARE, 1 - RARE))
                least, most = floor(low * STEP), ceil(high * STEP)
                if values.min() * STEP < least or values.max() * STEP > most:
                    found[name] = least, most
        return found

    def bounded(self, bounds: Bounds) -> "Marked":
        """Marks as they count."""
        values = self.values.copy()
        for place, name in enumerate(self.names):
            if name in bounds:
                low, high = bounds[name]
                its = self.there[:, place]
                values[its, place] = np.clip(values[its, place], low / STEP, high / STEP)
        return self._replace(values=values)


def marked(rows: Sequence[Marks]) -> Marked:
    """The marks of some rows."""
    names = tuple(sorted({name for one in rows for name in one}))
    place = {name: number for number, name in enumerate(names)}
    values, there = np.zeros((len(rows), len(names))), np.zeros((len(rows), len(names)), dtype=bool)
    for number, one in enumerate(rows):
        its = [place[name] for name in one]
        values[number, its], there[number, its] = list(one.values()), True
    return Marked(names, values, there)


class Spread(NamedTuple):
    """The marks of some rows, brought to one spread."""

    names: tuple[str, ...]
    middle: Table
    width: Table
    x: Table

    def written(self, slopes: Table, base: float) -> dict[str, int]:
        """Weights in whole steps, for marks as they are; the base stands under the empty name."""
        real = slopes / self.width
        whole = {"": base - float(real @ self.middle)} | dict(zip(self.names, real, strict=True))
        return {name: step for name, value in whole.items() if (step := round(float(value) * STEP))}


def spread(rows: Marked) -> Spread:
    """The marks of some rows as a table."""
    table = np.ascontiguousarray(rows.values)
    middle, width = table.mean(axis=0), np.maximum(table.std(axis=0), NARROWEST)
    return Spread(rows.names, middle, width, (table - middle) / width)


def fitted(rows: Marked, right: npt.NDArray[np.bool_], penalty: float) -> dict[str, int]:
    """The weights of a model with two answers."""
    if not len(right):
        return {}
    its, sign = spread(rows), np.where(right, 1.0, -1.0)

    def cost(w: Table) -> tuple[float, Table]:
        margin = sign * (its.x @ w[:-1] + w[-1])
        loss = np.logaddexp(0, -margin).sum() + 0.5 * penalty * (w[:-1] ** 2).sum()
        pull = -sign / (1 + np.exp(np.clip(margin, -500, 500)))
        return float(loss), np.concatenate([its.x.T @ pull + penalty * w[:-1], [pull.sum()]])

    w = minimize(cost, np.zeros(len(its.names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return its.written(w[:-1], float(w[-1]))


def fitted_among(rows: Marked, answers: npt.NDArray[np.int_], many: int, penalty: float) -> list[dict[str, int]]:
    """The weights of a model with several answers, a table for each."""
    if not len(answers):
        return [{} for _ in range(many)]
    its, truth = spread(rows), np.eye(many)[answers]
    shape = (many, len(its.names) + 1)

    def cost(flat: Table) -> tuple[float, Table]:
        w = flat.reshape(shape)
        total = its.x @ w[:, :-1].T + w[:, -1]
        logs = total - np.logaddexp.reduce(total, axis=1, keepdims=True)
        loss = -(truth * logs).sum() + 0.5 * penalty * (w[:, :-1] ** 2).sum()
        pull = np.exp(logs) - truth
        slope = np.column_stack([pull.T @ its.x + penalty * w[:, :-1], pull.sum(axis=0)])
        return float(loss), slope.ravel()

    found = minimize(cost, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return [its.written(row[:-1], float(row[-1])) for row in found.reshape(shape)]
