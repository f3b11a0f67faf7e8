# SPDX-License-Identifier: Apache-2.0
"""The list of guarded."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.care import Protected


class Guarded(Typed):
    """How often accounts were put under protection, by whom and when; which ones lies sealed."""

    name = "guarded"
    kind = Protected
