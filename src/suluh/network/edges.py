# SPDX-License-Identifier: Apache-2.0
"""Who traded with whom: the deals of each pair of persons and each kind as one edge."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from suluh.model.after.beyond import Edge
from suluh.model.ids import make_id, person_id
from suluh.model.people import Person
from suluh.model.trade import Deal, MoneyKind, Stamp, is_traded, money_of


def edges(deals: Iterable[Deal], persons: Iterable[Person]) -> Iterator[Edge]:
    """The edges in the order of ids: seller left, buyer right; amounts of one currency each, in three sums.

    A mere offer joins nobody, and a deal of which one side is not known gives no edge.
    """
    person = {account: one.id for one in persons for account in one.accounts}
    found: dict[tuple[str, str, str, str], list[Deal]] = defaultdict(list)
    for deal in deals:
        if not is_traded(deal) or deal.seller is None or deal.buyer is None:
            continue
        left, right = (_side(account, person) for account in (deal.seller, deal.buyer))
        found[left, right, deal.kind, deal.currency or ""].append(deal)
    yield from sorted((_edge(key, its) for key, its in _joined(found).items()), key=lambda edge: edge.id)


def _side(account: str, person: dict[str, str]) -> str:
    """The person of an account; one that stands in no person is a person of its own."""
    return person.get(account) or person_id(account)


def _joined(
    found: dict[tuple[str, str, str, str], list[Deal]],
) -> dict[tuple[str, str, str, str], list[Deal]]:
    """Deals without any amount go with those of the one currency that the pair uses."""
    used: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for left, right, kind, currency in found:
        if currency:
            used[left, right, kind].add(currency)
    joined: dict[tuple[str, str, str, str], list[Deal]] = defaultdict(list)
    for (left, right, kind, currency), deals in found.items():
        others = sorted(used[left, right, kind])
        joined[left, right, kind, currency or (others[0] if others else "")].extend(deals)
    return joined


def _edge(key: tuple[str, str, str, str], deals: Sequence[Deal]) -> Edge:
    left, right, kind, currency = key
    sums: dict[MoneyKind, int] = {}
    for deal in deals:
        money = money_of(deal)
        if money is not None:
            sums[money] = sums.get(money, 0) + (deal.amount_minor or 0)
    times = sorted((moment for deal in deals for moment in _moments(deal)), key=lambda one: one[0])
    first, last = (times[0], times[-1]) if times else ((None, None), (None, None))
    return Edge(
        id=make_id("edge", left, right, kind, currency),
        left=left,
        right=right,
        kind=kind,
        deals=len(deals),
        items=sum(deal.items_delivered for deal in deals),
        amount_minor=sums.get("recorded"),
        currency=currency if sums else None,
        first=first[0],
        last=last[0],
        recorded=sum(deal.tier == "recorded" for deal in deals),
        possible_minor=sums.get("possible"),
        asked_minor=sums.get("asked"),
        first_on=first[1],
        last_on=last[1],
    )


def _moments(deal: Deal) -> Iterator[tuple[str, Stamp | None]]:
    """When anything of a deal happened, and where that is written."""
    told = (deal.offered_at, deal.offered_on), (deal.paid_at, deal.paid_on), (deal.delivered_at, deal.delivered_on)
    yield from ((at, on) for at, on in told if at)
