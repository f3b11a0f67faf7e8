# SPDX-License-Identifier: Apache-2.0
"""Which texts of a talk say no more than the other side had just said: whoever is asked the same answers the same."""

import re
from collections.abc import Iterable

from suluh.readers.copies.align import OWN, Said

_WORD = re.compile(r"\w+")


def dictated(side: Iterable[Said]) -> set[str]:
    """The ids of texts of which each word stands in what another author last wrote; `side` is in the order of time."""
    found: set[str] = set()
    last: dict[str, frozenset[str]] = {}
    before: list[str] = []
    for one in side:
        if one.author == OWN or not one.message.text:
            continue
        words = frozenset(_WORD.findall(one.message.text.casefold()))
        other = next((author for author in reversed(before) if author != one.author), None)
        if other is not None and words and words <= last[other]:
            found.add(one.message.id)
        last[one.author] = words
        before = [*(author for author in before if author != one.author), one.author]
    return found
