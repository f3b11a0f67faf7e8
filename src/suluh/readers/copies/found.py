# SPDX-License-Identifier: Apache-2.0
"""Which two conversations the program finds to be one, which it looks at, and how they lie side by side."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from suluh.model.talk import Message
from suluh.readers.copies.bounds.whose import Whose
from suluh.readers.copies.groups.going_on import agreeing, beside_the_earlier
from suluh.readers.copies.groups.titled import Heard, by_times, titled_pairs
from suluh.readers.copies.groups.writers import by_minutes
from suluh.readers.copies.lines.align import STEPS, Said, in_common, laid_out, said
from suluh.readers.copies.lines.chains import chained
from suluh.readers.copies.lines.marks import MOST, Minutes, Rare, across
from suluh.readers.copies.lines.offset import Pair, Tie, apart, is_known, ties, untied
from suluh.readers.copies.lines.within import Told
from suluh.readers.copies.proposed import Why, agreed
from suluh.readers.copies.shown import LEAST_EQUAL, Kind, is_one
from suluh.readers.copies.stepped import Stepped, stepped
from suluh.readers.copies.talks import SIDES, Known, is_hidden_in_both, is_of_two_ids, is_titled
from suluh.readers.copies.together import accounts

SHORT_TALK = 12
"""Messages of a talk of which one rare one is enough to lay it beside another. Set by hand."""


class Kept(NamedTuple):
    """Two copies with what is one in them."""

    tie: Tie
    messages: list[tuple[Message, Message]]
    why: Why = Why("equal-words")


def held_of(every: Told, found: Sequence[Tie]) -> dict[str, list[Message]]:
    """The messages of each conversation that may have a copy."""
    held: dict[str, list[Message]] = defaultdict(list)
    for message in every.of({name for tie in found for name in tie.pair}):
        held[message.conversation].append(message)
    return held


def by_words(
    found: Iterable[Tie],
    held: Mapping[str, list[Message]],
    whose: Whose,
    minutes: Minutes,
    rare: frozenset[bytes],
    clocks: "Clocks | None" = None,
) -> Iterator[Kept]:
    """The ties that hold when the two are laid side by side; by their turns as well where clocks are given."""
    for tie in found:
        sides = held[tie.pair[0]], held[tie.pair[1]]
        kind = kind_of(tie.pair, whose.known, clocks.of_exhibits(tie.pair) if clocks else frozenset())
        whole = with_the_others(tie, sides, kind, minutes)
        first, second = on_one_clock(*sides, whole, minutes)
        laid = laid_out(first, second, (0, tie.beside) if tie.beside else STEPS)
        is_whole = is_one(first, second, laid, whole, kind, rare)
        has_rest = clocks is None and len(laid.messages) < min(len(first), len(second))
        moved = _moved(first, second, whole, kind, rare) if has_rest else None
        if not is_whole and moved is None:
            continue
        one_clock, both = (moved.sides, moved.laid) if moved else ((first, second), laid)
        if kind.is_direct and whose.doubt(whole, *one_clock, len(both.messages)):
            continue
        if moved is not None:
            why = Why("equal-words", agreed(moved.laid.equal, rare), moved.shifts)
            yield Kept(whole._replace(shift=moved.shifts[0]), moved.laid.messages, why)
        else:
            why = Why("equal-turns" if clocks else "equal-words", agreed(laid.equal, rare))
            yield Kept(whole, laid.messages, why)


def by_turns(
    kept: Iterable[Kept], found: Iterable[Tie], known: Mapping[str, Known], every: Told, minutes: Minutes
) -> list[Tie]:
    """Ties between talks of two on several exhibits that words did not show to be one, by their turns where need be."""
    done = {one.tie.pair for one in kept}
    loose = {name for name, one in known.items() if one.is_direct} - {name for pair in done for name in pair}
    if len({known[name].place.exhibit for name in loose}) <= 1:
        return []
    near = [tie for tie in found if tie.pair not in done]
    tied = {tie.pair for tie in near}
    turns = ties(apart(across(chained(every.by_talk(loose), minutes))))
    fresh = (tie for tie in turns if tie.pair not in tied and may_be(tie.pair, known))
    return near + [tie for tie in fresh if is_told(tie, known)]


def _moved(first: list[Said], second: list[Said], tie: Tie, kind: Kind, rare: frozenset[bytes]) -> Stepped | None:
    """Two copies of which one clock was moved in between; given on one clock, they are looked at each on its own."""
    own = [one._replace(minute=one.minute + tie.shift) for one in second] if tie.shift else second
    return stepped(first, own, tie, kind, rare)


def by_members(
    titled: Mapping[str, str],
    held: dict[str, list[Message]],
    every: Told,
    minutes: Minutes,
    clocks: "Clocks",
) -> list[Kept]:
    """Groups of one title whose members wrote at the same times, as far as nothing else ties them."""
    pairs = [pair for pair in titled_pairs(titled) if clocks.of_exhibits(pair) and may_be(pair, titled)]
    missing = [Tie(pair, 0, 0, ()) for pair in pairs if not set(pair) <= held.keys()]
    held |= held_of(every, missing)
    heard = {name: Heard.of(held.get(name, ()), minutes) for pair in pairs for name in pair}
    found = (by_times(pair, (heard[pair[0]], heard[pair[1]]), clocks.of_exhibits(pair)) for pair in pairs)
    sides = [(tie, held[tie.pair[0]], held[tie.pair[1]]) for tie in found if tie is not None]
    laid = [(tie, laid_out(*on_one_clock(one, other, tie, minutes))) for tie, one, other in sides]
    kept = [Kept(tie, both.messages, Why("by-times")) for tie, both in laid]
    return [one for one in kept if len(one.messages) >= MOST * one.tie.agree]


def by_going_on(
    later: Iterable[Tie],
    kept: Iterable[Kept],
    held: dict[str, list[Message]],
    every: Told,
    minutes: Minutes,
    clocks: "Clocks",
) -> list[Kept]:
    """Groups of one title of which one went on where a sure copy of the other ended, and the rest agrees."""
    found = beside_the_earlier(later, (one.tie for one in kept))
    held |= held_of(every, [untied(beside.pair) for beside in found if not set(beside.pair) <= held.keys()])
    more = []
    for beside in found:
        one, other = (held.get(name, []) for name in beside.pair)
        same = {account: first for first, account in accounts(beside.sure)}
        first = said(one, minutes, same, 0)
        sides = {shift: (first, said(other, minutes, same, shift)) for shift in clocks.of_exhibits(beside.pair)}
        if tie := agreeing(beside, sides):
            laid = laid_out(*on_one_clock(one, other, tie, minutes))
            more.append(Kept(tie, laid.messages, Why("by-times")))
    return more


def span(messages: Iterable[Message], minutes: Minutes) -> tuple[int, int] | None:
    """When the first and the last message of a copy was sent; null where nothing has a time."""
    sent = [minute for one in messages if (minute := minutes(one)) is not None]
    return (min(sent), max(sent)) if sent else None


class Clocks:
    """How far the clocks of two exhibits may be apart: one of them may be wrong."""

    def __init__(self, kept: Sequence[Kept], known: Mapping[str, Known]) -> None:
        self._known, self._tied = known, {each.tie.pair for each in kept}
        self._ahead: dict[str, set[int]] = defaultdict(lambda: {0})
        for tie in (each.tie for each in kept):
            one, other = (known[name].place.exhibit for name in tie.pair)
            self._ahead[one].add(-tie.shift)
            self._ahead[other].add(tie.shift)

    def of_exhibits(self, pair: tuple[str, str]) -> AbstractSet[int]:
        """By what surer copies say of each of the two; none for copies of one exhibit, or for what is tied already."""
        if pair in self._tied:
            return frozenset()
        one, other = (self._known[name].place.exhibit for name in pair)
        if one == other:
            return frozenset()
        return self._ahead[other] | {-ahead for ahead in self._ahead[one]}


def on_one_clock(one: list[Message], other: list[Message], tie: Tie, minutes: Minutes) -> tuple[list[Said], list[Said]]:
    """Two copies on one clock and under the same authors."""
    same = {account: first for first, account in accounts((tie,))}
    return said(one, minutes, same, 0), said(other, minutes, same, tie.shift)


def kind_of(pair: Pair, known: Mapping[str, Known], ahead: AbstractSet[int] = frozenset()) -> Kind:
    """What is known of two conversations; `ahead` are differences of their clocks, if they stand on two exhibits."""
    are_apart = len({known[name].place.exhibit for name in pair}) > 1
    return Kind(all(known[name].is_direct for name in pair), is_titled(pair, known), are_apart, ahead or None)


def with_the_others(tie: Tie, sides: tuple[list[Message], list[Message]], kind: Kind, minutes: Minutes) -> Tie:
    """A tie with who is who besides: the other side of a talk of two, the members of a group of one title."""
    if kind.is_direct:
        return with_the_other_side(tie, *sides)
    if not kind.is_titled:
        return tie
    first, second = in_common(*on_one_clock(*sides, tie, minutes))
    return tie._replace(authors=(*tie.authors, *by_minutes(first, second)))


def with_the_other_side(tie: Tie, one: Iterable[Message], other: Iterable[Message]) -> Tie:
    """A tie of two talks of two, of which one side is known: then the other is the other, if it can be."""
    speakers = [{message.sender for message in side if message.sender is not None} for side in (one, other)]
    mine, theirs = (side - {authors[n] for authors in tie.authors} for n, side in enumerate(speakers))
    if any(len(side) != SIDES for side in speakers) or not len(mine) == len(theirs) == 1:
        return tie
    rest = mine.pop(), theirs.pop()
    if rest[0] != rest[1] and all(map(is_known, rest)):
        return tie
    return tie._replace(authors=(*tie.authors, rest))


def may_be(pair: Pair, known: Container[str]) -> bool:
    """Whether two are known, and nothing in their ids says that they are two."""
    return all(name in known for name in pair) and not is_of_two_ids(pair)


def is_told(tie: Tie, known: Mapping[str, Known]) -> bool:
    """Whether two are worth laying side by side: enough is the same, or an account has a talk of two in both."""
    one, other = (known[name] for name in tie.pair)
    if not (one.is_direct and other.is_direct):
        return tie.agree >= LEAST_EQUAL
    same = [left for left, right in tie.authors if left == right]
    if is_hidden_in_both(tie.pair, known, same):
        return False
    return tie.agree >= LEAST_EQUAL or any(map(is_known, same))


def by_title(titled: Mapping[str, str], known: Container[str], asked: Container[Pair], clocks: Clocks) -> Iterator[Tie]:
    """Groups of one title that no rare words tie, on each difference of clocks that may be theirs."""
    for pair in titled_pairs(titled):
        if may_be(pair, known) and pair not in asked:
            yield from (Tie(pair, shift, 0, ()) for shift in sorted(clocks.of_exhibits(pair)))


def is_asked(tie: Tie, known: Mapping[str, Known], rare: Rare) -> bool:
    """Whether two are worth looking at though too little may show it.

    On two exhibits one is a short talk, or two rare things agree; on one exhibit two have said some, or three agree.
    """
    one, other = (known[name] for name in tie.pair)
    same = [left for left, right in tie.authors if left == right]
    if one.is_direct != other.is_direct or (one.is_direct and is_hidden_in_both(tie.pair, known, same)):
        return False
    is_short = min(rare.sizes.get(name, SHORT_TALK) for name in tie.pair) <= SHORT_TALK
    if one.place.exhibit != other.place.exhibit:
        return is_short or tie.agree > 1
    return len(tie.authors) >= SIDES or tie.agree >= LEAST_EQUAL
