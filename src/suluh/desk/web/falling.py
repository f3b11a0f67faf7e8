# SPDX-License-Identifier: Apache-2.0
"""What would fall with one exhibit, worked out in a thread of the desk and held for all officers of one access."""

from collections import Counter
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.case.views.view import Row
from suluh.case.without.told import NAMED
from suluh.desk.seats.works import Doing
from suluh.desk.web.reading import Reading
from suluh.model.body import Noun
from suluh.model.times import utc

MOST = 500
"""Rows that are held of it, as many as a terminal shows."""

EXHIBITS = 20
"""Exhibits of which it is held."""


class Fallen(NamedTuple):
    """What falls and weakens, in rows and in counts."""

    rows: list[Row]
    size: int
    """How many rows there are, with those that are not held."""

    counts: dict[str, int]
    """By what it is and what becomes of it, how much there is."""

    unread: int
    """Copies out of reach that would be read in place of files of the exhibit."""

    last: int
    """The last entry that changed the case when it was worked out."""

    at: str


def begin(reading: Reading, label: str, called: str) -> Doing:
    """Begin to work it out, without a key: nothing of the case is changed, and nothing is shown in full."""
    doing = reading.works.remember(called, reading.officer, utc(reading.case.now()))
    doing.about = f"/exhibits/{label}/without"

    def act() -> list[Noun]:
        case = Case.open(reading.case.folder, reading.case.acting, kept=reading.case.kept)
        try:
            held = reading.shelf.falling
            held[label] = _worked_out(case, Viewer(case, masks=reading.shelf.masks), label)
            for old in list(held)[:-EXHIBITS]:
                held.pop(old, None)
        finally:
            case.close()
        return []

    doing.begin(lambda _: act(), lambda _: doing.about)
    return doing


def last_of(case: Case) -> int:
    """The last entry that wrote rows or took some away."""
    return max(case.book.touched.values(), default=0)


def _worked_out(case: Case, viewer: Viewer, label: str) -> Fallen:
    last = last_of(case)
    *rows, whole = viewer.without([label])
    counts = Counter(f"{row['what']} {row['effect']}" for row in rows)
    told = [row for row in rows if row["what"] not in NAMED]
    return Fallen(told[:MOST], len(told), dict(counts), _unread(whole), last, utc(case.now()))


def _unread(counts: Row) -> int:
    """How many copies were out of reach."""
    held = counts["counts"]
    return int(str(held["unread"])) if isinstance(held, dict) else 0
