# SPDX-License-Identifier: Apache-2.0
"""What a picture is made of: marks with their words and what they lead to; no colour means anything alone."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

Says = Literal["say", "word", "month", "day", "money", "account", "number"]
"""How a language writes a text of a picture."""

WIDTH = 1000
"""Units from left to right; the page gives them their size."""


class Words(NamedTuple):
    """A text of a picture before a language writes it."""

    says: Says
    text: str
    more: str = ""
    """Its currency, where it is an amount."""


class Mark(NamedTuple):
    """One mark: a bar, a line, a dot or a text."""

    kind: Literal["bar", "line", "dot", "text"]
    x: float
    y: float
    w: float = 0
    """Its width, radius, or how far its other end is to the right."""

    h: float = 0
    """Its height, or how far its other end is below."""

    look: str = ""
    """Its class: solid, hollow, thin."""

    thick: float = 1
    to: str = ""
    """What it leads to, below the language."""

    words: tuple[Words, ...] = ()
    """What it says, or what a text shows."""


class Picture(NamedTuple):
    """One picture."""

    title: str
    says: str
    """What it shows, for who does not see it."""

    height: float
    marks: Sequence[Mark]
    width: float = WIDTH


class Span(NamedTuple):
    """The days that a picture covers, and where they lie from left to right."""

    first: date
    last: date
    left: float
    right: float

    def at(self, moment: float) -> float:
        """Where a moment lies, counted in days since the first."""
        days = max(1, (self.last - self.first).days + 1)
        return round(self.left + (self.right - self.left) * moment / days, 1)

    def day(self, day: date) -> float:
        """Where a day begins."""
        return self.at((day - self.first).days)

    def months(self) -> list[date]:
        """The first days of the months in it, at most a dozen of them."""
        found, one = [], self.first.replace(day=1)
        while one <= self.last:
            found.append(one)
            one = (one + timedelta(days=32)).replace(day=1)
        every = -(-len(found) // 12)
        return [one for one in found[::every] if one >= self.first] or [self.first]


def ruler(span: Span, top: float, bottom: float) -> list[Mark]:
    """Lines where months begin, each with its name below."""
    lines = [Mark("line", span.day(one), top, 0, bottom - top, "grid") for one in span.months()]
    names = [
        Mark("text", span.day(one) + 3, bottom + 16, look="quiet", words=(Words("month", one.isoformat()),))
        for one in span.months()
    ]
    return [*lines, *names]
