# SPDX-License-Identifier: Apache-2.0
"""The list of told."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.exhibits import Told


class ToldRecords(Typed):
    """What persons said, as records of interview have it."""

    name = "told"
    kind = Told
