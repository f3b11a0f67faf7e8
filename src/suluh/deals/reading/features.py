# SPDX-License-Identifier: Apache-2.0
"""What is looked at in a message, each by a name that can be read: no feature is a hash."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import sqrt

WEIGHT = 3.0
"""All n-grams of a message weigh so much over the root of their number, so that long texts do not shout."""

_LONGEST, _SHORTEST, _GRAM = 24, 2, 5
_VOWELS = str.maketrans("", "", "aeiou")
_LENGTHS = (0, 5, 12, 30, 80, 200)
_SILENCES = (1, 5, 30, 180, 1440, 7200)
PICTURES = (0, 1, 2, 5)


def grams(word: str) -> list[str]:
    """The n-grams of two to five characters inside a word with its edges.

    >>> grams("tf")
    ['c:_t', 'c:tf', 'c:f_', 'c:_tf', 'c:tf_', 'c:_tf_']
    """
    edged = f"_{word[:_LONGEST]}_"
    return [f"c:{edged[at : at + size]}" for size in range(_SHORTEST, _GRAM + 1) for at in range(len(edged) - size + 1)]


def of_word(word: str) -> list[str]:
    """The word, and the word without its vowels."""
    bones = word[:1] + word[1:].translate(_VOWELS)
    return [f"w:{word}", f"s:{bones}"]


def pairs(words: Sequence[str]) -> list[str]:
    """Neighbouring words, with the edges of the text."""
    return [f"b:{one} {two}" for one, two in pairwise(("^", *words, "$"))]


def of_text(words: Sequence[str], kinds: Iterable[str]) -> Counter[str]:
    """Every feature of a text with its value."""
    found: Counter[str] = Counter()
    cut = [gram for word in words for gram in grams(word)]
    for gram in cut:
        found[gram] += WEIGHT / sqrt(len(cut))  # type: ignore[assignment] # a counter of shares
    for name in {*(one for word in words for one in of_word(word)), *pairs(words)}:
        found[name] = 1
    for kind in kinds:
        found[f"k:{kind}"] = 1
    return found


def step(value: float, bounds: Sequence[float]) -> int:
    """The class of a value: how many of some ascending bounds it exceeds."""
    return bisect_left(bounds, value)


def length(text: str) -> str:
    """The class of a text's length."""
    return f"o:length {step(len(text), _LENGTHS)}"


def pictures(number: int) -> str:
    """The class of a number of pictures: 0, 1, 2 to 4, 5 and more."""
    return f"o:pictures {step(number, (0, 1, 4))}"


def silence(minutes: float | None) -> str:
    """The class of the silence before a message."""
    return "o:silence none" if minutes is None else f"o:silence {step(minutes, _SILENCES)}"
