# SPDX-License-Identifier: Apache-2.0
"""Which service a tool's own name for an app means: by whole words, never by letters within another word."""

import re
from collections.abc import Iterable
from itertools import pairwise

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def words_of(text: str) -> frozenset[str]:
    """The words of a name in small letters, and each two that stand side by side as one: ``TikTok``, ``kik_chats``."""
    parts = [one.casefold() for one in _WORD.findall(text)]
    return frozenset((*parts, *map("".join, pairwise(parts)), *text.casefold().split()))


def service_in(texts: Iterable[str], services: Iterable[tuple[str, str]]) -> str | None:
    """The first service with a word of its own in a text; ``Messenger`` alone, after all others, is Facebook's."""
    known = tuple(texts)
    words = frozenset[str]().union(*map(words_of, known))
    found = next((service for word, service in services if word in words), None)
    return found or ("facebook" if any(one.strip().casefold() == "messenger" for one in known) else None)
