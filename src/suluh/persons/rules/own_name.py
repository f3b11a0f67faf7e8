# SPDX-License-Identifier: Apache-2.0
"""The rule `own-name`: an exported chat shows the device's holder by the holder's own name."""

from collections.abc import Iterator, Mapping

from suluh.model.talk import service_of
from suluh.model.trade import Term
from suluh.persons.identifiers import bound_name
from suluh.persons.names import as_listed, words
from suluh.persons.pool import Pool
from suluh.persons.rule import Proposal, Rule

OWN_NAME = 970_000
"""Set by hand, between one number and an address book: the very name in the same app. Nothing joins by it."""

NAMESAKE = -20_000
"""Set by hand: it stands against every name, for somebody else may bear it."""

NAME_LISTED = -500_000
"""Set by hand: who is listed in the address book is hardly its owner, but people list themselves as well."""

ONE_WORD = -300_000
"""Set by hand: a single word is borne by many; with this doubt alone a link is still work for an officer."""

SEVERAL_OWN = -300_000
"""Set by hand, as for two own accounts of one device."""

WORDS = 2
"""Fewer words are no full name: a first and a last one at least."""


class OwnName(Rule):
    """An exported chat shows the very name under which the same exhibit's own account writes in its other chats.

    It joins: an export names others as the address book lists them, or by number. Where the address book lists it,
    where the name is a single word, or where the service has several own accounts, it only proposes.
    """

    name = "own-name"

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each account known by name only with the exhibit's own account that goes by that name."""
        del joined
        for account in pool.accounts:
            bound = bound_name(account)
            if bound is None:
                continue
            exhibit, name = bound[0], as_listed(bound[1])
            held = [one for one in pool.own.get(exhibit, ()) if service_of(one) == service_of(account)]
            decided = [one for one in pool.decided.get(exhibit, ()) if service_of(one) == service_of(account)]
            called = [
                one
                for one in (*held, *decided)
                if one != account and name in map(as_listed, pool.names_on.get((exhibit, one), ()))
            ]
            against = tuple(_doubts(len(held), name, listed=(exhibit, name) in pool.listed))
            score = max(0, _FOR.score + sum(term.score for term in against))
            for own in called[:1]:
                yield Proposal(account, own, score, None, (_FOR,), against, merges=len(against) == 1)


def _doubts(held: int, name: str, *, listed: bool) -> Iterator[Term]:
    yield _NAMESAKE
    if listed:
        yield _LISTED
    if len(words(name)) < WORDS:
        yield _SHORT
    if held > 1:
        yield _CROWDED


_FOR = Term(
    rule="own-name",
    score=OWN_NAME,
    text="The exhibit's own account writes under this very name in its other exported chats.",
    text_id="Akun milik barang bukti ini menulis dengan nama yang sama dalam ekspor percakapan lainnya.",
)
_NAMESAKE = Term(
    rule="namesake",
    score=NAMESAKE,
    text="Somebody else may go by the same name.",
    text_id="Orang lain mungkin memakai nama yang sama.",
)
_LISTED = Term(
    rule="name-listed",
    score=NAME_LISTED,
    text="The address book of the exhibit lists somebody under this name.",
    text_id="Buku alamat barang bukti mencatat seseorang dengan nama ini.",
)
_SHORT = Term(
    rule="one-word",
    score=ONE_WORD,
    text="The name is a single word.",
    text_id="Nama itu hanya satu kata.",
)
_CROWDED = Term(
    rule="several-own",
    score=SEVERAL_OWN,
    text="One service has several own accounts on this exhibit: it may have had several users.",
    text_id="Satu layanan mempunyai beberapa akun sendiri pada barang bukti ini: mungkin ada beberapa pemakai.",
)
