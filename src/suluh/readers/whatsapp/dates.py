# SPDX-License-Identifier: Apache-2.0
"""Whether day or month stands first, decided for each run of lines by evidence, and left open without."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from suluh.readers.whatsapp.headers import FIRST_YEAR, Day, Order, iso_day

Shape = tuple[str, str, str, bool]
"""What one setting of a phone keeps the same: form of the date, comma, separator of the time, half of the day."""

_TWELVE = 12
_SHORT = "--2"
_IN_A_NAME = re.compile(r"(20\d\d)-?(\d\d)-?(\d\d)")
_READINGS: tuple[Order, Order] = ("day", "month")


@dataclass
class Run:
    """Lines in a row whose headers have one shape, and what speaks for an order of day and month."""

    first: int
    shape: Shape
    over_twelve: Order | None = None
    """Field over 12: beyond doubt."""

    last_sure: int = 0
    hints: set[Order] = field(default_factory=set)
    latest: dict[Order, str] = field(default_factory=dict)
    falls: set[Order] = field(default_factory=set)
    """Readings in which time runs backwards."""

    beside: Order | None = None
    """What other exports of its folder leave, where nothing in this one decides."""

    short: "Short | None" = None
    """Of a year with two digits, whether it may stand first."""

    closed: bool = False
    """Between two runs that contradict each other: nothing decides."""

    def order(self) -> Order | None:
        """Which number stands first, or null."""
        if self.closed:
            return None
        if self.shape[0].endswith("--") or (self.short is not None and self.short.is_first()):
            return "year"
        if self.over_twelve is not None:
            return self.over_twelve
        rising: set[Order] = set(_READINGS) - self.falls if len(self.falls) == 1 else set()
        votes = self.hints | rising | _only_shape(self.shape)
        if not votes and self.beside not in self.falls:
            return self.beside
        return votes.pop() if len(votes) == 1 else None

    def see(self, day: Day) -> None:
        """Take the date of a line into account that is not the date of the line before."""
        for reading in _READINGS:
            iso = iso_day(day.numbers, reading)
            if iso is None:
                continue
            if iso < self.latest.get(reading, ""):
                self.falls.add(reading)
            self.latest[reading] = iso

    def see_file(self, name: str, day: Day) -> None:
        """Take the date in an attachment's name into account: ``IMG-20250830-WA0001.jpg``."""
        dated = _IN_A_NAME.search(name)
        if dated is None:
            return
        agree = [reading for reading in _READINGS if iso_day(day.numbers, reading) == "-".join(dated.groups())]
        if len(agree) == 1:
            self.hints.add(agree[0])


@dataclass
class Short:
    """What speaks for a year of two digits as the first number: ``25/8/30``, as East Asian settings write it.

    Read with the year last, years run back or lie further apart than the app is old; with the year first, time goes on.
    """

    last: str = ""
    years: set[int] = field(default_factory=set)
    """The third numbers, which are the years where the day or the month stands first."""

    firsts: set[int] = field(default_factory=set)
    newest: int = 0
    is_back: bool = False
    is_sure: bool = False
    """Whether a third number is no year of the app."""

    is_last: bool = False

    def see(self, numbers: tuple[int, int, int]) -> None:
        """Take a date into account that is not the date of the line before."""
        iso = iso_day(numbers, "year")
        self.is_last = self.is_last or iso is None or iso < self.last or numbers[0] > _THIS_CENTURY
        self.last = iso or self.last
        self.is_sure = self.is_sure or 2000 + numbers[2] < FIRST_YEAR
        self.is_back = self.is_back or numbers[2] < self.newest
        self.newest = max(self.newest, numbers[2])
        self.years.add(numbers[2])
        self.firsts.add(numbers[0])

    def is_first(self) -> bool:
        """Whether the year stands first beyond doubt."""
        is_several = len(self.years) >= _SEVERAL or len(self.firsts) == 1
        is_far = self.is_sure or max(self.years) - min(self.years) > _AGE
        return not self.is_last and (is_far or (self.is_back and is_several))


_THIS_CENTURY, _AGE, _SEVERAL = 50, 20, 3


def sure_order(day: Day) -> Order | None:
    """The order that a number over 12 leaves, or null."""
    one, two, _ = day.numbers
    if one > _TWELVE >= two > 0:
        return "day"
    return "month" if two > _TWELVE >= one > 0 else None


def _only_shape(shape: Shape) -> set[Order]:
    """Dots in the date, or slashes with dots in the time, are written by countries with the day first only."""
    form, _, clock, _ = shape
    return {"day"} if form.startswith("..") or (form.startswith("//") and clock == ".") else set()


class Runs:
    """The runs of one file, in order."""

    def __init__(self) -> None:
        self.all: list[Run] = []

    def add(self, line: int, shape: Shape, day: Day) -> Run:
        """The run that a header belongs to; opens one where the shape changes or an order is contradicted."""
        if not self.all or self.all[-1].shape != shape:
            self.all.append(Run(line, shape))
        run = self.all[-1]
        if shape[0].endswith(_SHORT):
            run.short = run.short or Short()
            run.short.see(day.numbers)
        said = sure_order(day)
        if said is None or shape[0].endswith("--"):
            run.see(day)
            return run
        if run.over_twelve not in {None, said}:
            self.all.append(Run(run.last_sure + 1, shape, closed=True))
            run = Run(line, shape)
            self.all.append(run)
        run.over_twelve = said
        run.last_sure = line
        return run

    def orders(self) -> Iterator[tuple[int, Order | None, bool]]:
        """The first line of each run with its order, and whether that is taken from other exports."""
        return ((run.first, run.order(), run.beside is not None) for run in self.all)
