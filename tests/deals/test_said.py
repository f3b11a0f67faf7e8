# SPDX-License-Identifier: Apache-2.0
"""What a deal says of its messages, items and sums is what they show, also where it weighs nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from suluh.deals.facts.ledger import lines
from suluh.deals.facts.parties import NOTHING_NAMED
from suluh.deals.facts.saying import span
from suluh.deals.heard import answered, proposed
from suluh.deals.money.moments import _on_the_day
from suluh.deals.money.spoken import cited_as_paid
from suluh.deals.otherwise import otherwise
from suluh.deals.reading.acts import ACTS, ASK, PAID
from suluh.deals.talks.episodes import Episode
from suluh.deals.words.amounts import NO_NUMBERS, Reading, read_numbers
from suluh.deals.words.signals import Signal
from suluh.model.rules.lost import Lost
from suluh.model.times import Dated
from suluh.model.trade import Deal, Term

ANI, BUDI, CITRA = "whatsapp:+628110000001", "whatsapp:+628110000002", "whatsapp:+628110000003"


def of_budi(market: Any, paid: str) -> Deal:
    """The deal that a booked line paid."""
    return next(one for one in market.deals() if one.payments == (paid,))


def against(deal: Deal, rule: str) -> list[Term]:
    """The reasons against a deal by a rule, none of which weighs anything or stands among those for it."""
    assert [one for one in deal.reasons_for if one.rule == rule] == []
    found = [one for one in deal.reasons_against if one.rule == rule]
    assert all(one.score == 0 for one in found)
    return found


def rests(deal: Deal, rule: str) -> list[tuple[str, ...]]:
    """What the reasons for a deal rest on by a rule."""
    return [one.rests for one in deal.reasons_for if one.rule == rule]


def unit_of(paid: float, ask: float, *, reading: Reading = NO_NUMBERS, listed: bool = False) -> Signal:
    """A message that the weights take for word of having paid, and for asking, by these shares."""
    acts = [0.0] * len(ACTS)
    acts[PAID], acts[ASK] = paid, ask
    return Signal(
        message="m",
        conversation="c",
        exhibit="B-1",
        side=BUDI,
        account=BUDI,
        at=None,
        order=("f", 1, ""),
        cues=frozenset({"paid", "order"}),
        reading=reading,
        kind=None,
        items=(),
        named=NOTHING_NAMED,
        forwarded=False,
        same=b"",
        acts=acts,
        listed_paid=listed,
    )


SUM = read_numbers("kurangin dikit, 70rb ya")


@pytest.mark.parametrize(
    ("one", "is_said"),
    [
        (unit_of(0.57, 0.49, reading=SUM), False),
        (unit_of(0.8, 0.6), False),
        (unit_of(0.8, 0.2, reading=SUM), True),
        (unit_of(0.55, 0.9, reading=SUM, listed=True), True),
    ],
    ids=["haggles", "asks as well", "names what was paid", "a word of the lists"],
)
def test_own_words_are_of_having_paid_where_the_weights_find_little_else(one: Signal, *, is_said: bool) -> None:
    assert one.says_paid is is_said


@pytest.mark.parametrize(
    ("text", "hour", "is_cited"),
    [
        ("masuk 50rb kan bang?", 1.1, True),
        ("masuk 45rb kan bang?", 1.1, False),
        ("masuk 50rb kan bang?", 0.15, False),
        ("masuk 50rb kan bang?", 0.4, True),
    ],
    ids=["after the payment", "another sum", "before the word of where to pay", "after it and before the payment"],
)
def test_doubtful_words_are_word_of_having_paid_by_their_place_and_sum(
    market: Any, text: str, hour: float, *, is_cited: bool
) -> None:
    market.book(1, 50_000)
    [line] = lines(market.payments, (), Lost("deals"))
    at = [line.start + timedelta(hours=one - 1) for one in (0, 0.2, hour)]
    offer = unit_of(0, 0, reading=read_numbers("paket 40 file 50rb"))._replace(message="o", side=ANI, at=at[0])
    where = unit_of(0, 0)._replace(message="w", side=ANI, at=at[1], cues=frozenset({"payhow"}))
    asks = unit_of(0.54, 0.8, reading=read_numbers(text))._replace(at=at[2])
    episode = Episode(seller=ANI, buyer=BUDI, kind="sale", offers=[offer], others=[where])

    assert cited_as_paid([asks], episode, line) == ([asks] if is_cited else [])


@pytest.mark.parametrize(
    ("text", "by_weights"), [("udah tf ya kak", False), ("done", True)], ids=["of the lists", "of the weights alone"]
)
def test_word_of_having_paid_that_only_the_weights_know_is_said_to_be_read_so(
    market: Any, text: str, *, by_weights: bool
) -> None:
    market.sale()
    paid = market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.say(1.05, BUDI, text)
    market.send(2, ANI, 40)

    said = [one for one in of_budi(market, paid).reasons_for if one.rule in {"said-paid", "claim"}]

    assert [one.rule for one in said] == ["said-paid", "claim"]
    assert [one.rests[0] for one in said] == ["m3", "m3"]
    for one in said:
        assert one.text.startswith("By learned weights alone, which also look at what stands before: ") is by_weights
        assert one.text_id.startswith("Hanya menurut bobot yang dipelajari, yang juga melihat apa") is by_weights


def test_who_haggles_after_an_older_payment_is_cited_as_word_of_having_paid_nowhere(market: Any) -> None:
    told = (
        (0, BUDI, "min, paketnya masih ada?"),
        (0.2, ANI, "3 months access 150k"),
        (0.25, BUDI, "ok I take it"),
        (0.26, ANI, "send to BCA 0123456789 Ruxfiznop Jatfo"),
        (2.3, ANI, "ok masuk, ditunggu ya"),
        (2.7, ANI, "ini link nya kak t.me/+55198b2abd40ea64"),
        (109.8, BUDI, "hi, still available?"),
        (109.9, ANI, "50 items, Rp75.000 only"),
        (110, BUDI, "kurangin dikit, 70rb ya"),
        (110.1, ANI, "ok 70rb deal"),
        (110.2, ANI, "rek BCA: 0123456789 an Ruxfiznop Jatfo"),
        (113, BUDI, "udah masuk blm?"),
        (113.1, ANI, "ok masuk, ditunggu ya"),
    )
    names = {text: market.say(hour, who, text) for hour, who, text in told}
    market.book(2.28, 150_000, payer_name="BUDI S")
    paid = market.book(112.7, 70_000, payer_name="BUDI S")
    market.send(114, ANI, 50)

    deal = of_budi(market, paid)
    haggles, asks = names["kurangin dikit, 70rb ya"], names["udah masuk blm?"]
    [read] = against(deal, "read-as-paid")

    assert (rests(deal, "said-paid"), rests(deal, "claim")) == ([(asks,)], [(asks, paid)])
    assert haggles in deal.messages
    assert read.rests == (haggles,)
    assert "no reason cites it as a word of having paid" in read.text
    assert "tidak ada alasan yang menyebutnya sebagai perkataan sudah membayar" in read.text_id


@pytest.mark.parametrize(
    ("hour", "stands", "stands_id"),
    [
        (-3, "before the first message of this deal", "sebelum pesan pertama rangkaian ini"),
        (0.12, "before this sum was named in the talk", "sebelum jumlah ini disebut dalam percakapan"),
        (0.5, "before this payment", "sebelum pembayaran ini"),
    ],
)
def test_an_equal_sum_that_came_before_speaks_against(market: Any, hour: float, stands: str, stands_id: str) -> None:
    """Also before the talk, where no payment is weighed, and however exact the sum is."""
    market.say(0, BUDI, "order lagi dong")
    market.say(0.1, ANI, "paket 50 file 75rb kak")
    market.say(0.12, BUDI, "oke kak deal")
    market.say(0.13, ANI, "tf ke BCA 0123456789 ya kak")
    market.say(0.15, ANI, "exact amount please: 75.717")
    early = market.book(hour, 75_717, payer_name=None, channel="atm")
    paid = market.book(1, 75_717, payer_name="BUDI SANTOSO")
    market.say(1.05, BUDI, "sudah dikirim ya kak")
    market.send(2, ANI, 50)

    deal = of_budi(market, paid)
    [doubt] = against(deal, "equal-before")

    assert f"{early} of 2025-09-01T" in doubt.text
    assert f"({stands})." in doubt.text
    assert f"({stands_id})." in doubt.text_id
    assert paid in doubt.rests


@pytest.mark.parametrize(
    ("first", "is_said"),
    [
        ({"hour": -30}, False),
        ({"hour": -23.5}, True),
        ({"hour": 3}, True),
        ({"hour": 22}, True),
        ({"hour": 30}, False),
        ({"hour": -1, "amount": 50_001}, False),
        ({"hour": -1, "incoming": False, "payer": "bca:0123456789", "beneficiary": "bca:5550001110"}, False),
    ],
    ids=[
        "two days before",
        "within a day",
        "later the same day",
        "within a day after",
        "a day after",
        "another sum",
        "the other way",
    ],
)
def test_only_an_equal_sum_into_the_same_account_near_the_payment_does(
    market: Any, first: dict[str, Any], *, is_said: bool
) -> None:
    market.sale()
    market.book(**{"amount": 50_000, "payer_name": "CITRA DEWI"} | first)
    paid = market.book(0.4, 50_000, payer_name="BUDI SANTOSO")
    market.say(0.5, BUDI, "udah tf ya")
    market.send(1, ANI, 40)

    assert bool(against(of_budi(market, paid), "equal-before")) is is_said


def test_of_equal_lines_of_a_day_alone_it_is_not_known_which_came_first(market: Any) -> None:
    market.sale()
    market.book(0.1, 50_000, payer_name="CITRA DEWI")
    paid = market.book(0.4, 50_000, payer_name="BUDI SANTOSO")
    market.say(0.5, BUDI, "udah tf a.n BUDI SANTOSO")
    market.send(1, ANI, 40)
    market.payments = [Dated(replace(one.value, at=None, booked="2025-09-01"), None) for one in market.payments]

    [doubt] = against(of_budi(market, paid), "equal-before")

    assert "p0 of 2025-09-01 (which came first is not known)" in doubt.text
    assert "p0 pada 2025-09-01 (mana yang lebih dahulu tidak diketahui)" in doubt.text_id


def test_a_payment_of_another_sum_that_was_named_is_told_where_it_fits_too_little(market: Any) -> None:
    market.say(0, BUDI, "mau order kak")
    market.say(0.05, ANI, "bisa kak, 50 file 75rb ya")
    market.say(0.1, BUDI, "kurangin dikit, 70.000 ya")
    market.say(0.15, ANI, "boleh deh 70.000")
    market.say(0.2, ANI, "transfer BCA 0123456789 ya kak")
    paid = market.book(0.7, 70_000, payer_name="BUDI SANTOSO")
    market.say(0.8, BUDI, "udah tf a.n BUDI SANTOSO")
    market.send(1, ANI, 50)
    market.book(100, 75_000, payer_name="CITRA DEWI")
    market.book(101, 76_000, payer_name="CITRA DEWI")

    [told] = against(of_budi(market, paid), "named-sums")

    assert told.text.startswith("One other payment into the same account is of another sum that this talk names")
    assert "held for this deal's: p1 of 2025-09-05T07:00:00Z." in told.text
    assert "dianggap milik rangkaian ini: p1 pada 2025-09-05T07:00:00Z." in told.text_id
    assert told.rests == ("m1",)


def test_payments_that_may_be_of_it_are_said_to_be_chosen_by_the_same_signs(market: Any) -> None:
    market.sale()
    paid = market.book(0.5, 50_000, payer_name="BUDI SANTOSO")
    market.say(0.6, BUDI, "udah tf ya")
    market.book(0.9, 50_000, payer_name="BUDI SANTOSO")
    market.send(1, ANI, 40)

    deal = next(one for one in market.deals() if paid in one.payments)
    [rivals] = [one for one in deal.reasons_against if one.rule == "rivals"]

    assert rivals.text.endswith("weigh more than none; a line that weighs less is not among them.")
    assert rivals.text_id.endswith("baris yang bobotnya kurang tidak termasuk.")


def test_other_lines_of_the_payer_speak_against(market: Any) -> None:
    market.sale()
    paid = market.book(0.5, 50_000, payer_name="BUDI SANTOSO")
    market.say(0.6, BUDI, "udah tf ya")
    market.send(1, ANI, 40)
    market.book(500, 47_500, payer_name="BUDI SANTOSO", text="TRSF TITIP")
    market.book(501, 12_345, payer_name="BUDI SANTOSO")
    market.book(502, 12_345, payer_name="CITRA DEWI")

    [told] = against(of_budi(market, paid), "payer-otherwise")

    assert told.text == (
        "The payer is known by a printed name alone, and the same name stands on 2 other booked lines to the same "
        "account on this statement that may be for something else: p1 of 2025-09-21T23:00:00Z (in no deal; its text "
        "speaks of another purpose: “TITIP”), p2 of 2025-09-22T00:00:00Z (in no deal). So a payment of this payer "
        "need not be for this deal."
    )
    assert "p1 pada 2025-09-21T23:00:00Z (tidak dalam rangkaian mana pun; teksnya menyebut tujuan lain: “TITIP”)" in (
        told.text_id
    )


def test_a_payer_with_an_account_is_said_to_have_other_lines_and_five_of_many_are_named(market: Any) -> None:
    market.sale()
    paid = market.book(0.5, 50_000, payer="bca:0099887766")
    market.say(0.6, BUDI, "udah tf ya")
    market.send(1, ANI, 40)
    for hour in range(500, 507):
        market.book(hour, 12_345 + hour, payer="bca:0099887766")

    [told] = against(of_budi(market, paid), "payer-otherwise")

    assert told.text.startswith("Who paid has 7 other booked lines to the same account")
    assert ", and 2 more." in told.text
    assert ", dan 2 lagi." in told.text_id


@pytest.mark.parametrize(("payee", "is_said"), [(None, False), ("bca:5550001110", True)])
def test_lines_whose_receiver_nobody_knows_are_not_of_one_account(
    market: Any, payee: str | None, *, is_said: bool
) -> None:
    market.sale()
    market.book(0.5, 50_000, payer_name="BUDI SANTOSO")
    market.say(0.6, BUDI, "udah tf a.n BUDI SANTOSO")
    market.send(1, ANI, 40)
    [deal] = market.deals()
    spent = {"incoming": False, "payer": "bca:0123456789", "beneficiary": payee}
    first, _ = market.book(500, 47_500, **spent), market.book(501, 12_345, **spent)

    [told] = otherwise([replace(deal, payments=(first,))], lines(market.payments, (), Lost("deals")))

    assert (len(told.reasons_against) > len(deal.reasons_against)) is is_said


def test_a_payer_all_of_whose_lines_paid_deals_is_no_doubt(market: Any) -> None:
    for hour in (0, 200):
        market.sale(hour)
        market.book(hour + 0.5, 50_000, payer_name="BUDI SANTOSO")
        market.say(hour + 0.6, BUDI, "udah tf ya")
        market.send(hour + 1, ANI, 40)

    assert [against(one, "payer-otherwise") for one in market.deals()] == [[], []]


@pytest.mark.parametrize(("price", "rule"), [("35rb", "same-amount"), ("40rb", "another-price")])
def test_a_payment_whose_number_is_named_says_what_its_sum_is_as_well(market: Any, price: str, rule: str) -> None:
    market.sale(price=price)
    paid = market.book(0.5, 35_000, payer_name="BUDI SANTOSO", reference="938245956096")
    market.say(0.6, BUDI, "udah tf sn: 938245956096")
    market.send(1, ANI, 40)

    deal = of_budi(market, paid)
    named = [one for one in deal.reasons_for if one.rule == "reference-named"]
    [told] = [one for one in (*deal.reasons_for, *deal.reasons_against) if one.rule == rule]

    assert [one.score > 0 for one in named] == [True]
    assert (told.score, told.rests) == (0, ("m0", paid))
    assert (told in deal.reasons_for) is (rule == "same-amount")


def test_who_agrees_to_an_exchange_offers_nothing(market: Any) -> None:
    market.say(0, BUDI, "barter yuk kak")
    market.say(0.01, ANI, "ok tuker")
    market.send(0.1, BUDI, 6)
    market.send(0.3, ANI, 20)

    [deal] = [one for one in market.deals() if one.kind == "barter"]
    said = {one.rule: (one.text, one.text_id, one.rests) for one in deal.reasons_for}

    assert {"offer", "order"}.isdisjoint(said)
    assert said["proposed-by-buyer"] == ("The buyer proposed an exchange.", "Pembeli mengusulkan pertukaran.", ("m0",))
    assert said["answered-by-seller"] == (
        "The seller spoke of an exchange after the other side had proposed one.",
        "Penjual berbicara tentang pertukaran setelah pihak lain mengusulkannya.",
        ("m1",),
    )


def test_who_proposed_an_exchange_first_answers_none_of_their_own() -> None:
    first, answer, last = (
        unit_of(0, 0)._replace(message=name, side=side, kind="barter", at=datetime(2026, 1, 1, hour, tzinfo=UTC))
        for hour, (name, side) in enumerate((("a", BUDI), ("b", ANI), ("c", BUDI)))
    )
    episode = Episode(seller=ANI, buyer=BUDI, kind="barter", orders=[first, last], offers=[answer])

    assert sorted(one.message for one in proposed(episode)) == ["a", "c"]
    assert [one.message for one in answered(episode)] == ["b"]


def test_what_was_sent_again_or_is_held_nowhere_is_said(market: Any) -> None:
    market.sale()
    paid = market.book(0.5, 50_000, payer_name="BUDI SANTOSO")
    market.say(0.6, BUDI, "udah tf ya")
    market.send(1, ANI, 38)
    market.send(1.1, ANI, 2, number_from=5)
    lost = market.talk[-1].value
    market.talk[-1] = Dated(
        replace(lost, attachments=(replace(lost.attachments[0], sha256=None, state="missing"),)), market.talk[-1].at
    )

    deal = of_budi(market, paid)
    [again], [missing] = against(deal, "sent-again"), against(deal, "without-bytes")

    assert again.text.startswith("The 39 attachments whose bytes are held are 38 distinct contents")
    assert again.text_id.startswith("39 lampiran yang isinya ada terdiri atas 38 isi berbeda")
    assert again.rests == (market.talk[-2].value.id,)
    assert missing.text == "Of the 40 attachments 1 is on no exhibit with its bytes: what it holds is not known."
    assert missing.rests == (lost.id,)


def test_items_of_which_each_is_held_once_are_said_to_be_no_more(market: Any) -> None:
    market.sale()
    paid = market.book(0.5, 50_000, payer_name="BUDI SANTOSO")
    market.say(0.6, BUDI, "udah tf ya")
    market.send(1, ANI, 40)

    deal = of_budi(market, paid)

    assert (against(deal, "sent-again"), against(deal, "without-bytes")) == ([], [])


def test_of_two_messages_of_one_minute_the_later_in_the_file_is_the_last(market: Any) -> None:
    """Whatever their ids are."""
    market.say(0, ANI, "paket 40 file 50rb")
    market.say(0.1, BUDI, "ok mau")
    market.say(0.1, ANI, "transfer ke BCA 0123456789")
    first, second = market.talk[1], market.talk[2]
    market.talk[1:] = [
        Dated(replace(first.value, id="z"), first.at),
        Dated(replace(second.value, id="a"), second.at),
    ]
    paid = market.book(3, 50_000, payer_name="BUDI SANTOSO")
    market.say(3.1, BUDI, "udah tf ya")
    market.send(4, ANI, 40)

    [delay] = [one for one in of_budi(market, paid).reasons_against if one.rule == "delay"]

    assert delay.rests == ("a", paid)
    assert delay.text.startswith("The payment stands 2 hours 54 minutes after the last message")


@pytest.mark.parametrize(
    ("hour", "text"),
    [
        (4, "access, on the day on which the payment is booked; which of the two came first is not known."),
        (13, "zones, early on the day after by another; which of the two came first is not known."),
        (26, "after the day on which the payment is booked."),
    ],
)
def test_what_was_sent_on_a_later_day_than_that_of_a_booking_came_after_it(market: Any, hour: float, text: str) -> None:
    market.sale()
    paid = market.book(1, 50_000, payer_name="BUDI SANTOSO", at=None, booked="2025-09-01")
    market.say(1.1, BUDI, "udah tf ya")
    market.send(hour, ANI, 40)
    market.payments = [Dated(one.value, None) for one in market.payments]

    [sent] = [one for one in of_budi(market, paid).reasons_for if one.rule == "then-sent"]

    assert sent.text.endswith(text)


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        (1, "late on the evening before by another"),
        (2, "on the day on which the payment is booked"),
        (23.9, "on the day on which the payment is booked"),
        (24, "early on the day after by another"),
    ],
)
def test_another_day_is_named_where_some_zone_of_the_country_has_it(market: Any, hours: float, text: str) -> None:
    market.book(1, 50_000, at=None, booked="2025-09-01")
    [line] = lines([Dated(one.value, None) for one in market.payments], (), Lost("deals"))

    english, indonesian = _on_the_day(line.start + timedelta(hours=hours), line)

    assert english.endswith(text)
    assert ("zona" in indonesian) == ("another" in text)


def test_where_to_pay_is_cited_where_an_account_is_named(market: Any) -> None:
    market.sale()
    market.say(0.25, ANI, "exact amount please: 50.717")
    paid = market.book(0.7, 50_717, payer_name="BUDI SANTOSO")
    market.say(0.8, BUDI, "udah tf ya")
    market.send(1, ANI, 40)

    assert rests(of_budi(market, paid), "told-where") == [("m2", paid)]


@pytest.mark.parametrize(
    ("minutes", "english", "indonesian"),
    [
        (1, "1 minute", "1 menit"),
        (119, "119 minutes", "119 menit"),
        (160, "2 hours 40 minutes", "2 jam 40 menit"),
        (121, "2 hours 1 minute", "2 jam 1 menit"),
        (3 * 1440 + 59, "3 days", "3 hari"),
        (3 * 1440 + 60, "3 days 1 hour", "3 hari 1 jam"),
    ],
)
def test_a_length_of_time_is_never_rounded_up(minutes: int, english: str, indonesian: str) -> None:
    assert span(minutes) == (english, indonesian)
