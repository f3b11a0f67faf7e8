# SPDX-License-Identifier: Apache-2.0
"""Check 11: contents relied on have a category by two people or an exact match in a set of a known version."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.contents_of import known_of
from suluh.model.deeds.deed import Said
from suluh.model.dossier.exhibits import Observation


class Categories(Check):
    """By what each content that is relied on is known."""

    name = "11"
    severity = "B"
    asks = Said(
        "Contents relied on have a category by two people, or an exact match with the version of its set.",
        "Isi yang diandalkan punya kategori dari dua orang, atau cocok persis dengan himpunan yang versinya diketahui.",
    )
    next = Said(
        "Let a second officer grade it in their own viewer, or state the version of the set.",
        "Mintakan penilaian petugas kedua di penampilnya sendiri, atau nyatakan versi himpunan.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Contents that are known by less, and what one officer alone saw."""
        wanted = {sha256 for one in brief.facts for sha256 in one.contents}
        known = known_of(brief.case, wanted)
        for sha256 in sorted(wanted):
            if known.is_exact(sha256) or known.is_graded(sha256):
                continue
            if known.lacks_version(sha256):
                what = "The version of its set is not stated.", "Versi himpunannya belum dinyatakan."
            else:
                what = (
                    "Two people did not grade it, and no set has it.",
                    "Belum dinilai dua orang dan tidak ada di himpunan.",
                )
            yield Fault(f"content {sha256[:12]}", Said(*what))
        for fact in brief.facts:
            if isinstance(fact.said, Observation) and not fact.said.second:
                what = "Nobody read it a second time.", "Belum dibaca petugas kedua."
                yield Fault(fact.said.code, Said(*what))
