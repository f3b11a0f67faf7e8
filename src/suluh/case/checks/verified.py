# SPDX-License-Identifier: Apache-2.0
"""Check 3: the case and its exhibits were verified after the last entry that counts."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.noted import noted
from suluh.model.deeds.deed import Said


class Verified(Check):
    """Whether the case still is what was entered, by the notes that verifications leave."""

    name = "03"
    severity = "B"
    asks = Said(
        "The case and its exhibits were verified since the last entry that changed them.",
        "Perkara dan barang buktinya sudah diperiksa sejak catatan terakhir yang mengubahnya.",
    )
    next = Said(
        "Run `suluh verify CASE --sources --actor CODE`, with the media of the exhibits connected.",
        "Jalankan `suluh verify CASE --sources --actor KODE` dengan media barang bukti terpasang.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """What was not verified since."""
        held = noted(brief.case)
        if held.broken is not None:
            what = f"The case does not hold: {held.broken}.", f"Perkara tidak utuh: {held.broken}."
            yield Fault(brief.dossier.code, Said(*what))
        elif held.case is None:
            yield Fault(
                brief.dossier.code,
                Said(
                    "No verification of the case holds for what was entered since.",
                    "Belum ada pemeriksaan perkara yang berlaku untuk catatan setelahnya.",
                ),
            )
        if held.sources is None:
            yield Fault(
                brief.dossier.code,
                Said(
                    "The exhibits were not digested again since they were added, read or corrected.",
                    "Barang bukti belum dihitung hash-nya lagi sejak ditambahkan, dibaca, atau diperbaiki.",
                ),
            )
