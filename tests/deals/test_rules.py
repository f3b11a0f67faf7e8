# SPDX-License-Identifier: Apache-2.0
"""What every rule of deals must do; a new file is asked the same."""

import pytest

from suluh.deals.amounts import read_numbers
from suluh.deals.cue import cues
from suluh.deals.rule import OfferRule, Saying
from suluh.deals.signals import offer_rules

SAID = [
    "paket 40 file 50rb",
    "30 items, $5 only",
    "langganan vip 3 bulan 100rb",
    "3 months access 150k",
    "tukar file yuk, aku ada 30 foto",
    "swap? I have some new",
    "gratis buat kamu, 5 foto",
    "bonus 10 file kalau beli 50rb",
    "halo apa kabar",
    "jam 7 di blok m",
    "",
]


def saying(text: str) -> Saying:
    return Saying(cues(text), read_numbers(text))


@pytest.mark.parametrize("text", SAID)
def test_at_most_one_rule_speaks_of_a_message(text: str) -> None:
    assert sum(rule.speaks(saying(text)) for rule in offer_rules()) <= 1


@pytest.mark.parametrize("rule", offer_rules(), ids=lambda rule: rule.name)
def test_every_rule_speaks_of_some_message_and_says_itself(rule: OfferRule) -> None:
    assert any(rule.speaks(saying(text)) for text in SAID)
    assert (type(rule).__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("text", ["halo apa kabar", "jam 7 di blok m", "", "ok", "nanti malam ngumpul ya"])
def test_ordinary_words_are_no_offer(text: str) -> None:
    assert not any(rule.speaks(saying(text)) for rule in offer_rules())
