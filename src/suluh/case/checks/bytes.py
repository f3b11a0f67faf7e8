# SPDX-License-Identifier: Apache-2.0
"""Check 12: what is relied on lies on an exhibit with its bytes."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said


class Bytes(Check):
    """Of what nobody can say what it holds, for no exhibit has it."""

    name = "12"
    severity = "W"
    asks = Said("Contents relied on have their bytes on an exhibit.", "Isi file yang diandalkan ada pada barang bukti.")
    next = Said(
        "Say that the file is not on the exhibits; what it held cannot be said.",
        "Nyatakan bahwa isi file tidak ada pada barang bukti; apa isinya tidak dapat dikatakan.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Attachments and deliveries without bytes."""
        for fact in brief.facts:
            missing = sum(one.state != "present" for message in fact.messages for one in message.attachments)
            if fact.deal is not None:
                missing = 0 if fact.deal.files or not fact.deal.items_delivered else fact.deal.items_delivered
            if missing:
                what = Said(
                    f"{missing} files of it are not on the exhibits.",
                    f"{missing} file di dalamnya tidak ada pada barang bukti.",
                )
                yield Fault(fact.tie.code, what)
