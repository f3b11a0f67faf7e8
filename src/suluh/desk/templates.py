# SPDX-License-Identifier: Apache-2.0
"""Whether a sentence is one of the catalogue with its values filled in: in time that grows with its length alone."""

import re
from collections.abc import Iterator
from typing import Final

VALUE: Final = re.compile(r"\{([a-z]+)(\d*)\}")
_SHAPES: Final = {
    "count": re.compile(r"\d[\d,]*"),
    "amount": re.compile(r"-?\d+(?:\.\d+)?"),
    "number": re.compile(r"-?\d[\d.,]*"),
    "line": re.compile(r"\d+"),
}
"""What a value may be, by its name; any other is a text of one character at least."""


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
