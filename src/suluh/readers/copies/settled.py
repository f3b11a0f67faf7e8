# SPDX-License-Identifier: Apache-2.0
"""Which conversations are one in the end: what the program found, what officers said, and what nobody can join.

1. What an officer said of two holds before what the program found of them.
2. Ties that contradict each other join nothing (`together`); of these an officer may choose.
3. Two that can never be one are joined by nobody's word.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec.structs import replace

from suluh.model.people import Link
from suluh.readers.copies.found import Kept
from suluh.readers.copies.offset import Pair, Tie, untied
from suluh.readers.copies.proposed import AGAINST_WORDS, THREE, Why, joined, link, may_be, proposal
from suluh.readers.copies.sight import Sight
from suluh.readers.copies.together import is_taken, mixed, parted, together, unclear


def _ends(pair: Pair, sets: Mapping[str, str]) -> frozenset[str]:
    """The two sets of copies to which two conversations belong."""
    return frozenset(sets.get(name, name) for name in pair)


class Settled:
    """What of the ties of a case holds."""

    def __init__(self, sight: Sight, found: Iterable[Kept], tied: Mapping[Pair, Tie]) -> None:
        """`found` is what the program found, `tied` all that rare words tie."""
        self._sight, self._tied = sight, tied
        self._found = {one.tie.pair: one for one in found}
        self._later: list[Tie] = []
        """Ties of groups that go on."""

        self._words = {pair: said for pair, said in sight.beside.words.items() if set(pair) <= sight.known.keys()}
        self._exhibits = {name: one.place.exhibit for name, one in sight.known.items()}

    @cached_property
    def holds(self) -> list[Kept]:
        """What is one: what officers joined, and what the program found as far as nobody spoke against it."""
        spoken = [one for one in self._joined if one.tie.pair not in self._mixed]
        free = [one for pair, one in self._found.items() if pair not in self._words and pair not in self._unclear]
        ties = [one.tie for one in (*spoken, *free)]
        left = {tie.pair for tie in parted(ties, self._apart, self._confirmed)}
        return [one for one in (*free, *spoken) if one.tie.pair in left]

    def onward(self, found: Iterable[Tie]) -> list[Tie]:
        """Of the ties of groups that go on those that nothing speaks against."""
        self._later = list(found)
        sure = [one.tie for one in self.holds]
        free = [tie for tie in self._later if tie.pair not in self._words]
        left = parted([*sure, *free], self._apart, {tie.pair for tie in sure})
        return [tie for tie in free if tie in left]

    def links(self, asked: Iterable[Tie], ends: Iterable[Tie]) -> Iterator[Link]:
        """One for each two of which anything is to be said; `ends` are all ties that hold in the end."""
        last = list(ends)
        holds, found = {tie.pair for tie in last}, dict[Pair, Link]()
        for pair, one in self._found.items():
            places, is_clear = self._sight.places(pair), pair not in self._unclear
            found[pair] = joined(one.tie, one.why, places, is_clear=is_clear, merges=pair in holds)
        for tie in self._later:
            places = self._sight.places(tie.pair)
            found[tie.pair] = joined(tie, Why("goes-on"), places, is_clear=True, merges=tie.pair in holds)
        found |= {one.pair: made for one, made in self._proposed(asked, found.keys(), last)}
        for pair in sorted(self._words):
            said = found.get(pair) or link(pair, self._sight.places(pair))
            found[pair] = replace(said, merges=pair in holds)
        yield from (self._explained(pair, found[pair]) for pair in sorted(found))

    def _explained(self, pair: Pair, one: Link) -> Link:
        """With the reason for which two are apart though an officer, or the program, says that they are one."""
        is_said = self._words.get(pair) == "confirmed" or (pair not in self._words and pair in self._sure)
        if pair in self._words and self._sight.can_never_be(pair):
            return replace(one, reasons_against=(*one.reasons_against, THREE))
        if one.merges or not is_said:
            return one
        return replace(one, reasons_against=(*one.reasons_against, AGAINST_WORDS))

    def _proposed(self, asked: Iterable[Tie], known: Iterable[Pair], last: list[Tie]) -> Iterator[tuple[Tie, Link]]:
        """What may be one and is not joined; of two sets of copies, or two clocks, that in which most agrees."""
        sight, spans = self._sight, self._sight.spans
        sets = {name: min(names) for names in together(last) for name in names}
        spoken = {_ends(pair, sets) for pair in self._words}
        fresh = [tie for tie in asked if tie.pair not in known and _ends(tie.pair, sets) not in spoken]
        open_ = [tie for tie in fresh if len(_ends(tie.pair, sets)) > 1 and not sight.can_never_be(tie.pair)]
        seen = [one for one in map(sight.seen, open_) if one is not None and may_be(one)]
        seen.sort(key=lambda one: len(one.laid.equal))
        best = {_ends(one.tie.pair, sets): one for one in seen}
        free = [one for one in best.values() if not is_taken(one.tie.pair, last, spans, self._exhibits)]
        ties = [one.tie for one in free]
        rivals = unclear(ties, spans, self._exhibits, {})
        for one in free:
            places = sight.places(one.tie.pair)
            yield one.tie, proposal(one, sight.rare, places, has_rival=not rivals.isdisjoint(one.tie.pair))

    @cached_property
    def _sure(self) -> frozenset[Pair]:
        """What the program would join if nobody spoke."""
        clear = {pair for pair in self._found if pair not in self._unclear}
        return frozenset({*clear, *(tie.pair for tie in self._later)})

    @cached_property
    def _confirmed(self) -> frozenset[Pair]:
        return frozenset(pair for pair, said in self._words.items() if said == "confirmed")

    @cached_property
    def _apart(self) -> frozenset[Pair]:
        return frozenset(pair for pair, said in self._words.items() if said == "rejected")

    @cached_property
    def _joined(self) -> list[Kept]:
        """What officers joined, but for what can never be one."""
        pairs = [pair for pair in sorted(self._confirmed) if not self._sight.can_never_be(pair)]
        ties = [self._tied.get(pair, untied(pair)) for pair in pairs]
        return [self._found.get(tie.pair) or self._sight.by_word(tie) for tie in ties]

    @cached_property
    def _mixed(self) -> frozenset[Pair]:
        """What officers joined in sets in which accounts would be made one that are known to be two."""
        ties = [one.tie for one in self._joined]
        names = mixed(ties, self._sight.sides)
        return frozenset(tie.pair for tie in ties if not names.isdisjoint(tie.pair))

    @cached_property
    def _unclear(self) -> frozenset[Pair]:
        """What the program found of conversations that contradicts something else."""
        spoken = [one.tie for one in self._joined if one.tie.pair not in self._mixed]
        free = [one.tie for pair, one in self._found.items() if pair not in self._words]
        names = unclear([*spoken, *free], self._sight.spans, self._exhibits, self._sight.sides)
        return frozenset(pair for pair in self._found if not names.isdisjoint(pair))
