# SPDX-License-Identifier: Apache-2.0
"""No message is too long, and no number too large, for the deals of a case to be found."""

import random

import pytest
from tests.deals.conftest import ANI, BUDI, Market

from suluh.deals.words.amounts import LONGEST, Amount, Reading, beginning, read_numbers
from suluh.deals.words.guards import Count
from suluh.deals.words.rule import options
from suluh.desk.sentences import catalogue
from suluh.model.intake import Flaw
from suluh.model.money import MOST_MINOR
from suluh.workers.child.plain import HIDDEN

WORST = ("9" * 65_536, "9." * 30_000, "999." * 16_000, "50rb " * 13_000, "1 " * 30_000, "( " * 30_000, "dua " * 16_000)


def test_a_long_message_is_read_at_its_beginning_and_has_one_flaw(market: Market) -> None:
    name = market.say(0, ANI, "paket 40 file 50rb " + "dan 30 file 35rb " * 400, BUDI)

    [flaw] = [one for one in market.all() if isinstance(one, Flaw)]

    assert flaw.reason == "a message of 6,819 characters: amounts were looked for in the first 4,093"
    assert flaw.place == next(one.value.place for one in market.talk if one.value.id == name)


@pytest.mark.parametrize("text", WORST)
def test_the_deal_beside_a_message_of_digits_is_found(market: Market, text: str) -> None:
    market.sale()
    market.book(1, 50_000, payer_name="BUDI")
    market.say(1.1, BUDI, text, BUDI)

    assert [one.amount_minor for one in market.deals()] == [5_000_000]


def test_no_number_is_cut_in_two() -> None:
    for length in range(LONGEST - 12, LONGEST + 2):
        assert 5_000_000 not in {one.minor for one in read_numbers("x" * (length - 1) + " 50000000000").amounts}
    assert beginning("9" * 9_000) == ""


def test_a_number_of_more_digits_than_a_number_has_is_none() -> None:
    assert read_numbers("harga " + "9" * 19 + "rb, " + "9." * 20 + " ya").amounts == ()
    assert read_numbers("rp 999.999.999.999.999.999.999").amounts == ()


def test_no_amount_is_beyond_any_sum_of_money() -> None:
    texts = ("10.000.000jt", "9999999999999 juta", "rp 999.999.999.999.999", "1.000.000.000.000 juta")

    assert all(one.minor <= MOST_MINOR for text in texts for one in read_numbers(text).amounts)


def test_many_options_have_the_nearest_number_of_items_each() -> None:
    dice = random.Random(4)  # noqa: S311 # places in a text, no secrets
    amounts = tuple(Amount(at, "IDR", at, at + 1, "scaled") for at in sorted(dice.sample(range(900), 60)))
    counts = tuple(Count(at, at, at + 1, "items") for at in sorted(dice.sample(range(900), 40)))

    found = [one.items for one in options(Reading(amounts, counts))]

    assert found == [min(counts, key=lambda one: (abs(one.start - at.start), one.start)).items for at in amounts]


def test_what_is_said_of_long_and_hidden_texts_is_said_in_indonesian() -> None:
    said = {english for english, _ in catalogue("id")}

    assert {HIDDEN, "a message of {count} characters: amounts were looked for in the first {count2}"} <= said
