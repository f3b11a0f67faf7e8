# SPDX-License-Identifier: Apache-2.0
"""Check 19: letters to which nobody replied."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said


class Letters(Check):
    """What was asked of others and did not come."""

    name = "19"
    severity = "W"
    asks = Said("Every letter has a reply.", "Setiap surat sudah dibalas.")
    next = Said("Remind them on paper, or say why it is not needed.", "Ingatkan dengan surat, atau jelaskan alasannya.")
    starts = ("letter",)

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Letters without a reply."""
        replied = {one.letter for one in brief.replies}
        for one in brief.letters:
            if one.code not in replied:
                yield Fault(one.code, Said(f"Sent on {one.sent}, no reply.", f"Dikirim {one.sent}, belum dibalas."))
