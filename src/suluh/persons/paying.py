# SPDX-License-Identifier: Apache-2.0
"""Links of the rule `pays-for`: a payer whom a statement names by name alone, and the buyer of the deals they paid.

1. A payer is one name on one ledger, whatever statement of it prints the name.
2. A link is proposed where the payer paid in two recorded deals of the buyer, or the two share a word of a name.
3. It only proposes: these links rest on deals, and deals on persons.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from suluh.model.people import Link, Person
from suluh.model.place import Place
from suluh.model.talk import Account, is_named_only
from suluh.model.trade import Deal, Payment, Term
from suluh.persons.names import words
from suluh.persons.rule import link_id

RULE = "pays-for"

PAYS = 900_000
"""Set by hand, under what one record states: people pay for others. It orders links, and nothing joins by it."""

FOR_OTHERS = -50_000
"""Set by hand, small: it stands against every payer, so that no link has reasons for it alone."""

DEALS = 2
"""In so many deals at least. Set by hand: anybody may pay for somebody once."""

ONE_DEAL = -200_000
"""Set by hand: with this doubt alone a link is still work for an officer."""

OTHER_NAME = -300_000
"""Set by hand: who pays under another name is often somebody else."""

NAME_SHARED = -200_000
"""Set by hand, as for one deal: the word says less where another buyer of that seller bears it."""

SEVERAL = -500_000
"""Set by hand: who paid for several buyers is perhaps none of them."""

SHORTEST = 3
"""Letters of a word that says something of a name. Set by hand: initials are shorter."""

Payer = tuple[str, tuple[str, ...]]


@dataclass
class _Paid:
    """What one payer paid for one buyer."""

    deals: set[str] = field(default_factory=set)
    accounts: set[str] = field(default_factory=set)
    buyers: set[str] = field(default_factory=set)
    """The accounts of the buyer in these deals."""

    sellers: set[str] = field(default_factory=set)
    places: dict[str, Place] = field(default_factory=dict)


def paying(
    deals: Iterable[Deal], payments: Iterable[Payment], persons: Iterable[Person], accounts: Iterable[Account]
) -> Iterator[Link]:
    """The links in the order of ids."""
    person = {account: one.id for one in persons for account in one.accounts}
    names: dict[str, set[str]] = defaultdict(set)
    for sighting in accounts:
        names[person.get(sighting.account, sighting.account)] |= _said(sighting.names)
    traded = [one for one in deals if one.state != "offered" and one.buyer and one.seller]
    lines = {one.id: one for one in payments}
    customers: dict[str, set[str]] = defaultdict(set)
    paid: dict[Payer, dict[str, _Paid]] = defaultdict(lambda: defaultdict(_Paid))
    for deal in traded:
        buyer, seller = (person.get(one or "", one or "") for one in (deal.buyer, deal.seller))
        customers[seller].add(buyer)
        for line in (lines[one] for one in deal.payments if one in lines):
            if line.payer and line.beneficiary and line.payer_name and is_named_only(line.payer):
                _note(paid[line.beneficiary, words(line.payer_name)][buyer], deal, line, seller)
    found = [
        link
        for (_, name), buyers in paid.items()
        for buyer, one in buyers.items()
        for link in _links(one, list(_doubts(name, buyer, one, buyers, names, customers)))
    ]
    yield from sorted(found, key=lambda link: link.id)


def _said(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in words(name) if len(word) >= SHORTEST}


def _note(one: _Paid, deal: Deal, line: Payment, seller: str) -> None:
    one.buyers.add(deal.buyer or "")
    one.sellers.add(seller)
    if deal.tier == "recorded":
        one.deals.add(deal.id)
        one.accounts.add(line.payer or "")
        one.places[line.id] = line.place


def _doubts(
    name: tuple[str, ...],
    buyer: str,
    one: _Paid,
    buyers: Mapping[str, _Paid],
    names: Mapping[str, set[str]],
    customers: Mapping[str, set[str]],
) -> Iterator[Term]:
    shared = set(name) & names.get(buyer, set())
    others = {word for seller in one.sellers for other in customers[seller] - {buyer} for word in names.get(other, ())}
    if len(one.deals) < DEALS:
        yield _ONE
    if not shared:
        yield _OTHER
    elif shared <= others:
        yield _SHARED
    if len(buyers) > 1:
        yield _SEVERAL


def _links(one: _Paid, doubts: list[Term]) -> Iterator[Link]:
    """A link of each account under which the payer stands with each account of the buyer; none without any reason."""
    number = len(one.deals)
    if not number or (_ONE in doubts and _OTHER in doubts):
        return
    many = "one deal" if number == 1 else f"{number} deals"
    reason = Term(
        rule=RULE,
        score=PAYS,
        text=f"This payer paid in {many} of this person"
        + ("." if _OTHER in doubts else ", and the two share a word of a name."),
        text_id=f"Pembayar ini membayar dalam {number} rangkaian transaksi orang ini"
        + ("." if _OTHER in doubts else ", dan nama keduanya mempunyai kata yang sama."),
    )
    against = (_CAUTION, *doubts)
    places = tuple(one.places[line] for line in sorted(one.places)[:2])
    for left, right in sorted({tuple(sorted((payer, buyer))) for payer in one.accounts for buyer in one.buyers}):
        yield Link(
            id=link_id(RULE, left, right),
            left=left,
            right=right,
            rule=RULE,
            judgement="suggested",
            score=max(0, PAYS + sum(term.score for term in against)),
            reasons_for=(reason,),
            reasons_against=against,
            places=places,
        )


_CAUTION = Term(
    rule="pays-for-others",
    score=FOR_OTHERS,
    text="People pay for others as well.",
    text_id="Orang juga membayar untuk orang lain.",
)
_ONE = Term(
    rule="one-deal",
    score=ONE_DEAL,
    text=f"They paid in fewer than {DEALS} deals with a payment record.",
    text_id=f"Pembayar ini membayar dalam kurang dari {DEALS} rangkaian transaksi yang tercatat.",
)
_OTHER = Term(
    rule="other-name",
    score=OTHER_NAME,
    text="Payer and buyer share no word of a name.",
    text_id="Nama pembayar dan pembeli tidak mempunyai kata yang sama.",
)
_SHARED = Term(
    rule="name-shared",
    score=NAME_SHARED,
    text="Another buyer of the same seller bears the word that the two share.",
    text_id="Pembeli lain dari penjual yang sama memakai kata yang sama dalam namanya.",
)
_SEVERAL = Term(
    rule="several-buyers",
    score=SEVERAL,
    text="The same payer stands in deals of other buyers as well.",
    text_id="Pembayar yang sama juga ada dalam rangkaian transaksi pembeli lain.",
)
