# SPDX-License-Identifier: Apache-2.0
"""Words and files that are rare enough to tell a conversation by, and when and by whom they were sent in which."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from suluh.model.talk import Message

WORDS = 3
"""So many words at least: "ok" and "terima kasih" are said everywhere."""

RARE = 3
"""A conversation that says the same words oftener is not told by them."""

PLACES = 8
"""Words and files that stand in more conversations are passed on, or written to many. Set by hand."""

MOST = Fraction(2, 3)
"""This part of what either copy holds must be in both. Set by hand: phones lose messages."""

SHORT = 8
"""Bytes of the digest by which words are compared: two of 10^7 messages agree by accident in 3 of 10^6 cases."""

_LONG = 250
_ENOUGH = re.compile(r"\w" + r"\W++\w++" * (WORDS - 1))
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))

Minutes = Callable[[Message], int | None]
"""When a message was sent, in minutes of the clock of its exhibit; null where it has no time."""


class Mark(NamedTuple):
    """One time that rare words were said."""

    conversation: str
    minute: int
    author: str


def digest(text: str) -> bytes:
    """The digest of a text, marks of direction and blanks around it apart."""
    return _kept(text) if len(text) <= _LONG else _digest(text)


def _digest(text: str) -> bytes:
    plain = (text if text.isascii() else text.translate(_MARKS)).strip()
    return blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=SHORT).digest()


_kept = lru_cache(1 << 14)(_digest)
"""A talk is laid beside others many times: what it says is digested once as long as it is short."""


def telling(message: Message) -> bytes | None:
    """The digest of what a conversation can be told by: words of its own, else its files; null for anything else.

    What is marked as passed on tells nothing.
    """
    if message.sender is None or message.forwarded or message.kind not in {"text", "media"}:
        return None
    if message.text:
        return digest(message.text) if _ENOUGH.search(message.text) else None
    files = contents(message)
    return digest(files) if files else None


def contents(message: Message) -> str:
    """The files of a message by their SHA-256, as one text; empty where none is known."""
    if not message.attachments:
        return ""
    return " ".join(sorted(file.sha256 for file in message.attachments if file.sha256))


class Rare(NamedTuple):
    """Words that stand in a few conversations, and in each of them once or twice."""

    words: frozenset[bytes]
    """Their digests."""

    conversations: frozenset[str]
    """Where they stand."""

    sizes: Mapping[str, int]
    """How many messages each of these has."""


def rare_words(messages: Iterable[Message]) -> Rare:
    """The rare words of all messages."""
    names: dict[str, int] = {}
    sizes = Counter[str]()
    keys, places = array("Q"), array("Q")
    for one in messages:
        sizes[one.conversation] += 1
        if (key := telling(one)) is not None:
            keys.append(int.from_bytes(key, "big"))
            places.append(names.setdefault(one.conversation, len(names)))
    every, where = np.frombuffer(keys, dtype=np.uint64), np.frombuffer(places, dtype=np.uint64)
    rare, each = rare_keys(every, where), list(names)
    there = frozenset(each[place] for place in np.unique(where[np.isin(every, rare)]).tolist())
    words = frozenset(int(key).to_bytes(SHORT, "big") for key in rare)
    return Rare(words, there, {name: sizes[name] for name in there})


Numbers = npt.NDArray[np.uint64]


def rare_keys(keys: Numbers, places: Numbers) -> Numbers:
    """Those of the keys that stand in a few places, and in none too often."""
    if not len(keys):
        return keys
    order = np.lexsort((places, keys))
    keys, places = keys[order], places[order]
    begins = np.flatnonzero(np.r_[True, (keys[1:] != keys[:-1]) | (places[1:] != places[:-1])])
    times = np.diff(np.r_[begins, len(keys)])
    each, first = np.unique(keys[begins], return_index=True)
    stands = np.diff(np.r_[first, len(begins)])
    rare: Numbers = each[(stands > 1) & (stands <= PLACES) & (np.maximum.reduceat(times, first) <= RARE)]
    return rare


def marks(
    messages: Iterable[Message], rare: frozenset[bytes], minutes: Minutes, groups: Mapping[str, str]
) -> dict[tuple[bytes, str], list[Mark]]:
    """Where and when each of the rare words was said.

    In groups of one title, which `groups` gives, it is enough that the words are rare among these.
    """
    found: dict[tuple[bytes, str], list[Mark]] = defaultdict(list)
    for one in messages:
        key = telling(one)
        title = "" if key in rare else groups.get(one.conversation)
        minute = minutes(one) if key is not None and title is not None else None
        if key is not None and title is not None and minute is not None and one.sender is not None:
            found[key, title].append(Mark(one.conversation, minute, one.sender))
    return {each: said for each, said in found.items() if _are_rare(said)}


def _are_rare(said: Iterable[Mark]) -> bool:
    times = Counter(one.conversation for one in said)
    return len(times) <= PLACES and max(times.values()) <= RARE


def across(found: Iterable[list[Mark]]) -> Iterator[tuple[Mark, Mark]]:
    """Every two marks of the same words in two conversations, in the order of their ids."""
    for alike in found:
        for one, other in combinations(sorted(alike), 2):
            if one.conversation != other.conversation:
                yield one, other
