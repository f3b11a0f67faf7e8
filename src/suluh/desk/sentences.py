# SPDX-License-Identifier: Apache-2.0
"""Sentences that stand in a case in English, such as why a line was not read, said in the language of a page."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from babel.messages.pofile import read_po

_VALUE = re.compile(r"\{([a-z]+)(\d*)\}")
_SHAPES = {"count": r"\d[\d,]*", "amount": r"-?\d+(?:\.\d+)?", "number": r"-?\d[\d.,]*", "line": r"\d+"}
"""What a value may be, by its name; any other is a text."""

CATALOGUES = ("reasons.po", "refusals.po")
"""What records and steps say, and what acts of the desk refuse."""

LONGEST = 1_000
"""Characters of a sentence that is looked up; a longer one stays as it is."""

_SENTENCE = "reason"
"""The name of a value that is a sentence itself."""

_WRITTEN = frozenset({"count", "amount"})
"""Values that each language writes in its own way; line numbers and codes stay as they are."""


class Part(NamedTuple):
    """A piece of a sentence, and whether it is in the language that was asked for."""

    text: str
    known: bool


class Pattern(NamedTuple):
    """One sentence of the catalogue: what it looks like, and how the language says it."""

    shape: re.Pattern[str]
    said: str
    fixed: int
    """Characters that are not of a value: the more, the surer."""


class Sentences:
    """The catalogue of one language; what it does not hold stays as it is."""

    def __init__(self, patterns: tuple[Pattern, ...], number: Callable[[Decimal], str]) -> None:
        self._patterns, self._number = patterns, number

    def parts(self, sentence: str) -> tuple[Part, ...]:
        """A sentence in pieces: what the catalogue says, and what it does not know."""
        for one in self._patterns if len(sentence) <= LONGEST else ():
            match = one.shape.fullmatch(sentence)
            if match is not None:
                return tuple(_joined(self._filled(one.said, match)))
        return (Part(sentence, known=False),)

    def _filled(self, said: str, match: re.Match[str]) -> Iterable[Part]:
        """What is said, with the values of the sentence in their places."""
        at = 0
        for value in _VALUE.finditer(said):
            yield Part(said[at : value.start()], known=True)
            text, at = match[value[1] + value[2]], value.end()
            if value[1] == _SENTENCE:
                yield from self.parts(text)
            else:
                is_written = value[1] in _WRITTEN
                yield Part(self._number(Decimal(text.replace(",", ""))) if is_written else text, known=True)
        yield Part(said[at:], known=True)


def sentences_of(code: str, number: Callable[[Decimal], str]) -> Sentences:
    """The sentences of a language that has a catalogue of them."""
    return Sentences(_patterns(code), number)


@cache
def _patterns(code: str) -> tuple[Pattern, ...]:
    """The sentences of a language, the surest first; made once, for every seat at a desk asks for them."""
    found = [_pattern(source, said) for source, said in catalogue(code)]
    return tuple(sorted(found, key=lambda one: (-one.fixed, one.shape.pattern)))


@cache
def catalogue(code: str) -> tuple[tuple[str, str], ...]:
    """The English sentences with those of a language; none for a language without a catalogue."""
    folder = files("suluh.desk").joinpath("locale", code, "LC_MESSAGES")
    there = (file for name in CATALOGUES if (file := folder.joinpath(name)).is_file())
    known = (one for file in there for one in read_po(BytesIO(file.read_bytes()), locale=code))
    return tuple((str(one.id), str(one.string)) for one in known if one.id)


def _pattern(source: str, said: str) -> Pattern:
    shape, at = "", 0
    for value in _VALUE.finditer(source):
        shape += re.escape(source[at : value.start()])
        shape += f"(?P<{value[1]}{value[2]}>{_SHAPES.get(value[1], '.+?')})"
        at = value.end()
    return Pattern(re.compile(shape + re.escape(source[at:]), re.DOTALL), said, len(_VALUE.sub("", source)))


def _joined(parts: Iterable[Part]) -> Iterable[Part]:
    """The pieces with neighbours of one kind as one."""
    held = Part("", known=True)
    for part in parts:
        if part.known == held.known:
            held = Part(held.text + part.text, held.known)
        else:
            if held.text:
                yield held
            held = part
    if held.text:
        yield held
