# SPDX-License-Identifier: Apache-2.0
"""Whether a table speaks of money by its arithmetic alone, where neither words nor an account say so."""

from collections.abc import Sequence

from suluh.readers.statements.amounts import is_nothing, take_apart
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.heads.arithmetic import STEPS, roles, steps
from suluh.readers.statements.heads.content import SAMPLE
from suluh.readers.statements.heads.evidence import are_sums
from suluh.readers.statements.heads.heading import Heading


def is_money(grid: Grid, heading: Heading) -> bool:
    """Whether balances follow from sums that look like money and go both ways: a counter or a meter goes one way."""
    found = roles(grid, heading)
    if not found:
        return False
    width = len(heading.names)
    rows = [row.cells for row in grid.rows[heading.last + 1 : heading.last + 1 + SAMPLE] if len(row.cells) == width]
    went = [step for step in steps(rows, found["balance"][0]) if step]
    both = min(sum(step > 0 for step in went), sum(step < 0 for step in went))
    if len(went) < STEPS or not both:
        return False
    sums = [at for role in ("amount", "debit", "credit", "balance") for at in found.get(role, ())]
    return _looks_like_money([row[at] for row in rows for at in sums])


def _looks_like_money(cells: Sequence[str]) -> bool:
    """Whether sums have a currency, or are written as sums are."""
    written = [one for cell in cells if not is_nothing(cell) and (one := take_apart(cell))]
    return any(one.currency for one in written) or are_sums([one.number for one in written])
