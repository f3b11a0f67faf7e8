# SPDX-License-Identifier: Apache-2.0
"""The list of law."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.law import LawRow


class Law(Typed):
    """Rows of law that the case goes by."""

    name = "law"
    kind = LawRow
