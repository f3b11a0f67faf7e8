# SPDX-License-Identifier: Apache-2.0
"""Check 24: the list of contents has everything, under numbers, and its papers are what was signed."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.contents import contents
from suluh.model.deeds.deed import Said


class Contents(Check):
    """Whether the dossier is whole; it blocks the list of contents alone, for that names all other papers."""

    name = "24"
    severity = "B"
    asks = Said(
        "The list of contents lacks nothing, every paper has its number, and every digest holds.",
        "Daftar isi lengkap, setiap surat bernomor, dan setiap hash cocok.",
    )
    next = Said(
        "Enter the paper with `suluh paper CASE add --about DOSSIER`, or freeze the annex with its "
        "--number; anew with --replaces.",
        "Catat surat dengan `suluh paper CASE add --about BERKAS`, atau bekukan lampirannya dengan "
        "--number; ulang dengan --replaces.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Rows of the list that are missing or do not hold."""
        for row in contents(brief):
            where = f"{row.number} {row.paper or row.what.partition(':')[2]}"
            if row.state == "missing":
                what = f"Missing: {row.title.english}.", f"Belum ada: {row.title.indonesian}."
                yield Fault(where, Said(*what), next=_next(row.what))
            if row.state == "present" and not row.said:
                yield Fault(where, Said("It has no number.", "Belum bernomor."))
            if row.fault is not None:
                yield Fault(where, row.fault)


def _next(what: str) -> Said:
    """How to enter a paper that officers have, and how to make one that is made."""
    kind, _, names = what.partition(":")
    name = names.partition(" ")[0]
    if kind == "paper":
        command = f"`suluh paper CASE add --kind {name} --about DOSSIER`"
        return Said(f"Enter it with {command}.", f"Catat dengan {command.replace('DOSSIER', 'BERKAS')}.")
    if name == "D9":
        return Said("Write it with `suluh request CASE write`.", "Tulis dengan `suluh request CASE write`.")
    made = f"`suluh dossier CASE write DIR --dossier DOSSIER --form {name}`"
    froze = f"`suluh dossier CASE freeze DOSSIER {name} DIR --number N`"
    indonesian = f"Tulis dengan {made}, lalu bekukan dengan {froze}.".replace("DOSSIER", "BERKAS")
    return Said(f"Write it with {made}, then freeze it with {froze}.", indonesian)
