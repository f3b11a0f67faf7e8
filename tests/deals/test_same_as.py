# SPDX-License-Identifier: Apache-2.0
"""Words that officers say are like known ones."""

from typing import Any

import pytest

from suluh.deals.words.same_as import SameAs, by_word, pair
from suluh.model.errors import Misuse
from suluh.model.people import Decision

ANI, BUDI = "whatsapp:+628110000001", "whatsapp:+628110000002"


def said(market: Any) -> None:
    market.say(0, ANI, "bungkus 40 file 50rb")
    market.say(0.1, BUDI, "ok")
    market.say(0.2, BUDI, "zamzing")


@pytest.mark.parametrize(("words", "reads"), [({}, False), ({"zamzing": "lunas"}, True)])
def test_a_word_that_is_read_as_a_known_one_says_what_that_says(
    market: Any, words: dict[str, str], *, reads: bool
) -> None:
    market.words = words
    said(market)

    [deal] = market.deals()

    terms = {term.rule: term for term in deal.reasons_for}
    assert ("said-paid" in terms) is reads
    assert ("taught-words" in terms) is reads
    if reads:
        assert terms["taught-words"].text == "By decision of officers 'zamzing' is read as 'lunas'."
        assert terms["taught-words"].text_id == "Menurut keputusan petugas 'zamzing' dibaca sebagai 'lunas'."


def test_only_whole_words_are_read_so() -> None:
    words = SameAs({"tor": "bayar"})

    assert words.read("tor, TOR! setor tor1 stor_tor torr") == (
        "bayar, bayar! setor tor1 stor_bayar torr",
        (("tor", "bayar"),),
    )
    assert SameAs({}).read("tor") == ("tor", ())


@pytest.mark.parametrize("word", ["", "a", "50", "50rb", "dua kata", "x" * 25, "a.b", "08123"])
def test_no_number_sum_or_phrase_is_a_word(word: str) -> None:
    with pytest.raises(Misuse, match="no word of 2 to 24 letters"):
        pair(word, "bayar")


def test_a_word_is_read_as_one_that_is_known() -> None:
    assert pair(" Setor ", "TRANSFER") == ("setor", "transfer")
    with pytest.raises(Misuse, match="no word that the reading of deals knows"):
        pair("setor", "qwxzv")


@pytest.mark.parametrize("word", ["belum", "gak", "jangan", "batal", "gratis", "lunas"])
def test_no_word_of_trade_and_no_refusal_is_read_as_another(word: str) -> None:
    with pytest.raises(Misuse, match="a word of trade or a refusal"):
        pair(word, "sudah")
    assert pair(word, word) == (word, word)


def test_the_latest_decision_on_a_word_stands() -> None:
    def decision(order: int, word: str, known: str) -> Decision:
        return Decision(id=str(order), act="word", left=word, right=known, by="S1", at="", order=order)

    first, second = decision(1, "setor", "bayar"), decision(2, "setor", "transfer")

    assert by_word([second, first]) == {"setor": "transfer"}
    assert by_word([first, second, decision(3, "setor", "setor")]) == {}
