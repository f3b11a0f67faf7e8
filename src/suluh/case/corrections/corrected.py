# SPDX-License-Identifier: Apache-2.0
"""Whether the line has run to its end since an officer last corrected something."""

import hashlib

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import corrections, seals
from suluh.case.keep import Act
from suluh.store.rows import Rows

STEP, UNIT = "run", "corrected"
"""Under this name a run that came to its end notes which corrections it followed."""


def is_settled(case: Case) -> bool:
    """Whether everything that was worked out follows every correction."""
    followed = _digest(case.rows)
    return followed is None or case.book.took(STEP, UNIT) == followed


def note_settled(case: Case) -> None:
    """Enter that a run followed every correction; nothing where there is none, or that stands already."""
    if not is_settled(case):
        case.keep(Act(STEP, UNIT, took=_digest(case.rows)), [])


def _digest(rows: Rows) -> str | None:
    """The digest of all that was corrected or sealed, null where there is none."""
    found = sorted(one.id for _, one in (*corrections(rows), *seals(rows)))
    return hashlib.sha256("\n".join(found).encode()).hexdigest() if found else None
