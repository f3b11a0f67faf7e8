# SPDX-License-Identifier: Apache-2.0
"""What a trainee did in a training case, as the case holds it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from suluh.model.dossier.entered import Entered
from suluh.model.intake import Authority
from suluh.model.people import Decision, Link
from suluh.model.rules.spoken import standing
from suluh.simulator.index import Row

Pair = tuple[str, str]
E = TypeVar("E", bound=Entered)
K = TypeVar("K", Pair, frozenset[str])
ON_LINKS = frozenset({"join", "part", "confirm", "reject", "dispute", "retract"})
JOINED, PARTED = frozenset({"join", "confirm"}), frozenset({"part", "reject"})
CONFIRMED, REJECTED = frozenset({"confirm-deal"}), frozenset({"reject-deal"})


@dataclass(frozen=True)
class Work:
    """The case after the trainee's work; nothing of it is kept."""

    rows: Mapping[str, list[Row]]
    """Messages, payments and deals as lists give them, in full and with the ids of the store."""

    links: tuple[Link, ...] = ()
    decisions: tuple[Decision, ...] = ()
    entered: tuple[Entered, ...] = ()
    """What stands of what was typed, with what was withdrawn."""

    authorities: tuple[Authority, ...] = ()
    acts: tuple[str, ...] = ()
    """When each entry of the ledger was made."""

    def of(self, kind: type[E]) -> Iterator[E]:
        """What counts of one kind."""
        return (one for one in self.entered if isinstance(one, kind) and not one.withdrawn)

    def is_withdrawn(self, codes: Iterable[str]) -> bool:
        """Whether one of these was entered by mistake, as an officer says."""
        return any(one.withdrawn and one.code in set(codes) for one in self.entered)

    def minutes(self) -> int:
        """Whole minutes from the first entry of the ledger to the last."""
        times = [datetime.fromisoformat(one) for one in self.acts]
        return int((max(times) - min(times)).total_seconds() // 60) if times else 0

    def on_links(self) -> dict[Pair, tuple[Decision, ...]]:
        """The words that stand on each pair of accounts."""
        return _standing((pair(one.left, one.right or ""), one) for one in self.decisions if one.act in ON_LINKS)

    def on_deals(self) -> dict[frozenset[str], tuple[Decision, ...]]:
        """The words that stand on each set of messages and payments."""
        return _standing((frozenset(one.holds), one) for one in self.decisions if one.act.endswith("-deal"))


def one_of(words: Iterable[Decision], acts: Collection[str]) -> bool:
    """Whether there are words, and all say this: officers who differ have decided nothing."""
    said = [one.act for one in words]
    return bool(said) and all(act in acts for act in said)


def pair(left: str, right: str) -> Pair:
    """Two accounts, whichever was named first."""
    return (left, right) if left < right else (right, left)


def held(deal: Row) -> frozenset[str]:
    """The messages and payments that a deal rests on."""
    return frozenset({*_texts(deal["messages"]), *_texts(deal["payments"])})


def _standing(said: Iterable[tuple[K, Decision]]) -> dict[K, tuple[Decision, ...]]:
    history: dict[K, list[Decision]] = {}
    for key, one in sorted(said, key=lambda each: each[1].order):
        history.setdefault(key, []).append(one)
    return {key: standing(decisions)[0] for key, decisions in history.items()}


def _texts(value: object) -> Iterator[str]:
    return map(str, value) if isinstance(value, list | tuple) else iter(())
