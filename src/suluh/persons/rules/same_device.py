# SPDX-License-Identifier: Apache-2.0
"""The rule `same-device`: two accounts are the device's own."""

from collections.abc import Iterator, Mapping

from suluh.model.trade import Term
from suluh.persons.pool import Pool
from suluh.persons.rule import Proposal, Rule


class SameDevice(Rule):
    """Records on one exhibit call both accounts the device's own.

    It only proposes: a phone may have had two users, and a reply to a letter holds accounts of many people.
    """

    name = "same-device"
    weak = True

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each of an exhibit's own accounts with the first of them, where they are not one person already."""
        for accounts in pool.own.values():
            first = accounts[0]
            for other in accounts[1:]:
                if joined[other] != joined[first]:
                    against = tuple(_against(accounts))
                    score = max(0, _FOR.score + sum(term.score for term in against))
                    yield Proposal(first, other, score, None, (_FOR,), against)


_FOR = Term(rule="same-device", score=850_000, text="Both are own accounts of one exhibit.")


def _against(accounts: tuple[str, ...]) -> Iterator[Term]:
    yield Term(rule="shared-device", score=-100_000, text="Devices are shared, lent and sold.")
    services = [account.partition(":")[0] for account in accounts]
    if len(set(services)) < len(services):
        text = "One service has several own accounts on this exhibit."
        yield Term(rule="several-own", score=-150_000, text=text)
