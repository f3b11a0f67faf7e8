# SPDX-License-Identifier: Apache-2.0
"""Drafts, packages and papers that were made while a removed exhibit stood in the case: they rest on it too."""

from collections.abc import Iterator
from typing import NamedTuple

from suluh.custody.entry import Entry
from suluh.custody.removal import ADDS
from suluh.model.after.sharing import Draft, Release
from suluh.model.dossier.charges import Written
from suluh.model.intake import Removal
from suluh.store.rows import Rows


class Rested(NamedTuple):
    """A draft, and when it left as a package; null for one that did not."""

    draft: str
    recipient: str
    left_at: str | None


def rested(rows: Rows, removal: Removal) -> Iterator[Rested]:
    """Each of them, in the order in which they were drafted."""
    first, last = _stood(rows, removal)
    left = {one.draft: one.at for one in rows.nouns(Release)}
    for number, one in rows.numbered(Draft):
        if first < number < last:
            yield Rested(one.id, one.recipient, left.get(one.id))


def frozen_while(rows: Rows, removal: Removal) -> Iterator[Written]:
    """Papers that were frozen while a removed exhibit stood in the case."""
    first, last = _stood(rows, removal)
    yield from (one for number, one in rows.numbered(Written) if first < number < last)


def _stood(rows: Rows, removal: Removal) -> tuple[int, int]:
    """The entries by which the exhibit came, and went."""
    last = rows.batch_of(removal)
    replaced = _entry(rows, last).replaces
    return min((one for one in replaced if _entry(rows, one).action == ADDS), default=0), last


def _entry(rows: Rows, number: int) -> Entry:
    return Entry.read(next(rows.entries(number)).body)
