# SPDX-License-Identifier: Apache-2.0
"""Statements of the practice bench, whose layouts other people made: read as shipped, and without any profile."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.readers.accounted import GRIDS
from tests.readers.folder_source import FolderSource
from tools.show.line import ROOT, Line

from suluh.model.body import Noun
from suluh.model.trade import Payment, Statement
from suluh.readers.claim import claimants
from suluh.readers.statements.read import of_one
from suluh.readers.statements.reading import readings

BENCH = ROOT.parent / "shared" / "practice" / "make_case.py"
KNOBS = ("--seed", "7", "--buyers", "60", "--files", "100")
"""The people of its medium case; of files there are fewer, for statements alone are read."""

FOUND = 0.99


class Truth(NamedTuple):
    """A booked line as it truly is."""

    amount: int
    day: str
    payer: str | None
    beneficiary: str | None


def practice(folder: Path) -> Iterator[Line]:
    """The booked lines of one made-up case against its truth."""
    if not BENCH.is_file():
        yield Line("practice bench", f"{BENCH} is not there", "measured", is_met=False)
        return
    subprocess.run([sys.executable, BENCH, folder / "case", *KNOBS], check=True, capture_output=True)
    true = _truth(folder / "case" / "truth" / "payments.jsonl")
    files = sorted({path for path, _ in true})
    sources = [FolderSource(folder / "case" / "B-6", path) for path in files]
    yield from _judged("as shipped", true, {one.path: _shipped(one) for one in sources})
    tables = {one.path: records for one in sources if (records := _unknown(one)) is not None}
    of_tables = {where: one for where, one in true.items() if where[0] in tables}
    yield from _judged("its tables without any profile", of_tables, tables)


def _truth(path: Path) -> dict[tuple[str, int], Truth]:
    found = {}
    for line in path.read_text("utf-8").splitlines():
        one = json.loads(line)
        for place in one["places"]:
            true = Truth(one["amount"], place["at"][:10], one["payer"], one["beneficiary"])
            found[place["path"], place["line"]] = true
    return found


def _shipped(source: FolderSource) -> list[Noun]:
    return [record for reader, _ in claimants(source) for record in reader.read(source)]


def _unknown(source: FolderSource) -> list[Noun] | None:
    """The records of a table that no profile is known for; null for a form that is no table."""
    names = [reader.name for reader, _ in claimants(source) if reader.name in GRIDS]
    if not names:
        return None
    return [record for one in readings(GRIDS[names[0]](source), (), source.path) for record in of_one(source, one)]


def _judged(how: str, true: dict[tuple[str, int], Truth], read: dict[str, list[Noun]]) -> Iterator[Line]:
    """How many lines were found, and of those how many have their sum, their side and their day."""
    layouts: Counter[str] = Counter()
    seen = right_day = right_side = right_sum = extra = 0
    for path, records in read.items():
        own = {one.id: one.account for one in records if isinstance(one, Statement)}
        layouts.update(one.layout or "booked lines" for one in records if isinstance(one, Statement))
        for one in records:
            if not isinstance(one, Payment):
                continue
            line = true.get((path, one.place.line or 0))
            if line is None:
                extra += 1
                continue
            seen += 1
            right_sum += one.amount_minor == line.amount
            right_day += one.booked == line.day
            right_side += one.incoming == (line.beneficiary == own[one.statement])
    ways = ", ".join(f"{number} {name}" for name, number in sorted(layouts.items()))
    share = seen / len(true)
    figure = f"{share:.3f} of {len(true)} ({ways})"
    yield Line(f"practice bench {how}: booked lines found", figure, f"at least {FOUND}", share >= FOUND)
    figure = f"{right_sum}, {right_side} and {right_day} of {seen}; {extra} that are none"
    exact = seen > 0 and right_sum == right_side == right_day == seen and not extra
    yield Line(f"practice bench {how}: sums, sides and days of those", figure, "all; 0", exact)
