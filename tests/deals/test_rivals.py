# SPDX-License-Identifier: Apache-2.0
"""Equal payments near in time: a name alone does not make a deal `recorded`."""

from typing import Any

import pytest
from msgspec.structs import replace

from suluh.deals.facts.parties import parties
from suluh.model.talk import Conversation
from suluh.model.times import Dated, utc
from suluh.model.trade import Deal

ANI, BUDI, CITRA = "whatsapp:+628110000001", "whatsapp:+628110000002", "whatsapp:+628110000003"


def of_budi(market: Any) -> Deal:
    [deal] = [deal for deal in market.deals() if deal.buyer == BUDI]
    return deal


@pytest.fixture
def busy(market: Any) -> Any:
    """The market with a month of other people's payments before it, so that a name and an amount say something."""
    for one in range(20):
        market.book(-30 * (one + 1), 11_000 + 2_000 * one, payer_name=f"{'ABCDEFGHIJKLMNOPQRST'[one] * 5} LESMANA")
    return market


def equal(market: Any, *, mine: str = "BUDI SANTOSO", rival: str | None = "EKA WIJAYA") -> tuple[str, str]:
    """Two payments of one amount, half an hour apart, and the items; the buyer says nothing of having paid."""
    market.sale()
    paid = market.book(1, 50_000, payer_name=mine)
    other = market.book(1.5, 50_000, payer_name=rival)
    market.send(2, ANI, 40)
    return paid, other


@pytest.mark.parametrize("rival", ["EKA WIJAYA", None])
def test_a_word_of_a_name_leaves_an_equal_payment_in_doubt(busy: Any, rival: str | None) -> None:
    paid, other = equal(busy, rival=rival)

    deal = of_budi(busy)
    [doubt] = [term for term in deal.reasons_against if term.rule == "equal-rival"]

    assert (deal.tier, deal.payments) == ("possible", (paid,))
    assert other in doubt.text
    assert other in doubt.text_id


def test_without_an_equal_payment_a_word_of_a_name_is_enough(busy: Any) -> None:
    busy.sale()
    busy.book(1, 50_000, payer_name="BUDI SANTOSO")
    busy.book(1.5, 45_000, payer_name="EKA WIJAYA")
    busy.send(2, ANI, 40)

    assert of_budi(busy).tier == "recorded"


def test_an_equal_payment_days_later_leaves_no_doubt(busy: Any) -> None:
    busy.sale()
    busy.book(1, 50_000, payer_name="BUDI SANTOSO")
    busy.book(100, 50_000, payer_name="EKA WIJAYA")
    busy.send(2, ANI, 40)

    assert of_budi(busy).tier == "recorded"


def test_the_buyers_word_tells_equal_payments_apart(busy: Any) -> None:
    equal(busy)
    busy.say(1.02, BUDI, "udah tf a.n BUDI SANTOSO")

    assert of_budi(busy).tier == "recorded"


def test_a_word_that_stands_beside_both_payments_tells_nothing(busy: Any) -> None:
    equal(busy)
    busy.say(1.6, BUDI, "udah tf ya")

    assert of_budi(busy).tier == "possible"


@pytest.mark.parametrize("of_days", [False, True])
def test_a_whole_name_that_nobody_else_goes_by_is_a_name_alone_as_well(busy: Any, *, of_days: bool) -> None:
    """Also of lines that know their day alone, where no delay and no word beside the payment tells them apart."""
    busy.names[BUDI] = "Budi Santoso"
    if of_days:
        busy.say(0.9, BUDI, "udah masuk blm?")
    paid, other = equal(busy)
    if of_days:
        busy.payments = [Dated(replace(one.value, at=None, booked=utc(one.at)[:10]), None) for one in busy.payments]

    deal = of_budi(busy)
    [doubt] = [term for term in deal.reasons_against if term.rule == "equal-rival"]

    assert (deal.tier, deal.payments) == ("possible", (paid,))
    assert f"Payment {other} of 2025-09-01" in doubt.text
    assert f"Pembayaran {other} pada 2025-09-01" in doubt.text_id
    assert "only a name that payer and buyer share speaks for the one given here" in doubt.text
    assert "hanya kesamaan nama pembayar dan pembeli yang mendukung" in doubt.text_id


@pytest.mark.parametrize("rival", ["SITI SANTOSO", "BUDI WIJAYA"])
def test_a_whole_name_of_which_the_rival_has_a_word_does_not(busy: Any, rival: str) -> None:
    busy.names[BUDI] = "Budi Santoso"
    equal(busy, rival=rival)

    assert of_budi(busy).tier == "possible"


