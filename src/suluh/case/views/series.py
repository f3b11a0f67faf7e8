# SPDX-License-Identifier: Apache-2.0
"""The list of series."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.care import Series


class SeriesList(Typed):
    """Contents that belong together, under neutral codes."""

    name = "series"
    kind = Series
