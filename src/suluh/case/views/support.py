# SPDX-License-Identifier: Apache-2.0
"""The list of support."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.care import SupportNote


class SupportNotes(Typed):
    """What those who were hurt need."""

    name = "support"
    kind = SupportNote
