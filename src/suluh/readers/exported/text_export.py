# SPDX-License-Identifier: Apache-2.0
"""What readers of chats as text have in common: names alone, local times, an order of day and month for the file."""

from collections.abc import Callable, Iterator

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.place import Place
from suluh.readers.apps.telling import Kind
from suluh.readers.exported.lined import Begins, Entry, Lined
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.exported.saying import Saying
from suluh.readers.exported.written import Day, clock_of, day_first, iso_of, when
from suluh.readers.reader import Record

_MOST = 20_000
"""Days that are looked at to learn their order."""


NO_MESSAGE = (
    "no line of this chat begins as a message of a known form does: all of it is told as one line of the app's own, "
    "and nobody in it as a sender"
)

DayOf = Callable[[str], Day | None]
"""The day that a line is and nothing else."""


def no_day(_: str) -> Day | None:
    """For texts that have no headings of days."""
    return None


class TextReading:
    """One chat as text while it is read, twice: the order of day and month is learned from the whole of it."""

    def __init__(self, source: Source, service: str, begins: Begins, day_of: DayOf = no_day) -> None:
        self.source, self.export = source, Export(source, service)
        self.room = Room(self.export, f"{service}:chat/{source.file}")
        self._begins = begins
        self._day_of = day_of
        self.open_days = 0

    def title(self, heading: list[str]) -> tuple[str | None, Kind | None]:
        """What the chat is called by the lines above its messages, and which kind they say it is."""
        del heading
        return None, None

    def account(self, entry: Entry) -> str | None:
        """Whose message it is."""
        return self.room.named(entry.head.name) if entry.head.name else None

    def names(self, entry: Entry) -> tuple[str, ...]:
        """Under which names its sender is met."""
        return (entry.head.name,) if entry.head.name else ()

    def saying(self, entry: Entry) -> Saying:
        """Kind, text and files."""
        return Saying(kind="text" if entry.head.name else "system", text=entry.text())

    def records(self) -> Iterator[Record | Flaw]:
        """Every message in the order of the file, then the conversation."""
        order = day_first(entry.head.day for _, entry in zip(range(_MOST), self._lined().entries(), strict=False))
        lined = self._lined()
        is_begun = False
        for entry in lined.entries():
            if not is_begun:
                yield from lined.told(self.room)
            is_begun = True
            yield from self._said(entry, is_day_first=order)
        if not is_begun:
            yield from lined.told(self.room)
            yield self.export.note("none", NO_MESSAGE)
        title, kind = self.title(lined.heading)
        yield self.room.told(self._whole(), title=title, kind=kind)
        yield from self.export.closing("name")
        if self.open_days:
            reason = "day and month cannot be told apart in this file: the times stay as written"
            yield self.export.note("order", reason)

    def _lined(self) -> Lined:
        return Lined(self.source, self._begins, self._day_of)

    def _whole(self) -> Place:
        return self.source.place()

    def _said(self, entry: Entry, *, is_day_first: bool | None) -> Iterator[Record]:
        head = entry.head
        day = iso_of(head.day, is_day_first=is_day_first)
        self.open_days += day is None and bool(head.day.numbers)
        sent = when(head.written, day, clock_of(head.clock))
        saying = self.saying(entry)
        saying.setdefault("sent", sent)
        yield from self.room.say(entry.place(self.source), self.account(entry), self.names(entry), **saying)
