# SPDX-License-Identifier: Apache-2.0
"""The list of ties."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.charges import Tie


class Ties(Typed):
    """Facts for and against the elements of charges."""

    name = "ties"
    kind = Tie
