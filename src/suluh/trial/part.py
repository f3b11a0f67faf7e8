# SPDX-License-Identifier: Apache-2.0
"""What a part of a trial is, and how all of them are held."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from suluh.model.errors import SuluhError
from suluh.plugins import find
from suluh.referral.papers.known import Both
from suluh.trial.line import Line, value
from suluh.trial.setting import Setting

_LONGEST = 300
"""Characters of a sentence on the sheet."""


class Part(ABC):
    """One thing that must hold on this machine: its lines, and what it does not say."""

    name: ClassVar[str]
    place: ClassVar[int]
    """Where it stands on the sheet."""

    title: ClassVar[Both]
    untested: ClassVar[Both]

    @abstractmethod
    def lines(self, setting: Setting) -> Iterator[Line]:
        """Measure, line by line."""
        ...


class Result(Struct, frozen=True, kw_only=True):
    """What came of one part."""

    name: str
    title: Both
    lines: tuple[Line, ...]
    untested: Both
    is_met: bool


def parts() -> tuple[Part, ...]:
    """Every part in the order of the sheet."""
    found: tuple[type[Part], ...] = find("suluh.trial.parts", Part)
    return tuple(sorted((kind() for kind in found), key=lambda one: one.place))


def held(wanted: Iterable[Part], setting: Setting, tell: Callable[[Result], None]) -> tuple[Result, ...]:
    """Hold each part; one that stops with a sentence falls, and the others are held all the same."""
    found = []
    for part in wanted:
        lines = tuple(_lines(part, setting))
        result = Result(
            name=part.name,
            title=part.title,
            lines=lines,
            untested=part.untested,
            is_met=bool(lines) and all(line.is_met for line in lines),
        )
        tell(result)
        found.append(result)
    return tuple(found)


def _lines(part: Part, setting: Setting) -> Iterator[Line]:
    try:
        yield from part.lines(setting)
    except (SuluhError, OSError) as error:
        said = str(error)[:_LONGEST]
        yield value(Both(f"bagian ini berhenti: {said}", f"this part stopped: {said}"), "-", "", is_met=False)
