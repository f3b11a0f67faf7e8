# SPDX-License-Identifier: Apache-2.0
"""Fits what messages do, in two stages, and what bare numbers are."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from suluh.deals.reading.acts import ACTS, stage_two
from suluh.deals.reading.acts import contexts as _contexts
from suluh.deals.reading.model import write
from suluh.deals.reading.numbers import ANSWERS
from training.linear import Table, logistic, predict, softmax
from training.reading import BASE, Read, names_of, table

PENALTY, NUMBERS = 1.0, 1.0
FOLDS = 2


class Model(NamedTuple):
    """Both stages, as they are shipped."""

    names: dict[str, int]
    first: Table
    second: Table
    """Rows: features, what `context` gives, the intercept."""


def fit_acts(read: Read, which: npt.NDArray[np.bool_] | None = None) -> Model:
    """Learn from some lines; the second stage sees first sights of models that did not know the script."""
    chosen = np.ones(len(read.lines), dtype=bool) if which is None else which
    names = names_of(read, chosen)
    x = table([one.features for one in read.lines], names)
    y, script = read.truth(), read.script
    first = _each(x[chosen], y[chosen])
    sights = np.zeros((len(read.lines), len(ACTS)))
    for fold in range(FOLDS):
        held = chosen & (script % FOLDS == fold)
        known = chosen & ~held
        sights[held] = predict(x[held], _each(x[known], y[known]))
    seen = contexts(read, sights)
    start = np.vstack([first[:-1], np.zeros((seen.shape[1], first.shape[1])), first[-1:]])
    return Model(names, first, _each(x[chosen], y[chosen], seen[chosen], start))


def _each(x: sp.csr_matrix, y: Table, dense: Table | None = None, start: Table | None = None) -> Table:
    rows = [
        logistic(x, y[:, act], PENALTY, dense=dense, start=None if start is None else start[:, act])
        for act in range(y.shape[1])
    ]
    return np.stack(rows, axis=1)


def contexts(read: Read, sights: Table) -> Table:
    """What the second stage sees beside the features, a row a line."""
    begins = np.searchsorted(read.script, read.script)
    sides = np.unique([one.side for one in read.lines], return_inverse=True)[1]
    return _contexts(sights.astype(np.float32), sides, begins, np.arange(len(read.lines))).astype(float)


def written(model: Model, head: dict[str, str]) -> str:
    """The file of weights of both stages."""
    many, features = len(ACTS), len(model.names)
    names = [*model.names, *stage_two(), BASE]
    both = np.zeros((len(names), 2 * many))
    both[:features, :many] = model.first[:features]
    both[-1, :many] = model.first[-1]
    both[:, many:] = model.second
    columns = [*ACTS, *(f"2 {one}" for one in ACTS)]
    return write(head, columns, names, both)


def fit_numbers(read: Read, which: npt.NDArray[np.bool_] | None = None) -> tuple[dict[str, int], Table]:
    """Learn from the bare numbers of some scripts, chosen by the number of each."""
    rows = [one for one in read.numbers if which is None or which[one.script]]
    seen: dict[str, set[int]] = {}
    for one in rows:
        for name in one.features:
            seen.setdefault(name, set()).add(one.script)
    names = {name: place for place, name in enumerate(sorted(name for name, its in seen.items() if len(its) > 1))}
    x = table([dict.fromkeys(one.features, 1.0) for one in rows], names)
    return names, softmax(x, np.array([one.answer for one in rows]), len(ANSWERS), NUMBERS)


def written_numbers(names: dict[str, int], weights: Table, head: dict[str, str]) -> str:
    """The file of weights of bare numbers."""
    return write(head, ANSWERS, [*names, BASE], weights)
