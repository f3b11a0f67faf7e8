# SPDX-License-Identifier: Apache-2.0
"""Check 4: every acquisition has its tool, version and digests, and a difference is explained."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said
from suluh.model.dossier.exhibits import Extraction
from suluh.model.intake import Acquisition, Flaw

STEP = "stated"
"""The step whose flaws are digests that disagree."""


class Acquired(Check):
    """How each acquisition was made, and whether it is what its tool said."""

    name = "04"
    severity = "B"
    asks = Said(
        "Each acquisition has its tool, version and digests; they agree, or the difference is explained.",
        "Setiap akuisisi punya alat, versi, dan hash; cocok, atau perbedaannya dijelaskan.",
    )
    next = Said(
        "Enter it with `suluh exhibit CASE extraction`; explain a difference with --difference.",
        "Catat dengan `suluh exhibit CASE extraction`; jelaskan perbedaan dengan --difference.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """What each acquisition lacks."""
        made = {(one.exhibit, one.acquisition): one for one in brief.of_exhibits(Extraction)}
        wrong = {(one.place.exhibit, one.place.acquisition) for one in brief.case.nouns(Flaw) if one.step == STEP}
        for one in acquisitions(brief.case.rows):
            if one.exhibit in brief.labels:
                key = one.exhibit, one.name
                yield from _lacks(one, made.get(key), differs=key in wrong)


def _lacks(one: Acquisition, made: Extraction | None, *, differs: bool) -> Iterator[Fault]:
    where = f"{one.exhibit} {one.name}"
    if made is None:
        yield Fault(where, Said("How it was made was not entered.", "Cara pembuatannya belum dicatat."))
        return
    if not made.image_digests and not one.stated:
        yield Fault(made.code, Said("No digest is stated.", "Tidak ada hash yang dinyatakan."))
    if differs and not made.difference:
        yield Fault(
            made.code,
            Said(
                "A stated digest is not the one that was computed, and nothing explains it.",
                "Hash yang dinyatakan berbeda dari hasil hitung dan belum dijelaskan.",
            ),
        )
