# SPDX-License-Identifier: Apache-2.0
"""The list of issues."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.charges import Issue


class Issues(Typed):
    """Releases of papers, with who gets which copy."""

    name = "issues"
    kind = Issue
