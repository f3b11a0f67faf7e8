# SPDX-License-Identifier: Apache-2.0
"""The list of items."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.papers import RequestItem


class Items(Typed):
    """What requests ask for, item by item."""

    name = "items"
    kind = RequestItem
