# SPDX-License-Identifier: Apache-2.0
"""What each page of the desk costs: processor time of the first look and of the second, and the memory after both.

``python -m bench.desk_routes FOLDER [PAGE ...]``: on the case that ``bench.desk`` made there with CASE=FOLDER. What is
counted over the whole case is counted first, as `suluh run` does at its end; that is printed as well. Processor time is
the same on a busy machine as on a quiet one, or nearly so.
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.desk import opened

from suluh.case.gate.counting import count_up
from suluh.case.views.view import Page
from suluh.desk.pages.page import Asked, DeskPage, NotThere
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import pages_of_the_desk

ROWS = {"category": "files", "pair": "persons", "role": "persons", "status": "persons"}
"""The list of which a page with an id shows one row, where it is not named after it."""

LISTS = frozenset({"deals", "persons", "conversations", "payments", "files", "links", "statements"})
"""Lists whose first row is shown by itself."""


def main(folder: Path, names: list[str]) -> None:
    """Print a line for each page."""
    case = opened(folder)
    _line("counted once", _cost(lambda: count_up(case)), None)
    reading = Reading(case, None)
    _line("mask of names", _cost(lambda: reading.told("")), None)
    pages = sorted(pages_of_the_desk(), key=lambda one: (one.name != "overview", one.menu is None, one.path))
    for page in pages:
        if names and page.name not in names:
            continue
        asked = Asked(_key(reading, page))
        try:
            first, second = (_cost(lambda: page.content(reading, asked)) for _ in range(2))  # noqa: B023 # called at once
        except NotThere:
            continue
        _line(page.path, first, second)
    case.close()


def _key(reading: Reading, page: DeskPage) -> str:
    """The id of the first thing that a page can show."""
    if "{key}" not in page.path:
        return ""
    if page.name in {"exhibit", "zone"}:
        return "B-1"
    if page.name == "message":
        return str(reading.rows("deals", page=Page(1))[0]["messages"][0])  # type: ignore[index] # a list
    what = ROWS.get(page.name, f"{page.name}s")
    rows = (
        reading.rows(what, page=Page(1)) if what in {"deals", "persons", "conversations", "payments", "files"} else []
    )
    return next((str(row.get("key") or row["id"]) for row in rows), "nothing")


def _cost(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


def _line(name: str, first: float, second: float | None) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    again = "" if second is None else f"{second * 1000:9,.0f} ms"
    print(f"{name:36}{first * 1000:9,.0f} ms {again:12} {memory:5} MiB", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
