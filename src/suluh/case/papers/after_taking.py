# SPDX-License-Identifier: Apache-2.0
"""Files whose path holds a day after the one on which their exhibit was taken, and what of deals stands in them alone.

1. A day is one that is written in the path, of the file or of an archive that holds it. It can be wrong, and so can the
   day of the taking: nothing is said of why, and nothing is left out for it.
2. A message stands in such files alone where no copy of it lies in any other file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.views.records import Shown
from suluh.model.dossier.exhibits import Seizure
from suluh.model.ids import display
from suluh.model.intake import File
from suluh.model.talk import Message

_DAY = re.compile(r"(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


class Late(NamedTuple):
    """Of one exhibit."""

    day: str
    """On which it was taken."""

    files: tuple[str, ...]
    """Ids of its files with a later day in their path, in the order of intake."""


def late_files(case: Case) -> Mapping[str, Late]:
    """By exhibit, those of which it is entered when they were taken, and that hold such files."""
    found: dict[str, Late] = {}
    for one in typed(case.rows, Seizure):
        day = one.taken[:10]
        files = case.nouns(File, {"exhibit": one.exhibit})
        late = tuple(file.id for file in files if any(said > day for said in _days(file)))
        if late:
            found[one.exhibit] = Late(day, late)
    return found


def alone_in(messages: Iterable[Shown[Message]], late: AbstractSet[str]) -> Iterator[str]:
    """Of each message that stands in such files alone, by their ids, the exhibit of the first of them."""
    for shown in messages:
        if all(place.file in late for place in shown.places):
            yield shown.record.place.exhibit


def _days(file: File) -> Iterator[str]:
    """The days that the name of a file holds, and those of its folders and of archives around it."""
    for path in map(display, (*file.containers, file.path)):
        yield from (f"{found[1]}-{found[3]}-{found[4]}" for found in _DAY.finditer(path))
