# SPDX-License-Identifier: Apache-2.0
"""Check 20: what was not read of the exhibits, and is not told in the report on them."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.figures import figures, stated
from suluh.model.deeds.deed import Said


class Unread(Check):
    """Whether the report says what could not be read."""

    name = "20"
    severity = "W"
    asks = Said(
        "Flaws and unread files of the exhibits relied on are told in D2, part 8.",
        "Catatan tidak terbaca dan file yang tidak terbaca disebut dalam D2 bagian 8.",
    )
    next = Said("Write and freeze D2 with these figures.", "Tulis dan bekukan D2 dengan angka ini.")

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Figures that no frozen paper states."""
        told = {name: figure for _, paper in stated(brief, "D2") for name, figure in paper.items()}
        for name, figure in sorted(figures(brief).items()):
            kind, _, label = name.partition(":")
            if kind in {"flaws", "unread"} and figure and told.get(name) != figure:
                what = Said(
                    f"{figure} {'flaws' if kind == 'flaws' else 'files that were not read'} are not told in D2.",
                    f"{figure} {'catatan' if kind == 'flaws' else 'file'} tidak terbaca belum disebut dalam D2.",
                )
                yield Fault(label, what)
