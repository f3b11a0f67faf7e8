# SPDX-License-Identifier: Apache-2.0
"""Each file and record that was left aside, by its place, so that whoever holds the exhibit finds it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from suluh.case.line.line import LINE
from suluh.case.papers.material import Material
from suluh.case.views.unprocessed import STATES
from suluh.model.intake import Content, File, Flaw, Standing, place_of
from suluh.referral.papers.report import Rows
from suluh.referral.papers.values import Both, Cell
from suluh.referral.papers.words import told

WHOLE = STATES[:2]
"""States of whole files that are named: what lies outside the scope is counted alone, for nobody may look at it."""

MOST = 1_000
"""So many files, and as many records, are named; the others are counted."""

FLAW = "flaw"
"""The state of a record that could not be read, in a file that was."""


@dataclass(frozen=True)
class Aside:
    """Of the exhibits that a report is about, by their labels."""

    material: Material
    labels: tuple[str, ...]
    tell: Callable[[str], str]

    def rows(self) -> Rows:
        """Number in the order of intake, place, state, step, reason and bytes of each file, then of each record."""
        return (*self._files(islice(self._standings(), MOST)), *self._records(islice(self._flaws, MOST)))

    def unnamed(self) -> int:
        """How many files and records more there are than are named."""
        return sum(max(0, size - MOST) for size in (len(self._apart), len(self._flaws)))

    def twice(self) -> int:
        """How many records speak of a file that is left aside itself, and so are no second thing."""
        return sum(one.place.file in self._apart for one in self._flaws)

    @cached_property
    def _apart(self) -> frozenset[str]:
        return frozenset(one.file for one in self._standings())

    @cached_property
    def _flaws(self) -> tuple[Flaw, ...]:
        case = self.material.case
        return tuple(one for label in self.labels for one in case.nouns(Flaw, {"place.exhibit": label}))

    def _standings(self) -> Iterator[Standing]:
        for label in self.labels:
            for state in WHOLE:
                where = {"exhibit": label, "state": state}
                yield from sorted(self.material.case.nouns(Standing, where), key=lambda one: one.position)

    def _files(self, standings: Iterable[Standing]) -> Iterator[tuple[Cell, ...]]:
        shown, rows = list(standings), self.material.case.rows
        names = [one.file for one in shown]
        files = {one.id: one for one in rows.by_column(File, "id", names)}
        sizes = {one.file: one.size for one in rows.by_column(Content, "file", names)}
        for one in shown:
            where = self.material.told((place_of(files[one.file]),))[0]
            yield str(one.position + 1), where, told(one.state), None, self._why(one.reason), sizes.get(one.file)

    def _records(self, flaws: Iterable[Flaw]) -> Iterator[tuple[Cell, ...]]:
        shown = list(flaws)
        known = self.material.case.rows.by_column(Standing, "file", [one.place.file for one in shown])
        numbers = {one.file: one.position + 1 for one in known}
        for one in sorted(shown, key=lambda one: (numbers.get(one.place.file, 0), one.place.line or 0, one.id)):
            number = numbers.get(one.place.file)
            where = self.material.told((one.place,))[0]
            yield number and str(number), where, told(FLAW), step_called(one.step), self._why(one.reason), None

    def _why(self, reason: str | None) -> Both | None:
        return None if reason is None else Both(reason, self.tell(reason))


def step_called(word: object) -> Cell:
    """What a step is called."""
    called = next((step.deed.called for step in LINE if step.name == word), None)
    return Both(*called) if called else (str(word) if word else None)
