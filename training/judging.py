# SPDX-License-Identifier: Apache-2.0
"""Fits how likely what was put together is a deal: on worlds of each writer, read without that writer."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

import msgspec
import numpy as np
import numpy.typing as npt

from suluh.deals.judge.judge import Weights, share_of
from suluh.deals.judge.kinds import Kinds
from suluh.deals.judge.marks import Bounds, Marks, Seen, total
from suluh.deals.judge.others import OTHERS, Sight, others
from training.kinding import Known, fit_kind
from training.logit import Marked, fitted, marked
from training.together import World

PENALTY = 60.0

HOLDS, HOLDS_EACH = 0.90, 0.75
"""How often `recorded` deals are right over all writers, and of each by itself, from the share on that is set."""

AS_IF = 10
"""Of each writer so many more are counted as right as those of all: of many writers with few one falls short by chance.
"""

LEAST = 500_000
"""A deal is said where it is more likely right than wrong: what was fitted to precision and recall wandered with the
writers, from .50 to .65, over shares between which neither differs."""

_MILLION = 1_000_000
_GRID = range(50_000, _MILLION, 10_000)


class Row(NamedTuple):
    """One episode that was put together, of the kind found without its writer, and whether it was the right deal."""

    writer: str
    world: int
    marks: Marks
    right: bool
    seen: Seen
    sides: tuple[str, str]
    stands: bool
    aside: bool


def counted(worlds: Sequence[World], found: Known) -> list[Row]:
    """Every episode, of the kind that it is taken for without its writer; `found` holds the deals of these worlds."""
    rows: list[Row] = []
    for writer in sorted({one.writer for one in worlds}):
        kinds = Kinds(fit_kind(found.without(writer), {}))
        for number, world in enumerate(worlds):
            if world.writer == writer:
                rows += _rows(number, world, kinds)
    return rows


def _rows(number: int, world: World, kinds: Kinds) -> list[Row]:
    found = [kinds.of(one.marks) for one in world.put]
    right = world.right([one.kind for one in found])
    return [
        Row(world.writer, number, one.marks | its.marks(), place in right, one.seen, one.sides, one.stands, world.aside)
        for place, (one, its) in enumerate(zip(world.put, found, strict=True))
    ]


class _Table(NamedTuple):
    """The same rows as a table."""

    marks: Marked
    right: npt.NDArray[np.bool_]
    seen: npt.NDArray[np.str_]
    writers: npt.NDArray[np.str_]

    def without(self, writer: str) -> "_Table":
        """The rows of the others."""
        others = self.writers != writer
        return _Table(self.marks.of(others), self.right[others], self.seen[others], self.writers[others])

    def weights(self, bounds: Bounds) -> dict[Seen, dict[str, int]]:
        """The weights of every mark, for each thing that the ledgers may show."""
        tables: dict[Seen, dict[str, int]] = {}
        for name in get_args(Seen):
            its = self.seen == name
            tables[name] = fitted(self.marks.of(its).bounded(bounds), self.right[its], PENALTY)
        return tables


def _table(rows: Sequence[Row]) -> _Table:
    return _Table(
        marked([one.marks for one in rows]),
        np.array([one.right for one in rows], dtype=bool),
        np.array([one.seen for one in rows], dtype=str),
        np.array([one.writer for one in rows], dtype=str),
    )


def fit_judge(found: Sequence[Row], head: dict[str, str]) -> Weights:
    """The weights, and from which share on a deal is `recorded`, which is chosen without the writer at hand."""
    usual = round(_MILLION * _share([one.right for one in found]))
    first = _table(found)
    rows = _beside(found, _apart(found, first), usual)
    table = _table(rows)
    shares, writers = _apart(rows, table), sorted({one.writer for one in rows})
    holding = (share for share in _GRID if _holds(rows, shares >= share, writers))
    bounds = table.marks.bounds()
    return Weights(
        head=head,
        first=first.weights(bounds),
        usual=usual,
        tables=table.weights(bounds),
        bounds=bounds,
        least=LEAST,
        recorded=next(holding, _MILLION),
    )


def _apart(rows: Sequence[Row], table: _Table) -> npt.NDArray[np.int_]:
    """The share of each episode by weights that its writer had no part in."""
    shares = np.zeros(len(rows), dtype=int)
    for writer in sorted({one.writer for one in rows}):
        known = table.without(writer)
        bounds = known.marks.bounds()
        tables = known.weights(bounds)
        for number, one in enumerate(rows):
            if one.writer == writer:
                shares[number] = share_of(total(tables[one.seen], bounds, one.marks))
    return shares


def _beside(rows: Sequence[Row], shares: npt.NDArray[np.int_], usual: int) -> list[Row]:
    """The episodes with what their sellers do with others in the same world, at first sight."""
    worlds: dict[int, list[int]] = {}
    for place, one in enumerate(rows):
        worlds.setdefault(one.world, []).append(place)
    found = list(rows)
    for places in worlds.values():
        sights = [Sight(*rows[place].sides, int(shares[place])) for place in places]
        for place, odds in zip(places, others(sights, usual), strict=True):
            found[place] = rows[place]._replace(marks=rows[place].marks | {OTHERS: odds})
    return found


def _holds(rows: Sequence[Row], kept: npt.NDArray[np.bool_], writers: Iterable[str]) -> bool:
    """Whether what would be `recorded` is right often enough, of all writers and of each."""
    sure = [one for one, there in zip(rows, kept, strict=True) if there and one.stands and not one.aside]
    each = [[one.right for one in sure if one.writer == writer] for writer in writers]
    whole = _share([one.right for one in sure])
    return whole >= HOLDS and all((sum(its) + AS_IF * whole) / (len(its) + AS_IF) >= HOLDS_EACH for its in each)


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 1.0


def written_judge(weights: Weights) -> str:
    """The file of weights."""
    return msgspec.json.format(msgspec.json.encode(weights), indent=1).decode() + "\n"
