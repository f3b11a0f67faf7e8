# SPDX-License-Identifier: Apache-2.0
"""Everything that is put together in the worlds of each writer, read and tied without that writer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple, get_args

import msgspec

from suluh.deals.compose import deal, does_stand
from suluh.deals.find import put_together
from suluh.deals.judge.judge import Judged
from suluh.deals.judge.kinds import Kinded
from suluh.deals.judge.marks import Marks, Seen, marks, seen
from suluh.deals.reading.rooms import by_room
from suluh.deals.words.rule import Kind
from suluh.model.rules.holders import own_accounts
from suluh.model.trade import Deal
from training.corpus import Script
from training.figures import laid_beside
from training.folds import Folds
from training.scenes import beside, worlds_of
from training.tying import Ties
from training.worlds import EXHIBIT, Scene, TrueDeal

KINDS: tuple[Kind, ...] = get_args(Kind)


class Put(NamedTuple):
    """One episode that was put together, with what is seen of it."""

    deal: Deal
    marks: Marks
    seen: Seen
    sides: tuple[str, str]
    """Who sells, and who buys."""

    stands: bool
    """Whether it may be `recorded`, whatever the judgement says."""


class World(NamedTuple):
    """One world of a writer, as it was put together and as it is."""

    writer: str
    put: list[Put]
    true: list[TrueDeal]
    aside: bool
    """Whether it is learned from, and left out of the shares that are set."""

    def right(self, kinds: Sequence[Kind]) -> set[int]:
        """The places of what is right, if the kinds are these."""
        shown = [msgspec.structs.replace(one.deal, kind=kind) for one, kind in zip(self.put, kinds, strict=True)]
        return set(laid_beside(self.true, shown))

    def kinds(self) -> dict[int, Kind]:
        """The true kind of each place that is a deal, whatever kind it was begun as."""
        found = laid_beside(self.true, [one.deal for one in self.put], of_any_kind=True)
        return {number: kind for number, place in found.items() for kind in KINDS if kind == self.true[place].kind}


def together(scripts: Sequence[Script], folds: Folds, ties: Ties) -> Iterator[World]:
    """The worlds of all writers."""
    for writer in sorted({one.writer for one in scripts}):
        with folds.without(writer), ties.without(writer):
            for scene in worlds_of(scripts, writer):
                yield World(writer, _put(scene), scene.deals, aside=False)
            for scene in beside(scripts, writer):
                yield World(writer, _put(scene), scene.deals, aside=True)


def _put(scene: Scene) -> list[Put]:
    accounts, persons = scene.accounts(), scene.persons()
    found = put_together(
        by_room(scene.talk),
        scene.payments,
        scene.statements,
        list(scene.conversations.values()),
        persons,
        accounts,
        own_accounts([], accounts, persons),
    )
    ends = {EXHIBIT: max((one.at for one in scene.talk if one.at), default=datetime.max.replace(tzinfo=UTC))}
    put = []
    for told, paid in found.told:
        # A line that gave money back may be laid beside another deal of the two: what was paid says which it is.
        kept = paid and replace(paid, back=())
        one = deal(told, kept, ends, Kinded(told.episode.kind, 0), Judged(0, holds=False))
        stands = paid is not None and does_stand(paid)
        if one.seller and one.buyer:
            sides = told.episode.seller, told.episode.buyer
            put.append(Put(one, marks(told, paid), seen(told, paid), sides, stands))
    return put
