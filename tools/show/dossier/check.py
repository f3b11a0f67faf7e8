# SPDX-License-Identifier: Apache-2.0
"""Checks of dossiers: planted faults found by number, no false alarm on clean ones, and papers that hold."""

from collections.abc import Iterator
from pathlib import Path

from tests.case.dossiers.faults import FAULTS
from tests.case.dossiers.made import Plan, build, checked, numbers
from tools.show.ground.sizes import sized
from tools.show.line import Line
from tools.show.samples import _pytest

from suluh.case.dossiers.checking import checks

CLEAN, PLANTED = 20, 40


def clean(folder: Path) -> Iterator[Line]:
    """Clean made-up dossiers: nothing blocks them."""
    count = sized(CLEAN, 3)
    wrong = []
    for seed in range(1, count + 1):
        place = folder / str(seed)
        place.mkdir()
        case = build(place, Plan(seed))
        wrong += [f"seed {seed}: check {one}" for one in sorted(numbers(checked(case), "B"))]
        case.close()
    figure = f"{len(wrong)} of {count} dossiers" + (f", first: {wrong[0]}" if wrong else "")
    yield Line("false findings that block", figure, "0", not wrong)


def faults(folder: Path) -> Iterator[Line]:
    """Faults planted in clean dossiers, each found by the number of its check and at its weight."""
    names = list(FAULTS)[:: sized(1, 8)]
    missed = []
    for number, name in enumerate(names):
        place, plan, fault = folder / str(number), Plan(1 + number), FAULTS[name]
        place.mkdir()
        fault.spoil(plan)
        case = build(place, plan)
        missed += [] if fault.number in numbers(checked(case), fault.severity) else [name]
        case.close()
    figure = f"{len(names) - len(missed)} of {len(names)}" + (f", first missed: {missed[0]}" if missed else "")
    goal = f"all, of {PLANTED} or more" if len(names) == len(FAULTS) else "all"
    is_met = not missed and (len(names) >= PLANTED or len(names) < len(FAULTS))
    yield Line("planted faults found by number", figure, goal, is_met)
    kinds = {one.number for one in FAULTS.values()}
    every = {int(one.name) for one in checks()}
    yield Line("checks that have a planted fault", f"{len(kinds)} of {len(every)}", "all", kinds == every)


def papers(_: Path) -> Iterator[Line]:
    """Freezing, releasing, replacing, and rows that changed since."""
    yield from _pytest(
        "papers set as PDF/UA, the same bytes again; workbooks with types, filters, no formula",
        *("tests/referral/papers/test_press.py", "tests/referral/papers/test_book.py"),
    )
    yield from _pytest("papers frozen, released, replaced, verified", "tests/case/dossiers/test_freeze.py")
