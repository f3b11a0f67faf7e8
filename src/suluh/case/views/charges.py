# SPDX-License-Identifier: Apache-2.0
"""The list of charges."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.charges import Charge


class Charges(Typed):
    """Offences that dossiers state."""

    name = "charges"
    kind = Charge
