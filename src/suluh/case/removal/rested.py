# SPDX-License-Identifier: Apache-2.0
"""Drafts and packages that were made while a removed exhibit stood in the case: all that they say rests on it too."""

from collections.abc import Iterator
from typing import NamedTuple

from suluh.custody.entry import Entry
from suluh.custody.removal import ADDS
from suluh.model.after.sharing import Draft, Release
from suluh.model.intake import Removal
from suluh.store.rows import Rows


class Rested(NamedTuple):
    """A draft, and when it left as a package; null for one that did not."""

    draft: str
    recipient: str
    left_at: str | None


def rested(rows: Rows, removal: Removal) -> Iterator[Rested]:
    """Each of them, in the order in which they were drafted."""
    last = rows.batch_of(removal)
    replaced = _entry(rows, last).replaces
    first = min((one for one in replaced if _entry(rows, one).action == ADDS), default=0)
    left = {one.draft: one.at for one in rows.nouns(Release)}
    for number, one in rows.numbered(Draft):
        if first < number < last:
            yield Rested(one.id, one.recipient, left.get(one.id))


def _entry(rows: Rows, number: int) -> Entry:
    return Entry.read(next(rows.entries(number)).body)
