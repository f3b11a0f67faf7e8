# SPDX-License-Identifier: Apache-2.0
"""Links of the rule `paid-as-told`: the account that a seller named as their own was paid into for their deals.

1. The rule `named-to-pay` proposes the account, because who holds the device names it, and says their own full name
   beside it, or the statement gives it; what is missing is only in how many talks.
2. A deal of that person with a payment record was paid into it. Then it joins.
3. Where the payments of another person's deals went into it as well, it does not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from suluh.model.people import Link, Person
from suluh.model.trade import Deal, Payment, Term
from suluh.persons.rule import link_id

RULE = "paid-as-told"

TOLD = 940_000
"""Set by hand, under an account that is named in three talks: what was said was done as well."""

NOT_ALWAYS = -30_000
"""Set by hand, small: it stands against every such account, so that no link has reasons for it alone."""

OTHERS = -400_000
"""Set by hand, as for an account that somebody else names."""

_ONLY_SELDOM = frozenset({"not-always", "few-talks", "said-seldom"})


def payees(
    links: Iterable[Link], deals: Iterable[Deal], payments: Iterable[Payment], persons: Iterable[Person]
) -> Iterator[Link]:
    """The links in the order of ids; an account that `named-to-pay` joins already needs none."""
    person = {account: one.id for one in persons for account in one.accounts}
    paid: dict[str, dict[str, list[Payment]]] = defaultdict(lambda: defaultdict(list))
    lines = {one.id: one for one in payments}
    for deal in deals:
        if deal.tier == "recorded" and deal.seller:
            for line in (lines[one] for one in deal.payments if one in lines):
                paid[line.beneficiary or ""][person.get(deal.seller, deal.seller)].append(line)
    found = [_link(one, side, paid[account]) for one, side, account in _told(links, person, paid)]
    yield from sorted(found, key=lambda link: link.id)


def _told(
    links: Iterable[Link], person: dict[str, str], paid: dict[str, dict[str, list[Payment]]]
) -> Iterator[tuple[Link, str, str]]:
    """Each proposal that lacks nothing but number, with the person who named the account, who was paid into it."""
    for one in filter(_lacks_number_only, links):
        for side, account in ((one.left, one.right), (one.right, one.left)):
            if person.get(side, side) in paid.get(account, {}):
                yield one, person.get(side, side), account


def _lacks_number_only(one: Link) -> bool:
    """Whether a link is one of accounts that somebody named, of which nobody spoke, and lacks nothing but number."""
    is_open = not one.merges and one.by is None and one.judgement == "suggested"
    return one.rule == "named-to-pay" and is_open and {term.rule for term in one.reasons_against} <= _ONLY_SELDOM


def _link(named: Link, side: str, paid: dict[str, list[Payment]]) -> Link:
    number = len({line.id for line in paid[side]})
    many = "one payment" if number == 1 else f"{number} payments"
    reason = Term(
        rule=RULE,
        score=TOLD,
        text=f"Who holds the device names this account as their own, and {many} of their deals went into it.",
        text_id=f"Pemegang perangkat menyebut akun ini sebagai miliknya, dan {number} pembayaran rangkaiannya masuk ke "
        "akun ini.",
    )
    against = (_CAUTION, *((_OTHERS,) if len(paid) > 1 else ()))
    return Link(
        id=link_id(RULE, named.left, named.right),
        left=named.left,
        right=named.right,
        rule=RULE,
        judgement="suggested",
        merges=len(against) == 1,
        score=max(0, TOLD + sum(term.score for term in against)),
        reasons_for=(reason,),
        reasons_against=against,
        places=tuple(line.place for line in paid[side][:2]),
    )


_CAUTION = Term(
    rule="not-always",
    score=NOT_ALWAYS,
    text="People also name accounts of others.",
    text_id="Orang juga menyebut akun milik orang lain.",
)
_OTHERS = Term(
    rule="paid-to-others",
    score=OTHERS,
    text="Payments of somebody else's deals went into it as well.",
    text_id="Pembayaran rangkaian transaksi orang lain juga masuk ke akun ini.",
)