def test_a_whole_name_that_another_buyer_goes_by_does_not(busy: Any) -> None:
    busy.names |= {BUDI: "Budi Santoso", CITRA: "Budi Santoso"}
    equal(busy)
    busy.say(-50, CITRA, "kak masih ready?", CITRA)

    assert of_budi(busy).tier == "possible"


def test_words_of_two_different_names_make_no_whole_name(busy: Any) -> None:
    room = f"whatsapp:chat/{BUDI}"
    busy.conversations.append(
        Conversation(id="c", conversation=room, kind="direct", place=busy.place(), members=(ANI, BUDI), title="Santoso")
    )
    equal(busy)

    assert of_budi(busy).tier == "possible"


def test_a_doubtful_payment_teaches_nothing_about_its_payer(busy: Any) -> None:
    equal(busy)
    busy.sale(200, CITRA)
    again = busy.book(202, 50_000, payer_name="BUDI SANTOSO")
    busy.say(202.1, CITRA, "udah tf ya", CITRA)

    [deal] = [deal for deal in busy.deals() if deal.buyer == CITRA]

    assert (deal.tier, deal.payments) == ("possible", (again,))


@pytest.mark.parametrize(
    ("where", "payer", "tier"),
    [
        ("SEABANK 019556304691 ya kak", None, "possible"),
        ("SEABANK 019556304691 ya kak", "EKA WIJAYA", "possible"),
        ("SEABANK 019556304691 ya kak", "BUDI SANTOSO", "recorded"),
        ("BCA 0123456789 ya kak", None, "recorded"),
        ("rekening biasa, paling lambat 2025-09-02 ya", None, "recorded"),
    ],
    ids=["nobody's", "another's", "the buyer's own name", "the account that received", "a day"],
)
def test_who_named_an_account_without_a_statement_was_not_surely_paid_into_another(
    busy: Any, where: str, payer: str | None, tier: str
) -> None:
    busy.sale(-60, CITRA)
    busy.say(0, ANI, "paket 40 file 50rb")
    busy.say(0.1, BUDI, "ok mau")
    told = busy.say(0.2, ANI, f"transfer ke {where}")
    paid = busy.book(1, 50_000, payer_name=payer)
    busy.say(1.1, BUDI, "udah tf ya")
    busy.send(2, ANI, 40)

    deal = of_budi(busy)
    against = [term.rests for term in deal.reasons_against if term.rule == "another-account"]

    assert (deal.tier, deal.payments) == (tier, (paid,))
    assert against == ([(told, paid)] if "SEABANK" in where else [])


@pytest.mark.parametrize(
    ("text", "is_strange"),
    [
        ("tf ke SEABANK 0195 5630 4691", True),
        ("ke rek BNI 4519635684 ya", True),
        ("ke rek 100.000.000 ya", False),
        ("ke rekening biasa sebelum 01-09-2025 10.30", False),
        ("ke dana ya, konfirmasi ke wa 0813-9876-5432", False),
        ("bayar rek biasa, no invoice 202509010045", False),
        ("ini bukti transfer BCA ref 202509010045", False),
        ("bayar di bank pakai kode bayar 123450987654", False),
        ("total 60.214 dengan kode unik, ke BCA 019556304691", True),
        ("jangan tf ke BCA 019556304691 ya", False),
        ("nomor 019556304691", False),
        ("rek biasa: 50 75 100 150 ya sesuai paket", False),
    ],
)
def test_what_is_no_account_to_pay_into_is_not_taken_for_one(text: str, *, is_strange: bool) -> None:
    assert parties([], [], [], [], {}).listen(ANI, text).is_strange is is_strange


@pytest.mark.parametrize("text", ["ke BCA 0123456789 50.000 ya", "0123456789-081398765432", "50.000 ke 0123456789"])
def test_a_number_is_known_with_another_beside_it(market: Any, text: str) -> None:
    market.book(0, 12_345)

    assert parties([], [], [], [one.value for one in market.payments], {}).listen(ANI, text).accounts == {
        "bca:0123456789"
    }


def test_a_telephone_that_was_named_is_each_account_under_its_number(market: Any) -> None:
    accounts = {f"{one}:+6289900000001" for one in ("gopay", "phone-credit", "ovo")}
    for one in sorted(accounts):
        market.book(0, 12_345, beneficiary=one)
    sides = parties([], [], [], [one.value for one in market.payments], {})

    assert sides.listen(ANI, "kirim ke 0899-0000-0001 ya").accounts == accounts
    assert sides.named[ANI] == accounts
