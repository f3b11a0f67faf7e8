# SPDX-License-Identifier: Apache-2.0
"""Who sells or gives to whom, where the talk of two alone does not say it."""

from typing import Any

import pytest

from suluh.deals.judge.judge import judge

ANI, BUDI, CITRA, DEWI = (f"whatsapp:+62811000000{number}" for number in (1, 2, 3, 4))


def announces(market: Any, seller: str) -> None:
    """A seller tells a price to a whole group."""
    market.group("stok")
    market.say(-100, seller, "paket 40 file 50rb", "stok")


def pairs(market: Any, kind: str) -> set[tuple[str | None, str | None]]:
    return {(deal.seller, deal.buyer) for deal in market.deals() if deal.kind == kind and deal.state != "offered"}


def test_two_sellers_may_each_give_to_the_other(market: Any) -> None:
    announces(market, ANI)
    announces(market, BUDI)
    market.say(0, ANI, "ini gratis buat kamu")
    market.send(0.2, ANI, 3)
    market.say(50, BUDI, "gratis buat kamu")
    market.send(50.2, BUDI, 2)

    assert pairs(market, "gift") == {(ANI, BUDI), (BUDI, ANI)}


def test_a_gift_may_take_until_the_next_morning(market: Any) -> None:
    announces(market, ANI)
    market.say(0, ANI, "ini gratis buat kamu")
    market.send(9, ANI, 3)

    assert pairs(market, "gift") == {(ANI, BUDI)}


def test_items_after_a_day_are_no_gift(market: Any) -> None:
    announces(market, ANI)
    market.say(0, ANI, "ini gratis buat kamu")
    market.send(26, ANI, 3)

    assert pairs(market, "gift") == set()


def test_a_late_gift_stands_behind_what_was_paid_for(market: Any) -> None:
    market.say(-1, ANI, "ini gratis buat kamu")
    market.sale()
    market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.send(6, ANI, 40)

    assert {(deal.kind, deal.items_delivered) for deal in market.deals()} == {("sale", 40)}


def test_contents_that_are_sold_elsewhere_make_a_gift_of_an_unknown_giver(market: Any) -> None:
    market.say(0, BUDI, "gratis buat kamu")
    market.send(0.2, BUDI, 3, number_from=500)
    market.sale(10, CITRA)
    market.book(11, 50_000, payer_name="CITRA DEWI")
    market.send(12, ANI, 2, CITRA, number_from=500)

    [gift] = [deal for deal in market.deals() if deal.kind == "gift"]

    assert (gift.seller, gift.buyer, gift.tier) == (BUDI, ANI, "possible")
    assert "sold-elsewhere" in [term.rule for term in gift.reasons_for]
    assert "not-a-known-seller" in [term.rule for term in gift.reasons_against]


def test_a_friend_who_gives_something_else_is_in_no_deal(market: Any) -> None:
    market.say(0, BUDI, "gratis buat kamu")
    market.send(0.2, BUDI, 3)
    market.sale(10, CITRA)
    market.send(12, ANI, 2, CITRA)

    assert pairs(market, "gift") == set()


def test_a_seller_gives_nothing_to_who_was_only_shown_a_picture(market: Any) -> None:
    announces(market, ANI)
    market.say(0, ANI, "foto dari pantai")
    market.send(0.2, ANI, 2)

    assert (market.deals(), len(market.offers())) == ([], 1)


@pytest.mark.parametrize("hour", [0.2, 5])
def test_a_seller_with_time_to_spare_gives_nothing_by_a_holiday_picture(market: Any, hour: float) -> None:
    announces(market, ANI)
    market.say(0, ANI, "aku free besok")
    market.send(hour, ANI, 1)

    assert pairs(market, "gift") == set()


def test_an_unclear_word_of_giving_beside_goods_is_a_gift(market: Any) -> None:
    announces(market, ANI)
    market.say(0, ANI, "ini free buat kamu, 10 foto")
    market.send(0.2, ANI, 10)

    assert pairs(market, "gift") == {(ANI, BUDI)}


def test_usual_terms_with_the_account_that_others_pay_into_are_a_sale(market: Any) -> None:
    market.sale(0, CITRA)
    market.say(20, BUDI, "kak masih ready?")
    market.say(20.1, ANI, "ready kak, harga biasa ya")
    market.say(20.2, ANI, "transfer ke BCA 0123456789")
    paid = market.book(21, 50_000, payer_name="BUDI SANTOSO")
    market.say(21.1, BUDI, "udah tf ya")

    [deal] = [deal for deal in market.deals() if deal.buyer == BUDI]

    assert (deal.kind, deal.state, deal.payments) == ("sale", "paid-not-delivered", (paid,))
    assert "usual-account" in [term.rule for term in deal.reasons_for]
    assert "price-not-told" in [term.rule for term in deal.reasons_against]


