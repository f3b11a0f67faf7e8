# SPDX-License-Identifier: Apache-2.0
"""Check 7: every element of a charge has a fact that carries it."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said
from suluh.model.dossier.charges import Charge, elements_of


class Elements(Check):
    """Whether each element rests on something, and on how much."""

    name = "07"
    severity = "B"
    asks = Said("Every element has a tied fact.", "Setiap unsur punya fakta yang dikaitkan.")
    next = Said(
        "Tie a fact with `suluh dossier CASE tie`; answer a fact against with --answer.",
        "Kaitkan fakta dengan `suluh dossier CASE tie`; jawab fakta yang menentang dengan --answer.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Elements without a fact; those with one alone, or with one against that nobody answered, weigh less."""
        for charge in brief.charges:
            elements = elements_of(charge, brief.law.get(charge.law))
            if not elements:
                what = (
                    "It has no elements: name each with `suluh dossier CASE charge --corrects CODE --elements`.",
                    "Unsurnya belum ada: sebutkan dengan `suluh dossier CASE charge --corrects KODE --elements`.",
                )
                yield Fault(charge.code, Said(*what))
            for number in range(1, len(elements) + 1):
                yield from _of(brief, charge, number)
            for tie in brief.ties:
                if tie.charge == charge.code and not 0 < int(tie.element) <= len(elements):
                    yield Fault(tie.code, Said("There is no such element.", "Tidak ada unsur bernomor itu."))


def _of(brief: Brief, charge: Charge, number: int) -> Iterator[Fault]:
    own = [one for one in brief.ties if one.charge == charge.code and int(one.element) == number]
    carry = [one for one in own if one.side == "for"]
    where = f"{charge.code} {number}"
    if not carry:
        yield Fault(where, Said("No fact is tied to it.", "Belum ada fakta yang dikaitkan."))
    elif len(carry) == 1:
        yield Fault(where, Said("It rests on one fact alone.", "Bertumpu pada satu fakta saja."), "W")
    for one in own:
        if one.side == "against" and not one.answer:
            what = "Nothing answers this fact against it.", "Fakta yang menentang ini belum dijawab."
            yield Fault(one.code, Said(*what), "W")
