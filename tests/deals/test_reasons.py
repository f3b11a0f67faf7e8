# SPDX-License-Identifier: Apache-2.0
"""Every reason of a deal is true by the records it rests on, and a fact stands on the same side of every deal."""

import re
from collections import defaultdict
from typing import Any

import pytest
from bench.deals import made_up

from suluh.deals.facts.ledger import lines
from suluh.deals.facts.parties import parties
from suluh.deals.money.payers import Learned, Payers
from suluh.deals.talks.episodes import Episode, cut
from suluh.model.rules.lost import Lost
from suluh.model.times import When
from suluh.model.trade import Deal, Term

ANI, BUDI, CITRA = "whatsapp:+628110000001", "whatsapp:+628110000002", "whatsapp:+628110000003"
JUDGED = frozenset({"judged"})
"""A share in words: on which side it stands says how large it is."""


def reasons(market: Any, rule: str) -> tuple[list[Term], list[Term]]:
    """The reasons of the one deal by a rule, for and against."""
    [deal] = market.deals()
    sides = (deal.reasons_for, deal.reasons_against)
    first, second = ([one for one in side if one.rule == rule] for side in sides)
    return first, second


@pytest.mark.parametrize("hour", [0.21, 0.6, 1.15])
def test_a_payment_within_the_hour_is_no_delay(market: Any, hour: float) -> None:
    market.sale()
    market.book(hour, 50_000)

    assert reasons(market, "delay") == ([], [])


def test_a_delay_is_counted_from_a_message_before_the_payment(market: Any) -> None:
    market.sale()
    market.book(8.2, 50_000)
    market.say(8.3, ANI, "oke cek dulu")

    [], [delay] = reasons(market, "delay")

    assert delay.text.startswith("The payment stands 8 hours after the last message of this deal before it")
    assert delay.text_id.startswith("Pembayaran tercatat 8 jam setelah pesan terakhir rangkaian ini sebelumnya")
    assert delay.rests == ("m2", "p0")


def test_a_payment_before_the_first_word_says_so(market: Any) -> None:
    market.book(-0.1, 50_000)
    market.sale()
    market.say(0.3, BUDI, "udah tf ya")

    [], [delay] = reasons(market, "delay")

    assert delay.text == "The payment stands before the first word of this deal."
    assert delay.rests == ("m0", "p0")


def test_a_sum_is_cited_where_it_is_named(market: Any) -> None:
    market.say(0, BUDI, "mau order kak")
    market.say(0.05, ANI, "bisa kak, 30 file 50rb ya")
    market.say(0.1, BUDI, "kurangin dikit, 45.000 ya")
    market.say(0.15, ANI, "boleh deh 45.000")
    market.say(0.2, ANI, "transfer BCA 0123456789 ya kak")
    market.book(0.7, 45_000)
    market.say(0.8, BUDI, "udah masuk blm?")

    [told], [] = reasons(market, "told-amount")

    assert told.rests == ("m2", "m3", "p0")


def test_a_price_is_cited_where_it_is_offered(market: Any) -> None:
    market.sale()
    market.book(0.7, 50_000)

    [price], [] = reasons(market, "same-amount")

    assert price.rests == ("m0", "p0")


@pytest.mark.parametrize(("precision", "is_answer"), [("second", False), ("minute", True)])
def test_what_stands_before_the_payment_is_no_answer(market: Any, precision: Any, *, is_answer: bool) -> None:
    """Unless the message has its minute alone, and may have been written after it."""
    market.sale()
    market.book(1 + 1 / 3600, 50_000)
    market.say(1, ANI, "ok masuk, ditunggu ya", sent=When(written="x", precision=precision))

    found, [] = reasons(market, "then-answered")

    assert [one.rests for one in found] == ([("m3", "p0")] if is_answer else [])


@pytest.mark.parametrize("says", [False, True])
def test_an_answer_in_words_names_a_message_of_words_and_pictures_are_said_to_be_none(
    market: Any, *, says: bool
) -> None:
    market.sale()
    market.book(1, 50_000)
    if says:
        market.say(1.2, ANI, "ok masuk, ditunggu ya")
    market.send(1.5, ANI, 30)

    [answer], [] = reasons(market, "then-answered")
    words = ["answers with a word of assent" in answer.text, "menjawab dengan kata setuju" in answer.text_id]
    none = ["without a written word (attachments" in answer.text, "tanpa kata tertulis (hanya" in answer.text_id]

    assert answer.rests == ("m3", "p0")
    assert (words, none) == ([says, says], [not says, not says])


