# SPDX-License-Identifier: Apache-2.0
"""Joins the copies of each conversation of a case, and says by what and how far their clocks were apart."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import NamedTuple

from suluh.model.after.beyond import Joint
from suluh.model.ids import make_id
from suluh.model.place import Place
from suluh.model.talk import Conversation, Message, is_hidden, service_of
from suluh.readers.copies.align import STEPS, Said, in_common, laid_out, leftover, said
from suluh.readers.copies.chains import chained
from suluh.readers.copies.marks import MOST, Minutes, across, marks, rare_words
from suluh.readers.copies.offset import Tie, apart, is_known, ties
from suluh.readers.copies.onward import onward
from suluh.readers.copies.shown import LEAST_EQUAL, SIDES, Kind, is_one
from suluh.readers.copies.titled import Heard, by_times, titled_pairs
from suluh.readers.copies.together import accounts, from_first, together, unclear
from suluh.readers.copies.within import Every, Told, Within
from suluh.readers.copies.writers import by_minutes

Orders = Mapping[str, tuple[int, str]]
_LAST = 1 << 62

_OWN_ID = re.compile(r"whatsapp:(?:direct/\+\d{6,15}/\+\d{6,15}|[\d-]{1,40}@g\.us)")
"""A conversation by the id of WhatsApp itself, or by its two numbers: another such id is another conversation."""


class Copies(NamedTuple):
    """What is joined: groups of messages, and the conversations they stand in."""

    messages: tuple[tuple[Message, ...], ...]
    conversations: tuple[Joint, ...]


NO_COPIES = Copies((), ())


class _Known(NamedTuple):
    """Where a conversation is sighted first, and by whom it was entered."""

    rank: tuple[int, str, str]
    place: Place
    group: str | None
    """The title of a group."""

    is_direct: bool
    """Whether it is a talk of two."""

    members: tuple[str, ...]


def copies(
    messages: Every,
    conversations: Iterable[Conversation],
    orders: Orders,
    minutes: Minutes,
    within: Within | None = None,
) -> Copies:
    """The copies of a case; `messages` gives every message each time it is called, and `within` those of some talks."""
    known = _known(conversations, orders)
    rare, titled, every = rare_words(messages()), _groups(known), Told(messages, within)
    if not rare.words and not titled:
        return NO_COPIES
    there = every.of(rare.conversations | titled.keys())
    told = apart(across(marks(there, rare.words, minutes, titled).values()))
    found = [tie for tie in ties(told) if _may_be(tie, known) and _is_told(tie, known)]
    held = _held(every, found)
    kept = list(_shown(found, held, known, minutes, rare.words, None))
    clocks = _Clocks(kept, known)
    left = _left(kept, found, known, every, minutes)
    held |= _held(every, [tie for tie in left if not set(tie.pair) <= held.keys()])
    kept += _shown(left, held, known, minutes, rare.words, clocks)
    kept += _timely(titled, held, every, minutes, _Clocks(kept, known))
    spans = {name: _span(held[name], minutes) for one in kept for name in one.tie.pair}
    none = unclear([one.tie for one in kept], spans, {name: one.place.exhibit for name, one in known.items()})
    kept = [one for one in kept if none.isdisjoint(one.tie.pair)]
    groups = [pair for one in kept for pair in one.messages]
    surely = [one.tie for one in kept]
    groups += _across(surely, held, minutes, groups)
    members = {name: one.members for name, one in known.items() if name in titled}
    surely += onward(every.of(titled.keys()), titled, members, together(surely), minutes) if titled else []
    return Copies(tuple(groups), tuple(_joints(surely, known)))


class _Kept(NamedTuple):
    """Two copies with what is one in them."""

    tie: Tie
    messages: list[tuple[Message, Message]]


def _held(every: Told, found: Sequence[Tie]) -> dict[str, list[Message]]:
    """The messages of each conversation that may have a copy."""
    held: dict[str, list[Message]] = defaultdict(list)
    for message in every.of({name for tie in found for name in tie.pair}):
        held[message.conversation].append(message)
    return held


def _shown(
    found: Iterable[Tie],
    held: Mapping[str, list[Message]],
    known: Mapping[str, _Known],
    minutes: Minutes,
    rare: frozenset[bytes],
    clocks: "_Clocks | None",
) -> Iterator[_Kept]:
    """The ties that hold when the two are laid side by side; by their turns as well once clocks are known."""
    for tie in found:
        one, other = (held[name] for name in tie.pair)
        ahead = clocks.of_exhibits(tie.pair) if clocks is not None else None
        kind = Kind(all(known[name].is_direct for name in tie.pair), _is_titled(tie.pair, known), ahead or None)
        whole = _with_the_other_side(tie, one, other) if kind.is_direct else tie
        first, second = _laid(one, other, whole, minutes)
        if kind.is_titled:
            whole = whole._replace(authors=(*whole.authors, *by_minutes(*in_common(first, second))))
            first, second = _laid(one, other, whole, minutes)
        laid = laid_out(first, second, (0, tie.beside) if tie.beside else STEPS)
        if is_one(first, second, laid, whole, kind, rare):
            yield _Kept(whole, laid.messages)


def _left(
    kept: Sequence[_Kept], found: Sequence[Tie], known: Mapping[str, _Known], every: Told, minutes: Minutes
) -> list[Tie]:
    """Ties between talks of two on several exhibits that words did not show to be one, by their turns where need be."""
    done = {tie.pair for tie in (one.tie for one in kept)}
    loose = {name for name, one in known.items() if one.is_direct} - {name for pair in done for name in pair}
    if len({known[name].place.exhibit for name in loose}) <= 1:
        return []
    near = [tie for tie in found if tie.pair not in done]
    tied = {tie.pair for tie in near}
    turns = ties(apart(across(chained(every.of(loose), minutes))))
    return near + [tie for tie in turns if tie.pair not in tied and _may_be(tie, known) and _is_told(tie, known)]


def _timely(
    titled: Mapping[str, str],
    held: dict[str, list[Message]],
    every: Told,
    minutes: Minutes,
    clocks: "_Clocks",
) -> list[_Kept]:
    """Groups of one title whose members wrote at the same times, as far as nothing else ties them."""
    pairs = [pair for pair in titled_pairs(titled) if clocks.of_exhibits(pair) and _may_be(Tie(pair, 0, 0, ()), titled)]
    missing = [Tie(pair, 0, 0, ()) for pair in pairs if not set(pair) <= held.keys()]
    held |= _held(every, missing)
    heard = {name: Heard.of(held.get(name, ()), minutes) for pair in pairs for name in pair}
    found = (by_times(pair, (heard[pair[0]], heard[pair[1]]), clocks.of_exhibits(pair)) for pair in pairs)
    sides = [(tie, held[tie.pair[0]], held[tie.pair[1]]) for tie in found if tie is not None]
    kept = [_Kept(tie, laid_out(*_laid(one, other, tie, minutes)).messages) for tie, one, other in sides]
    return [one for one in kept if len(one.messages) >= MOST * one.tie.agree]


def _span(messages: Iterable[Message], minutes: Minutes) -> tuple[int, int]:
    """When the first and the last message of a copy was sent."""
    sent = [minute for one in messages if (minute := minutes(one)) is not None]
    return min(sent), max(sent)


class _Clocks:
    """How far the clocks of two exhibits may be apart: one of them may be wrong."""

    def __init__(self, kept: Sequence[_Kept], known: Mapping[str, _Known]) -> None:
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


def _laid(one: list[Message], other: list[Message], tie: Tie, minutes: Minutes) -> tuple[list[Said], list[Said]]:
    """Two copies on one clock and under the same authors."""
    same = {account: first for first, account in accounts((tie,))}
    return said(one, minutes, same, 0), said(other, minutes, same, tie.shift)


def _with_the_other_side(tie: Tie, one: Iterable[Message], other: Iterable[Message]) -> Tie:
    """A tie of two talks of two, of which one side is known: then the other is the other, if it can be."""
    speakers = [{message.sender for message in side if message.sender is not None} for side in (one, other)]
    mine, theirs = (side - {authors[n] for authors in tie.authors} for n, side in enumerate(speakers))
    if any(len(side) != SIDES for side in speakers) or not len(mine) == len(theirs) == 1:
        return tie
    rest = mine.pop(), theirs.pop()
    if rest[0] != rest[1] and all(map(is_known, rest)):
        return tie
    return tie._replace(authors=(*tie.authors, rest))


def _across(
    kept: Sequence[Tie], held: Mapping[str, list[Message]], minutes: Minutes, groups: Sequence[tuple[Message, ...]]
) -> Iterator[tuple[Message, Message]]:
    """What copies share that only a third one shows to be one, as far as no other copy has it."""
    tied, has = {tie.pair for tie in kept}, _Has()
    for group in groups:
        has.join(*group)
    for names in together(kept):
        inside = [tie for tie in kept if tie.pair[0] in names]
        shifts, _ = from_first(min(names), inside)
        same = {account: first for first, account in accounts(inside)}
        for pair in combinations(sorted(names), 2):
            if pair not in tied:
                one, other = (said(held[name], minutes, same, shifts[name]) for name in pair)
                yield from _shared(one, other, pair, has)


def _shared(
    one: Sequence[Said], other: Sequence[Said], pair: tuple[str, str], has: "_Has"
) -> Iterator[tuple[Message, Message]]:
    """What two copies share, as far as it is not known from both of them already."""
    taken = {each.message.id for each in (*one, *other) if has.both(each.message, pair)}
    for first, second in leftover(one, other, taken):
        if not has.both(first, pair) and not has.both(second, pair):
            has.join(first, second)
            yield first, second


class _Has:
    """In which conversations each message was found to stand so far."""

    def __init__(self) -> None:
        self._whole: dict[str, dict[str, str]] = {}

    def join(self, one: Message, other: Message) -> None:
        """Take two records, and all that are one with them, as one message."""
        whole = self._of(one) | self._of(other)
        self._whole |= dict.fromkeys(whole, whole)

    def both(self, one: Message, pair: tuple[str, str]) -> bool:
        """Whether a message is known from both conversations already."""
        return set(pair) <= set(self._of(one).values())

    def _of(self, one: Message) -> dict[str, str]:
        return self._whole.get(one.id, {one.id: one.conversation})


def _groups(known: Mapping[str, _Known]) -> dict[str, str]:
    """Groups whose title another group bears as well, with the title."""
    times = Counter(one.group for one in known.values() if one.group)
    return {name: one.group for name, one in known.items() if one.group and times[one.group] > 1}


def _is_titled(pair: tuple[str, str], known: Mapping[str, _Known]) -> bool:
    """Whether two conversations are groups of one title."""
    titles = {known[name].group if name in known else None for name in pair}
    return len(titles) == 1 and None not in titles


def _may_be(tie: Tie, known: Container[str]) -> bool:
    if any(name not in known for name in tie.pair) or len({service_of(name) for name in tie.pair}) > 1:
        return False
    return not all(map(_OWN_ID.fullmatch, tie.pair))


def _is_told(tie: Tie, known: Mapping[str, _Known]) -> bool:
    """Whether two are worth laying side by side: enough is the same, or an account has a talk of two in both.

    No phone hides its own number: talks of two on two exhibits that show somebody by what hides it are two.
    """
    one, other = (known[name] for name in tie.pair)
    if not (one.is_direct and other.is_direct):
        return tie.agree >= LEAST_EQUAL
    same = [left for left, right in tie.authors if left == right]
    if one.place.exhibit != other.place.exhibit and any(map(is_hidden, same)):
        return False
    return tie.agree >= LEAST_EQUAL or any(map(is_known, same))


def _known(conversations: Iterable[Conversation], orders: Orders) -> dict[str, _Known]:
    """The first sighting of each conversation, in the order of intake."""
    found: dict[str, _Known] = {}
    for one in conversations:
        rank = (*orders.get(one.place.file, (_LAST, one.place.file)), one.id)
        before = found.get(one.conversation)
        members = tuple(dict.fromkeys((*(before.members if before else ()), *one.members)))
        if before is None or rank < before.rank:
            title = one.title if one.kind == "group" else None
            found[one.conversation] = _Known(rank, one.place, title, one.kind == "direct", members)
        else:
            found[one.conversation] = before._replace(members=members)
    return found


def _joints(found: Sequence[Tie], known: Mapping[str, _Known]) -> Iterator[Joint]:
    """One joint for each set of copies, the first entered before the others."""
    for group in together(found):
        names = sorted(group, key=lambda name: known[name].rank)
        shifts, agree = from_first(names[0], [tie for tie in found if tie.pair[0] in group])
        yield Joint(
            id=make_id("joint", "conversation", names[0]),
            record="conversation",
            members=tuple(names),
            places=tuple(known[name].place for name in names),
            shifts=tuple(shifts[name] for name in names),
            agree=agree,
            same=tuple(sorted(accounts(tie for tie in found if tie.pair[0] in group))),
        )
