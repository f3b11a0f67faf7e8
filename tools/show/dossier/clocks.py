# SPDX-License-Identifier: Apache-2.0
"""Times that run by rows of law: whether each starts, ends, moves with its row, and warns only when it was checked."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.case.clocks.scripted import SCRIPTS, at, copied, duties, lawful_case, rows_of_the_list
from tools.show.ground.sizes import sized
from tools.show.line import Line

from suluh.case.case import Case
from suluh.case.typed.enter import correct
from suluh.model.dossier.law import LawRow

SOON, NEVER = "2026-03-05T09:00+07:00", "2046-03-05T09:00+07:00"
FEW = 6
"""Rows of the quick measure."""

Test = Callable[[Case, str], bool]


def clocks(folder: Path) -> Iterator[Line]:
    """Every duty of the list that comes along, each in a case of its own."""
    lawful = folder / "lawful"
    lawful.mkdir()
    lawful_case(lawful).close()
    every = list(rows_of_the_list())
    rows = every[: sized(len(every), FEW)]

    def held(test: Test, asked: list[str]) -> list[str]:
        return [row for row in asked if _held(test, lawful, folder / f"{row}-{test.__name__}", row)]

    yield _all("duties of the list that start by themselves", held(_starts, rows), rows)
    closed = [row for row in rows if SCRIPTS[row].end]
    yield _all("of those with a proof that end by themselves", held(_ends, closed), closed)
    counted = held(_is_counted, rows)
    yield _all("rows whose last day moves with their length", held(_moves, counted), counted)
    warned = held(_warns, counted)
    said = f"of {len(counted)} changed rows that warn unchecked, twenty years later"
    yield Line(said, str(len(warned)), "0", not warned)


def _held(test: Test, lawful: Path, folder: Path, row: str) -> bool:
    """Whether something holds of a row, in a copy of the case."""
    case = copied(lawful, folder)
    try:
        return test(case, row)
    finally:
        case.close()


def _all(what: str, found: list[str], wanted: list[str]) -> Line:
    lacking = [row for row in wanted if row not in found]
    figure = f"{len(found)} of {len(wanted)}" + (f", first not: {lacking[0]}" if lacking else "")
    return Line(what, figure, "all", not lacking)


def _is_counted(case: Case, row: str) -> bool:
    SCRIPTS[row].start(case)
    return bool(duties(case, row)[0]["length"])


def _warns(case: Case, row: str) -> bool:
    _moves(case, row)
    return _state(at(case, NEVER), row) != "grey"


def _starts(case: Case, row: str) -> bool:
    SCRIPTS[row].start(case)
    return [one["due"] for one in duties(case, row)] == [SCRIPTS[row].due]


def _moves(case: Case, row: str) -> bool:
    """Whether one more of its unit is later; the row is not checked any more then."""
    SCRIPTS[row].start(case)
    before = duties(case, row)[0]
    correct(case, LawRow, row, {"length": str(int(str(before["length"])) + 1)}, "diubah")
    return str(duties(case, row)[0]["due"]) > str(before["due"])


def _ends(case: Case, row: str) -> bool:
    SCRIPTS[row].start(case)
    SCRIPTS[row].end(at(case, SOON))  # type: ignore[misc] # asked of those that end
    return _state(at(case, NEVER), row) == "met"


def _state(case: Case, row: str) -> object:
    return duties(case, row)[0]["state"]
