# SPDX-License-Identifier: Apache-2.0
"""The rule `same-device`: two accounts are the device's own."""

from collections.abc import Iterator, Mapping

from suluh.model.talk import service_of
from suluh.model.trade import Term
from suluh.persons.names import exclude
from suluh.persons.pool import Pool
from suluh.persons.rule import Proposal, Rule

SAME_DEVICE = 960_000
"""Set by hand, as for one number: devices change hands as numbers do. It orders links, and nothing joins by it."""

SHARED_DEVICE = -50_000
"""Set by hand: it stands against every device, more than for numbers, for devices are lent as well."""

SEVERAL_OWN = -300_000
"""Set by hand: two users or two numbers of one; with one such doubt a link is still work for an officer."""

NAMES_DIFFER = -300_000
"""Set by hand: less than for one number, for one person may give each service another name."""


class SameDevice(Rule):
    """Records on one exhibit call both accounts the device's own.

    It joins where the device has one own account of each service; where a service has several, or full names share no
    word, the device may have had several users, and it only proposes.
    """

    name = "same-device"

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each of an exhibit's own accounts with the first of them."""
        del joined
        for accounts in pool.own.values():
            first = accounts[0]
            crowded = _several(accounts)
            for other in accounts[1:]:
                against = [
                    _SHARED,
                    *([_CROWDED] if crowded else []),
                    *([_OTHER] if _differ(first, other, pool) else []),
                ]
                score = max(0, _FOR.score + sum(term.score for term in against))
                yield Proposal(first, other, score, None, (_FOR,), tuple(against), merges=len(against) == 1)


_FOR = Term(
    rule="same-device",
    score=SAME_DEVICE,
    text="Both are own accounts of one exhibit.",
    text_id="Keduanya akun milik perangkat pada satu barang bukti.",
)
_SHARED = Term(
    rule="shared-device",
    score=SHARED_DEVICE,
    text="Devices are shared, lent and sold.",
    text_id="Perangkat dipakai bersama, dipinjamkan, dan dijual.",
)
_CROWDED = Term(
    rule="several-own",
    score=SEVERAL_OWN,
    text="One service has several own accounts on this exhibit: it may have had several users.",
    text_id="Satu layanan mempunyai beberapa akun sendiri pada barang bukti ini: mungkin ada beberapa pemakai.",
)
_OTHER = Term(
    rule="names-differ",
    score=NAMES_DIFFER,
    text="The services give full names that share no word.",
    text_id="Nama lengkap menurut layanan-layanan itu tidak mempunyai kata yang sama.",
)


def _several(accounts: tuple[str, ...]) -> bool:
    """Whether a service has more than one own account, its other names of one account apart."""
    services = [service_of(account) for account in accounts]
    return len(set(services)) < len(services)


def _differ(one: str, other: str, pool: Pool) -> bool:
    return exclude(pool.names.get(one, ()), pool.names.get(other, ()))
