# SPDX-License-Identifier: Apache-2.0
"""The list of handling."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.exhibits import Handling


class Handlings(Typed):
    """What was done with exhibits, and who had them."""

    name = "handling"
    kind = Handling
