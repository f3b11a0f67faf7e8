# SPDX-License-Identifier: Apache-2.0
"""Another line of exactly the sum of a payment near it is said, into whichever account of the person it went."""

from typing import Any

from tests.each import each

from suluh.model.people import Person
from suluh.model.trade import Deal, Term

ANI, BUDI = "whatsapp:+628110000001", "whatsapp:+628110000002"
OWN, WALLET = "bca:0123456789", "gopay:+628110000001"


def doubts(deals: list[Deal], paid: str, rule: str) -> list[Term]:
    """The reasons by a rule against the deal that a booked line paid; none weighs anything."""
    [deal] = [one for one in deals if one.payments == (paid,)]
    found = [one for one in deal.reasons_against if one.rule == rule]
    assert all(one.score == 0 for one in found)
    return found


def test_an_equal_sum_that_came_later_the_same_day_is_said_to_be_after_it(market: Any) -> None:
    market.sale()
    paid = market.book(0.4, 50_000, payer_name="BUDI SANTOSO")
    market.say(0.5, BUDI, "udah tf ya")
    market.send(2, ANI, 40)
    market.book(1.6, 50_000, payer_name="CITRA DEWI")

    [doubt] = doubts(market.deals(), paid, "equal-before")

    assert "p1 of 2025-09-01T04:36:00Z (after this payment)" in doubt.text
    assert "p1 pada 2025-09-01T04:36:00Z (sesudah pembayaran ini)" in doubt.text_id


@each(
    "more, is_said",
    [
        ({}, True),
        ({"hour": -20}, True),
        ({"hour": 40}, False),
        ({"beneficiary": "gopay:+628119"}, False),
        ({"amount": 50_447}, False),
    ],
)
def test_the_same_odd_sum_into_another_account_of_the_person_speaks_against(
    make_market: Any, more: dict[str, Any], *, is_said: bool
) -> None:
    """However exactly the talk names it."""
    market = make_market()
    market.persons = [
        Person(id="person/ani", accounts=(ANI, OWN, WALLET)),
        Person(id="person/budi", accounts=(BUDI,)),
    ]
    market.sale(price="50.446")
    paid = market.book(0.4, 50_446, payer_name="BUDI SANTOSO")
    market.say(0.5, BUDI, "udah tf 50.446 ya")
    market.send(6, ANI, 40)
    of = {"hour": 3.5, "amount": 50_446, "payer_name": "CITRA DEWI", "beneficiary": WALLET, "statement": "t"}
    other = market.book(**of | more)

    found = doubts(market.deals(), paid, "equal-elsewhere")

    assert bool(found) is is_said
    assert all(f"{other} of 2025-" in one.text and f"{other} pada 2025-" in one.text_id for one in found)
    assert all("however exactly" in one.text and "setepat apa pun" in one.text_id for one in found)
    assert all(paid in one.rests for one in found)
