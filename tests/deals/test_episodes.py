# SPDX-License-Identifier: Apache-2.0
"""Where one trade of two people ends and the next begins, and what kind each is."""

from typing import Any

import pytest

from suluh.deals.words.spans import names_span

ANI, BUDI = "whatsapp:+628110000001", "whatsapp:+628110000002"


def test_a_word_after_a_long_silence_belongs_to_the_trade_that_follows(market: Any) -> None:
    market.sale()
    first = market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf ya")
    market.send(2, ANI, 40)
    asked = market.say(300, BUDI, "info kak")
    market.say(300.2, ANI, "paket 30 file 35rb")
    second = market.book(301, 35_000, payer_name="BUDI SANTOSO")
    market.say(301.1, BUDI, "udah tf ya")
    market.send(302, ANI, 30)

    one, two = sorted(market.deals(), key=lambda deal: deal.paid_at or "")

    assert (one.payments, one.items_delivered) == ((first,), 40)
    assert (two.payments, two.items_delivered) == ((second,), 30)
    assert asked not in one.messages


@pytest.mark.parametrize("text", ["gabung 3 bln 20rb kak", "20rb sebulan", "20rb per minggu", "20rb/bln", "1 year 20k"])
def test_a_price_for_a_length_of_time_is_a_subscription(market: Any, text: str) -> None:
    market.say(0, BUDI, "mau gabung grup")
    market.say(0.1, ANI, text)
    market.say(0.2, ANI, "transfer ke BCA 0123456789")
    market.book(1, 20_000, payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf ya")
    market.say(1.2, ANI, "ini link grup https://t.me/+aaaa")

    assert {deal.kind for deal in market.deals()} == {"subscription"}


def test_a_number_of_items_beside_a_length_of_time_is_a_sale(market: Any) -> None:
    market.say(0, ANI, "paket 40 file 50rb, harga sampai 1 bulan")

    assert [deal.kind for deal in market.deals()] == ["sale"]


def test_a_word_of_going_on_begins_a_trade_of_its_own(market: Any) -> None:
    market.say(0, BUDI, "mau gabung grup")
    market.say(0.1, ANI, "20rb seminggu, transfer ke BCA 0123456789")
    first = market.book(1, 20_000, payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf ya")
    market.say(1.2, ANI, "ini link grup https://t.me/+aaaa")
    renewed = market.say(170, BUDI, "perpanjang lagi ya kak")
    market.say(170.1, ANI, "oke 20rb ya, rekening sama")
    second = market.book(170.3, 20_000, payer_name="BUDI SANTOSO")
    market.say(170.35, BUDI, "sudah kak")
    market.say(170.4, ANI, "oke aktif sampai minggu depan")

    one, two = sorted(market.deals(), key=lambda deal: deal.paid_at or "")

    assert [one.payments, two.payments] == [(first,), (second,)]
    assert renewed in two.messages
    assert two.kind == "subscription"


@pytest.mark.parametrize("text", ["3 hari lagi 20rb", "bulan depan 20rb", "minggu ini 20rb", "12 blok", "sebulu"])
def test_days_and_names_of_weeks_are_no_length_that_a_price_buys(text: str) -> None:
    assert not names_span(text)


def test_money_that_went_back_makes_a_deal_refunded(market: Any) -> None:
    market.sale()
    paid = market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf ya")
    market.say(30, ANI, "uangnya sudah saya kembalikan ya kak, maaf")
    back = market.book(31, 50_000, incoming=False, payer="bca:0123456789", beneficiary=None)

    [deal] = market.deals()

    assert (deal.state, deal.payments) == ("refunded", (paid, back))
    assert "given-back" in [term.rule for term in deal.reasons_for]


def test_a_payment_of_the_same_sum_that_nobody_speaks_of_gives_nothing_back(market: Any) -> None:
    market.sale()
    paid = market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf ya")
    market.book(31, 50_000, incoming=False, payer="bca:0123456789", beneficiary=None)

    [deal] = market.deals()

    assert (deal.state, deal.payments) == ("paid-not-delivered", (paid,))


@pytest.mark.parametrize(("told", "state"), [(True, "cancelled"), (False, "offered")])
def test_who_was_told_where_to_pay_and_refuses_calls_the_trade_off(market: Any, told: bool, state: str) -> None:  # noqa: FBT001 # a case
    market.say(0, ANI, "paket 40 file 50rb")
    market.say(0.1, BUDI, "ok mau")
    if told:
        market.say(0.2, ANI, "transfer ke BCA 0123456789")
    market.say(0.5, BUDI, "gak jadi kak, maaf")

    assert [deal.state for deal in market.deals()] == [state]
