# SPDX-License-Identifier: Apache-2.0
"""The list of alternatives."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.charges import Alternative


class Alternatives(Typed):
    """What officers say of other explanations."""

    name = "alternatives"
    kind = Alternative
