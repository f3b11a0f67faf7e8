# SPDX-License-Identifier: Apache-2.0
"""Check 21: what a prosecutor asked for before is answered."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said
from suluh.model.dossier.papers import item_state


class Returned(Check):
    """Whether anything of an earlier return is open."""

    name = "21"
    severity = "B"
    asks = Said("No item of an earlier return is open.", "Tidak ada petunjuk yang masih terbuka.")
    next = Said(
        "Answer it with `suluh request CASE answer`, or say why it cannot be done.",
        "Jawab dengan `suluh request CASE answer`, atau jelaskan mengapa tidak dapat.",
    )
    starts = ("return",)

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Items that are open, and those called answered without an answer."""
        answered = {one.item for one in brief.answers}
        for _, one in brief.items:
            state = item_state(one, is_answered=one.code in answered)
            if state == "cannot" and one.why:
                continue
            if state != "answered":
                yield Fault(one.code, Said("It is open.", "Masih terbuka."))
            elif one.code not in answered:
                yield Fault(one.code, Said("It has no answer.", "Belum ada jawabannya."))
