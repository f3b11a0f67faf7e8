# SPDX-License-Identifier: Apache-2.0
"""The rule `contact-list`: an address book says whose number a name is."""

from collections.abc import Iterator, Mapping

from suluh.model.talk import service_of
from suluh.model.trade import Term
from suluh.persons.identifiers import bound_name, identifier_of, lists_numbers_of
from suluh.persons.names import as_listed
from suluh.persons.pool import Pool
from suluh.persons.rule import MILLION, Proposal, Rule

CONTACT_LIST = 980_000
"""Set by hand, next to a stated alias: the app took the name from this very list. Nothing joins by it."""

ENTRY_CHANGED = -10_000
"""Set by hand, small: it stands against every entry, so that no link has reasons for it alone."""


class ContactList(Rule):
    """An exported chat shows the name under which the exhibit's own address book lists exactly one number.

    It joins: the app takes the name it exports from this very address book, so the list says which number it meant.
    Two numbers under the name give nothing, and a name never reaches beyond its exhibit.
    """

    name = "contact-list"

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each account known by name only with the one number that its exhibit lists under that name."""
        del joined
        chance = _doubled(pool)
        score = max(0, _FOR.score + sum(term.score for term in _AGAINST))
        for account in pool.accounts:
            bound = bound_name(account)
            if bound is None:
                continue
            found = pool.listed.get((bound[0], as_listed(bound[1])), ())
            fitting = [one for one in found if lists_numbers_of(service_of(one), service_of(account))]
            if len({identifier_of(one) for one in fitting}) != 1:
                continue
            same = [one for one in fitting if service_of(one) == service_of(account)]
            yield Proposal(account, (same or fitting)[0], score, chance, (_FOR,), _AGAINST, merges=True)


_FOR = Term(
    rule="contact-list",
    score=CONTACT_LIST,
    text="Exactly one number stands under this name in the address book of the same exhibit.",
    text_id="Tepat satu nomor tercatat dengan nama ini dalam buku alamat barang bukti yang sama.",
)
_AGAINST = (
    Term(
        rule="entry-changed",
        score=ENTRY_CHANGED,
        text="The entry may have been changed after the export, or the export may come from another phone.",
        text_id="Entri itu mungkin diubah setelah ekspor, atau ekspor itu mungkin berasal dari telepon lain.",
    ),
)


def _doubled(pool: Pool) -> int:
    """How often a name in the address books of this case stands for more than one number."""
    several = sum(len({identifier_of(one) for one in found}) > 1 for found in pool.listed.values())
    return several * MILLION // max(1, len(pool.listed))
