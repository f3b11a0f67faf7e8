# SPDX-License-Identifier: Apache-2.0
"""The list of papers."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.papers import Paper


class Papers(Typed):
    """Papers of the case, in the order in which they were entered."""

    name = "papers"
    kind = Paper
