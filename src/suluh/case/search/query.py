# SPDX-License-Identifier: Apache-2.0
"""What is searched for: words of one text, ``"words in this order"``, numbers in any writing, beginnings ``beg*``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from suluh.case.search.terms import number, terms, words
from suluh.model.errors import Misuse

LONGEST = 200
"""Characters of a search."""

_PIECE = re.compile(
    r'"(?P<phrase>[^"]*)"'
    r"|(?P<number>\+?\(?\d[\d .,/()_\u00a0\u2010-\u2015-]{5,30}\d)(?![\w*])"
    r'|(?P<word>[^\s"]+)'
)


@dataclass(frozen=True)
class Query:
    """The terms of one search."""

    text: str
    phrases: tuple[tuple[str, ...], ...]
    """Terms that stand side by side, each phrase of one or more."""

    begins: tuple[str, ...] = ()
    """How some word begins."""

    @property
    def terms(self) -> tuple[str, ...]:
        """Every term, for the index."""
        return (*dict.fromkeys(one for phrase in self.phrases for one in phrase), *(f"{one}*" for one in self.begins))

    def may_fit(self, body: bytes) -> bool:
        """Whether a message may have all of it, by its body as it is stored: most that lack a phrase are told so.

        Only a body of ASCII that says all in one text is looked at; of any other it may be so.
        """
        if not self._side_by_side or not body.isascii() or b"\\" in body or b'"attachments"' in body:
            return True
        return all(one.search(body) for one in self._side_by_side)

    @cached_property
    def _side_by_side(self) -> list[re.Pattern[bytes]]:
        """What finds each phrase of several words in a text of ASCII."""
        texts = (rb"[^a-z0-9]+".join(re.escape(one.encode()) for one in some) for some in self.phrases if len(some) > 1)
        return [re.compile(rb"(?<![a-z0-9])" + one + rb"(?![a-z0-9])", re.IGNORECASE) for one in texts]

    def fits(self, text: str) -> bool:
        """Whether a text has all of it."""
        there = terms(text)
        known = set(there)
        return all(_has(there, known, phrase) for phrase in self.phrases) and all(
            any(one.startswith(begin) for one in there) for begin in self.begins
        )


def query(text: str) -> Query:
    """The search that somebody typed. Raises `Misuse` where nothing in it can be looked up."""
    if len(text) > LONGEST:
        raise Misuse(f"the search has {len(text)} characters: {LONGEST} are looked up at most, so leave some words out")
    if text.count('"') % 2:
        raise Misuse('a quotation mark is not closed: write "words in this order"')
    phrases: list[tuple[str, ...]] = []
    begins: list[str] = []
    for piece in _PIECE.finditer(text):
        said = piece.group().strip('"')
        as_number = number(said)
        if as_number is not None:
            phrases.append((as_number,))
        elif piece["word"] and said.endswith("*") and len(words(said)) == 1:
            begins.extend(words(said))
        elif found := tuple(words(said)):
            phrases.append(found)
    if not phrases and not begins:
        raise Misuse("there is no word and no number to look up: write some of what you search")
    return Query(text, tuple(phrases), tuple(begins))


def _has(there: Sequence[str], known: set[str], phrase: tuple[str, ...]) -> bool:
    """Whether terms hold a phrase side by side."""
    if not known.issuperset(phrase):
        return False
    size = len(phrase)
    return size == 1 or any(tuple(there[at : at + size]) == phrase for at in range(len(there) - size + 1))
