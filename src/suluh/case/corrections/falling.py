# SPDX-License-Identifier: Apache-2.0
"""Takes away at once all that rests on what was sealed: what single files gave, and all that was worked out.

What was worked out is due from then on and comes again, without the sealed exhibits, with the next run.
"""

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType

from suluh.case.case import Case
from suluh.case.corrections.lift import lift
from suluh.case.corrections.standing_papers import sealed
from suluh.case.keep import Act
from suluh.case.line.due import CASE
from suluh.case.line.line import LINE
from suluh.case.line.proof import NOTHING, check_batch
from suluh.case.line.reach import UNIT
from suluh.case.line.step import Derived
from suluh.model.deeds.steps import REACH
from suluh.model.intake import Flaw

NOTHING_MORE: Mapping[str, str] = MappingProxyType({})


def fall(case: Case, detail: Mapping[str, str] = NOTHING_MORE) -> None:
    """Take it away; its entries say the detail beside. Whoever calls this holds the lease of the case."""
    lift(case, detail)
    for step in reversed(LINE):
        batches = case.book.batches(step.name, CASE) if isinstance(step, Derived) else ()
        if batches:
            case.keep(Act(step.name, CASE, detail, replaces=batches, took=NOTHING), [])
    _unreached(case, detail)
    for beside in (case.folder.words, case.folder.counted):
        beside.unlink(missing_ok=True)


def _unreached(case: Case, detail: Mapping[str, str]) -> None:
    """Take away what the last run could not reach of sealed exhibits."""
    batches, shut = case.book.batches(REACH.word, UNIT), sealed(case.rows)
    for batch in batches:
        check_batch(case.rows, case.book, batch, f"nothing was taken away: it would sign anew rows of batch {batch}")
    held = list(chain.from_iterable(case.rows.in_batch(batch) for batch in batches))
    stays = [one for one in held if not (isinstance(one, Flaw) and one.place.exhibit in shut)]
    if len(stays) < len(held):
        case.keep(Act(REACH.word, UNIT, detail, replaces=batches), stays)
