# SPDX-License-Identifier: Apache-2.0
"""The list of answers."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.papers import Answer


class Answers(Typed):
    """Answers to items of requests."""

    name = "answers"
    kind = Answer
