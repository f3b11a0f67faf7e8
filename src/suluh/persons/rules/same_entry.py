# SPDX-License-Identifier: Apache-2.0
"""The rule `same-entry`: exported chats and groups of one phone show one name of its address book."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from suluh.model.talk import service_of
from suluh.model.trade import Term
from suluh.persons.identifiers import bound_name
from suluh.persons.names import as_listed, words
from suluh.persons.pool import Pool
from suluh.persons.rule import Proposal, Rule

SAME_ENTRY = 960_000
"""Set by hand, as for one number: the app takes the name from one list. It orders links, and nothing joins by it."""

TWO_ENTRIES = -20_000
"""Set by hand, small: it stands against every name, for a list may hold it twice."""

OF_A_PART = -300_000
"""Set by hand, as for other doubts that leave work for an officer: one list holds many buyers and many couriers."""

FULL = 2
"""Words of a name. Set by hand: people list several under one first name."""

_PARTS = frozenset(
    re.split(
        " ",
        "admin agen bengkel buyer calon client cs cust customer driver gojek grab klien konter kos kost kurir "
        "langganan laundry nasabah ojek ojol pelanggan pembeli penjual reseller sales seller supir supplier toko "
        "tukang warung",
    )
)
"""Words for what somebody does for the phone's holder. Set by hand."""

_LISTED = frozenset({"signal", "viber", "whatsapp"})
"""Services that show others as the phone's own address book lists them, and whom it does not list by number."""

_CHOSEN = "~"
"""Before a name that somebody chose for themselves, and not the phone's holder."""


class SameEntry(Rule):
    """Several exports of one phone, of groups and of one talk, show the very same name of two words or more.

    It joins: the app shows others as the phone's address book lists them, and whoever lists people keeps them apart.
    A name that says what somebody does (`Buyer Baru`, `Kurir Pagi`) only proposes. Where two talks of two bear the
    name, where the book lists it with two numbers, where it is the holder's own, or where its bearer chose it, it gives
    nothing.
    """

    name = "same-entry"

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each account of a name on one exhibit and service with the first of them."""
        del joined
        for (_, _, name), accounts in _by_entry(pool).items():
            against = (_CAUTION,) if _PARTS.isdisjoint(words(name)) else (_CAUTION, _PART)
            score = SAME_ENTRY + sum(term.score for term in against)
            for other in accounts[1:]:
                yield Proposal(accounts[0], other, score, None, (_FOR,), against, merges=len(against) == 1)


def _by_entry(pool: Pool) -> dict[tuple[str, str, str], list[str]]:
    """The accounts known by name only that stand under one name on one exhibit and service."""
    talking = {talk.other for talk in pool.heard.talks}
    own = {
        exhibit: _own_names(pool, exhibit)
        for exhibit in sorted({place.exhibit for one in pool.places.values() for place in one})
    }
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for account in pool.accounts:
        bound = bound_name(account)
        if bound is None or service_of(account) not in _LISTED:
            continue
        name = as_listed(bound[1])
        if len(words(name)) >= FULL and not name.startswith(_CHOSEN) and name not in own.get(bound[0], ()):
            found[bound[0], service_of(account), name].append(account)
    return {
        entry: accounts
        for entry, accounts in found.items()
        if len(talking.intersection(accounts)) <= 1 and len(pool.listed.get((entry[0], entry[2]), ())) <= 1
    }


def _own_names(pool: Pool, exhibit: str) -> set[str]:
    """The names by which the own accounts of an exhibit go there."""
    own = (*pool.own.get(exhibit, ()), *pool.decided.get(exhibit, ()))
    signs = (one for found in pool.owning.values() for sign in found for one in sign.accounts)
    bound = (bound_name(one) for one in signs)
    shown = {as_listed(name) for one in own for name in pool.names_on.get((exhibit, one), ())}
    return shown | {as_listed(one[1]) for one in bound if one is not None and one[0] == exhibit}


_FOR = Term(
    rule="same-entry",
    score=SAME_ENTRY,
    text="Exports of one phone show both under the very same name, as its address book lists people.",
    text_id="Ekspor dari satu telepon menampilkan keduanya dengan nama yang persis sama, seperti dalam buku alamatnya.",
)
_CAUTION = Term(
    rule="two-entries",
    score=TWO_ENTRIES,
    text="The address book may list two people under one name.",
    text_id="Buku alamat mungkin mencatat dua orang dengan satu nama.",
)
_PART = Term(
    rule="says-a-part",
    score=OF_A_PART,
    text="The name says what somebody does: the address book may list several so.",
    text_id="Nama itu menyebut peran seseorang: buku alamat mungkin mencatat beberapa orang dengan nama seperti itu.",
)
