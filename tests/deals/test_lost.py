# SPDX-License-Identifier: Apache-2.0
"""One record that cannot be worked with loses itself, and never the step; no two deals share an id."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from suluh.deals.compose import apart
from suluh.model.intake import Flaw
from suluh.model.rules.lost import Lost
from suluh.model.talk import Attachment
from suluh.model.times import Dated, When, instant
from suluh.model.trade import Deal, Offer

ANI, BUDI, CITRA = "whatsapp:+628110000001", "whatsapp:+628110000002", "whatsapp:+628110000003"
PICTURE = Attachment(state="present", name="x.jpg", sha256="a" * 64)


def flaws(market: Any) -> list[Flaw]:
    return [one for one in market.all() if isinstance(one, Flaw)]


@pytest.mark.parametrize("texts", [("ready 50rb", "paket 40 file 50rb"), ("paket 40 file 50rb", "paket 20 file 50rb")])
@pytest.mark.parametrize("rooms", [("promo", "promo"), ("promo", "lapak")])
@pytest.mark.parametrize("later", [0, 1])
def test_two_offers_of_one_sum_in_one_minute_are_ordered_by_where_they_stand(
    market: Any, texts: tuple[str, str], rooms: tuple[str, str], later: int
) -> None:
    for room, text in zip(rooms, texts[:: 1 - 2 * later], strict=True):
        market.group(room)
        market.say(0, ANI, text, room=room)
    market.say(1, BUDI, "mau order kak")
    market.say(1.1, ANI, "oke transfer ke bca 0123456789")

    found = [one for one in market.all() if isinstance(one, Deal | Offer)]

    assert len(found) >= 1
    assert max(Counter(deal.id for deal in found).values()) == 1


def test_a_booked_line_whose_day_is_none_loses_itself(market: Any) -> None:
    market.sale()
    paid = market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.book(2, 60_000, booked="2025-13-45", at=None)
    market.payments[-1] = Dated(market.payments[-1].value, None)

    [flaw], [deal] = flaws(market), market.deals()

    assert deal.payments == (paid,)
    assert flaw.reason.startswith("left out of the step deals: ValueError: ")
    assert flaw.place == market.payments[-1].value.place


@pytest.mark.parametrize("digits", [19, 5_000])
def test_a_message_of_digits_loses_itself_at_most(market: Any, digits: int) -> None:
    market.say(0, CITRA, "9" * digits + "rb", room=CITRA)
    market.sale()

    assert ANI in [deal.seller for deal in market.deals()]
    assert len(flaws(market)) <= 1


@pytest.mark.parametrize("row", ["9" * 5_000, "²", "-1", "٤٠"])
def test_a_record_s_own_number_may_be_anything(market: Any, row: str) -> None:
    market.sale()
    for number, (message, at) in enumerate(market.talk):
        place = msgspec.structs.replace(message.place, line=None, row=row)
        market.talk[number] = Dated(msgspec.structs.replace(message, place=place), at)

    assert (len(market.deals()), flaws(market)) == (1, [])


@pytest.mark.parametrize("hours", [1, 100])
def test_an_offer_that_stands_under_a_picture_is_no_end_of_the_step(market: Any, hours: float) -> None:
    market.say(0, ANI, "paket 40 file 50rb", attachments=(PICTURE,))
    market.book(hours, 50_000, payer_name="BUDI SANTOSO")
    market.say(hours + 100, ANI, "paket 40 file 50rb, akses sudah dibuka", attachments=(PICTURE,))
    market.say(hours + 200, ANI, "paket 40 file 50rb, akses sudah dibuka")
    market.say(hours + 200.1, BUDI, "sudah transfer ya")

    found = market.deals()

    assert max(Counter(deal.id for deal in found).values(), default=1) == 1


def test_two_deals_of_one_first_message_have_ids_of_their_own(market: Any) -> None:
    market.sale()
    [one] = market.deals()

    first, second, third = apart([one, one, one])

    assert first == one
    assert len({first.id, second.id, third.id}) == len("123")
    assert [*apart([one, one])] == [first, second]


@pytest.mark.parametrize("written", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "+12025-01-01", "x"])
def test_a_time_out_of_all_years_is_no_instant(written: str) -> None:
    assert instant(When(written=written, at=written), "Asia/Jakarta") is None
    assert instant(When(written=written, local=written.removesuffix("Z")), "Asia/Jakarta") is None
    assert instant(When(written="", at="2025-09-01T03:00:00Z"), None) == datetime(2025, 9, 1, 3, tzinfo=UTC)


def test_a_fault_of_the_program_is_not_taken_for_evidence(market: Any) -> None:
    market.say(0, ANI, "paket 40 file 50rb")
    lost = Lost("deals")

    overflown = list(lost.tried(lambda one: one.at + timedelta(days=10**9), market.talk))

    assert (overflown, len(lost.flaws)) == ([], 1)
    with pytest.raises(TypeError):
        list(lost.tried(lambda one: one.at + 1, market.talk))
