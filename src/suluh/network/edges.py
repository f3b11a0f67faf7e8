# SPDX-License-Identifier: Apache-2.0
"""Who traded with whom: the deals of each pair of persons and each kind as one edge."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from suluh.model.beyond import Edge
from suluh.model.ids import make_id
from suluh.model.people import Person
from suluh.model.trade import Deal


def edges(deals: Iterable[Deal], persons: Iterable[Person]) -> Iterator[Edge]:
    """The edges in the order of ids: seller left, buyer right; amounts of one currency each.

    A mere offer joins nobody, and a deal of which one side is not known gives no edge.
    """
    person = {account: one.id for one in persons for account in one.accounts}
    found: dict[tuple[str, str, str, str], list[Deal]] = defaultdict(list)
    for deal in deals:
        if deal.state == "offered" or deal.seller is None or deal.buyer is None:
            continue
        left, right = (_side(account, person) for account in (deal.seller, deal.buyer))
        found[left, right, deal.kind, deal.currency or ""].append(deal)
    yield from sorted((_edge(key, its) for key, its in _joined(found).items()), key=lambda edge: edge.id)


def _side(account: str, person: dict[str, str]) -> str:
    """The person of an account; one that stands in no person is a person of its own."""
    return person.get(account) or make_id("person", account)


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
    times = sorted(at for deal in deals for at in (deal.offered_at, deal.paid_at, deal.delivered_at) if at)
    amounts = [deal.amount_minor for deal in deals if deal.payments and deal.amount_minor is not None]
    return Edge(
        id=make_id("edge", left, right, kind, currency),
        left=left,
        right=right,
        kind=kind,
        deals=len(deals),
        items=sum(deal.items_delivered for deal in deals),
        amount_minor=sum(amounts) if amounts else None,
        currency=currency if amounts else None,
        first=times[0] if times else None,
        last=times[-1] if times else None,
    )
