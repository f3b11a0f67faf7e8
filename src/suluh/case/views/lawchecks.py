# SPDX-License-Identifier: Apache-2.0
"""The list of lawchecks."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.law import LawCheck


class LawChecks(Typed):
    """Who checked which row of law."""

    name = "lawchecks"
    kind = LawCheck
