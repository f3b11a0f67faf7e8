# SPDX-License-Identifier: Apache-2.0
"""D1 to D5 of the reference case: time, the same bytes again, drawn figures followed back to lines, sums of money."""

import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
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
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.figures import booked
from suluh.case.frozen.papers import write_d1
from suluh.case.papers.making import Wanted, documents
from suluh.case.typed.enter import enter
from suluh.custody.package import MANIFEST
from suluh.model.dossier.charges import Defendant, Dossier
from suluh.model.trade import Deal, money_of
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
        _type_dossiers(case)
    with closing(Case.open(made.folder, replace(made.acting, now=lambda: AT))) as case:
        start = time.process_time()
        one = _written(case, folder / "one")
        seconds = time.process_time() - start
        two = _written(case, folder / "two")
        forms = Counter(name.removesuffix(".pdf").partition("-")[0] for name in one if name.endswith(".pdf"))
        told = ", ".join(f"{size} {form}" for form, size in sorted(forms.items()))
        yield Line(f"{told}: seconds of work", f"{seconds:.0f}", f"{SECONDS}", seconds <= SECONDS)
        yield Line(
            "files that differ when written again", str(sum(two[name] != one[name] for name in one)), "0", two == one
        )
        yield from _traced(case)


def _type_dossiers(case: Case) -> None:
    """A dossier of each seller, beside that of the first."""
    first = {name for one in case.nouns(Defendant) for name in one.accounts}
    deals = (one for one in case.nouns(Deal) if one.judgement == "confirmed")
    for number, seller in enumerate(sorted({one.seller for one in deals if one.seller} - first), 2):
        enter(case, Dossier, [{"title": f"Berkas {number}", "exhibits": ("B-1",)}])
        enter(case, Defendant, [{"dossier": f"dossier-{number}", "accounts": (seller,), "age": "adult"}])


def _written(case: Case, folder: Path) -> dict[str, bytes]:
    """Every paper of all defendants, sellers and buyers, by the names of their files."""
    paths = [*write_papers(case, folder, Wanted(tell=str), How("show"), AT)]
    for brief in Brief.every(case):
        write_d1(case, brief.dossier.code, folder / brief.dossier.code)
        paths += (folder / brief.dossier.code).iterdir()
    return {path.name: path.read_bytes() for path in paths if path.name != MANIFEST}


def _traced(case: Case) -> Iterator[Line]:
    papers = tuple(documents(case, Wanted(tell=str), AT))
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
    sums["case"] = booked(case, filter(_is_paid, case.nouns(Deal))).total()
    told = ", ".join(map(str, sums.values()))
    yield Line("recorded money: sellers, buyers, booked lines of the case", told, "equal", len({*sums.values()}) == 1)


def _is_paid(deal: Deal) -> bool:
    """Whether an officer confirmed a deal that a booked line paid."""
    return deal.judgement == "confirmed" and money_of(deal) == "recorded"


def _recorded(totals: Sequence[Total], form: str) -> int:
    return sum(one.stated for one in totals if one.paper.startswith(form) and one.column == "Counted as recorded")


def rows(_: Path) -> Iterator[Line]:
    """An annex of 5,000 booked lines."""
    seconds, mib = measured()
    yield Line("annex of 5,000 rows, seconds of work", f"{seconds:.1f}", str(LONG), seconds <= LONG)
    yield Line("its memory in MiB", str(mib), str(MIB), mib <= MIB)
