# SPDX-License-Identifier: Apache-2.0
"""Links of the rule `same-payer`: two buyers on two services, for both of whom one payer paid.

1. The payer paid in two recorded deals at least of each of the two, and in none of anybody else.
2. The payer's name shares a word with names of both, which no other buyer of these sellers bears; where one of them
   goes by full names, one of these fits. A name that may be a husband's (`Bu Budi`) does not count, nor the
   last word of the payer's name alone beside a side that bears more of it.
3. The two have no service in common: on one service two people may bear one name, and payments be mixed up.
"""

from collections.abc import Iterator

from suluh.model.people import Link
from suluh.model.talk import service_of
from suluh.model.trade import Term
from suluh.persons.dealt.shop import Paid, Shop
from suluh.persons.names import words
from suluh.persons.rule import link_id

RULE = "same-payer"

SAME_PAYER = 920_000
"""Set by hand, over a payer who paid for one of two alone: name, payer and trade agree."""

FOR_OTHERS = -50_000
"""Set by hand, small: it stands against every payer, so that no link has reasons for it alone."""

DEALS = 2
"""In so many deals of each at least. Set by hand: anybody may pay for somebody once, and one deal be mixed up."""

PAIR = 2
"""For so many buyers, and no more: who pays for three is a shop or a friend of many."""


def same_payers(shop: Shop) -> Iterator[tuple[tuple[str, str], Link]]:
    """Each two persons who are one by their payer, smaller first, with the link between two of their accounts."""
    found: dict[tuple[str, str], Link] = {}
    for buyers in shop.paid.values():
        if len(buyers) == PAIR:
            (left, one), (right, two) = sorted(buyers.items())
            if _are_one(shop, left, right, one, two):
                found.setdefault((left, right), _link(one, two))
    yield from sorted(found.items())


def _are_one(shop: Shop, left: str, right: str, one: Paid, two: Paid) -> bool:
    services = [{service_of(account) for account in shop.accounts(side)} for side in (left, right)]
    few = min(len(one.deals), len(two.deals)) < DEALS
    if few or services[0] & services[1] or not (shop.fits(one.name, left) and shop.fits(two.name, right)):
        return False
    shared = set(words(one.name)) & shop.said(left) & shop.said(right)
    others = shop.others(one, left, right) | shop.others(two, left, right)
    called = shop.is_called(one.name, left) and shop.is_called(two.name, right)
    of_family = _is_of_family(words(one.name), shop.said(left), shop.said(right))
    return bool(shared - others) and called and not of_family and all(map(shop.is_alone, one.accounts | two.accounts))


def _is_of_family(payer: tuple[str, ...], *called: set[str]) -> bool:
    """Whether one of two bears the payer's last word alone and the other more: that may be the name of a family."""
    borne = [set(payer) & one for one in called]
    return borne[0] != borne[1] and {payer[-1]} in borne


def _link(one: Paid, two: Paid) -> Link:
    left, right = sorted((min(one.buyers), min(two.buyers)))
    number = len(one.deals | two.deals)
    reason = Term(
        rule=RULE,
        score=SAME_PAYER,
        text=f"One payer, under a name that both go by, paid in {number} deals of the two and in none of others.",
        text_id=f"Satu pembayar, dengan nama yang dipakai keduanya, membayar dalam {number} rangkaian transaksi mereka "
        "dan tidak untuk orang lain.",
    )
    return Link(
        id=link_id(RULE, left, right),
        left=left,
        right=right,
        rule=RULE,
        judgement="suggested",
        merges=True,
        score=SAME_PAYER + FOR_OTHERS,
        reasons_for=(reason,),
        reasons_against=(_CAUTION,),
        places=tuple(paid.places[min(paid.places)] for paid in (one, two)),
    )


_CAUTION = Term(
    rule="pays-for-others",
    score=FOR_OTHERS,
    text="People pay for others as well.",
    text_id="Orang juga membayar untuk orang lain.",
)
