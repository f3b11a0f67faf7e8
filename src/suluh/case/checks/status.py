# SPDX-License-Identifier: Apache-2.0
"""Check 9: the legal status of each defendant has its paper, and they were told."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said
from suluh.model.dossier.charges import Defendant
from suluh.model.people import Decision

GIVES, TELLS = "penetapan-status", "pemberitahuan"
"""Kinds of paper that give a status, and that tell of it."""


class Status(Check):
    """Whether a paper gives the status, and another tells of it."""

    name = "09"
    severity = "B"
    asks = Said("A status has its document and its notice.", "Status hukum punya surat penetapan dan pemberitahuan.")
    next = Said(
        "Enter the papers, and name them with `suluh dossier CASE defendant --corrects`.",
        "Catat surat-suratnya, lalu sebutkan dengan `suluh dossier CASE defendant --corrects`.",
    )
    starts = ("status",)

    def found(self, brief: Brief) -> Iterator[Fault]:
        """What is not there on paper."""
        for one in brief.defendants:
            yield from _of(brief, one)
        for decision in brief.case.nouns(Decision):
            if decision.act == "status" and decision.left in brief.accounts and not decision.document:
                what = "A status was given without a document.", "Status diberikan tanpa nomor surat."
                yield Fault(f"decision {decision.order}", Said(*what))


def _of(brief: Brief, one: Defendant) -> Iterator[Fault]:
    gives = brief.papers.get(one.status_paper or "")
    if gives is None or gives.kind != GIVES:
        yield Fault(one.code, Said("No paper gives the status.", "Belum ada surat penetapan status."))
    tells = brief.papers.get(one.notice or "")
    if tells is None or tells.kind != TELLS:
        yield Fault(one.code, Said("No paper tells of it.", "Belum ada surat pemberitahuan."))
