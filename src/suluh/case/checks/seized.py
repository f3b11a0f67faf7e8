# SPDX-License-Identifier: Apache-2.0
"""Check 1: every exhibit has an authority, a seizure record, a receipt and two witnesses."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said
from suluh.model.dossier.exhibits import Seizure
from suluh.model.intake import Exhibit

WITNESSES = 2
REPLY = "reply"
"""The kind of authority of what somebody sent on a letter: nobody seized it."""

NO_REPLY = Said(
    "It came as a reply, and no reply with its paper names it.",
    "Datang sebagai balasan, tetapi tidak ada balasan beserta suratnya yang menyebutnya.",
)


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
        """What each exhibit lacks; what came as a reply has its letter and the paper of the reply instead."""
        if not brief.exhibits:
            no = Said("The dossier relies on no exhibit.", "Berkas tidak bertumpu pada barang bukti apa pun.")
            yield Fault(brief.dossier.code, no)
        seized = {one.exhibit: one for one in brief.of_exhibits(Seizure)}
        replied = {one.exhibit for one in brief.replies if one.paper is not None}
        for exhibit in brief.exhibits:
            authority = brief.authorities.get(exhibit.authority)
            if authority is None:
                yield Fault(exhibit.label, Said("It has no authority.", "Tidak ada dasar kewenangan."))
            if exhibit.label in replied:
                continue
            if authority is not None and authority.kind == REPLY and exhibit.label not in seized:
                yield Fault(exhibit.label, NO_REPLY, next=_reply(exhibit.label))
            else:
                yield from _lacks(exhibit, seized.get(exhibit.label))


def _reply(label: str) -> Said:
    """How the reply is entered by which an exhibit came."""
    command = f"`suluh letter CASE reply --letter LETTER --exhibit {label} --paper PAPER`"
    return Said(
        f"Enter the letter with `suluh letter CASE new`, and the reply with its paper: {command}.",
        f"Catat suratnya dengan `suluh letter CASE new`, dan balasannya beserta suratnya: {command}.",
    )


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
