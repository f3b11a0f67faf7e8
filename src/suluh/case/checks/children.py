# SPDX-License-Identifier: Apache-2.0
"""Check 13: no child stands in the dossier of an adult, and nothing that tells of one in any text."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.apart import is_under_age
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.printed import printed
from suluh.case.dossiers.told import Tells
from suluh.case.typed.apart import adults_and_children
from suluh.model.deeds.deed import Said


class Children(Check):
    """Whether children are kept apart, and named nowhere."""

    name = "13"
    severity = "B"
    asks = Said(
        "No child is in an adult's dossier, and no text tells a child's name, birth, school or picture.",
        "Tidak ada anak dalam berkas orang dewasa, dan tidak ada nama, kelahiran, sekolah, atau gambar anak di teks.",
    )
    next = Said(
        "Give the child a dossier of its own; in texts write the code, as AK-1.",
        "Buat berkas sendiri untuk Anak; di dalam teks tulis kodenya, seperti AK-1.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Children among adults, and texts that tell of one."""
        if adults_and_children(brief.defendants):
            what = "A child and another person are defendants of one dossier.", "Anak dan orang lain dalam satu berkas."
            yield Fault(brief.dossier.code, Said(*what))
        for one in brief.defendants:
            if one.age == "not-known":
                what = "No paper says whether they were 18 at the deed.", "Belum ada surat tentang usia saat perbuatan."
                yield Fault(one.code, Said(*what), "W")
            if one.age != "child" and is_under_age(brief, one):
                what = (
                    "They were, or may have been, under 18 at the deed.",
                    "Berusia atau mungkin di bawah 18 tahun saat itu.",
                )
                yield Fault(one.code, Said(*what))
        tells = Tells(brief.case, brief.identities)
        for text in (*brief.texts(), *printed(brief)):
            for said in tells.of(text.text):
                yield Fault(text.where, said)
        if not tells.is_whole:
            yield Fault(
                brief.dossier.code,
                Said(
                    "Names in the vault were not compared: they are sealed for other officers.",
                    "Nama di ruang tersegel tidak dibandingkan: tersegel untuk petugas lain.",
                ),
                "W",
            )
