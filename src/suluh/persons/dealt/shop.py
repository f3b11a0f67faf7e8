# SPDX-License-Identifier: Apache-2.0
"""Who paid for whom in the deals of a case, and what they are called."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from suluh.model.people import Person
from suluh.model.place import Place
from suluh.model.talk import Account, is_named_only
from suluh.model.trade import Deal, Payment
from suluh.persons.names import fits, may_be_a_husbands, words

SHORTEST = 3
"""Letters of a word that says something of a name. Set by hand: initials are shorter."""

Payer = tuple[str, tuple[str, ...]]


@dataclass
class Paid:
    """What one payer paid for one buyer."""

    name: str
    deals: set[str] = field(default_factory=set)
    accounts: set[str] = field(default_factory=set)
    buyers: set[str] = field(default_factory=set)
    """The accounts of the buyer in these deals."""

    sellers: set[str] = field(default_factory=set)
    places: dict[str, Place] = field(default_factory=dict)


class Shop:
    """Who paid for whom, and what they are called."""

    def __init__(self, persons: Iterable[Person], accounts: Iterable[Account]) -> None:
        known = tuple(persons)
        self.person = {account: one for one in known for account in one.accounts}
        self._accounts = {one.id: one.accounts for one in known}
        self.names: dict[str, set[str]] = defaultdict(set)
        for sighting in accounts:
            self.names[self.side(sighting.account)].update(sighting.names)
        self.customers: dict[str, set[str]] = defaultdict(set)
        self.paid: dict[Payer, dict[str, Paid]] = defaultdict(dict)
        self.numbered: dict[Payer, set[str]] = defaultdict(set)
        """The accounts with an identifier that go by one name on one ledger."""

    def side(self, account: str) -> str:
        """The person of an account, or the account itself."""
        return self.person[account].id if account in self.person else account

    def accounts(self, side: str) -> tuple[str, ...]:
        """The accounts of a person, or the account itself."""
        return self._accounts.get(side, (side,))

    def is_alone(self, account: str) -> bool:
        """Whether an account stands with no other in a person."""
        return account not in self.person or len(self.person[account].accounts) == 1

    def others(self, one: Paid, *buyers: str) -> set[str]:
        """The words of the names of all other buyers of the sellers in whose deals a payer stands."""
        found = {other for seller in one.sellers for other in self.customers[seller] if other not in buyers}
        return {word for other in found for word in self.said(other)}

    def fits(self, name: str, side: str) -> bool:
        """Whether a name shares a word with those of a side, and is one of its full names if it has any."""
        full = [one for one in self.names.get(side, ()) if len(words(one)) > 1]
        return bool(set(words(name)) & self.said(side)) and (not full or any(fits(name, one) for one in full))

    def is_called(self, name: str, side: str) -> bool:
        """Whether a name by which a side shares words with another is its own, and not perhaps a husband's."""
        return any(set(words(name)) & set(words(one)) for one in self.names[side] if not may_be_a_husbands(one))

    def said(self, side: str) -> set[str]:
        """The words of the names that a side goes by."""
        return {word for name in self.names.get(side, ()) for word in words(name) if len(word) >= SHORTEST}

    def note(self, deal: Deal, line: Payment) -> None:
        """Take one booked line of a deal into account."""
        payer, ledger, name = line.payer or "", line.beneficiary or "", line.payer_name or ""
        buyer, seller = self.side(deal.buyer or ""), self.side(deal.seller or "")
        numbered = self.numbered[ledger, words(name)] if is_named_only(payer) else {payer}
        key = (next(iter(numbered)), ()) if len(numbered) == 1 else (ledger, words(name))
        one = self.paid[key].setdefault(buyer, Paid(name))
        one.buyers.add(deal.buyer or "")
        one.sellers.add(seller)
        if deal.tier == "recorded":
            one.deals.add(deal.id)
            one.accounts.add(payer)
            one.places[line.id] = line.place


def shop_of(
    deals: Iterable[Deal], payments: Iterable[Payment], persons: Iterable[Person], accounts: Iterable[Account]
) -> Shop:
    """Every payer of a deal with every buyer they paid for."""
    shop = Shop(persons, accounts)
    lines = {one.id: one for one in payments}
    traded = [one for one in deals if one.state != "offered" and one.buyer and one.seller]
    for deal in traded:
        shop.customers[shop.side(deal.seller or "")].add(shop.side(deal.buyer or ""))
    for line in lines.values():
        if _tells(line) and not is_named_only(line.payer or ""):
            shop.numbered[line.beneficiary or "", words(line.payer_name or "")].add(line.payer or "")
    for deal, line in ((sale, lines[one]) for sale in traded for one in sale.payments if one in lines):
        if _tells(line) and shop.side(line.payer or "") != shop.side(deal.buyer or ""):
            shop.note(deal, line)
    return shop


def _tells(line: Payment) -> bool:
    """Whether a booked line says who paid whom, and under which name."""
    return bool(line.payer and line.beneficiary and line.payer_name)
