# SPDX-License-Identifier: Apache-2.0
"""The list of extractions."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.exhibits import Extraction


class Extractions(Typed):
    """How acquisitions were made."""

    name = "extractions"
    kind = Extraction
