# SPDX-License-Identifier: Apache-2.0
"""Check 1: every exhibit has an authority, a seizure record, a receipt and two witnesses."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said
from suluh.model.dossier.exhibits import Seizure
from suluh.model.intake import Exhibit

WITNESSES = 2


class Seized(Check):
    """What stands behind each exhibit on paper."""

    name = "01"
    severity = "B"
    asks = Said(
        "Each exhibit has an authority, a seizure record, a receipt and two witnesses.",
        "Setiap barang bukti punya dasar kewenangan, BA penyitaan, tanda terima, dan dua saksi.",
    )
    next = Said(
        "Enter what is there with `suluh exhibit CASE seizure`, with --corrects where a row stands already; what is "
        "not there is to be made up for on paper.",
        "Catat yang ada dengan `suluh exhibit CASE seizure`, dengan --corrects bila barisnya sudah ada; yang belum ada "
        "dilengkapi di atas kertas.",
    )
    starts = ("seizure",)

    def found(self, brief: Brief) -> Iterator[Fault]:
        """What each exhibit lacks; what came as a reply has its letter instead of a seizure."""
        if not brief.exhibits:
            no = Said("The dossier relies on no exhibit.", "Berkas tidak bertumpu pada barang bukti apa pun.")
            yield Fault(brief.dossier.code, no)
        seized = {one.exhibit: one for one in brief.of_exhibits(Seizure)}
        replied = {one.exhibit for one in brief.replies if one.paper is not None}
        for exhibit in brief.exhibits:
            if exhibit.authority not in brief.authorities:
                yield Fault(exhibit.label, Said("It has no authority.", "Tidak ada dasar kewenangan."))
            if exhibit.label not in replied:
                yield from _lacks(exhibit, seized.get(exhibit.label))


def _lacks(exhibit: Exhibit, seizure: Seizure | None) -> Iterator[Fault]:
    if seizure is None:
        yield Fault(exhibit.label, Said("Its seizure was not entered.", "Penyitaannya belum dicatat."))
        return
    if seizure.record is None:
        yield Fault(seizure.code, Said("No seizure record is named.", "BA penyitaan belum disebut."))
    if seizure.receipt is None:
        yield Fault(seizure.code, Said("No receipt is named.", "Tanda terima belum disebut."))
    if len(set(seizure.witnesses)) < WITNESSES:
        size = len(set(seizure.witnesses))
        what = Said(f"It names {size} witnesses, not two.", f"Saksi yang disebut {size}, bukan dua.")
        yield Fault(seizure.code, what)
