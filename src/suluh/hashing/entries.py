# SPDX-License-Identifier: Apache-2.0
"""A hash set in use: the noun that names it, and its entries."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO, NamedTuple

from suluh.hashing.columns import Columns, Gatherer
from suluh.hashing.sets import HEAD, the_format
from suluh.model.errors import Misuse
from suluh.model.matching import HashSet, SetEntry, SetFlaw

MOST_FLAWS = 1000
"""So many flaws are told one by one; all are counted."""


@dataclass(frozen=True)
class Loaded:
    """A hash set whose entries are opened when they are first asked for."""

    set: HashSet
    opener: Callable[[], Columns]

    @cached_property
    def columns(self) -> Columns:
        """The entries, in memory or mapped."""
        return self.opener()


Entries = tuple[Loaded, ...]


class Gathered(NamedTuple):
    """What a file of a hash set holds."""

    columns: Columns
    format: str
    entries: int
    flaws: tuple[SetFlaw, ...]
    """The first of them."""

    flawed: int
    """All of them."""


def gather(file: BinaryIO, file_name: str, set_name: str, *, benign: bool) -> Gathered:
    """Read a set. Raises `Misuse` when nothing in it can be used."""
    head = file.read(HEAD)
    file.seek(0)
    if not head.strip():
        raise Misuse(f"{file_name} is empty: a hash set needs at least one hash")
    kind = the_format(head, file_name)
    gatherer = Gatherer(scheme=set_name, benign=benign)
    flaws, flawed = _take(kind.entries(file), gatherer)
    if gatherer.count == 0:
        why = f"; line {flaws[0].line}: {flaws[0].reason}" if flaws else ""
        raise Misuse(f"{file_name} holds no hash that can be used{why}: a hash set needs at least one")
    return Gathered(gatherer.finish(), kind.name, gatherer.count, flaws, flawed)


def _take(found: Iterable[SetEntry | SetFlaw], gatherer: Gatherer) -> tuple[tuple[SetFlaw, ...], int]:
    """Gather the entries; keep the first flaws and count all."""
    flaws: list[SetFlaw] = []
    flawed = 0
    for one in found:
        if isinstance(one, SetEntry):
            gatherer.add(one)
            continue
        flawed += 1
        if len(flaws) < MOST_FLAWS:
            flaws.append(one)
    return tuple(flaws), flawed
