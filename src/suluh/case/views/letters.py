# SPDX-License-Identifier: Apache-2.0
"""The list of letters."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.papers import Letter


class Letters(Typed):
    """Letters that ask somebody outside for records."""

    name = "letters"
    kind = Letter
