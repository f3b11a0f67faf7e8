# SPDX-License-Identifier: Apache-2.0
"""The list of replies."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.papers import Reply


class Replies(Typed):
    """What came back to letters."""

    name = "replies"
    kind = Reply
