# SPDX-License-Identifier: Apache-2.0
"""The rule `contact-list`: an address book says whose number a name is."""

from collections.abc import Iterable, Iterator, Mapping

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


OF_A_CARD = -400_000
"""Set by hand, as for a holder of another name: a card that was sent tells how somebody else lists people."""


class ContactList(Rule):
    """An exported chat shows the name under which the exhibit's own address book lists exactly one number.

    It joins: the app takes the name it exports from this very address book, so the list says which number it meant.
    Two numbers under the name give nothing, and a name never reaches beyond its exhibit. Where only a card that people
    sent each other bears the name, it proposes.
    """

    name = "contact-list"

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each account known by name only with the one number that its exhibit lists under that name."""
        del joined
        chance = _doubled(pool)
        for account in pool.accounts:
            bound = bound_name(account)
            if bound is None:
                continue
            entry = bound[0], as_listed(bound[1])
            listed, carded = (_fitting(found.get(entry, ()), account) for found in (pool.listed, pool.carded))
            fitting, reason, against = (listed, _FOR, _AGAINST) if listed else (carded, _CARD, (*_AGAINST, _SENT))
            if len({identifier_of(one) for one in fitting}) != 1:
                continue
            same = [one for one in fitting if service_of(one) == service_of(account)]
            score = max(0, reason.score + sum(term.score for term in against))
            yield Proposal(account, (same or fitting)[0], score, chance, (reason,), against, merges=bool(listed))


def _fitting(found: Iterable[str], account: str) -> list[str]:
    """The entries that can stand for a name which an account's service shows."""
    return [one for one in found if lists_numbers_of(service_of(one), service_of(account))]


_FOR = Term(
    rule="contact-list",
    score=CONTACT_LIST,
    text="Exactly one number stands under this name in the address book of the same exhibit.",
    text_id="Tepat satu nomor tercatat dengan nama ini dalam buku alamat barang bukti yang sama.",
)
_CARD = Term(
    rule="contact-card",
    score=CONTACT_LIST,
    text="Exactly one number stands under this name on a contact card on the same exhibit.",
    text_id="Tepat satu nomor tercatat dengan nama ini pada kartu kontak yang ada di barang bukti ini.",
)
_SENT = Term(
    rule="of-a-card",
    score=OF_A_CARD,
    text="Such a card may come from somebody else's phone, who lists another person under this name.",
    text_id="Kartu seperti itu mungkin berasal dari telepon orang lain, yang mencatat orang lain dengan nama ini.",
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
