# SPDX-License-Identifier: Apache-2.0
"""Joins the copies of each conversation of a case, and says how far clocks were apart and what else may be one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from suluh.model.after.beyond import Joint
from suluh.model.ids import make_id
from suluh.model.people import Link
from suluh.model.talk import Conversation, Message
from suluh.readers.copies.bounds.whose import Whose
from suluh.readers.copies.ends.settled import Settled
from suluh.readers.copies.ends.sight import Sight
from suluh.readers.copies.found import (
    Clocks,
    by_going_on,
    by_members,
    by_title,
    by_turns,
    by_words,
    held_of,
    is_asked,
    is_told,
    may_be,
)
from suluh.readers.copies.groups.onward import onward
from suluh.readers.copies.lines.align import Said, leftover, said
from suluh.readers.copies.lines.marks import Minutes, across, marks, rare_words
from suluh.readers.copies.lines.offset import Tie, apart, ties, untied
from suluh.readers.copies.lines.within import Every, Told, Within
from suluh.readers.copies.talks import Beside, Known, Orders, groups, known_talks
from suluh.readers.copies.together import accounts, from_first, sets, together


class Copies(NamedTuple):
    """What is joined: groups of messages, and the conversations they stand in; and why, or why not, as links."""

    messages: tuple[tuple[Message, ...], ...]
    conversations: tuple[Joint, ...]
    links: tuple[Link, ...] = ()
    """One for every two that are joined, may be one, or of which an officer spoke; without what officers said."""


NO_COPIES = Copies((), ())
NOTHING_BESIDE = Beside()


def copies(
    messages: Every,
    conversations: Iterable[Conversation],
    orders: Orders,
    minutes: Minutes,
    within: Within | None = None,
    beside: Beside = NOTHING_BESIDE,
) -> Copies:
    """The copies of a case; `messages` gives every message each time it is called, and `within` those of some talks."""
    known = known_talks(conversations, orders)
    whose = Whose(known, beside)
    rare, titled, every = rare_words(messages()), groups(known), Told(messages, within)
    spoken = {pair for pair in beside.words if set(pair) <= known.keys()}
    there = every.of(rare.conversations | titled.keys())
    told = apart(across(marks(there, rare.words, minutes, titled).values()))
    tied = {tie.pair: tie for tie in ties(told) if may_be(tie.pair, known)}
    found = [tie for tie in tied.values() if is_told(tie, known)]
    asked = [tie for tie in tied.values() if is_asked(tie, known, rare)]
    held = held_of(every, [*found, *asked, *map(untied, spoken)])
    kept = list(by_words(found, held, whose, minutes, rare.words))
    turned = by_turns(kept, found, known, every, minutes)
    held |= held_of(every, [tie for tie in turned if not set(tie.pair) <= held.keys()])
    kept += by_words(turned, held, whose, minutes, rare.words, Clocks(kept, known))
    fresh = [tie for tie in turned if tie.pair not in tied]
    tied |= {tie.pair: tie for tie in fresh}
    clocks = Clocks(kept, known)
    kept += by_members(titled, held, every, minutes, clocks)
    members = {name: one.members for name, one in known.items() if name in titled}
    alone = onward(every.of(titled.keys()), titled, members, (), minutes) if titled else []
    kept += by_going_on(alone, kept, held, every, minutes, clocks)
    asked += fresh
    asked += by_title(titled, known, {tie.pair for tie in asked}, clocks)
    settled = Settled(Sight(known, held, minutes, rare.words, beside, clocks), kept, tied)
    groups_of_one = [pair for one in settled.holds for pair in one.messages]
    surely = [one.tie for one in settled.holds]
    groups_of_one += _across(surely, held, minutes, groups_of_one)
    later = onward(every.of(titled.keys()), titled, members, together(surely), minutes) if titled else []
    ends = [*surely, *settled.onward(later)]
    links = tuple(settled.links(asked, ends))
    return Copies(tuple(groups_of_one), tuple(_joints(ends, known)), links)


def _across(
    kept: Sequence[Tie], held: Mapping[str, list[Message]], minutes: Minutes, groups: Sequence[tuple[Message, ...]]
) -> Iterator[tuple[Message, Message]]:
    """What copies share that only a third one shows to be one, as far as no other copy has it."""
    tied, has = {tie.pair for tie in kept}, _Has()
    for group in groups:
        has.join(*group)
    for names, inside in sets(kept):
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


def _joints(found: Sequence[Tie], known: Mapping[str, Known]) -> Iterator[Joint]:
    """One joint for each set of copies, the first entered before the others."""
    for group, inside in sets(found):
        names = sorted(group, key=lambda name: known[name].rank)
        shifts, agree = from_first(names[0], inside)
        yield Joint(
            id=make_id("joint", "conversation", names[0]),
            record="conversation",
            members=tuple(names),
            places=tuple(known[name].place for name in names),
            shifts=tuple(shifts[name] for name in names),
            agree=agree,
            same=tuple(sorted(accounts(inside))),
        )
