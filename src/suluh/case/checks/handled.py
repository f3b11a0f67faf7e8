# SPDX-License-Identifier: Apache-2.0
"""Check 5: nothing is missing in the record of who had each exhibit, and seals follow on one another."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said
from suluh.model.dossier.exhibits import Handling


class Handled(Check):
    """Whether the chain of custody on paper has no gap; a note on the later act explains one."""

    name = "05"
    severity = "W"
    asks = Said(
        "Handling has no gap and no overlap, and the numbers of seals follow on one another.",
        "Catatan penguasaan tanpa celah dan tumpang tindih, dan nomor segel berurutan.",
    )
    next = Said(
        "Enter what is missing with `suluh custody CASE receive`, or say with --note what happened.",
        "Catat yang kurang dengan `suluh custody CASE receive`, atau jelaskan dengan --note.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Where one act does not follow on the one before it."""
        acts = brief.of_exhibits(Handling)
        for label in brief.labels:
            own = sorted((one for one in acts if one.exhibit == label), key=lambda one: _moment(one.done))
            if not own:
                yield Fault(label, Said("No handling was entered.", "Belum ada catatan penguasaan."))
            for before, later in pairwise(own):
                if not later.note:
                    yield from _between(before, later)


def _between(before: Handling, later: Handling) -> Iterator[Fault]:
    if _moment(before.done) == _moment(later.done):
        yield Fault(later.code, Said("Two acts are at one moment.", "Dua tindakan pada saat yang sama."))
    if before.taker and later.giver and before.taker != later.giver:
        yield Fault(
            later.code,
            Said(
                "It comes from somebody else than had it before.",
                "Berasal dari orang lain daripada pemegang sebelumnya.",
            ),
        )
    if (before.seal_left or later.seal_found) and before.seal_left != later.seal_found:
        what = Said(
            f"The seal found is {later.seal_found or 'none'}, the one left before {before.seal_left or 'none'}.",
            f"Segel yang ditemukan {later.seal_found or 'tidak ada'}, sebelumnya {before.seal_left or 'tidak ada'}.",
        )
        yield Fault(later.code, what)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
