# SPDX-License-Identifier: Apache-2.0
"""Titles of groups in paths: an app names its exports after them, and a title can say who somebody is.

A title is looked for whole, word after word, whatever stands between its words: words of it alone stand in every text.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

_WORD = re.compile(r"[^\W_]+")

Words = tuple[str, ...]


class Titles:
    """The titles that a case knows, found in paths."""

    def __init__(self, titles: Iterable[str], plain: Collection[str], masked: Callable[[str], str]) -> None:
        """`plain` are words that identify nobody, not even as a whole title."""
        self._masked, self._plain = masked, frozenset(plain)
        self._by_first: dict[str, list[Words]] = {}
        self.learn(titles)

    def learn(self, titles: Iterable[str]) -> None:
        """Know more titles."""
        found: defaultdict[str, set[Words]] = defaultdict(set)
        for title in titles:
            words = tuple(_folded(one) for one in _WORD.findall(title))
            if not set(words) <= self._plain:
                found[words[0]].add(words)
        for first, some in found.items():
            known = self._by_first.get(first, ())
            if not some.issubset(known):
                self._by_first[first] = sorted({*known, *some}, key=lambda one: (-len(one), one))

    def hidden(self, path: str) -> str:
        """A path with each word of every title in it masked."""
        if not self._by_first:
            return path
        found = list(_WORD.finditer(path))
        folded = tuple(_folded(one.group()) for one in found)
        shown, at = "", 0
        for number in sorted(set(self._places(folded))):
            start, end = found[number].span()
            shown += path[at:start] + self._masked(path[start:end])
            at = end
        return shown + path[at:]

    def _places(self, words: Words) -> Iterator[int]:
        """Which words of a path belong to a title."""
        for start, word in enumerate(words):
            for title in self._by_first.get(word, ()):
                if words[start : start + len(title)] == title:
                    yield from range(start, start + len(title))
                    break


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()
