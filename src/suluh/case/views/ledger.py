# SPDX-License-Identifier: Apache-2.0
"""The ledger as a list."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.location import shown
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View
from suluh.custody.entry import Entry
from suluh.custody.tree import leaf_hash


class Ledger(View):
    """What was done, to what, when, by whom; each entry with its digest."""

    name = "ledger"
    nouns = ()
    fields = ("seq", "at", "actor", "action", "object", "digest")
    private = hide(digest="secret", object="object", purpose="text", where="told", source="path", reason="text")
    time = "at"

    def rows(self, case: Case) -> Iterator[Row]:
        """Every entry."""
        for stored in case.rows.entries():
            entry = Entry.read(stored.body)
            yield {
                "seq": entry.seq,
                "at": entry.at,
                "actor": entry.actor,
                "action": entry.action,
                "object": entry.object,
                "digest": leaf_hash(stored.body).hex(),
                "count": entry.count,
                "took": entry.took,
                "detail": shown(entry.detail),
            }
