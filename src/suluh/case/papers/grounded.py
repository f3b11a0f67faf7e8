# SPDX-License-Identifier: Apache-2.0
"""By which paper a role or status was given, the same on every paper that says it."""

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.model.dossier.papers import Paper
from suluh.referral.papers.values import Both


def grounded(case: Case, reason: str | None) -> Both | str | None:
    """A reason as it was typed; where it has the number of no paper that is entered, with that said."""
    if reason is None or any(one.number and one.number in reason for one in typed(case.rows, Paper)):
        return reason
    return Both(f"{reason} (no paper of this number is entered)", f"{reason} (tidak ada surat bernomor ini)")
