# SPDX-License-Identifier: Apache-2.0
"""Check 17: deals that may be chance, and other explanations that are open."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said

HIGH = 100_000
"""Millionths: a tenth."""

PAID_FOR_ELSE = "6"
"""The row of the catalogue that asks whose payment it is."""


class Doubts(Check):
    """What speaks against, and was not looked into."""

    name = "17"
    severity = "W"
    asks = Said(
        "No deal relied on may be chance in one case of ten, and no explanation is open.",
        "Tidak ada rangkaian yang mungkin kebetulan satu dari sepuluh, dan tidak ada penjelasan lain yang terbuka.",
    )
    next = Said(
        "Look into it, and enter what was found with `suluh dossier CASE alternative`.",
        "Telusuri, lalu catat hasilnya dengan `suluh dossier CASE alternative`.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Deals and explanations."""
        answered = {one.about for one in brief.alternatives if one.row == PAID_FOR_ELSE and one.state == "answered"}
        for one in brief.deals:
            names = {f"deal:{one.id}", f"deal:{brief.seal.of(one.id)}"}
            if (one.chance or 0) >= HIGH and answered.isdisjoint(names):
                what = (
                    "Such a payment stands in one window of ten or more: whose is it?",
                    "Pembayaran semacam ini ada pada satu dari sepuluh rentang atau lebih: milik siapa?",
                )
                yield Fault(f"deal {one.id}", Said(*what))
        for other in brief.alternatives:
            if other.state == "open":
                what = f"Explanation {other.row} is open.", f"Penjelasan lain nomor {other.row} masih terbuka."
                yield Fault(other.code, Said(*what))
