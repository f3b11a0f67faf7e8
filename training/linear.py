# SPDX-License-Identifier: Apache-2.0
"""Logistic models, fitted by L-BFGS: the weights that make what is true most likely, and are small."""

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from scipy.optimize import minimize

Table = npt.NDArray[np.float64]
STEPS = 30
"""The last steps change little, and weights that are a little too small hold better for strangers."""


def logistic(
    x: sp.csr_matrix,
    y: Table,
    penalty: float,
    *,
    dense: Table | None = None,
    start: Table | None = None,
    steps: int = STEPS,
) -> Table:
    """Weights of a two-class model: features, dense columns, and last its intercept, which bears no penalty."""
    sign = 2 * y - 1
    turned = x.T.tocsr()
    more = np.zeros((x.shape[0], 0)) if dense is None else dense
    many = x.shape[1]

    def cost(w: Table) -> tuple[float, Table]:
        margin = sign * (x @ w[:many] + more @ w[many:-1] + w[-1])
        loss = np.logaddexp(0, -margin).sum() + 0.5 * penalty * (w[:-1] ** 2).sum()
        pull = -sign / (1 + np.exp(np.clip(margin, -500, 500)))
        slope = np.concatenate([turned @ pull, more.T @ pull, [pull.sum()]])
        slope[:-1] += penalty * w[:-1]
        return float(loss), slope

    first = np.zeros(many + more.shape[1] + 1) if start is None else start
    found = minimize(cost, first, jac=True, method="L-BFGS-B", options={"maxiter": steps, "ftol": 1e-6})
    return np.asarray(found.x)


def softmax(x: sp.csr_matrix, y: npt.NDArray[np.int64], classes: int, penalty: float) -> Table:
    """Weights of a model with several answers, a row a feature, the last row its intercepts."""
    wanted = np.eye(classes)[y]
    turned = x.T.tocsr()
    shape = (x.shape[1] + 1, classes)

    def cost(flat: Table) -> tuple[float, Table]:
        w = flat.reshape(shape)
        total = x @ w[:-1] + w[-1]
        total -= total.max(axis=1, keepdims=True)
        share = np.exp(total)
        share /= share.sum(axis=1, keepdims=True)
        loss = -np.log(np.maximum((share * wanted).sum(axis=1), 1e-300)).sum() + 0.5 * penalty * (w[:-1] ** 2).sum()
        pull = share - wanted
        slope = np.vstack([turned @ pull + penalty * w[:-1], pull.sum(axis=0)])
        return float(loss), slope.ravel()

    found = minimize(cost, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 300, "ftol": 1e-9})
    return np.asarray(found.x).reshape(shape)


def predict(x: sp.csr_matrix, w: Table, dense: Table | None = None) -> Table:
    """Shares of one."""
    many = x.shape[1]
    total = x @ w[:many] + w[-1]
    if dense is not None:
        total = total + dense @ w[many:-1]
    return np.asarray(1 / (1 + np.exp(-np.clip(total, -500, 500))))
