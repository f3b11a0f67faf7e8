# SPDX-License-Identifier: Apache-2.0
"""Verifies what officers corrected: rule 12 of docs/custody.md, as far as one row stands in the place of another."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import TypeVar

from suluh.case.standing_papers import History
from suluh.model.body import Noun, kind_of
from suluh.model.errors import BrokenCustody
from suluh.model.intake import Acquisition, Authority, Exhibit
from suluh.model.matching import HashSet

C = TypeVar("C", Authority, Exhibit, Acquisition, HashSet)


def check_corrections(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Each correction names one earlier row, once, and says why; under one name one row stands. Raises.

    What breaks no rule and is worth knowing: papers that were entered as urgent seizures and are none any more.
    """
    _check(connection, Authority, lambda one: one.number, lambda _: None)
    _check(connection, Exhibit, lambda one: one.label, lambda one: (one.label, one.order))
    _check(connection, Acquisition, lambda one: (one.exhibit, one.name), _extraction)
    _check(connection, HashSet, lambda one: (one.kind, one.digest), _set)
    return tuple(_no_longer_urgent(History(connection, Authority)))


def _no_longer_urgent(papers: History[Authority]) -> Iterator[str]:
    """Without its approval an urgent seizure lets no package leave: whoever corrects that answers for it."""
    for number, one in papers.entered:
        later = papers.later.get(one.id)
        if later is not None and one.kind == "urgent" != later.kind:
            yield (
                f"entry {number} entered {one.number} as an urgent seizure, and {later.by} corrected it "
                f"to {later.kind} ({later.number}): see that paper"
            )


def _extraction(one: Acquisition) -> object:
    return one.exhibit, one.name, one.order, one.single


def _set(one: HashSet) -> object:
    return one.kind, one.digest


def _check(
    connection: sqlite3.Connection, kind: type[C], name: Callable[[C], object], stays: Callable[[C], object]
) -> None:
    """Check one kind: how its rows are named, and what of a row no correction may change."""
    history = History(connection, kind)
    seen: dict[str, tuple[int, C]] = {}
    corrected: dict[str, str] = {}
    for number, one in history.entered:
        if one.corrects is not None:
            before, old = seen.get(one.corrects, (number, None))
            if old is None or before >= number:
                raise _broken(one, f"it corrects {one.corrects}, which no entry before it wrote")
            if one.corrects in corrected:
                raise _broken(one, f"it corrects {one.corrects}, which {corrected[one.corrects]} corrected already")
            if stays(one) != stays(old):
                raise _broken(one, f"it corrects {one.corrects}, which is another one")
            if not one.reason and not _comes_again(old, one):
                raise _broken(one, f"it corrects {one.corrects} and says no reason")
            corrected[one.corrects] = one.id
        seen[one.id] = number, one
    standing: dict[object, C] = {}
    for _, one in history.standing():
        if name(one) in standing:
            raise _broken(one, f"{standing[name(one)].id} stands under the same name, and neither corrects the other")
        standing[name(one)] = one


def _comes_again(old: Noun, new: Noun) -> bool:
    """Whether a hash set that was dropped is used again."""
    return isinstance(old, HashSet) and isinstance(new, HashSet) and old.dropped and not new.dropped


def _broken(one: Noun, reason: str) -> BrokenCustody:
    where = f"{kind_of(type(one))} {one.id}"
    return BrokenCustody(f"{where} was forged: {reason}", rule=12, where=where)
