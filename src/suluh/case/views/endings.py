# SPDX-License-Identifier: Apache-2.0
"""The list of endings."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.charges import Ending


class Endings(Typed):
    """How cases ended."""

    name = "endings"
    kind = Ending
