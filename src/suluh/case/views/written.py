# SPDX-License-Identifier: Apache-2.0
"""The list of written."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.charges import Written


class WrittenPapers(Typed):
    """Papers that Suluh wrote, as their authors froze them."""

    name = "written"
    kind = Written
