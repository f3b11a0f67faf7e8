# SPDX-License-Identifier: Apache-2.0
"""The list of seizures."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.exhibits import Seizure


class Seizures(Typed):
    """How exhibits came to the unit."""

    name = "seizures"
    kind = Seizure
