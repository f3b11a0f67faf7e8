# SPDX-License-Identifier: Apache-2.0
"""A made-up world says what happened, in calls that read like sentences."""

import phonenumbers
import pytest

from suluh.simulator.world.people import NUMBERS


def test_a_deal_is_asked_offered_paid_and_handed_over(world):
    ani, budi = world.seller("Ani Zolka"), world.buyer("Budi Vekren")

    deal = world.sell(ani, budi, items=40, price=50_000)

    assert {"ask", "offer", "instruct", "delivery"} <= {said.step for said in deal.said}
    assert [paid.amount for paid in deal.paid] == [50_000]
    assert len(deal.pictures) == 40
    assert deal.offered_at < deal.paid[0].at < deal.delivered[0].at


def test_what_was_paid_but_never_sent_has_no_pictures(world):
    ani, budi = world.seller(), world.buyer()

    deal = world.sell(ani, budi, state="paid-not-delivered")

    assert deal.paid
    assert deal.pictures == []


def test_a_deal_in_two_parts_sums_to_its_price(world):
    ani, budi = world.seller(), world.buyer()

    deal = world.sell(ani, budi, price=75_000, splits=2)

    assert len(deal.paid) == 2
    assert sum(paid.amount for paid in deal.paid) == 75_000


def test_unique_digits_are_paid_and_said(world):
    ani, budi = world.seller(), world.buyer()

    deal = world.sell(ani, budi, price=50_000, unique=137)

    assert deal.paid[0].amount == 50_137
    assert any("50137" in said.text.replace(".", "") for said in deal.said)


def test_a_barter_goes_both_ways_and_costs_nothing(world):
    ani, budi = world.seller(), world.buyer()

    deal = world.sell(ani, budi, kind="barter", items=4)

    assert {said.sender for said in deal.said if said.picture} == {ani, budi}
    assert deal.paid == []


def test_time_never_runs_backwards(world):
    ani, budi = world.seller(), world.buyer()

    first, deal, last = world.chat(ani, budi, "halo"), world.sell(ani, budi), world.chat(budi, ani, "lagi")

    assert first.at < deal.said[0].at <= deal.said[-1].at < last.at


@pytest.mark.parametrize("country", NUMBERS)
def test_a_made_up_number_is_possible_in_its_country(world, country):
    number = phonenumbers.parse(world.person(country=country).phone)

    assert phonenumbers.is_possible_number(number)
    assert phonenumbers.country_code_for_region(country) == number.country_code
