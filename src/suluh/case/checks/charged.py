# SPDX-License-Identifier: Apache-2.0
"""Check 6: every charge names an offence that was in force at the deed and that two officers checked."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.lawful import is_checked, was_in_force
from suluh.model.deeds.deed import Said


class Charged(Check):
    """Whether the law that a charge names was law then."""

    name = "06"
    severity = "B"
    asks = Said(
        "Every charge names a row of law that was in force at the deed and was checked.",
        "Setiap sangkaan menyebut baris hukum yang berlaku saat perbuatan dan sudah diperiksa.",
    )
    next = Said(
        "Correct it with `suluh law CASE row --corrects ROW`, or the charge; two officers check it with "
        "`suluh law CASE check`.",
        "Perbaiki baris dengan `suluh law CASE row --corrects BARIS`, atau sangkaannya; dua petugas memeriksa dengan "
        "`suluh law CASE check`.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Defendants without a charge, and charges whose row does not carry them."""
        charged = {one.defendant for one in brief.charges}
        if not brief.defendants:
            yield Fault(brief.dossier.code, Said("It has no defendant.", "Belum ada tersangka atau Anak di dalamnya."))
        for one in brief.defendants:
            if one.code not in charged:
                yield Fault(one.code, Said("Nothing is charged.", "Belum ada sangkaan."))
        for charge in brief.charges:
            row = brief.law.get(charge.law)
            if row is None or row.kind != "offence":
                yield Fault(charge.code, Said("It names no offence of the list.", "Tidak menyebut pasal dalam daftar."))
                continue
            if row.in_force_from is None:
                what = "Nobody entered from which day the row is in force.", "Hari mulai berlakunya belum dicatat."
                yield Fault(row.code, Said(*what))
            elif not was_in_force(row, charge):
                what = "The row was not in force on every day of the deed.", "Pasal tidak berlaku sepanjang perbuatan."
                yield Fault(charge.code, Said(*what))
            if not is_checked(brief.case, row):
                what = "Two officers have not checked the row as it stands.", "Belum diperiksa oleh dua petugas."
                yield Fault(row.code, Said(*what))
