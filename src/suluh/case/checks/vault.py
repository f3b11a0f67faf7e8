# SPDX-License-Identifier: Apache-2.0
"""Check 14: a code of a victim or a witness leads to a name in the vault alone."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.case.typed.apart import is_code_of_child
from suluh.model.deeds.deed import Said


class Vault(Check):
    """Whether names behind codes lie sealed."""

    name = "14"
    severity = "B"
    asks = Said(
        "No code of a victim or witness leads to a name outside the vault.",
        "Tidak ada kode korban atau saksi yang mengarah ke nama di luar ruang tersegel.",
    )
    next = Said(
        "Withdraw the identity and enter it with --vault.",
        "Cabut identitas itu, lalu catat kembali dengan --vault.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Identities with such a code that lie open."""
        for one in brief.identities:
            if is_code_of_child(one.person or "") and (not one.vault or one.name or one.birth):
                yield Fault(one.code, Said("It is not in the vault.", "Belum disimpan di ruang tersegel."))
