# SPDX-License-Identifier: Apache-2.0
"""Which conversations are one in the end: what the program found, what officers said, and what nobody can join.

1. What an officer said of two holds before what the program found of them.
2. Ties that contradict each other join nothing (`together`); of these an officer may choose.
3. Two that can never be one are joined by nobody's word, nor by way of others: what the program surely found to be one
   stays so, and the word gives way. An officer who knows better parts that first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from msgspec.structs import replace

from suluh.model.people import Link
from suluh.model.trade import Term
from suluh.readers.copies.bounds.two import Two
from suluh.readers.copies.bounds.why import PARTED, RIVAL, RIVAL_BESIDE, known_two, known_two_by_others
from suluh.readers.copies.ends.sight import Sight
from suluh.readers.copies.found import Kept
from suluh.readers.copies.lines.offset import Pair, Tie, untied
from suluh.readers.copies.proposed import Why, joined, link, may_be, proposal
from suluh.readers.copies.together import is_taken, mixed, near_by, parted, rivals, together


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

        self._gave_way: dict[Pair, Term] = {}
        """What is kept apart in the end for what would be joined by way of it, with why."""

        self._words = {pair: said for pair, said in sight.beside.words.items() if set(pair) <= sight.known.keys()}
        self._exhibits = {name: one.place.exhibit for name, one in sight.known.items()}

    @cached_property
    def holds(self) -> list[Kept]:
        """What is one: what officers joined, and what the program found as far as nobody spoke against it."""
        spoken = [one for one in self._joined if one.tie.pair not in self._refused]
        free = [one for pair, one in self._found.items() if pair not in self._words and pair not in self._unclear]
        left = {tie.pair for tie in self._gate([one.tie for one in (*spoken, *free)], self._confirmed)}
        return [one for one in (*free, *spoken) if one.tie.pair in left]

    def onward(self, found: Iterable[Tie]) -> list[Tie]:
        """Of the ties of groups that go on those that nothing speaks against."""
        self._later = list(found)
        sure = [one.tie for one in self.holds]
        free = [tie for tie in self._later if tie.pair not in self._words]
        known = mixed([*sure, *free], self._sight.shows)
        self._gave_way |= {one.pair: known_two_by_others(known[one.pair[0]]) for one in free if one.pair[0] in known}
        free = [tie for tie in free if tie.pair not in self._gave_way]
        left = {tie.pair for tie in self._gate([*sure, *free], {tie.pair for tie in sure})}
        return [tie for tie in free if tie.pair in left]

    def _gate(self, ties: Sequence[Tie], spoken: AbstractSet[Pair]) -> list[Tie]:
        """The ties that hold: none by way of which two are joined that officers parted or that are known to be two."""
        left = parted(ties, self._apart, spoken)
        known = mixed(left, self._sight.shows)
        held = {tie.pair for tie in left}
        self._gave_way |= {tie.pair: PARTED for tie in ties if tie.pair not in held}
        self._gave_way |= {tie.pair: known_two_by_others(known[tie.pair[0]]) for tie in left if tie.pair[0] in known}
        return [tie for tie in left if tie.pair[0] not in known]

    def links(self, asked: Iterable[Tie], ends: Iterable[Tie]) -> Iterator[Link]:
        """One for each two of which anything is to be said; `ends` are all ties that hold in the end."""
        last = list(ends)
        holds, found = {tie.pair for tie in last}, dict[Pair, Link]()
        for pair, one in self._found.items():
            against = (self._unclear[pair],) if pair in self._unclear else ()
            found[pair] = joined(one.tie, one.why, self._sight.places(pair), against, merges=pair in holds)
        for tie in self._later:
            found[tie.pair] = joined(tie, Why("goes-on"), self._sight.places(tie.pair), (), merges=tie.pair in holds)
        found |= {one.pair: made for one, made in self._proposed(asked, found.keys(), last)}
        for pair in sorted(self._words):
            said = found.get(pair) or link(pair, self._sight.places(pair))
            found[pair] = replace(said, merges=pair in holds)
        yield from (self._explained(pair, found[pair]) for pair in sorted(found))

    def _explained(self, pair: Pair, one: Link) -> Link:
        """With the reason for which two are apart though an officer, or the program, says that they are one."""
        why = self._never(pair) if pair in self._words else None
        told = known_two(why) if why else self._refused.get(pair) or self._gave_way.get(pair)
        if one.merges or told is None or told in one.reasons_against:
            return one
        return replace(one, reasons_against=(*one.reasons_against, told))

    def _proposed(self, asked: Iterable[Tie], known: Iterable[Pair], last: list[Tie]) -> Iterator[tuple[Tie, Link]]:
        """What may be one and is not joined; of two sets of copies, or two clocks, that in which most agrees."""
        sight, spans = self._sight, self._sight.spans
        sets = {name: min(names) for names in together(last) for name in names}
        spoken = {_ends(pair, sets) for pair in self._words}
        fresh = [tie for tie in asked if tie.pair not in known and _ends(tie.pair, sets) not in spoken]
        open_ = [tie for tie in fresh if len(_ends(tie.pair, sets)) > 1 and not sight.never(tie)]
        seen = [one for one in map(sight.seen, open_) if one is not None and may_be(one, sight.rare)]
        seen.sort(key=lambda one: len(one.laid.equal))
        best, near = {_ends(one.tie.pair, sets): one for one in seen}, near_by(last)
        free = [one for one in best.values() if not is_taken(one.tie.pair, near, spans, self._exhibits)]
        fitting = rivals([one.tie for one in free], spans, self._exhibits)
        for one in free:
            beside = _rival(one.tie.pair, fitting)
            yield one.tie, proposal(one, sight.rare, sight.places(one.tie.pair), [beside] if beside else [])

    @cached_property
    def _confirmed(self) -> frozenset[Pair]:
        return frozenset(pair for pair, said in self._words.items() if said == "confirmed")

    @cached_property
    def _apart(self) -> frozenset[Pair]:
        return frozenset(pair for pair, said in self._words.items() if said == "rejected")

    @cached_property
    def _joined(self) -> list[Kept]:
        """What officers joined, but for what can never be one."""
        ties = [self._tie(pair) for pair in sorted(self._confirmed) if not self._never(pair)]
        return [self._found.get(tie.pair) or self._sight.by_word(tie) for tie in ties]

    def _tie(self, pair: Pair) -> Tie:
        return self._found[pair].tie if pair in self._found else self._tied.get(pair, untied(pair))

    def _never(self, pair: Pair) -> Two | None:
        return self._sight.never(self._tie(pair))

    @cached_property
    def _refused(self) -> dict[Pair, Term]:
        """What officers joined that by way of others is known to be two; what the program surely found stays."""
        found = [one.tie for pair, one in self._found.items() if self._words.get(pair, "confirmed") == "confirmed"]
        against = self._contradicted(found)
        sure = {tie.pair: tie for tie in found if tie.pair not in against}
        said = [one.tie for one in self._joined if one.tie.pair not in sure]
        known = mixed([*sure.values(), *said], self._sight.shows)
        return {tie.pair: known_two_by_others(known[tie.pair[0]]) for tie in said if tie.pair[0] in known}

    @cached_property
    def _unclear(self) -> dict[Pair, Term]:
        """What the program found that contradicts something else, with how."""
        spoken = [one.tie for one in self._joined if one.tie.pair not in self._refused]
        free = [one.tie for pair, one in self._found.items() if pair not in self._words]
        against = self._contradicted([*spoken, *free])
        return {pair: told for pair, told in against.items() if pair in self._found}

    def _contradicted(self, ties: Sequence[Tie]) -> dict[Pair, Term]:
        """Ties of which something contradicts others, or themselves, with how."""
        fitting = rivals(ties, self._sight.spans, self._exhibits)
        known = mixed([tie for tie in ties if fitting.keys().isdisjoint(tie.pair)], self._sight.shows)
        found: dict[Pair, Term] = {}
        for tie in ties:
            if told := _rival(tie.pair, fitting):
                found[tie.pair] = told
            elif why := next((known[name] for name in tie.pair if name in known), None):
                alone = self._sight.never(tie)
                found[tie.pair] = known_two(alone) if alone else known_two_by_others(why)
        return found


def _rival(pair: Pair, fitting: Mapping[str, AbstractSet[str]]) -> Term | None:
    """What is said where to one of two, two others are tied of which one at most can be the same."""
    if fitting.keys().isdisjoint(pair):
        return None
    one, other = pair
    return RIVAL if other in fitting.get(one, ()) or one in fitting.get(other, ()) else RIVAL_BESIDE
