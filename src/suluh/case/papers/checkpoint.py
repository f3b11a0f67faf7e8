# SPDX-License-Identifier: Apache-2.0
"""How far the ledger had grown when what a paper says was entered: reading and writing papers moves it not."""

from suluh.case.case import Case
from suluh.custody.entry import Entry
from suluh.custody.tree import Tree, leaf_hash
from suluh.custody.witness import Seen
from suluh.model.deeds.acts import DEEDS
from suluh.referral.papers import values


def last_change(case: Case) -> values.Seen:
    """The ledger up to the last entry that is no look: the same case gives the same one, however often it is read."""
    tree, peaks = Tree(), b""
    for stored in case.rows.entries():
        tree.append(leaf_hash(stored.body))
        entry = Entry.read(stored.body)
        deed = DEEDS.get(entry.action)
        if deed is None or deed.form != "look":
            peaks = tree.dump()
    seen = Seen.of(Tree.load(peaks or None))
    return values.Seen(size=seen.size, root=seen.short())
