# SPDX-License-Identifier: Apache-2.0
"""Writes `validation.json` from what was counted; measures anew what is named, or everything with `all`."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct
from tools.validation.count import Count, figure
from tools.validation.rows import NONE, ROWS, Row

from suluh import __version__
from suluh.referral.papers.known import NAME, REPORTED, Known, Validation
from suluh.trial.interval import percent
from suluh.trial.line import ALL

COUNTS = Path(__file__).parent / "counts.json"
SHIPPED = Path(__file__).parents[2] / "src" / "suluh" / "referral" / "papers" / NAME
MOST = 500
"""A goal below so many thousandths is the most that may be wrong."""


class Counted(Struct, frozen=True):
    """What was counted, and when."""

    count: Count
    date: str


def counted() -> dict[str, Counted]:
    """What was counted so far, by row."""
    return msgspec.json.decode(COUNTS.read_bytes(), type=dict[str, Counted]) if COUNTS.exists() else {}


def judged(least: int | None, thousandths: float) -> tuple[str, bool]:
    """A goal in words, and whether so many thousandths reach it; what is only reported reaches none and misses none."""
    if least is None:
        return REPORTED, True
    if least == NONE:
        return "0", thousandths == 0
    if least == ALL:
        return "100 %", thousandths >= ALL
    is_most = least < MOST
    is_met = thousandths <= least if is_most else thousandths >= least
    return f"{'<=' if is_most else '>='} {percent(least / ALL)} %", is_met


def known_of(row: Row, one: Counted) -> Known:
    """The row as it is shipped."""
    got = figure(one.count)
    goal, is_met = judged(row.least, got.thousandths)
    return Known(
        name=row.name,
        function=row.function,
        set=row.set,
        size=row.size or one.count.of or len(one.count.shares),
        date=one.date,
        figure=got.text,
        low=got.low,
        high=got.high,
        goal=goal,
        is_met=is_met,
        command=f"make validation ONLY={row.name}",
        made_up=True,
        others=row.others,
    )


def text(found: dict[str, Counted]) -> bytes:
    """The whole file."""
    whole = Validation(version=__version__, rows=tuple(known_of(row, found[row.name]) for row in ROWS))
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def main(names: list[str]) -> int:
    """Measure, count, write; 2 where nothing is called so."""
    every = [row.name for row in ROWS]
    unknown = set(names) - {*every, "all"}
    if unknown:
        print(f"nothing is called {', '.join(sorted(unknown))}: choose of all, {', '.join(every)}")
        return 2
    found, day = counted(), os.environ.get("SULUH_NOW", datetime.now(UTC).isoformat())[:10]
    for row in ROWS:
        if row.name in names or "all" in names:
            count = row.measure()
            found[row.name] = Counted(count, count.on or day)
            print(f"{row.name}: {figure(count)}", flush=True)
            COUNTS.write_bytes(msgspec.json.format(msgspec.json.encode(found, order="sorted"), indent=1) + b"\n")
    missing = [name for name in every if name not in found]
    if missing:
        print(f"not measured yet: {', '.join(missing)}")
        return 1
    SHIPPED.write_bytes(text(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
