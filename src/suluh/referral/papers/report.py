# SPDX-License-Identifier: Apache-2.0
"""What the report of an examination rests on: the rows of each of its tables, frozen, in the order of their heads."""

from suluh.model.body import Part
from suluh.referral.papers.values import Both, Cell

Rows = tuple[tuple[Cell, ...], ...]

NOT_RUN = Both("no run is noted", "tidak tercatat dijalankan")
"""What stands beside a step that no run is noted of."""

NOT_ENTERED = Both("not entered", "tidak dimasukkan")


class ReportFacts(Part, frozen=True, kw_only=True):
    """Everything that D2 may say; the heads of each table stand in `forms/d2.py`."""

    dossier: str | None = None
    authorities: Rows = ()
    papers: Rows = ()
    questions: Rows = ()
    exhibits: Rows = ()
    lacking: tuple[Both, ...] = ()
    """What nobody entered of exhibits that were seized."""

    partly: tuple[Both, ...] = ()
    """What was left empty where something was entered, and papers younger than the taking."""

    seizures: Rows = ()
    handling: Rows = ()
    extractions: Rows = ()
    integrity: Rows = ()
    disagreements: Rows = ()
    checked: tuple[Both, ...] = ()
    late: tuple[Both, ...] = ()
    """Files whose name has a day after the taking, and the deals that they bear."""

    steps: Rows = ()
    sets: Rows = ()
    limits: Rows = ()
    validation: Rows = ()
    meaning: tuple[Both, ...] = ()
    """What the measured figures mean for one result."""

    missed: tuple[Both, ...] = ()
    """The measured figures that do not reach their goal."""

    counts: Rows = ()
    material: Rows = ()
    looks: Rows = ()
    unprocessed: Rows = ()
    flaws: Rows = ()
    aside: Rows = ()
    """Each file and record that was left aside, by its place."""

    unnamed: int = 0
    """How many more there are of these."""

    twice: int = 0
    """How many records that were left aside speak of a file that was so itself."""

    withheld: tuple[Both, ...] = ()
    findings: Rows = ()
    money: Rows = ()
    """What confirmed deals came to, by seller and buyer."""

    alternatives: Rows = ()
    decided: tuple[Both, ...] = ()
    """How the decisions were made."""

    rejected: tuple[Both, ...] = ()
    """Which deals that the program called supported officers rejected."""

    decisions: Rows = ()
    stated: Rows = ()
    """What officers entered of persons without deciding on a link."""

    alone: tuple[Rows, Rows, Rows] = ((), (), ())
    """What of the confirmed deals falls with each exhibit, each confirmed link, and each statement on an account."""

    changes: Rows = ()
    again: tuple[Both, ...] = ()
    keys: Rows = ()
    annexes: Rows = ()
    unmade: tuple[str, ...] = ()
    """Annexes that the report refers to and that were not made with it."""

    deciding: Rows = ()
    """The files that deals rest on."""

    sums: Rows = ()
    """The lists of digests that go with the report."""
