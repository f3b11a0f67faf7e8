# SPDX-License-Identifier: Apache-2.0
"""A chat as text whose messages begin with a line of their own: each with the lines that belong to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from suluh.model.evidence.source import Source
from suluh.model.place import Place
from suluh.readers.exported.rooms import Room
from suluh.readers.exported.written import Day
from suluh.readers.reader import Record


class Head(NamedTuple):
    """How a message begins: when it was sent, by whom, and the first words."""

    day: Day
    clock: str
    """As written."""

    name: str | None
    """Null for what the app itself says."""

    text: str
    written: str
    """The time as the line writes it."""

    takes: int = 1
    """Lines that this beginning takes."""


@dataclass
class Entry:
    """A message with its lines; blank lines and headings of days behind it stand in its place and not in its text."""

    first: int
    last: int
    head: Head
    lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        """What was said, without blank lines at its end."""
        return "\n".join(self.lines).rstrip()

    def place(self, source: Source) -> Place:
        """Its lines."""
        return source.place(line=self.first, last_line=self.last if self.last != self.first else None)


Begins = Callable[[str, str], Head | None]
"""How a message begins, by a line and the one behind it."""


class Lined:
    """One text while it is read."""

    def __init__(self, source: Source, begins: Begins, day_of: Callable[[str], Day | None]) -> None:
        self.source, self._begins, self._day_of = source, begins, day_of
        self.heading: list[str] = []
        """Lines before the first message."""

    def entries(self) -> Iterator[Entry]:
        """Every message in the order of the file."""
        now: Entry | None = None
        skip, day = 0, None
        for number, text, behind in self._pairs():
            if skip:
                skip -= 1
                continue
            if (found := self._begins(text, behind)) is not None:
                if now is not None:
                    yield now
                found = found if found.day.iso or found.day.numbers or day is None else found._replace(day=day)
                now = Entry(number, number + found.takes - 1, found, [found.text] if found.text else [])
                skip = found.takes - 1
            elif (held := self._day_of(text)) is not None and self._begins(behind, "") is not None:
                day = held
                self._keep(now, number, None, text)
            else:
                self._keep(now, number, text, text)
        if now is not None:
            yield now

    def _keep(self, now: Entry | None, number: int, said: str | None, text: str) -> None:
        if now is None:
            self.heading.append(text)
            return
        now.last = number
        if said is not None:
            now.lines.append(said)

    def _pairs(self) -> Iterator[tuple[int, str, str]]:
        """Each line with its number and the line behind it."""
        before: tuple[int, str] | None = None
        for line in self.source.lines():
            if before is not None:
                yield (*before, line.text)
            before = line.number, line.text
        if before is not None:
            yield (*before, "")

    def told(self, room: Room) -> Iterator[Record]:
        """What the app wrote above the first message."""
        if self.heading:
            count = len(self.heading)
            place = self.source.place(line=1, last_line=count if count > 1 else None)
            yield from room.say(place, None, kind="system", text="\n".join(self.heading).strip())
