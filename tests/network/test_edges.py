# SPDX-License-Identifier: Apache-2.0
"""Edges add up the deals of two persons."""

from typing import Any

from suluh.model.ids import make_id
from suluh.model.people import Person
from suluh.model.trade import Stamp
from suluh.network.edges import edges

PERSONS = [Person(id="seller", accounts=("tg:s", "wa:s")), Person(id="buyer", accounts=("wa:b",))]


def test_deals_of_one_pair_and_kind_are_one_edge(deal: Any) -> None:
    paid = {"amount_minor": 5_000_000, "currency": "IDR", "payments": ("p",), "items_delivered": 40, "tier": "recorded"}
    deals = [deal(1, **paid, paid_at="2025-09-02T00:00:00Z"), deal(2, seller="tg:s", offered_at="2025-09-01T00:00:00Z")]

    [edge] = edges(deals, PERSONS)

    assert (edge.left, edge.right, edge.deals, edge.items, edge.amount_minor) == ("seller", "buyer", 2, 40, 5_000_000)
    assert (edge.first, edge.last) == ("2025-09-01T00:00:00Z", "2025-09-02T00:00:00Z")


def test_two_currencies_are_never_added(deal: Any) -> None:
    one = {"amount_minor": 5_000_000, "currency": "IDR", "payments": ("p",), "tier": "recorded"}
    two = {"amount_minor": 500, "currency": "USD", "payments": ("q",), "tier": "recorded"}

    found = edges([deal(1, **one), deal(2, **two)], PERSONS)

    assert {(edge.amount_minor, edge.currency) for edge in found} == {(5_000_000, "IDR"), (500, "USD")}


def test_a_price_without_a_payment_is_no_money_that_flowed(deal: Any) -> None:
    [edge] = edges([deal(1, amount_minor=5_000_000, currency="IDR")], PERSONS)

    assert (edge.amount_minor, edge.possible_minor, edge.asked_minor) == (None, None, 5_000_000)


def test_what_is_recorded_possible_and_asked_are_three_sums(deal: Any) -> None:
    money = {"currency": "IDR", "amount_minor": 1}
    deals = [
        deal(1, **money, payments=("p",), tier="recorded"),
        deal(2, **(money | {"amount_minor": 20}), payments=("q",)),
        deal(3, **(money | {"amount_minor": 300})),
        deal(4, **(money | {"amount_minor": 4000}), state="offered"),
    ]

    [edge] = edges(deals, PERSONS)

    assert (edge.amount_minor, edge.possible_minor, edge.asked_minor) == (1, 20, 300)
    assert (edge.deals, edge.recorded) == (3, 1)


def test_the_first_and_last_moment_keep_where_they_are_written(deal: Any) -> None:
    on = Stamp(exhibit="B-3", written="01/09/25 09.00")
    deals = [deal(1, paid_at="2025-09-02T00:00:00Z"), deal(2, offered_at="2025-09-01T00:00:00Z", offered_on=on)]

    [edge] = edges(deals, PERSONS)

    assert (edge.first_on, edge.last_on) == (on, None)


def test_an_offer_joins_nobody(deal: Any) -> None:
    assert list(edges([deal(1, state="offered"), deal(2, buyer=None)], PERSONS)) == []


def test_an_account_without_a_person_stands_for_itself(deal: Any) -> None:
    [edge] = edges([deal(1, buyer="wa:unknown")], PERSONS)

    assert edge.right == make_id("person", "wa:unknown")


def test_the_order_of_deals_changes_nothing(deal: Any) -> None:
    deals = [deal(number, kind=kind) for number, kind in enumerate(("sale", "gift", "sale", "barter"))]

    assert list(edges(deals, PERSONS)) == list(edges(deals[::-1], PERSONS))
