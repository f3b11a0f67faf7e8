# SPDX-License-Identifier: Apache-2.0
"""Lays two conversations side by side, with all that is known of them beside what is said."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from suluh.model.place import Place
from suluh.model.rules.copies import bound_to
from suluh.model.talk import Message
from suluh.readers.copies.align import STEPS, laid_out
from suluh.readers.copies.found import Clocks, Kept, kind_of, on_one_clock, span, with_the_others
from suluh.readers.copies.marks import Minutes
from suluh.readers.copies.offset import Pair, Tie
from suluh.readers.copies.proposed import Seen
from suluh.readers.copies.talks import Beside, Known, is_of_three, is_of_two_ids, shown


@dataclass(frozen=True)
class Sight:
    """What is known of the conversations of a case that may have copies."""

    known: Mapping[str, Known]
    held: Mapping[str, list[Message]]
    minutes: Minutes
    rare: AbstractSet[bytes]
    beside: Beside
    clocks: Clocks

    def _exhibit(self, name: str) -> str:
        """The exhibit on which a conversation was sighted first."""
        return self.known[name].place.exhibit

    def places(self, pair: Pair) -> tuple[Place, ...]:
        """Where two conversations stand."""
        return tuple(self.known[name].place for name in pair)

    @cached_property
    def spans(self) -> Mapping[str, tuple[int, int]]:
        """The first and last minute of each that has any."""
        found = ((name, span(messages, self.minutes)) for name, messages in self.held.items())
        return {name: when for name, when in found if when is not None}

    @cached_property
    def sides(self) -> Mapping[str, frozenset[str]]:
        """The accounts that each talk of two shows; of a group none are told."""
        spoken = (name for pair in self.beside.words for name in pair if name in self.known)
        return {name: self._sides(name) for name in {*self.held, *spoken}}

    def _sides(self, name: str) -> frozenset[str]:
        one = self.known[name]
        if not one.is_direct:
            return frozenset()
        return shown({*one.members, *self._senders(name)}, one.place.exhibit, self.beside.own)

    def can_never_be(self, pair: Pair) -> bool:
        """Whether ids or accounts say that two conversations are two."""
        return is_of_two_ids(pair) or is_of_three(*(self.sides.get(name, frozenset()) for name in pair))

    def seen(self, tie: Tie) -> Seen | None:
        """Two conversations side by side; nothing where either holds nothing that has a time."""
        sides = self.held.get(tie.pair[0], []), self.held.get(tie.pair[1], [])
        kind = kind_of(tie.pair, self.known)
        whole = with_the_others(tie, sides, kind, self.minutes)
        first, second = on_one_clock(*sides, whole, self.minutes)
        if not first or not second:
            return None
        return Seen(
            whole,
            kind,
            first,
            second,
            laid_out(first, second, (0, tie.beside) if tie.beside else STEPS),
            (self._exhibit(tie.pair[0]), self._exhibit(tie.pair[1])),
            (self.sides[tie.pair[0]], self.sides[tie.pair[1]]),
            frozenset(self._listed(tie.pair)),
            tie.shift in self.clocks.of_exhibits(tie.pair),
        )

    def by_word(self, tie: Tie) -> Kept:
        """Two that an officer said are one, with what is one in them as far as it can be told who is who."""
        seen = self.seen(tie if tie.authors else tie._replace(authors=self._same(tie.pair)))
        return Kept(tie, []) if seen is None else Kept(seen.tie, seen.laid.messages)

    def _same(self, pair: Pair) -> tuple[tuple[str, str], ...]:
        """Accounts of the one with those of the other that are the same by number or id."""
        mine, theirs = (self._wrote(name) for name in pair)
        return tuple((mine[one], theirs[one]) for one in sorted(mine.keys() & theirs.keys()))

    def _wrote(self, name: str) -> dict[str, str]:
        """Who wrote in a conversation, by the account that is known of them."""
        senders = self._senders(name)
        known = ((shown((one,), self._exhibit(name), self.beside.own), one) for one in senders)
        return {next(iter(account)): one for account, one in known if account}

    def _senders(self, name: str) -> list[str]:
        return sorted({message.sender for message in self.held.get(name, ()) if message.sender is not None})

    def _listed(self, pair: Pair) -> Iterator[str]:
        """Accounts of the one that an address book has under the name by which the other calls a side."""
        for name, other in (pair, pair[::-1]):
            sides = self.sides[other]
            for bound in filter(None, map(bound_to, {*self.known[name].members, *self._senders(name)})):
                yield from self.beside.listed.get(bound, frozenset()) & sides
