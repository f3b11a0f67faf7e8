# SPDX-License-Identifier: Apache-2.0
"""Which texts say no more than the other side had just said, and what their author says each time beside it.

Whoever is asked the same answers the same, in the form that was asked for and in the words of courtesy they always use.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterable

from suluh.readers.copies.lines.align import OWN, Said

USUAL = 3
"""Texts that somebody wrote before, from which it is known what they always say. Set by hand."""

_WORD = re.compile(r"\w+")


def dictated(side: Iterable[Said]) -> set[str]:
    """The ids of such texts, by each of their words; `side` is in the order of time."""
    found: set[str] = set()
    last: dict[str, frozenset[str]] = {}
    usual: dict[str, deque[frozenset[str]]] = defaultdict(lambda: deque(maxlen=USUAL))
    before: list[str] = []
    for one in side:
        if one.author == OWN or not one.message.text:
            continue
        words = frozenset(_WORD.findall(one.message.text.casefold()))
        other = next((author for author in reversed(before) if author != one.author), None)
        if other is not None and words and words <= last[other].union(*usual[one.author]) and words & last[other]:
            found.add(one.message.id)
        usual[one.author].append(words)
        last[one.author] = words
        before = [*(author for author in before if author != one.author), one.author]
    return found
