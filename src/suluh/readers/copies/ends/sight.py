# SPDX-License-Identifier: Apache-2.0
"""Lays two conversations side by side, with all that is known of them beside what is said."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from suluh.model.place import Place
from suluh.model.rules.copies import bound_to
from suluh.model.talk import Message
from suluh.readers.copies.bounds.two import Shows, Two, shows, two
from suluh.readers.copies.bounds.whose import Whose
from suluh.readers.copies.found import Clocks, Kept, kind_of, on_one_clock, span, with_the_others
from suluh.readers.copies.lines.align import STEPS, laid_out
from suluh.readers.copies.lines.marks import Minutes, telling
from suluh.readers.copies.lines.offset import Pair, Tie, is_known
from suluh.readers.copies.proposed import Seen
from suluh.readers.copies.talks import SIDES, Beside, Known


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

    def shows(self, name: str) -> Shows:
        """What a conversation shows of who is in it."""
        if name not in self._shows:
            self._shows[name] = shows(name, self.known[name], self._senders(name), self.beside.own)
        return self._shows[name]

    @cached_property
    def _shows(self) -> dict[str, Shows]:
        return {}

    def never(self, tie: Tie) -> Two | None:
        """Why the conversations of a tie can never be one; null where they can."""
        why = two([self.shows(name) for name in tie.pair], tie.authors)
        return "two-sides" if why is None and not tie.authors and self._is_said_by_others(tie.pair) else why

    def _is_said_by_others(self, pair: Pair) -> bool:
        """Whether two phones know two sides by two numbers, each the other's, and the same words say they are not.

        Then the one's side with a number would be the other's without; it is not where their words are the others'.
        """
        crossed = self._crossed(pair)
        if not crossed:
            return False
        (mine, its), (rest, theirs) = crossed
        said = [self._told(name) for name in pair]
        across = len(said[0][mine] & said[1][its]) + len(said[0][rest] & said[1][theirs])
        return len(said[0][mine] & said[1][theirs]) + len(said[0][rest] & said[1][its]) > across

    def _crossed(self, pair: Pair) -> tuple[tuple[str, str], ...]:
        """Who is who in talks of two phones of which each shows one side by number, and not the same."""
        one, other = map(self.shows, pair)
        if not (one.is_direct and other.is_direct) or len(one.wrote) != SIDES or len(other.wrote) != SIDES:
            return ()
        mine, theirs = ([each for each, account in side.wrote.items() if is_known(account)] for side in (one, other))
        if len(mine) != 1 or len(theirs) != 1 or one.wrote[mine[0]] == other.wrote[theirs[0]]:
            return ()
        [rest], [its] = (side.wrote.keys() - set(known) for side, known in ((one, mine), (other, theirs)))
        return (mine[0], its), (rest, theirs[0])

    def _told(self, name: str) -> dict[str, set[bytes]]:
        """The words by which each who wrote in a conversation can be told."""
        found: dict[str, set[bytes]] = {sender: set() for sender in self.shows(name).wrote}
        for one in self.held.get(name, ()):
            if one.sender is not None and (words := telling(one)) is not None:
                found[one.sender].add(words)
        return found

    def seen(self, tie: Tie) -> Seen | None:
        """Two conversations side by side; nothing where either holds nothing that has a time."""
        sides = self.held.get(tie.pair[0], []), self.held.get(tie.pair[1], [])
        kind = kind_of(tie.pair, self.known)
        whole = with_the_others(tie, sides, kind, self.minutes)
        first, second = on_one_clock(*sides, whole, self.minutes)
        if not first or not second:
            return None
        laid = laid_out(first, second, (0, tie.beside) if tie.beside else STEPS)
        return Seen(
            whole,
            kind,
            first,
            second,
            laid,
            (self._exhibit(tie.pair[0]), self._exhibit(tie.pair[1])),
            (self.shows(tie.pair[0]).accounts, self.shows(tie.pair[1]).accounts),
            frozenset(self._listed(whole)),
            tie.shift in self.clocks.of_exhibits(tie.pair),
            Whose(self.known, self.beside).doubt(whole, first, second, len(laid.messages)) if kind.is_direct else None,
        )

    def by_word(self, tie: Tie) -> Kept:
        """Two that an officer said are one, with what is one in them as far as it can be told who is who."""
        seen = self.seen(tie if tie.authors else tie._replace(authors=self._same(tie.pair)))
        return Kept(tie, []) if seen is None else Kept(seen.tie, seen.laid.messages)

    def _same(self, pair: Pair) -> tuple[tuple[str, str], ...]:
        """Accounts of the one with those of the other that are the same by number or id."""
        mine, theirs = (
            {known: one for one, known in self.shows(name).wrote.items() if is_known(known)} for name in pair
        )
        return tuple((mine[one], theirs[one]) for one in sorted(mine.keys() & theirs.keys()))

    def _senders(self, name: str) -> list[str]:
        return sorted({message.sender for message in self.held.get(name, ()) if message.sender is not None})

    def _listed(self, tie: Tie) -> Iterator[str]:
        """Accounts of the one that an address book has under the name of whom they may be in the other.

        The card of the exhibit's own holder tells nothing of the other side.
        """
        for names, authors in ((tie.pair, tie.authors), (tie.pair[::-1], [pair[::-1] for pair in tie.authors])):
            one, other = map(self.shows, names)
            same = dict(authors)
            for account in sorted({*self.known[names[0]].members, *one.wrote}):
                bound = bound_to(account)
                listed = self.beside.listed.get(bound, frozenset()) if bound else frozenset()
                others = {known for author, known in other.wrote.items() if author != same.get(account)}
                taken = others if account in same else {other.wrote.get(author, "") for author in same.values()}
                yield from (listed & other.accounts) - one.own - taken
