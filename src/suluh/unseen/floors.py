# SPDX-License-Identifier: Apache-2.0
"""The floor: the smaller of two lower limits, so that one-off buyers cannot lift it above the truth."""

from math import floor
from typing import NamedTuple

from suluh import plugins
from suluh.unseen.captures import Captures
from suluh.unseen.estimator import Estimator, Figure

METHOD = "min(chao1-bc, chao-f2-f3)"


class Floor(NamedTuple):
    """How many there are at least."""

    least: int
    assumes: tuple[str, ...]


def estimators() -> tuple[Estimator, ...]:
    """Every estimator of the folder, in the order of names."""
    return tuple(one() for one in plugins.find("suluh.unseen.estimators", Estimator))


def lowest(captures: Captures) -> Floor | None:
    """The smaller of the lower limits of the floor estimators, never below what was seen; null without any.

    >>> lowest(Captures.of((1317, 239, 42, 14, 4, 4, 1))).least
    2480
    """
    found = [(one, one.estimate(captures)) for one in estimators() if one.role == "floor"]
    figures = [figure for _, figure in found if figure is not None]
    # Both floors or none: one of them alone did not hold where many buy once.
    if not figures or len(figures) < len(found):
        return None
    assumes = tuple(dict.fromkeys(sentence for one, _ in found for sentence in one.assumes))
    return Floor(max(captures.seen, floor(min(figure.low for figure in figures))), assumes)


def models(captures: Captures) -> list[tuple[Estimator, Figure]]:
    """What the models say that fit these captures: a range that depends on the model."""
    fitting = [one for one in estimators() if one.lists == (captures.units is not None) or one.role == "floor"]
    return [(one, figure) for one in fitting if (figure := one.estimate(captures)) is not None]
