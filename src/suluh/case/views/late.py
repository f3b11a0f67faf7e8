# SPDX-License-Identifier: Apache-2.0
"""The list of late."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.law import Late


class LateDuties(Typed):
    """Why something was done after its time."""

    name = "late"
    kind = Late
