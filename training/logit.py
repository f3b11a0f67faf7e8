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


def bounds_of(rows: Sequence[Marks]) -> Bounds:
    """Between which values each mark that measures counts: 98 in 100 of the rows that bear it lie there."""
    found: dict[str, list[float]] = {}
    for one in rows:
        for name, value in one.items():
            found.setdefault(name, []).append(value)
    measured = {name: values for name, values in sorted(found.items()) if len(set(values)) > MEASURES}
    cut = {name: np.quantile(values, (RARE, 1 - RARE)) for name, values in measured.items()}
    whole = {name: (floor(low * STEP), ceil(high * STEP)) for name, (low, high) in cut.items()}
    return {
        name: (low, high)
        for name, (low, high) in whole.items()
        if min(found[name]) * STEP < low or max(found[name]) * STEP > high
    }


def bounded(marks: Marks, bounds: Bounds) -> Marks:
    """Marks as they count."""
    kept = dict(marks)
    for name, (low, high) in bounds.items():
        if name in kept:
            kept[name] = max(low / STEP, min(high / STEP, kept[name]))
    return kept


class Spread(NamedTuple):
    """The marks of some rows, brought to one spread."""

    names: list[str]
    middle: Table
    width: Table
    x: Table

    def written(self, slopes: Table, base: float) -> dict[str, int]:
        """Weights in whole steps, for marks as they are; the base stands under the empty name."""
        real = slopes / self.width
        whole = {"": base - float(real @ self.middle)} | dict(zip(self.names, real, strict=True))
        return {name: step for name, value in whole.items() if (step := round(float(value) * STEP))}


def spread(rows: Sequence[Marks]) -> Spread:
    """The marks of some rows as a table."""
    names = sorted({name for one in rows for name in one})
    table = np.array([[one.get(name, 0.0) for name in names] for one in rows]).reshape(len(rows), len(names))
    middle, width = table.mean(axis=0), np.maximum(table.std(axis=0), NARROWEST)
    return Spread(names, middle, width, (table - middle) / width)


def fitted(rows: Sequence[Marks], right: Sequence[bool], penalty: float) -> dict[str, int]:
    """The weights of a model with two answers."""
    if not rows:
        return {}
    its, sign = spread(rows), np.where(np.array(right), 1.0, -1.0)

    def cost(w: Table) -> tuple[float, Table]:
        margin = sign * (its.x @ w[:-1] + w[-1])
        loss = np.logaddexp(0, -margin).sum() + 0.5 * penalty * (w[:-1] ** 2).sum()
        pull = -sign / (1 + np.exp(np.clip(margin, -500, 500)))
        return float(loss), np.concatenate([its.x.T @ pull + penalty * w[:-1], [pull.sum()]])

    w = minimize(cost, np.zeros(len(its.names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return its.written(w[:-1], float(w[-1]))


def fitted_among(rows: Sequence[Marks], answers: Sequence[int], many: int, penalty: float) -> list[dict[str, int]]:
    """The weights of a model with several answers, a table for each."""
    if not rows:
        return [{} for _ in range(many)]
    its, truth = spread(rows), np.eye(many)[np.array(answers)]
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
