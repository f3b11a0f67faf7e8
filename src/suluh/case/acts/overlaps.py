# SPDX-License-Identifier: Apache-2.0
"""Refuses to enter the same files twice: no acquisition lies where another one lies, in it or around it."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.location import location
from suluh.model.errors import Misuse

How = Literal["is", "lies inside", "lies around"]


class Lying(NamedTuple):
    """An acquisition, and where it lies."""

    exhibit: str
    name: str
    path: Path


def lying(case: Case) -> list[Lying]:
    """Where every acquisition of the case lies, as far as its entry says; a seal is no reason to add files again."""
    places = ((one, location(case.rows, one)) for one in acquisitions(case.rows, with_sealed=True))
    return [Lying(one.exhibit, one.name, Path(os.fsdecode(place))) for one, place in places if place is not None]


def check_apart(new: Lying, others: Iterable[Lying]) -> None:
    """Raise `Misuse` where a path is that of another acquisition, lies inside it or around it."""
    for other in others:
        how = None if other[:2] == new[:2] else _how(new.path, other.path)
        if how is not None:
            raise Misuse(
                f"{new.path} {how} the place of acquisition {other.name} of {other.exhibit} ({other.path}): the same "
                "files would count twice. If another medium lies there now, attach it at a path of its own; if "
                f"{other.exhibit} lies elsewhere by now, say so with `suluh add CASE --corrects {other.exhibit} "
                "--path PATH --reason TEXT`"
            )


def _how(new: Path, other: Path) -> How | None:
    """How one path overlaps another, whatever links lead to either."""
    own, its = _chain(new), _chain(other)
    if own[0] & its[0]:
        return "is"
    if any(its[0] & above for above in own[1:]):
        return "lies inside"
    return "lies around" if any(own[0] & above for above in its[1:]) else None


def _chain(path: Path) -> list[set[object]]:
    """What a path is, then what each folder around it is: by name and, where it is there, by device and number."""
    real = Path(os.path.realpath(path))
    return [_names(one) for one in (real, *real.parents)]


def _names(path: Path) -> set[object]:
    found: set[object] = {path}
    with suppress(OSError):
        status = path.stat()
        found.add((status.st_dev, status.st_ino))
    return found
