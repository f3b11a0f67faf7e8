# SPDX-License-Identifier: Apache-2.0
"""Check 25: charges that fall if one exhibit falls."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said
from suluh.model.dossier.charges import Charge, elements_of


class Without(Check):
    """What hangs on one exhibit alone."""

    name = "25"
    severity = "W"
    asks = Said("No charge falls with one exhibit.", "Tidak ada sangkaan yang gugur bersama satu barang bukti.")
    next = Said(
        "Tie another fact to the element, or say what carries it without that exhibit.",
        "Kaitkan fakta lain pada unsur itu, atau jelaskan apa yang mendukungnya tanpa barang bukti tersebut.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Elements of which every fact rests on one exhibit."""
        for charge in brief.charges:
            size = len(elements_of(charge, brief.law.get(charge.law)))
            for number in range(1, size + 1):
                for label in falls_with(brief, charge, number):
                    what = Said(f"Element {number} falls without {label}.", f"Unsur {number} gugur tanpa {label}.")
                    yield Fault(charge.code, what)


def falls_with(brief: Brief, charge: Charge, number: int) -> Iterator[str]:
    """The exhibits of which each alone carries an element."""
    own = [
        one
        for one in brief.facts
        if (one.tie.charge, int(one.tie.element), one.tie.side) == (charge.code, number, "for")
    ]
    for label in brief.labels if own else ():
        if all(one.falls_without(label) for one in own):
            yield label
