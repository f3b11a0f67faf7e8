# SPDX-License-Identifier: Apache-2.0
"""What every rule of deals must do; a new file is asked the same."""

import pytest

from suluh.deals.words.amounts import read_numbers
from suluh.deals.words.cue import cues
from suluh.deals.words.rule import OfferRule, Saying
from suluh.deals.words.signals import offer_rules

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


@pytest.mark.parametrize(
    "text",
    [
        "aku free besok",
        "besok free ga?",
        "aku free besok, foto bareng yuk",
        "i'm free tomorrow, photos soon",
        "free buat kamu",
        "bonus kantor udah cair",
        "hadiah ultah buat mama",
        "gratis ongkir, foto di atas",
    ],
)
def test_a_word_of_giving_that_is_said_of_other_things_makes_no_gift(text: str) -> None:
    assert not any(rule.speaks(saying(text)) for rule in offer_rules())


@pytest.mark.parametrize(
    "text",
    ["ini free buat kamu, 10 foto", "bonus 5 file ya", "ini bonus buat langganan", "gratis buat kamu", "free bonus"],
)
def test_a_word_of_giving_that_is_clear_or_beside_goods_makes_a_gift(text: str) -> None:
    assert [rule.kind for rule in offer_rules() if rule.speaks(saying(text))] == ["gift"]
