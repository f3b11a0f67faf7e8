# SPDX-License-Identifier: Apache-2.0
"""The list of identities."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.care import Identity


class Identities(Typed):
    """Who holds accounts, by which paper; of children and victims a code alone."""

    name = "identities"
    kind = Identity