def test_the_account_alone_makes_no_sale(market: Any) -> None:
    """Who lends money or shares a meal is told the same account: nobody asked for items and nothing was offered."""
    market.sale(0, CITRA)
    market.say(20, BUDI, "uang makan siang kemarin aku ganti ya")
    market.say(20.2, ANI, "transfer ke BCA 0123456789")
    market.book(21, 50_000, payer_name="BUDI SANTOSO")
    market.say(21.1, BUDI, "udah tf ya")

    assert [deal for deal in market.deals() if deal.buyer == BUDI] == []


def test_an_account_that_nobody_else_pays_into_makes_nothing_certain(market: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("suluh.deals.find.judge", judge)  # with the shares that are shipped
    market.say(20, BUDI, "kak masih ready?")
    market.say(20.1, ANI, "ready kak, harga biasa ya")
    market.say(20.2, ANI, "transfer ke BCA 0123456789")
    market.book(21, 50_000, payer_name="BUDI SANTOSO")
    market.say(21.1, BUDI, "udah tf ya")

    assert [deal for deal in market.deals() if deal.tier == "recorded" or deal.items_delivered] == []


def test_the_answer_to_a_barter_is_part_of_it(market: Any) -> None:
    market.say(0, BUDI, "barter yuk, aku ada yang baru")
    market.say(0, ANI, "ok tukar")
    market.send(1, BUDI, 5)
    market.send(3, ANI, 6)

    assert pairs(market, "barter") == {(ANI, BUDI)}


def test_items_of_two_paid_trades_in_one_going_are_told_apart_by_number(market: Any) -> None:
    for hour, price, number in ((0, "50rb", 40), (3, "35rb", 20)):
        market.say(hour, ANI, f"paket {number} file {price}")
        market.say(hour + 0.1, BUDI, "ok mau")
        market.say(hour + 0.2, ANI, "transfer ke BCA 0123456789")
    market.book(3.5, 35_000, payer_name="BUDI SANTOSO")
    market.book(4, 50_000, payer_name="BUDI SANTOSO")
    market.send(5, ANI, 60)

    found = sorted(market.deals(), key=lambda deal: deal.offered_at or "")

    assert [deal.items_delivered for deal in found] == [40, 20]
    assert all("in-one-going" in [term.rule for term in deal.reasons_against] for deal in found)


def test_the_rest_goes_to_the_trade_that_lacks_just_so_much(market: Any) -> None:
    market.sale(0)
    market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf")
    market.say(80, ANI, "paket 20 file 35rb")
    market.say(80.1, BUDI, "ok mau")
    market.book(81, 35_000, payer_name="BUDI SANTOSO")
    market.say(81.1, BUDI, "udah tf")
    market.send(82, ANI, 15)
    market.send(92, ANI, 5)

    found = sorted(market.deals(), key=lambda deal: deal.offered_at or "")

    assert [deal.items_delivered for deal in found] == [0, 20]


def test_parts_of_which_each_is_the_price_of_another_trade_are_only_possible(market: Any) -> None:
    market.sale(0)
    market.say(0.3, BUDI, "udah tf")
    market.say(0.5, ANI, "paket 10 file 25rb")
    market.say(0.6, BUDI, "ok mau")
    for hour in (0.7, 0.8):
        market.book(hour, 25_000, payer_name="BUDI SANTOSO", payer="bca:name/s/BUDI SANTOSO")
        market.say(hour + 0.02, BUDI, "udah tf")

    assert [deal.tier for deal in market.deals() if len(deal.payments) > 1] == ["possible"]


@pytest.mark.parametrize(("layout", "tier"), [("bca", "recorded"), ("", "recorded"), ("unknown-layout", "possible")])
def test_a_line_of_a_statement_that_nobody_taught_makes_a_deal_possible_at_most(
    market: Any, layout: str, tier: str
) -> None:
    market.layout = layout
    market.sale()
    market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf ya")
    market.send(2, ANI, 40)

    assert [(deal.tier, deal.payments) for deal in market.deals() if deal.kind == "sale"] == [(tier, ("p0",))]
