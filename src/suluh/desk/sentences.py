# SPDX-License-Identifier: Apache-2.0
"""Sentences that stand in a case in English, such as why a line was not read, said in the language of a page."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from babel.messages.pofile import read_po

from suluh.desk.templates import VALUE, Template

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


class Sentences:
    """The catalogue of one language; what it does not hold stays as it is."""

    def __init__(self, pairs: Iterable[tuple[str, str]], number: Callable[[Decimal], str]) -> None:
        found = [(Template(source), said) for source, said in pairs]
        self._templates = sorted(found, key=lambda one: (-one[0].fixed, one[0].source))
        self._number = number

    def parts(self, sentence: str) -> tuple[Part, ...]:
        """A sentence in pieces: what the catalogue says, and what it does not know."""
        for one, said in self._templates if len(sentence) <= LONGEST else ():
            values = one.values(sentence)
            if values is not None:
                return tuple(_joined(self._filled(said, values)))
        return (Part(sentence, known=False),)

    def _filled(self, said: str, values: Mapping[str, str]) -> Iterable[Part]:
        """What is said, with the values of the sentence in their places."""
        at = 0
        for value in VALUE.finditer(said):
            yield Part(said[at : value.start()], known=True)
            text, at = values[value[1] + value[2]], value.end()
            if value[1] == _SENTENCE:
                yield from self.parts(text)
            else:
                is_written = value[1] in _WRITTEN
                yield Part(self._number(Decimal(text.replace(",", ""))) if is_written else text, known=True)
        yield Part(said[at:], known=True)


def sentences_of(code: str, number: Callable[[Decimal], str]) -> Sentences:
    """The sentences of a language that has a catalogue of them."""
    return Sentences(catalogue(code), number)


@cache
def catalogue(code: str) -> tuple[tuple[str, str], ...]:
    """The English sentences with those of a language; none for a language without a catalogue."""
    folder = files("suluh.desk").joinpath("locale", code, "LC_MESSAGES")
    there = (file for name in CATALOGUES if (file := folder.joinpath(name)).is_file())
    known = (one for file in there for one in read_po(BytesIO(file.read_bytes()), locale=code))
    return tuple((str(one.id), str(one.string)) for one in known if one.id)


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
