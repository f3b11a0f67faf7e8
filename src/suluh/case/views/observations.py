# SPDX-License-Identifier: Apache-2.0
"""The list of observations."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.exhibits import Observation


class Observations(Typed):
    """What officers saw with their own viewer."""

    name = "observations"
    kind = Observation
