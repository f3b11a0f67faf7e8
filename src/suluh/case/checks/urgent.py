# SPDX-License-Identifier: Apache-2.0
"""Check 2: an urgent seizure has the number of the court that approved it."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said
from suluh.referral.says.record import approves


class Urgent(Check):
    """Whether a court approved what was seized without it."""

    name = "02"
    severity = "B"
    asks = Said("An urgent seizure has the court's number.", "Penyitaan mendesak punya nomor penetapan pengadilan.")
    next = Said(
        "Enter the court's number with `suluh authority --kind court --approves NUMBER`.",
        "Catat nomor penetapan dengan `suluh authority --kind court --approves NOMOR`.",
    )
    starts = ("urgent-seizure",)

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Exhibits that wait for their court."""
        for exhibit in brief.exhibits:
            paper = brief.authorities.get(exhibit.authority)
            is_urgent = paper is not None and paper.kind == "urgent"
            if is_urgent and not any(approves(one, exhibit) for one in brief.authorities.values()):
                yield Fault(
                    exhibit.label,
                    Said(
                        "It was seized as urgent, and no court has approved it.",
                        "Disita dalam keadaan mendesak dan belum disetujui pengadilan.",
                    ),
                )
