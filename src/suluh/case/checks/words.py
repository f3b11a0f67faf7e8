# SPDX-License-Identifier: Apache-2.0
"""Check 23: words to avoid, a status without its paper, and masked text, in what officers typed."""

import re
from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.listed import any_of, own
from suluh.case.gate.mask import DOTS
from suluh.model.deeds.deed import Said

ENTITLED = re.compile(r"\b(?:tersangka|terdakwa|terpidana|suspect|accused|convicted)\b", re.IGNORECASE)
"""Words of legal status: they stand where a paper gives them."""

MASKED = (DOTS, "[terlindungi / protected]")


class AvoidedWords(Check):
    """Whether what was typed says more than a paper may, or less than a court can read."""

    name = "23"
    severity = "B"
    asks = Said(
        "No word to avoid, no status without its paper, and no masked text.",
        "Tidak ada kata yang dihindari, status tanpa surat, atau teks tersamar.",
    )
    next = Said("Write the text anew with --corrects.", "Tulis ulang teks itu dengan --corrects.")

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Texts by the row and field in which they stand."""
        acting = None if brief.case.access is None else brief.case.acting.unit
        rows = own(acting, "words")
        avoided = {row["word"].casefold(): row["instead"] for row in rows}
        ours = any_of(avoided)
        is_given = bool(brief.defendants) and all(one.status_paper and one.age != "child" for one in brief.defendants)
        for one in brief.texts():
            for found in dict.fromkeys(match.casefold() for match in ours.findall(one.text)):
                what = f"It says {found!r}: say {avoided[found]}.", f"Tertulis {found!r}: tulis {avoided[found]}."
                yield Fault(one.where, Said(*what))
            if not is_given and ENTITLED.search(one.text):
                what = "It gives a status that no paper gives.", "Menyebut status yang belum ada suratnya."
                yield Fault(one.where, Said(*what))
            if any(mark in one.text for mark in MASKED):
                what = "It holds masked text, which no court can read.", "Berisi teks tersamar yang tidak terbaca."
                yield Fault(one.where, Said(*what))
