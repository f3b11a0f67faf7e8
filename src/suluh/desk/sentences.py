# SPDX-License-Identifier: Apache-2.0
"""Sentences that stand in a case in English, such as why a line was not read, said in the language of a page."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final, NamedTuple

from babel.messages.pofile import read_po

from suluh.model.dossier.called import NOUNS

VALUE: Final = re.compile(r"\{([a-z]+)(\d*)\}")
_SHAPES: Final = {
    "count": re.compile(r"\d[\d,]*"),
    "amount": re.compile(r"-?\d+(?:\.\d+)?"),
    "number": re.compile(r"-?\d[\d.,]*"),
    "line": re.compile(r"\d+"),
}
"""What a value may be, by its name; any other is a text of one character at least."""

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


class Template:
    """A sentence of the catalogue, cut at its values.

    >>> Template("line {line} of {name} is empty").values("line 7 of a of b is empty")
    {'line': '7', 'name': 'a of b'}
    >>> Template("line {line} of {name} is empty").values("line x of b is empty")
    """

    def __init__(self, source: str) -> None:
        found = list(VALUE.finditer(source))
        ends = [0, *(one.end() for one in found)]
        begins = [*(one.start() for one in found), len(source)]
        self.source = source
        self._fixed = [source[end:begin] for end, begin in zip(ends, begins, strict=True)]
        self._names = [(one[1], one[2]) for one in found]
        self.fixed = sum(map(len, self._fixed))
        """Characters that are not of a value: the more, the surer."""

    def values(self, sentence: str) -> dict[str, str] | None:
        """The values of a sentence by their names, each the shortest text that fits; null where it is another one."""
        if not (sentence.startswith(self._fixed[0]) and sentence.endswith(self._fixed[-1])):
            return None
        ends = self._ends(sentence, 0, len(self._fixed[0]), [len(sentence) + 1] * len(self._names))
        if ends is None:
            return None
        begins = [len(self._fixed[0]), *(end + len(it) for end, it in zip(ends, self._fixed[1:], strict=True))]
        pairs = zip(self._names, begins, ends, strict=False)
        return {name + number: sentence[begin:end] for (name, number), begin, end in pairs}

    def _ends(self, sentence: str, place: int, at: int, failed: list[int]) -> list[int] | None:
        """Where each value from one on ends, the first of which begins at ``at``.

        ``failed`` holds for each value the least place from which a text failed: what failed there fails later, too.
        """
        if place == len(self._names):
            return [] if at == len(sentence) else None
        is_text = self._names[place][0] not in _SHAPES
        if is_text and at >= failed[place]:
            return None
        follows = self._fixed[place + 1]
        for end in self._texts(sentence, place, at) if is_text else self._shaped(sentence, place, at):
            rest = self._ends(sentence, place + 1, end + len(follows), failed)
            if rest is not None:
                return [end, *rest]
        failed[place] = min(failed[place], at)
        return None

    def _texts(self, sentence: str, place: int, at: int) -> Iterator[int]:
        """Where a text from here on may end, the shortest first: before each of the words that follow it."""
        follows = self._fixed[place + 1]
        last = len(sentence) - len(follows)
        if place + 1 == len(self._names):
            yield from (last,) if last > at else ()
            return
        end = sentence.find(follows, at + 1)
        while end != -1:
            yield end
            end = sentence.find(follows, end + 1)

    def _shaped(self, sentence: str, place: int, at: int) -> Iterator[int]:
        """Where a number from here on may end, the longest first."""
        shape, follows = _SHAPES[self._names[place][0]], self._fixed[place + 1]
        found = shape.match(sentence, at)
        for end in range(found.end(), at, -1) if found else ():
            if sentence.startswith(follows, end) and shape.fullmatch(sentence, at, end):
                yield end


class Sentences:
    """The catalogue of one language; what it does not hold stays as it is."""

    def __init__(self, templates: tuple[tuple[Template, str], ...], number: Callable[[Decimal], str]) -> None:
        self._templates, self._number = templates, number

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
    return Sentences(_templates(code), number)


@cache
def _templates(code: str) -> tuple[tuple[Template, str], ...]:
    """The sentences of a language, the surest first; made once, for every seat at a desk asks for them."""
    found = ((Template(source), said) for source, said in catalogue(code))
    return tuple(sorted(found, key=lambda one: (-one[0].fixed, one[0].source)))


@cache
def catalogue(code: str) -> tuple[tuple[str, str], ...]:
    """The English sentences with those of a language, and what rows are called in them; none without a catalogue."""
    folder = files("suluh.desk").joinpath("locale", code, "LC_MESSAGES")
    there = (file for name in CATALOGUES if (file := folder.joinpath(name)).is_file())
    known = (one for file in there for one in read_po(BytesIO(file.read_bytes()), locale=code))
    said = tuple((str(one.id), str(one.string)) for one in known if one.id)
    return (*said, *((kind, one.indonesian) for kind, one in NOUNS.items() if code == "id"))


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
