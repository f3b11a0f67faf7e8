# SPDX-License-Identifier: Apache-2.0
"""Ids in the order of a list, held: to what came since its place is found, so that a page reads its own rows alone."""

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from suluh.case.case import Case
from suluh.model.body import Noun
from suluh.model.packed import Ids

FEW = 100
"""Nouns that are read at once where a page of them may be all that is wanted."""

N = TypeVar("N", bound=Noun)
Weight = tuple[Any, ...]
"""By what nouns are put in order."""


class Order(NamedTuple):
    """Ids in their order, and the last row of the table that was looked at for them."""

    ids: Ids
    row: int


def held(case: Case, kind: type[N], order: Sequence[str]) -> Iterator[N]:
    """Nouns of a kind in the order of some ids, some at a time; a run may have replaced one meanwhile."""
    for start in range(0, len(order), FEW):
        part = order[start : start + FEW]
        found = {one.id: one for one in case.rows.by_column(kind, "id", part)}
        yield from (found[name] for name in part if name in found)


def kept_order(
    case: Case,
    name: str,
    kinds: Iterable[type[Noun]],
    kind: type[N],
    came: Callable[[int, int], Iterable[N]],
    weight: Callable[[N], Weight],
) -> Sequence[str]:
    """The ids of some nouns of a kind in their order; `came` gives those in the rows behind one, up to another.

    They are made anew where other kinds changed; of a kind that only grew, what came takes its place.
    """

    def made(last: Order | None) -> Order:
        row = case.rows.last_row(kind)
        new = sorted(((weight(one), one.id) for one in came(last.row if last else 0, row)), key=lambda pair: pair[0])
        if last is None or not last.ids:
            return Order(Ids(own for _, own in new), row)
        known = last.ids.among(own for _, own in new)
        new = [pair for pair in new if pair[1] not in known]
        return Order(_among(case, kind, last.ids, new, weight) if new else last.ids, row)

    return case.kept.growing(case.rows, name, kinds, kind, made).ids


def _among(
    case: Case, kind: type[N], ids: Ids, new: Sequence[tuple[Weight, str]], weight: Callable[[N], Weight]
) -> Ids:
    """Ids in their order with those of a few more: of those before, only some are read to find each its place."""
    weights = dict[str, Weight]()

    def heaviness(own: str) -> Weight:
        if own not in weights:
            [one] = case.rows.by_column(kind, "id", [own])
            weights[own] = weight(one)
        return weights[own]

    if heaviness(ids[-1]) < new[0][0]:  # most of what comes is later than all before
        return ids.with_more((len(ids), own) for _, own in new)
    places = range(len(ids))
    return ids.with_more((bisect(places, heavy, key=lambda at: heaviness(ids[at])), own) for heavy, own in new)
