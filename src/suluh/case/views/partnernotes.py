# SPDX-License-Identifier: Apache-2.0
"""The list of notes on packages for partners."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.partner import PartnerNote


class PartnerNotes(Typed):
    """What stands over packages for partners abroad."""

    name = "partnernotes"
    kind = PartnerNote
