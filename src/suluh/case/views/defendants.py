# SPDX-License-Identifier: Apache-2.0
"""The list of defendants."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.charges import Defendant


class Defendants(Typed):
    """Persons whom a paper makes suspects."""

    name = "defendants"
    kind = Defendant
