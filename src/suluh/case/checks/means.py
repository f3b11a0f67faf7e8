# SPDX-License-Identifier: Apache-2.0
"""Check 10: the investigator names two kinds of means of proof for every charge."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said

KINDS = 2


class Means(Check):
    """How many kinds of means of proof the investigator names; software applies none."""

    name = "10"
    severity = "W"
    asks = Said("Two kinds of means of proof per charge.", "Dua jenis alat bukti untuk setiap sangkaan.")
    next = Said(
        "Name them with --means at the charge or at its ties.",
        "Sebutkan dengan --means pada sangkaan atau pengaitannya.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Charges with fewer."""
        for charge in brief.charges:
            named = {*charge.means, *(one.means for one in brief.ties if one.charge == charge.code)} - {None}
            if len(named) < KINDS:
                size = len(named)
                what = Said(f"{size} kinds are named.", f"Baru {size} jenis yang disebut.")
                yield Fault(charge.code, what)
