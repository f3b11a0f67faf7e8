# SPDX-License-Identifier: Apache-2.0
"""The list of requests."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.papers import Request


class Requests(Typed):
    """Requests to the unit."""

    name = "requests"
    kind = Request
