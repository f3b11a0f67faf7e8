# SPDX-License-Identifier: Apache-2.0
"""A text as the terms that are looked up: small letters without accents, digits of any script, numbers in one form.

A number of seven to sixteen digits has a term of its own beside its parts, without country code and leading noughts,
so that ``0812-3456-7890``, ``+62 812 3456 7890`` and ``628123456 7890`` are one. What is written without blanks between
words, as Chinese and Thai are, is taken sign by sign.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

NUMBER = "nr"
"""Begins the term of a number; a word that begins so and goes on in digits is found as well, which does no harm."""

_LEAST, _MOST = 7, 16
_PARTS = 8
"""Parts of a number that are put together; longer runs are lists."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_ALONE = re.compile(f"[{_UNSPACED}]")
_SIGN = re.compile(r"\W")
_TERM = re.compile(rf"{_ALONE.pattern}|[^\W_{_UNSPACED}]+")
_RUN = re.compile(r"\d+(?:[ .,/()_\u00a0\u2010-\u2015-]{1,3}\d+)*")
_COUNTRY = "62"
_DIGIT = re.compile("[0-9]")
_BEYOND = re.compile(r"[^\x00-\x7f]+")


class _Folded(dict[int, str]):
    """What each character is looked up as."""

    def __missing__(self, code: int) -> str:
        """Look a character up when it is first met."""
        one = chr(code)
        digit = unicodedata.digit(one, -1)
        plain = str(digit) if digit >= 0 else unicodedata.normalize("NFKD", one).casefold()
        self[code] = "".join(part for part in plain if not unicodedata.combining(part))
        return self[code]


class _Split(dict[int, str]):
    """What stands for each character where all but ASCII counts as a letter: signs as blanks, unspaced ones alone."""

    def __missing__(self, code: int) -> str:
        """Look a character up when it is first met."""
        self[code] = "".join(map(_split, _FOLDED[code]))
        return self[code]


def _split(one: str) -> str:
    if _ALONE.match(one):
        return f" {one} "
    return " " if _SIGN.match(one) else one


_FOLDED, _SPLIT = _Folded(), _Split()


def folded(text: str) -> str:
    """A text in small letters, without accents, its digits as 0 to 9."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def terms(text: str) -> list[str]:
    """The terms of a text in their order, those of its numbers last."""
    plain = folded(text)
    return [*_TERM.findall(plain), *dict.fromkeys(_numbers(plain))]


def indexed(text: str) -> str:
    """A text of which an index that splits at all but letters and digits of ASCII makes the same terms."""
    plain = text if text.isascii() else _BEYOND.sub(lambda found: found.group().translate(_SPLIT), text)
    if not _DIGIT.search(plain):
        return plain
    return " ".join((plain, *dict.fromkeys(_numbers(folded(text)))))


def words(text: str) -> list[str]:
    """The terms of a text in their order, without those of numbers."""
    return _TERM.findall(folded(text))


def number(text: str) -> str | None:
    """The term of a text that is one number however it is written, or null."""
    plain = folded(text).strip(" +()")
    if _RUN.fullmatch(plain) is None:
        return None
    return _number("".join(re.findall(r"\d+", plain)))


def _numbers(plain: str) -> Iterator[str]:
    """The terms of every number in a folded text: of each part, and of parts that stand together."""
    for run in _RUN.finditer(plain):
        if len(run.group()) >= _LEAST:
            parts = re.findall(r"\d+", run.group())
            yield from (one for first in range(len(parts)) for one in _from(parts[first : first + _PARTS]))


def _from(parts: list[str]) -> Iterator[str]:
    """The terms of the numbers that begin with the first of some parts."""
    for held in accumulate(parts):
        if len(held) > _MOST:
            return
        found = _number(held)
        if found is not None:
            yield found


def _number(digits: str) -> str | None:
    if not _LEAST <= len(digits) <= _MOST:
        return None
    bare = digits.lstrip("0")
    if bare.startswith(_COUNTRY) and len(bare) > _LEAST + len(_COUNTRY):
        bare = bare.removeprefix(_COUNTRY).lstrip("0")
    return NUMBER + bare
