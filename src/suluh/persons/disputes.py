# SPDX-License-Identifier: Apache-2.0
"""Contradictions: where links would join what an officer parted, they are disputed and join nothing."""

from collections.abc import Iterable

import msgspec

from suluh.model.people import Link
from suluh.model.trade import Term
from suluh.persons.clusters import clusters, path
from suluh.persons.decided import WORD


def dispute(accounts: Iterable[str], links: Iterable[Link], apart: Iterable[Link]) -> dict[str, Link]:
    """All links by id, those disputed that together would join a pair that was parted.

    On each way from one account of the pair to the other, what software joined gives way; where a way consists of
    officers' words only, all of them are disputed, the parting among them.
    """
    found = {link.id: link for link in links}
    known = tuple(accounts)
    for pair in sorted(apart, key=lambda link: link.id):
        while way := _way(known, found.values(), pair):
            weaker = [link for link in way if link.by is None]
            for link in weaker or (*way, found[pair.id]):
                found[link.id] = disputed(link)
    return found


def _way(accounts: Iterable[str], links: Iterable[Link], pair: Link) -> tuple[Link, ...]:
    """One chain of joining links between two accounts that must stay apart; empty when they are apart."""
    joining = [link for link in links if link.merges]
    groups = clusters(accounts, joining)
    group = groups.first(pair.left)
    if groups.first(pair.right) != group:
        return ()
    return path((link for link in joining if groups.first(link.left) == group), pair.left, pair.right)


def disputed(link: Link) -> Link:
    """A link that would join what an officer parted: it joins nothing."""
    if link.judgement == "disputed":
        return link
    text = "An officer parted two accounts that this link would join."
    text_id = "Petugas memisahkan dua akun yang akan digabungkan oleh kaitan ini."
    term = Term(rule="contradiction", score=-WORD, text=text, text_id=text_id)
    against = (*link.reasons_against, term)
    return msgspec.structs.replace(link, judgement="disputed", merges=False, reasons_against=against)
