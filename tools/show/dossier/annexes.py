# SPDX-License-Identifier: Apache-2.0
"""D2 to D5 of the reference case: time, the same bytes again, drawn figures followed back to lines, sums of money."""

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bench.annex import measured
from tests.decided import decide, hide_a_child, type_in
from tests.finished import finish
from tests.tracing import Evidence, figures
from tools.show.ground.sizes import sized
from tools.show.line import Line

from suluh.case.acts.papers import How, write_papers
from suluh.case.case import Case
from suluh.case.papers.making import Wanted, documents
from suluh.referral.papers.values import Total, annex_totals

AT = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
DRAWN, FEW = 1_000, 100
SECONDS, LONG, MIB = 120, 20, 300


def annexes(folder: Path) -> Iterator[Line]:
    """The papers of three sellers and all their buyers."""
    made = finish(
        folder, {"sellers": 3, "buyers": sized(30, 5), "deals": sized(120, 24), "pictures": 120, "picture_side": 64}
    )
    with closing(Case.open(made.folder, made.acting)) as case:
        decide(case)
        type_in(case)
        hide_a_child(case)
        start = time.process_time()
        one = _bytes(write_papers(case, folder / "one", Wanted(), How("show"), AT))
        seconds = time.process_time() - start
        two = _bytes(write_papers(case, folder / "two", Wanted(), How("show"), AT))
        yield Line(f"{len(one) // 3} papers, seconds of work", f"{seconds:.0f}", f"{SECONDS}", seconds <= SECONDS)
        yield Line(
            "files that differ when written again", str(sum(two[name] != one[name] for name in one)), "0", two == one
        )
        yield from _traced(case)


def _bytes(paths: tuple[Path, ...]) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in paths}


def _traced(case: Case) -> Iterator[Line]:
    papers = tuple(documents(case, Wanted(), AT))
    every, evidence = list(figures(papers)), Evidence(case)
    drawn = random.Random(13).sample(every, min(sized(DRAWN, FEW), len(every)))  # noqa: S311 # a seed makes it run again
    said = [evidence.holds(one) for one in drawn]
    missed, found = said.count(False), said.count(True)
    yield Line(f"of {len(drawn)} drawn figures not in the lines they name", str(missed), "0", not missed)
    yield Line("of these in a line of text, the others in a row of a database", str(found), "told", is_met=True)
    totals = [one for paper in papers for one in annex_totals(paper)]
    wrong = sum(one.stated != one.rows for one in totals)
    yield Line(f"of {len(totals)} totals not the sum of their rows", str(wrong), "0", not wrong)
    sums = {form: _recorded(totals, form) for form in ("D3", "D4")}
    yield Line("recorded money, sellers and buyers", f"{sums['D3']}, {sums['D4']}", "equal", sums["D3"] == sums["D4"])


def _recorded(totals: Sequence[Total], form: str) -> int:
    return sum(one.stated for one in totals if one.paper.startswith(form) and one.column == "Counted as recorded")


def rows(_: Path) -> Iterator[Line]:
    """An annex of 5,000 booked lines."""
    seconds, mib = measured()
    yield Line("annex of 5,000 rows, seconds of work", f"{seconds:.1f}", str(LONG), seconds <= LONG)
    yield Line("its memory in MiB", str(mib), str(MIB), mib <= MIB)
