# SPDX-License-Identifier: Apache-2.0
"""A hash set in use: the noun that names it, and its entries."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO, NamedTuple

from suluh.hashing.sets.columns import Columns
from suluh.hashing.sets.format import HEAD, Block, the_format
from suluh.hashing.sets.formats.rds import NAME, Listed, entries
from suluh.hashing.sets.gatherer import Taker
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


class Told(NamedTuple):
    """What there is to say of the file of a hash set."""

    format: str
    flaws: tuple[SetFlaw, ...]
    """The first rows that could not be used."""

    flawed: int
    """How many there were."""

    version: str | None = None
    """What the file itself states as its version."""

    place: str = "line"
    """What the numbers of its flaws count."""


def read_set(file: BinaryIO, name: str, taker: Taker) -> Told:
    """Give every entry of a hash set to the taker. Raises `Misuse` when nothing in it can be used."""
    head = file.read(HEAD)
    file.seek(0)
    if not head.strip():
        raise Misuse(f"{name} is empty: a hash set needs at least one hash")
    kind = the_format(head, name)
    flaws, flawed = _give(kind.bulk(file), taker)
    return _told(Told(kind.name, flaws, flawed), name, taker)


def read_rows(rows: Iterable[Listed], kinds: Sequence[str], name: str, taker: Taker) -> Told:
    """Give every row of an RDS 3 to the taker. Raises `Misuse` when nothing in it can be used."""
    flaws, flawed = _give(entries(rows, kinds), taker)
    return _told(Told(NAME, flaws, flawed, place="row"), name, taker)


def _told(told: Told, name: str, taker: Taker) -> Told:
    if taker.count == 0:
        why = f"; {told.place} {told.flaws[0].line}: {told.flaws[0].reason}" if told.flaws else ""
        raise Misuse(f"{name} holds no hash that can be used{why}: a hash set needs at least one")
    return told


def _give(found: Iterable[SetEntry | SetFlaw | Block], taker: Taker) -> tuple[tuple[SetFlaw, ...], int]:
    """Hand over the entries; keep the first flaws and count all."""
    flaws: list[SetFlaw] = []
    flawed = 0
    for one in found:
        if isinstance(one, SetEntry):
            taker.add(one)
            continue
        if isinstance(one, Block):
            taker.add_block(one.digests, one.first)
            continue
        flawed += 1
        if len(flaws) < MOST_FLAWS:
            flaws.append(one)
    return tuple(flaws), flawed
