# SPDX-License-Identifier: Apache-2.0
"""Lines of another chat that stand inside a message: whoever pasted them may have written them.

An export tells messages in the order in which they came. Lines that run back in time, and whose authors speak nowhere
else, are text of the message before; where their authors do speak elsewhere a clock may have been set, so the lines
stay messages and are named.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

BACK = 2
"""Minutes. Messages that were sent while there was no network come a little out of order."""

LONG_BACK = 26 * 60
"""Minutes: no change of zone or summer time is as long."""

NO_TIME = 1 << 16
"""Stands for a clock that does not read."""

MOST = 200
"""Lines of one pasted piece; a longer run is a clock that was set."""


@dataclass
class Track:
    """When each header says it was sent and by whom, as small numbers."""

    lines: "array[int]" = field(default_factory=lambda: array("L"))
    days: "array[int]" = field(default_factory=lambda: array("L"))
    minutes: "array[int]" = field(default_factory=lambda: array("L"))
    authors: "array[int]" = field(default_factory=lambda: array("L"))
    led: set[int] = field(default_factory=set)
    """Lines above which a line ends in a colon, as before what somebody goes on to quote."""

    def add(self, line: int, day: int, minute: int, author: int) -> None:
        """One header: its line, the number of its date and author, its minute of the day."""
        self.lines.append(line)
        self.days.append(day)
        self.minutes.append(minute)
        self.authors.append(author)


class Piece(NamedTuple):
    """Headers that run back in time, by their places in the track."""

    first: int
    last: int
    back: int
    """Minutes."""


def pieces(stamps: Sequence[int | None]) -> Iterator[Piece]:
    """Every run of headers that lies before the header that precedes it, until time goes on from there.

    Where time never comes back, one of two is odd: the header before, which ran ahead, or all that follow.
    """
    main, before, place = None, None, 0
    while place < len(stamps):
        stamp = stamps[place]
        if stamp is None or main is None or main - stamp < BACK:
            if stamp is not None:
                main, before = stamp, main
            place += 1
            continue
        end = _return(stamps, place, main)
        if end is None and (len(stamps) - place >= MOST or before is None or stamp >= before):
            main, place = stamp, place + 1
            continue
        last = len(stamps) if end is None else end
        yield Piece(place, last - 1, main - stamp)
        place = last


AHEAD, TOO_FAR = 12 * 60, 62 * 24 * 60
"""Minutes that somebody who speaks nowhere else must run ahead: messages sent without a network come later than so, and
a clock that is wrong by years is no day that somebody quotes."""


def ahead(stamps: Sequence[int | None]) -> Iterator[Piece]:
    """Every run of headers that lies far ahead of the one behind it, where that goes on from the one before the run."""
    for place in range(2, len(stamps)):
        stamp, before = stamps[place], stamps[place - 1]
        if stamp is None or before is None or before - stamp < AHEAD:
            continue
        first = place - 1
        while first and place - first < MOST and ((one := stamps[first - 1]) is None or one - stamp >= AHEAD):
            first -= 1
        main = stamps[first - 1] if first else None
        if main is not None and main - stamp < BACK and before - main < TOO_FAR:
            yield Piece(first, place - 1, before - stamp)


def _return(stamps: Sequence[int | None], place: int, main: int) -> int | None:
    """Where time goes on from the header before, within reach; else null."""
    for number in range(place, min(len(stamps), place + MOST)):
        stamp = stamps[number]
        if stamp is not None and main - stamp < BACK:
            return number
    return None


class Pasted(NamedTuple):
    """Line numbers of headers that are text, and those that run back and stay messages."""

    text: frozenset[int]
    back: tuple[int, ...]


NOTHING_PASTED = Pasted(frozenset(), ())


def pasted(track: Track, days: Sequence[int | None]) -> Pasted:
    """Decide for every piece; `days` gives the day of each number of a date, null where it is not known."""
    stamps = [
        None if (day := days[number]) is None or minute == NO_TIME else day * 1440 + minute
        for number, minute in zip(track.days, track.minutes, strict=True)
    ]
    found = list(pieces(stamps))
    inside: Counter[int] = Counter()
    for one in found:
        inside.update(track.authors[one.first : one.last + 1])
    everywhere = Counter(track.authors) if found else Counter()
    text: set[int] = set()
    back: list[int] = []
    for one in found:
        said_by = set(track.authors[one.first : one.last + 1])
        new = {author for author in said_by if author and everywhere[author] == inside[author]}
        if new and (new == said_by or one.back >= LONG_BACK):
            text.update(track.lines[one.first : one.last + 1])
        elif one.back >= LONG_BACK:
            back.append(track.lines[one.first])
    everywhere = everywhere or Counter(track.authors)
    for one in ahead(stamps):
        run = Counter(track.authors[one.first : one.last + 1])
        is_quoted = track.lines[one.first] in track.led or one.last > one.first
        if is_quoted and not run[0] and all(everywhere[author] == times for author, times in run.items()):
            text.update(track.lines[one.first : one.last + 1])
            back = [line for line in back if line != track.lines[one.last + 1]]
    return Pasted(frozenset(text), tuple(back))
