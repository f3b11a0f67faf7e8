# SPDX-License-Identifier: Apache-2.0
"""Check 18: zones of exhibits, and messages that two exhibits tell otherwise."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.facts import Facts
from suluh.case.views.records import zones
from suluh.model.deeds.deed import Said
from suluh.model.people import Decision


class Clocks(Check):
    """Whether times and copies can be relied on."""

    name = "18"
    severity = "W"
    asks = Said(
        "The zone of each exhibit was decided before its deals, and copies of a message agree.",
        "Zona waktu tiap barang bukti diputuskan sebelum rangkaiannya, dan salinan pesan cocok.",
    )
    next = Said(
        "Decide the zone with `suluh decide CASE zone`, look at the deals again, and say in which they differ.",
        "Putuskan zona dengan `suluh decide CASE zone`, lihat lagi rangkaiannya, dan nyatakan perbedaannya.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Exhibits without a zone or with a late one, and copies that differ."""
        known = zones(brief.case)
        decisions = list(brief.case.nouns(Decision))
        for label in brief.labels:
            own = {one.id for fact in brief.facts if label in fact.labels for one in (fact.deal,) if one is not None}
            words = [one.order for one in decisions if one.act == "confirm-deal" and one.left in own]
            late = [one.order for one in decisions if one.act == "zone" and one.left == label]
            if not known.get(label):
                yield Fault(label, Said("Nobody decided its zone.", "Zona waktunya belum diputuskan."))
            elif words and late and max(late) > min(words):
                what = "Its zone was decided after a deal on it.", "Zonanya diputuskan setelah rangkaian di dalamnya."
                yield Fault(label, Said(*what))
        joints = Facts(brief.case)
        for fact in brief.facts:
            fields = sorted({name for one in joints.joints(fact) for name in one.differs})
            if fields:
                what = Said(
                    f"Two copies of it differ in {', '.join(fields)}.",
                    f"Dua salinannya berbeda pada {', '.join(fields)}.",
                )
                yield Fault(fact.tie.code, what)
