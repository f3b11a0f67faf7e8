# SPDX-License-Identifier: Apache-2.0
"""The list of rows of financial intelligence."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.papers import Intelligence


class IntelligenceRows(Typed):
    """Rows of reports of the financial intelligence unit: not evidence, and in no deal, package or paper."""

    name = "intelligence"
    kind = Intelligence
