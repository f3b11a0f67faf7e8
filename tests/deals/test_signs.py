# SPDX-License-Identifier: Apache-2.0
"""What speaks for a booked line is weighed by levels that were learned, and says no contrary of its sentence."""

from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest
from training.corpus import digest
from training.tying import BEGINS, Choice, fit_tie, tied_by, written_tie

from suluh.deals.money.payers import Payers
from suluh.deals.money.posterior import apart
from suluh.deals.money.signs import Weights, base, read, sign, weights

NONE = Weights(head={}, base=0, levels=dict.fromkeys(BEGINS, 0))
NEAR, FAR = {"said to be paid within twenty minutes": 1.0}, {"said to be paid at another time": 1.0}


def test_the_shipped_weights_name_the_corpus_and_every_level() -> None:
    assert weights().head["corpus"] == digest()
    assert weights().levels.keys() == BEGINS.keys()
    assert base() < 0


def test_no_level_says_the_contrary_of_its_sentence() -> None:
    assert [name for name, value in weights().levels.items() if value * BEGINS[name] < 0] == []


def test_a_sign_weighs_what_its_levels_weigh() -> None:
    known = Weights(head={}, base=-100, levels={"sum named": 1_500, "rarity of the sum": 200})
    with tied_by(known):
        found = sign("told-amount", "x", "y", ("sum named", 1), ("rarity of the sum", 2.5), ("unheard of", 9))

    [term] = found.terms("for")
    assert (found.score, term.score, term.text_id) == (2_000_000, 2_000_000, "y")
    assert list(found.terms("against")) == []
    assert weights() is not known


def test_what_the_corpus_does_not_hold_keeps_its_weight() -> None:
    assert fit_tie([], {}).levels["account of the buyer"] == 2_500


def test_levels_of_true_lines_come_to_weigh_more() -> None:
    found = [Choice("a", (NEAR, FAR), (True, False)), Choice("a", (FAR,), (False,))] * 20

    fitted = fit_tie(found, {})

    assert fitted.levels["said to be paid within twenty minutes"] > 1_600
    assert fitted.levels["said to be paid at another time"] < -800
    assert read(written_tie(fitted).encode()) == fitted


def test_a_level_that_is_always_wrong_weighs_nothing_at_most() -> None:
    fitted = fit_tie([Choice("a", (NEAR, {}), (False, True))] * 50, {})

    assert fitted.levels["said to be paid within twenty minutes"] == 0


class Pair:
    """As much of a pair as is asked."""

    def __init__(self, episode: int, line: int, weight: int) -> None:
        self.episode, self.lines, self.weight = episode, (line,), weight


def test_a_pair_is_less_likely_beside_another_line_of_its_episode() -> None:
    alone: Any = Pair(0, 0, 1_000_000)
    other: Any = Pair(0, 1, 1_000_000)

    one, two = apart([alone]).of(alone), apart([alone, other]).of(alone)

    assert one.of_lines == pytest.approx(1)
    assert two.of_lines < one.of_lines
    assert two.of_episodes == pytest.approx(one.of_episodes)


def test_a_shared_name_says_how_many_words_it_is() -> None:
    known = SimpleNamespace(_words={"bca:1": Counter({"": 3, "jatzi": 1, "droda": 1})})
    line = SimpleNamespace(ledger="bca:1")

    one = Payers._same_name(known, frozenset({"jatzi"}), line)
    two = Payers._same_name(known, frozenset({"jatzi", "droda"}), line)

    assert one.text == "One word of the name of who paid is a word of a name of the buyer."
    assert one.text_id == "Satu kata pada nama pembayar sama dengan satu kata pada nama pembeli."
    assert two.text == "2 words of the name of who paid are words of names of the buyer."
    assert two.text_id == "2 kata pada nama pembayar juga ada pada nama pembeli."
