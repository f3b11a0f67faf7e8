# SPDX-License-Identifier: Apache-2.0
"""Offer, payment and delivery are put together, each with its reasons."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from suluh.deals.judge.judge import judge
from suluh.model.people import Person
from suluh.model.talk import Attachment, Conversation
from suluh.model.times import When

ANI, BUDI, CITRA = "whatsapp:+628110000001", "whatsapp:+628110000002", "whatsapp:+628110000003"
WRITTEN = When(written="01/09/25 10.00", at="2025-09-01T03:00:00Z")


def test_an_offer_its_payment_and_its_items_are_one_deal(market: Any) -> None:
    market.sale()
    paid = market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf ya")
    market.send(2, ANI, 40)

    [deal] = market.deals()

    assert (deal.kind, deal.state, deal.tier) == ("sale", "delivered", "recorded")
    assert (deal.seller, deal.buyer) == (ANI, BUDI)
    assert (deal.amount_minor, deal.payments) == (5_000_000, (paid,))
    assert (deal.items_promised, deal.items_delivered, deal.items_distinct) == (40, 40, 40)


def test_every_deal_says_why_and_why_not(market: Any) -> None:
    market.sale()
    market.book(1, 50_000, payer_name="SOMEBODY ELSE")
    market.send(2, ANI, 39)

    [deal] = market.deals()

    assert {"offer", "same-amount", "then-sent"} <= {term.rule for term in deal.reasons_for}
    assert {"name-differs", "number-differs"} <= {term.rule for term in deal.reasons_against}
    assert all(term.score < 0 for term in deal.reasons_against)
    assert deal.chance is not None


def test_an_offer_that_nobody_takes_stays_an_offer(market: Any) -> None:
    market.say(0, ANI, "paket 40 file 50rb")

    [deal] = market.deals()

    assert (deal.state, deal.tier, deal.chance) == ("offered", "possible", None)


@pytest.mark.parametrize(("days", "state"), [(3, "paid"), (30, "paid-not-delivered")])
def test_paid_and_not_delivered_depends_on_where_the_exhibit_ends(market: Any, days: int, state: str) -> None:
    market.days = days
    market.sale()
    market.book(1, 50_000, payer_name="BUDI SANTOSO")

    assert [deal.state for deal in market.deals()] == [state]


def test_the_buyers_word_alone_is_only_possible(market: Any) -> None:
    market.sale()
    market.say(1, BUDI, "udah tf ya")

    [deal] = market.deals()

    assert (deal.state, deal.tier, deal.payments) == ("paid-not-delivered", "possible", ())


def test_unique_digits_tell_two_buyers_of_one_price_apart(market: Any) -> None:
    for buyer in (BUDI, CITRA):
        market.sale(0, buyer)
    market.say(0.3, ANI, "nominalnya pas 50.123 ya", BUDI)
    market.say(0.3, ANI, "tf 50456 ya", CITRA)
    market.book(1, 50_456)
    market.book(1, 50_123)

    assert {deal.buyer: deal.payments for deal in market.deals()} == {BUDI: ("p1",), CITRA: ("p0",)}


@pytest.mark.parametrize(
    "fields",
    [{"usable": False}, {"status": "failed"}, {"status": "pending"}, {"currency": "USD"}],
    ids=["unusable", "failed", "pending", "other currency"],
)
def test_payments_that_do_not_count_are_left_out(market: Any, fields: dict[str, Any]) -> None:
    market.sale()
    market.book(1, 50_000, payer_name="BUDI SANTOSO", **fields)

    assert [deal.payments for deal in market.deals()] == [()]


def test_a_reversed_payment_is_left_out(market: Any) -> None:
    market.sale()
    market.book(1, 50_000, payer_name="BUDI SANTOSO", reference="R1")
    market.book(2, 50_000, status="reversal", reverses="R1")

    assert [deal.payments for deal in market.deals()] == [()]


def test_a_payment_before_the_offer_is_not_its_payment(market: Any) -> None:
    market.book(-30, 50_000, payer_name="BUDI SANTOSO")
    market.sale()

    assert [deal.payments for deal in market.deals()] == [()]


def test_a_payment_of_another_amount_is_not_its_payment(market: Any) -> None:
    market.sale()
    market.book(1, 75_000, payer_name="BUDI SANTOSO")

    assert [deal.payments for deal in market.deals()] == [()]


def test_one_payment_serves_one_deal(market: Any) -> None:
    market.sale(0, BUDI)
    market.sale(0, CITRA)
    market.book(1, 50_000, payer_name="CITRA DEWI")

    assert {deal.buyer: deal.payments for deal in market.deals()} == {BUDI: (), CITRA: ("p0",)}


def test_two_payments_that_fit_alike_are_only_possible(market: Any) -> None:
    market.sale()
    market.book(1.0, 50_000)
    market.book(1.1, 50_000)
    market.say(1.2, BUDI, "udah tf ya")

    [deal] = market.deals()

    assert deal.tier == "possible"
    [doubt] = [term for term in deal.reasons_against if term.rule == "rivals"]
    [other] = {"p0", "p1"} - set(deal.payments)
    assert doubt.text.startswith("One other payment may be of this offer too, whether it fits better or worse, of any")
    assert f"to seven days after its last: {other} of 2025-09-01" in doubt.text
    assert doubt.text_id.startswith("1 pembayaran lain juga mungkin milik penawaran ini, entah lebih cocok atau kurang")
    assert f"sampai tujuh hari setelah pesan terakhirnya: {other} pada 2025-09-01" in doubt.text_id


def test_a_price_paid_in_two_parts_is_one_deal(market: Any) -> None:
    market.sale()
    market.book(1, 20_000, payer_name="BUDI SANTOSO")
    market.book(5, 30_000, payer_name="BUDI SANTOSO")

    [deal] = market.deals()

    assert (deal.payments, deal.amount_minor) == (("p0", "p1"), 5_000_000)


def test_a_statement_that_knows_only_days_still_pays(market: Any) -> None:
    market.sale()
    market.book(1, 50_000, payer_name="BUDI SANTOSO", at=None, booked="2025-09-01")
    market.say(1.1, BUDI, "udah tf ya")

    [deal] = market.deals()

    assert (deal.payments, deal.paid_at) == (("p0",), None)


def test_omitted_items_count_and_the_same_content_is_one(market: Any) -> None:
    market.sale()
    market.send(1, ANI, 5, same=True)
    market.say(1.1, ANI, attachments=tuple(_omitted() for _ in range(3)))

    [deal] = market.deals()

    assert (deal.items_delivered, deal.items_distinct, len(deal.files)) == (8, 1, 1)


def test_voice_notes_and_stickers_are_no_items(market: Any) -> None:
    market.sale()
    market.say(1, ANI, attachments=(_omitted("a.opus"), _omitted("b.webp"), _omitted("c.jpg")))

    assert [deal.items_delivered for deal in market.deals()] == [1]


def test_a_family_that_talks_of_money_makes_no_deal(market: Any) -> None:
    market.say(0, BUDI, "minta tolong isi pulsa 50rb dong")
    market.say(1, ANI, "udah transfer 50rb ya buat makan siang")
    market.send(2, ANI, 1)
    market.book(1, 50_000, payer_name="BUDI SANTOSO")

    assert market.deals() == []


def test_a_shop_makes_no_deal(market: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("suluh.deals.find.judge", judge)  # with the shares that are shipped
    market.say(0, ANI, "kak bajunya masih ada ukuran M?")
    market.say(1, BUDI, "ready kak, 50rb belum ongkir")
    market.say(2, ANI, "udah saya transfer ya")

    assert market.deals() == []


def test_a_plain_sale_is_said_in_a_case_of_one_talk_without_a_statement(market: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("suluh.deals.find.judge", judge)  # with the shares that are shipped
    market.papers = False
    market.sale()
    market.say(1, BUDI, "udah tf ya")
    market.send(2, ANI, 40)
    market.say(2.1, BUDI, "makasih")

    [deal] = market.deals()

    assert (deal.kind, deal.state, deal.tier, deal.items_delivered) == ("sale", "delivered", "possible", 40)
    assert deal.score > 800_000


def test_a_plain_sale_with_its_payment_is_recorded_in_a_case_of_one_talk(market: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("suluh.deals.find.judge", judge)  # with the shares that are shipped
    market.sale()
    market.book(0.9, 50_000, payer_name="BUDI SANTOSO")
    market.say(1, BUDI, "udah tf ya")
    market.send(2, ANI, 40)

    assert [(deal.tier, deal.state) for deal in market.deals()] == [("recorded", "delivered")]


def test_a_plain_sale_that_was_paid_is_said_where_the_exhibits_show_no_item(market: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("suluh.deals.find.judge", judge)  # with the shares that are shipped
    market.sale()
    market.book(0.9, 50_000, payer_name="BUDI SANTOSO")
    market.say(1, BUDI, "udah tf ya")

    [deal] = market.deals()

    assert (deal.tier, deal.state) == ("possible", "paid-not-delivered")
    assert deal.score < judge().weights.least


@pytest.mark.parametrize(("words", "state"), [((), "offered"), (("udah tf ya",), "paid-not-delivered")])
def test_a_plain_sale_is_said_by_its_words_alone(
    market: Any, monkeypatch: Any, words: tuple[str, ...], state: str
) -> None:
    monkeypatch.setattr("suluh.deals.find.judge", judge)  # with the shares that are shipped
    market.papers = False
    market.sale()
    for one in words:
        market.say(1, BUDI, one)

    assert [(deal.tier, deal.state) for deal in market.deals()] == [("possible", state)]


def test_what_is_given_without_a_price_is_a_gift_that_is_worth_nothing(market: Any) -> None:
    market.say(0, ANI, "gratis buat kamu 5 file")
    market.send(0.1, ANI, 5)

    [deal] = market.deals()

    assert (deal.kind, deal.amount_minor) == ("gift", None)
    assert "kind" in [term.rule for term in deal.reasons_for]


def test_an_offer_to_everybody_is_one_offer_and_no_deal(market: Any) -> None:
    place = market.place()
    market.conversations.append(Conversation(id="c", conversation="whatsapp:chat/posts", kind="channel", place=place))
    for hour in range(3):
        market.say(hour, ANI, "paket 40 file 50rb, DM", room="posts")

    [offer] = market.offers()

    assert (offer.seller, offer.kind, offer.items_promised, offer.told) == (ANI, "sale", 40, 3)
    assert [(one.items, one.amount_minor) for one in offer.prices] == [(40, 5_000_000)]
    assert market.deals() == []


def test_an_offer_in_the_exports_of_two_members_of_a_group_is_one(market: Any) -> None:
    for room in ("of-ani", "of-budi"):
        title, name = "Koleksi", f"whatsapp:chat/{room}"
        group = Conversation(id=room, conversation=name, kind="group", place=market.place(), title=title)
        market.conversations.append(group)
        market.say(0, ANI, "paket 40 file 50rb", room=room)

    [offer] = market.offers()

    assert (offer.told, len(offer.messages)) == (1, 2)


def test_a_list_of_prices_is_an_offer_with_all_of_them(market: Any) -> None:
    market.group("posts")
    market.say(0, ANI, "paket 40 file 50rb, paket 20 file 30rb", room="posts", sent=WRITTEN)

    [offer] = market.offers()

    assert [(one.items, one.amount_minor) for one in offer.prices] == [(40, 5_000_000), (20, 3_000_000)]
    assert (offer.items_promised, offer.seen.exhibit, offer.seen.written) == (None, "B-1", WRITTEN.written)


def test_a_deal_says_where_its_moments_are_written(market: Any) -> None:
    market.say(0, ANI, "paket 40 file 50rb", sent=WRITTEN)
    market.say(0.1, BUDI, "ok mau")
    market.book(1, 50_000, payer_name="BUDI")
    market.send(1.1, ANI, 4)

    [deal] = market.deals()

    assert (deal.offered_on.exhibit, deal.offered_on.written) == ("B-1", WRITTEN.written)
    assert {deal.paid_on.exhibit, deal.delivered_on.exhibit} == {"B-1"}
    assert (deal.coincidence.others, deal.coincidence.lines) == (0, 1)


def test_a_price_told_to_everybody_stands_where_none_was_named(market: Any) -> None:
    place = market.place()
    market.conversations.append(Conversation(id="c", conversation="whatsapp:chat/posts", kind="channel", place=place))
    market.say(-9, ANI, "paket 40 file 50rb, paket 20 file 30rb", room="posts")
    market.say(0, BUDI, "mau yang 20 file kak")
    market.say(0.1, ANI, "transfer ke BCA 0123456789")
    market.book(1, 30_000, payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf")
    market.send(2, ANI, 20)

    [deal] = [deal for deal in market.deals() if deal.buyer]

    assert (deal.payments, deal.items_promised) == (("p0",), 20)


def test_a_subscription_is_delivered_by_access(market: Any) -> None:
    market.say(0, ANI, "langganan vip 3 bulan 100rb")
    market.say(0.1, BUDI, "mau")
    market.book(1, 100_000, payer_name="BUDI SANTOSO")
    market.say(2, ANI, "ini link grup ya t.me/+madeup")

    [deal] = market.deals()

    assert (deal.kind, deal.state, deal.items_delivered) == ("subscription", "delivered", 0)


def test_items_for_items_are_a_barter(market: Any) -> None:
    market.sale()
    market.send(1, ANI, 5)
    market.say(48, BUDI, "barter yuk, aku ada yang baru")
    market.send(48.2, BUDI, 5)
    market.send(48.5, ANI, 6)

    [barter] = [deal for deal in market.deals() if deal.kind == "barter"]

    assert (barter.state, barter.items_delivered, barter.payments) == ("delivered", 6, ())


def test_items_for_nothing_are_a_gift(market: Any) -> None:
    market.sale()
    market.send(1, ANI, 5)
    market.say(48, ANI, "ini bonus gratis buat kamu")
    market.send(48.1, ANI, 4)

    [gift] = [deal for deal in market.deals() if deal.kind == "gift"]

    assert (gift.items_delivered, gift.amount_minor) == (4, None)


def test_two_trades_of_one_pair_keep_their_items_apart(market: Any) -> None:
    market.sale(0)
    market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf")
    market.send(2, ANI, 40)
    market.sale(72, price="55rb")
    market.book(73, 55_000, payer_name="BUDI SANTOSO")
    market.say(73.1, BUDI, "udah tf")
    market.send(74, ANI, 40)

    found = sorted(market.deals(), key=lambda deal: deal.offered_at or "")

    assert [(deal.payments, deal.items_delivered) for deal in found] == [(("p0",), 40), (("p1",), 40)]


def test_a_trade_goes_on_in_another_app_of_the_same_person(market: Any) -> None:
    other = "telegram:user7"
    market.names[other] = "Budi"
    market.persons = [
        Person(id="ani", accounts=(ANI,)),
        Person(id="budi", accounts=(BUDI, other)),
        Person(id="citra", accounts=(CITRA,)),
    ]
    market.sale()
    market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.send(2, ANI, 40, room=other)

    assert [(deal.state, deal.items_delivered) for deal in market.deals()] == [("delivered", 40)]


def test_what_nobody_is_known_to_have_written_makes_no_deal(market: Any) -> None:
    market.say(0, None, "paket 40 file 50rb")
    market.say(0.1, BUDI, "mau")
    market.say(0.2, None, "tf ke BCA 0123456789")
    market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.send(2, None, 40)

    assert [deal for deal in market.deals() if deal.seller is not None] == []


def test_an_account_that_paid_is_suggested_for_its_buyer(market: Any) -> None:
    market.sale()
    market.book(1, 50_000, payer="gopay:+628119999999", payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf")
    market.send(2, ANI, 40)

    suggested = {(link.rule, link.left, link.right) for link in market.links()}

    assert ("paid-for", "gopay:+628119999999", BUDI) in suggested
    assert all(not link.merges and link.by is None for link in market.links())


def test_a_second_copy_of_a_chat_makes_no_second_deal(market: Any) -> None:
    market.sale()
    market.send(1, ANI, 5)
    copy = [one._replace(value=_copied(one.value)) for one in market.talk]
    market.talk.extend(copy)

    assert [deal.items_delivered for deal in market.deals()] == [5]


def test_the_order_of_what_comes_in_changes_nothing(make_market: Callable[[], Any]) -> None:
    one, two = make_market(), make_market()
    for market in (one, two):
        for number, buyer in enumerate((BUDI, CITRA)):
            market.sale(number, buyer)
            market.book(number + 1, 50_000)
            market.send(number + 2, ANI, 40, room=buyer)
    two.talk.reverse()
    two.payments.reverse()

    assert one.all() == two.all()


def test_no_words_of_a_chat_and_no_name_stand_in_a_reason(market: Any) -> None:
    market.sale()
    market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf a.n. Budi Santoso")

    [deal] = market.deals()
    words = " ".join(term.text for term in (*deal.reasons_for, *deal.reasons_against))

    assert not any(secret in words for secret in ("Budi", "SANTOSO", "0123456789", "+62", "udah"))


def _omitted(name: str = "x.jpg") -> Any:
    return Attachment(state="omitted", name=name)


def _copied(message: Any) -> Any:
    return msgspec.structs.replace(message, id=f"copy/{message.id}", conversation="whatsapp:chat/copy")


@pytest.mark.parametrize(("deals", "told"), [(1, "name-differs"), (2, "payer-before")])
def test_no_deal_is_a_witness_for_itself(market: Any, deals: int, told: str) -> None:
    """Who paid in another name has paid for this buyer before only where another deal says so."""
    for hour in range(0, 100 * deals, 100):
        market.sale(hour)
        market.say(hour + 0.3, ANI, "nominalnya pas 50.123 ya")
        market.book(hour + 1, 50_123, payer_name="EKA WIJAYA")
        market.say(hour + 1.1, BUDI, "udah tf ya")
        market.send(hour + 2, ANI, 40)

    found = [{term.rule for term in (*deal.reasons_for, *deal.reasons_against)} for deal in market.deals()]

    assert [rules & {"name-differs", "payer-before"} for rules in found] == [{told}] * deals
