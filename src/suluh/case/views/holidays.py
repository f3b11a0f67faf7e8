# SPDX-License-Identifier: Apache-2.0
"""The list of holidays."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.law import Holiday


class Holidays(Typed):
    """Days on which offices are closed."""

    name = "holidays"
    kind = Holiday