@pytest.mark.parametrize(
    ("pictures", "text", "some", "some_id"),
    [(1, "", "its message has", "pesannya tanpa"), (1, "udah tf", "1 of its messages has", "1 pesannya tanpa")],
)
def test_a_picture_that_is_read_as_word_of_having_paid_is_said_to_have_no_word(
    market: Any, pictures: int, text: str, some: str, some_id: str
) -> None:
    market.sale()
    market.book(1, 50_000)
    market.send(1.05, BUDI, pictures)
    if text:
        market.say(1.06, BUDI, text)

    for rule in ("said-paid", "claim"):
        [said], [] = reasons(market, rule)

        assert f"; {some} no written word (attachments or signs alone), which is read so by its place" in said.text
        assert f"; {some_id} kata tertulis (hanya lampiran atau tanda), yang dibaca demikian" in said.text_id


def test_a_question_whether_it_came_is_not_said_to_be_a_word_of_having_paid(market: Any) -> None:
    market.sale()
    market.book(1, 50_000)
    market.say(1.1, BUDI, "udah masuk blm?")

    [said], [] = reasons(market, "said-paid")
    [claim], [] = reasons(market, "claim")

    assert "asks whether it came" in said.text
    assert "menanyakan apakah sudah masuk" in said.text_id
    assert claim.text.endswith("from a quarter of an hour before this payment to twenty minutes after it.")
    assert claim.rests == ("m3", "p0")


def test_what_a_payer_paid_before_names_the_payments(market: Any) -> None:
    for hour in (0, 100, 200):
        market.sale(hour)
        market.book(hour + 1, 50_000, payer_name="EKA WIJAYA")
        market.say(hour + 1.1, BUDI, "udah tf ya")
        market.send(hour + 2, ANI, 40)

    deal = next(one for one in market.deals() if one.payments == ("p2",))
    [said] = [one for one in deal.reasons_for if one.rule == "payer-before"]

    assert said.text == (
        "Who paid has paid in other trades of this buyer: payment p0 of 2025-09-01T04:00:00Z, payment p1 of "
        "2025-09-05T08:00:00Z. Counted are trades whose payment fits without this payer being known, no others. What "
        "ties those to the buyer is the talk beside them; of one another these payments are no second proof."
    )
    assert said.text_id.startswith("Pembayar ini membayar dalam jual beli lain pembeli ini: pembayaran p0 pada ")
    assert said.text_id.endswith("pembayaran-pembayaran itu bukan bukti kedua satu bagi yang lain.")
    assert said.rests == ("p2",)


def test_payments_for_somebody_else_are_named_the_first_five_of_them(market: Any) -> None:
    for day in range(8):
        market.book(24 * day, 50_000, payer_name="EKA WIJAYA", at=None, booked=f"2025-09-0{day + 1}")
    *others, line = lines(market.payments, (), Lost("deals"))
    mine, his = (Episode(seller=ANI, buyer=one, kind="sale", pay_to={"bca:0123456789"}) for one in (CITRA, BUDI))
    learned = {"EKA WIJAYA": Learned(BUDI, tuple((his, one) for one in (*others, line)))}
    payers = Payers(parties([], [], [], [one.value for one in market.payments], {}), [*others, line], learned)

    found = payers.judge(mine, line, cut([], ANI, CITRA))
    alone = Payers(parties([], [], [], [], {}), [line], {"EKA WIJAYA": Learned(BUDI, ((his, line),))})
    none = alone.judge(mine, line, cut([], ANI, CITRA))

    assert found is not None
    assert found[1].rule == "payer-of-another"
    assert found[1].text.startswith(
        "Who paid has paid in trades of another buyer: payment p0 of 2025-09-01, payment p1 of "
    )
    assert found[1].text.endswith("payment p4 of 2025-09-05, and 2 more.")
    assert found[1].text_id.endswith("pembayaran p4 pada 2025-09-05, dan 2 lagi.")
    assert none is not None
    assert none[1].rule == "payer-unknown"  # the payment is no witness for itself


