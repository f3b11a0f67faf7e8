# SPDX-License-Identifier: Apache-2.0
"""Fits how likely what was put together is a deal: on worlds of each writer, read without that writer."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

import msgspec
import numpy as np
import numpy.typing as npt

from suluh.deals.judge.judge import Judge, Weights
from suluh.deals.judge.kinds import Kinds
from suluh.deals.judge.marks import Marks, Seen
from training.kinding import fit_kind
from training.logit import bounded, bounds_of, fitted
from training.together import World

PENALTY = 60.0

HOLDS, HOLDS_EACH = 0.88, 0.75
"""How often `recorded` deals are right over all writers, and of each by itself, from the share on that is set."""

BETA = 0.5
"""A deal is said from the share that is best where precision counts more than recall, as twice as much (F½)."""

_MILLION = 1_000_000
_GRID = range(50_000, _MILLION, 10_000)


class Row(NamedTuple):
    """One episode that was put together, of the kind found without its writer, and whether it was the right deal."""

    writer: str
    marks: Marks
    right: bool
    seen: Seen
    stands: bool
    aside: bool


class Counted(NamedTuple):
    """The episodes of some worlds, and how many deals are true in those that shares are set by."""

    rows: list[Row]
    true: int


def counted(worlds: Sequence[World]) -> Counted:
    """Every episode, of the kind that it is taken for without its writer."""
    rows: list[Row] = []
    for writer in sorted({one.writer for one in worlds}):
        kinds = Kinds(fit_kind((one for one in worlds if one.writer != writer), {}))
        for world in worlds:
            if world.writer == writer:
                rows += _rows(world, kinds)
    return Counted(rows, sum(len(one.true) for one in worlds if not one.aside))


def _rows(world: World, kinds: Kinds) -> list[Row]:
    found = [kinds.of(one.marks) for one in world.put]
    right = world.right([one.kind for one in found])
    return [
        Row(world.writer, one.marks | its.marks(), place in right, one.seen, one.stands, world.aside)
        for place, (one, its) in enumerate(zip(world.put, found, strict=True))
    ]


def fit_judge(found: Counted, head: dict[str, str]) -> Weights:
    """The weights, and from which share on a deal is said and is `recorded`: both chosen without the writer at hand."""
    writers = sorted({one.writer for one in found.rows})
    shares = np.zeros(len(found.rows), dtype=int)
    for writer in writers:
        judge = Judge(_tables([one for one in found.rows if one.writer != writer], {}))
        for number, one in enumerate(found.rows):
            if one.writer == writer:
                shares[number] = judge.share(one.marks, one.seen)
    least = max(_GRID, key=lambda share: (_worth(found, shares >= share), share))
    holding = (share for share in _GRID if _holds(found.rows, shares >= share, writers))
    weights = _tables(found.rows, head)
    return msgspec.structs.replace(weights, least=least, recorded=next(holding, _MILLION))


def _worth(found: Counted, kept: npt.NDArray[np.bool_]) -> float:
    """Precision and recall as one figure, in which precision counts more."""
    said = [one.right for one, there in zip(found.rows, kept, strict=True) if there and not one.aside]
    return (1 + BETA**2) * sum(said) / max(1, len(said) + BETA**2 * found.true)


def _holds(rows: Sequence[Row], kept: npt.NDArray[np.bool_], writers: Iterable[str]) -> bool:
    """Whether what would be `recorded` is right often enough, of all writers and of each."""
    sure = [one for one, there in zip(rows, kept, strict=True) if there and one.stands and not one.aside]
    each = [[one.right for one in sure if one.writer == writer] for writer in writers]
    whole = [one.right for one in sure]
    return _share(whole) >= HOLDS and all(_share(its) >= HOLDS_EACH for its in each)


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 1.0


def _tables(rows: Sequence[Row], head: dict[str, str]) -> Weights:
    bounds = bounds_of([one.marks for one in rows])
    tables: dict[Seen, dict[str, int]] = {}
    for table in get_args(Seen):
        its = [one for one in rows if one.seen == table]
        tables[table] = fitted([bounded(one.marks, bounds) for one in its], [one.right for one in its], PENALTY)
    return Weights(head=head, tables=tables, bounds=bounds, least=0, recorded=_MILLION)


def written_judge(weights: Weights) -> str:
    """The file of weights."""
    return msgspec.json.format(msgspec.json.encode(weights), indent=1).decode() + "\n"
