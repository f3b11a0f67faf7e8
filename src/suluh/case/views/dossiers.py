# SPDX-License-Identifier: Apache-2.0
"""The list of dossiers."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.charges import Dossier


class Dossiers(Typed):
    """The files that go to a prosecutor."""

    name = "dossiers"
    kind = Dossier