def test_a_giver_who_offers_to_everybody_is_said_to_by_the_first_such_offer(market: Any) -> None:
    market.group("stok")
    first = market.say(-100, ANI, "paket 40 file 50rb", "stok")
    market.say(-50, ANI, "paket 20 file 30rb", "stok")
    market.say(0, ANI, "ini gratis buat kamu")
    market.send(0.2, ANI, 3)

    [deal] = [one for one in market.deals() if one.kind == "gift"]
    [giver] = [one for one in deal.reasons_for if one.rule == "giver-offers"]

    assert giver.rests == (first,)


def test_every_reason_of_what_was_said_or_sent_names_what_it_rests_on(world: list[Deal]) -> None:
    """None but what compares the whole with other cases, counts it, or says what is missing."""
    counted = {"judged", "kind", "reads-as-trade", "rivals", "equal-rival", "chance-match", "number-differs"}
    missing = {"not-sent", "price-not-told", "not-a-known-seller", "in-one-going", "given-back"}
    bare = {one.rule for deal in world for one in (*deal.reasons_for, *deal.reasons_against) if not one.rests}

    assert bare <= counted | missing


def test_an_order_says_that_the_same_words_may_be_none_elsewhere(market: Any) -> None:
    market.sale()
    market.book(0.7, 50_000)

    [order], [] = reasons(market, "order")

    assert order.text.endswith("so that the same words may count here and not in another talk.")
    assert order.text_id.endswith("kata yang sama dapat terhitung di sini dan tidak dalam percakapan lain.")


def test_a_word_of_where_to_pay_says_within_how_long(market: Any) -> None:
    market.sale()
    market.book(8, 50_000)
    market.say(8.1, BUDI, "udah tf ya")

    [told], [] = reasons(market, "told-where")

    assert told.text == "The seller said where to pay, within a day before this payment."
    assert told.text_id == "Penjual mengatakan ke mana harus membayar, dalam satu hari sebelum pembayaran ini."


def test_another_account_that_was_named_speaks_against(market: Any) -> None:
    market.say(0, ANI, "paket 40 file 50rb")
    market.say(0.1, BUDI, "ok mau")
    market.say(0.2, ANI, "transfer ke BCA 9876543210")
    market.book(-50, 10_000, beneficiary="bca:9876543210", incoming=False)
    market.book(0.5, 50_000)
    market.say(0.6, BUDI, "udah tf ya")

    [], [other] = reasons(market, "another-account")

    assert other.score < 0
    assert other.rests == ("m2", "p1")


@pytest.mark.parametrize(("text", "words"), [("MCM InhouseTrf DARI BUDI JAJAN", "JAJAN"), ("TRSF utang", "utang")])
def test_a_booked_text_of_another_purpose_speaks_against(market: Any, text: str, words: str) -> None:
    market.sale()
    market.book(0.7, 50_000, text=text)

    [], [other] = reasons(market, "other-purpose")

    assert (other.text, other.rests) == (f"The text of the booked line speaks of another purpose: “{words}”.", ("p0",))
    assert other.text_id == f"Teks baris rekening menyebut tujuan lain: “{words}”."


def test_a_booked_text_without_a_purpose_says_nothing(market: Any) -> None:
    market.sale()
    market.book(0.7, 50_000, text="MCM InhouseTrf DARI BUDI order")

    assert reasons(market, "other-purpose") == ([], [])


@pytest.fixture(scope="module")
def world() -> list[Deal]:
    return [one for dated in (True, False) for one in made_up(305, deals=40, days=30, dated=dated).deals()]


def test_no_sentence_is_for_one_deal_and_against_another(world: list[Deal]) -> None:
    sides = defaultdict[tuple[str, str], set[str]](set)
    for deal in world:
        for side, terms in (("for", deal.reasons_for), ("against", deal.reasons_against)):
            for one in terms:
                sides[one.rule, re.sub(r"\d+", "0", one.text)].add(side)

    assert len(sides) > 20
    assert [key for key, found in sides.items() if len(found) > 1 and key[0] not in JUDGED] == []


def test_every_reason_has_its_sentence_in_both_languages(world: list[Deal]) -> None:
    terms = [one for deal in world for one in (*deal.reasons_for, *deal.reasons_against)]

    assert terms
    assert [one for one in terms if not one.text.endswith(".") or not one.text_id.endswith(".")] == []
    assert [one for one in terms if one.text == one.text_id] == []
