# SPDX-License-Identifier: Apache-2.0
"""Works the steps of the whole case out again and compares: rule 18 of docs/custody.md.

Each step is worked out from the rows as they stand, and gave what stands of it. What it takes came from steps that are
compared likewise, from files (`verify --sources --again`) and from acts that officers signed: so no link is left out.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import NamedTuple

from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.line.due import CASE, is_done
from suluh.case.line.inputs import Inputs
from suluh.case.line.line import LINE
from suluh.case.line.step import Derived
from suluh.custody.tree import leaf_hash
from suluh.model.body import Noun, body, kind_of
from suluh.model.errors import BrokenCustody
from suluh.model.nouns import noun
from suluh.store import check

RULE = 18


class Again(NamedTuple):
    """What was worked out again, and what could not be."""

    steps: int
    rows: int
    left: tuple[str, ...]
    """Why each step that is not among them was left out."""


def check_derived(case: Case, acting: Acting | None) -> Again:
    """Work every step of the whole case out again. Raises `BrokenCustody` at the first row that differs.

    Two steps open the unit's hash sets, for which an officer's key is needed; a step that is due is left out.
    """
    steps, rows, left = 0, 0, []
    for step in LINE:
        if not isinstance(step, Derived):
            continue
        why = _why_left(case, step, acting)
        if why is not None:
            left.append(f"the step {step.name} was not worked out again: {why}")
            continue
        with closing(step.found(Inputs(case.rows, acting))) as found:
            rows += _compare(case, step, found)
        steps += 1
    return Again(steps, rows, tuple(left))


def check_derived_of(folder: CaseFolder, acting: Acting | None) -> Again:
    """The same for a case that is opened for this alone: nothing is written to it."""
    with check.open_to_check(folder.file) as connection, check.of_this_version(connection) as today:
        return check_derived(Case(folder, today, None), acting)


def _why_left(case: Case, step: Derived, acting: Acting | None) -> str | None:
    if not is_done(case, step):
        return "it is due, start `suluh run CASE` first"
    if "hashset" in step.takes and acting is None:
        return "it opens the unit's hash sets, name an officer with --actor"
    return None


def _compare(case: Case, step: Derived, again: Iterable[Noun]) -> int:
    """Compare what a step gives now with what stands of it; how many rows that are."""
    stands = dict(_standing(case, step))
    waiting = dict(stands)
    for found in again:
        leaf = leaf_hash(body(found))
        waiting.pop(leaf, None)
        if leaf not in stands and found not in case.rows.by_column(type(found), "id", [found.id]):
            raise _broken(step, found, "is worked out of these rows, and the case does not hold it so")
    for leaf in waiting:
        raise _broken(step, noun(_body(case, step, leaf)), "stands in the case, and is not worked out of these rows")
    return len(stands)


def _standing(case: Case, step: Derived) -> Iterator[tuple[bytes, int]]:
    """The leaf of each row of a step, with its batch."""
    for batch in case.book.batches(step.name, CASE):
        yield from ((leaf_hash(one), batch) for one in case.rows.bodies(batch))


def _body(case: Case, step: Derived, leaf: bytes) -> bytes:
    """The body of a leaf among the rows of a step."""
    batches = case.book.batches(step.name, CASE)
    return next(one for batch in batches for one in case.rows.bodies(batch) if leaf_hash(one) == leaf)


def _broken(step: Derived, found: Noun, how: str) -> BrokenCustody:
    where = f"{kind_of(type(found))} {found.id}"
    return BrokenCustody(f"{where} of the step {step.name} {how}", rule=RULE, where=where)
