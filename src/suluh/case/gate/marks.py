# SPDX-License-Identifier: Apache-2.0
"""Knows the words of a name, and a day of birth, again in a text without holding them: by digests under a key.

Whoever has the key reads no name from the marks. Whether a word that they try is one of it they can tell: papers are
kept free of names by one officer, and that is what one officer can do.
"""

import hmac
import re
from collections.abc import Iterator
from typing import Literal, Self

from suluh.case.gate.spelled import RUN, UNSEEN, plain

SHORTEST = 3
"""Letters of a word that is looked for by itself; a shorter one stands in every text."""

DAY = 8
"""Digits of a day with its year."""

What = Literal["name", "birth"]
BETWEEN = re.compile(f"[{UNSEEN}]+")
_ONE = r"\b(?:[0-9a-f]{32,}|[a-z2-7]{26})\b"
NUMBER = re.compile(rf"(?P<hash>{_ONE})|{RUN}")
WORD = re.compile(rf"(?P<hash>{_ONE})|[^\W\d_](?:[{UNSEEN}]*+[^\W\d_])*+")
"""A hash or an id, which is nobody's name, and else a number however it is spelled, or a word."""


def as_compared(word: str) -> str:
    """A word as names are compared: small, without characters that show nothing."""
    return BETWEEN.sub("", word).casefold()


def words_in(text: str) -> Iterator[str]:
    """The words of a text as they are compared, in their order."""
    return (as_compared(one.group()) for one in WORD.finditer(text) if not one["hash"])


class Marks:
    """The marks of one name, word by word, or of one day in both orders of its digits."""

    def __init__(self, what: What, key: bytes, marks: tuple[str, ...]) -> None:
        self.what, self.marks = what, marks
        self._key, self._seen = key, dict[str, str]()

    @classmethod
    def of(cls, what: What, key: bytes, text: str) -> Self:
        """The marks of a name or a day under a key; none of a day that is not wholly known."""
        empty = cls(what, key, ())
        parts = list(words_in(text)) if what == "name" else list(_days(text))
        return cls(what, key, tuple(empty._mark(one) for one in parts))

    def is_word(self, word: str) -> bool:
        """Whether a word, as it is compared, is one of the name and long enough to be looked for by itself."""
        long = len(word) >= SHORTEST or len(self.marks) == 1
        return self.what == "name" and long and self._mark(word) in self.marks

    def is_day(self, digits: str) -> bool:
        """Whether the day stands in a run of digits."""
        if self.what != "birth" or not self.marks:
            return False
        return any(self._mark(digits[at : at + DAY]) in self.marks for at in range(len(digits) - DAY + 1))

    def any_in(self, text: str) -> bool:
        """Whether a word of the name, or the day, stands in a text."""
        return any(map(self.is_word, words_in(text))) or self._has_day(text)

    def all_in(self, text: str) -> bool:
        """Whether every word of the name stands in a text, wherever."""
        return self.what == "name" and bool(self.marks) and set(self.marks) <= set(map(self._mark, words_in(text)))

    def whole_in(self, text: str) -> bool:
        """Whether the name stands in a text, word after word, or the day."""
        if self.what == "birth" or not self.marks:
            return self._has_day(text)
        told, size = [self._mark(one) for one in words_in(text)], len(self.marks)
        return any(tuple(told[at : at + size]) == self.marks for at in range(len(told) - size + 1))

    def _has_day(self, text: str) -> bool:
        return self.what == "birth" and any(self.is_day(plain(one.group())) for one in NUMBER.finditer(text))

    def _mark(self, part: str) -> str:
        if part not in self._seen:
            self._seen[part] = hmac.digest(self._key, f"{self.what} {part}".encode(), "sha256").hex()
        return self._seen[part]


def _days(text: str) -> Iterator[str]:
    """The digits of a day as 2012-05-01, in both orders."""
    year, month, day = (*text.strip().split("-"), "", "")[:3]
    if len(year + month + day) == DAY and (year + month + day).isascii() and (year + month + day).isdecimal():
        yield from (year + month + day, day + month + year)
