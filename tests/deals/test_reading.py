# SPDX-License-Identifier: Apache-2.0
"""What a message does is read by weights that can be read and made again."""

import msgspec
import numpy as np
import pytest
from training.corpus import digest, scripts
from training.fit import fitted

from suluh.deals.judge.judge import STEP, Judge, judge
from suluh.deals.judge.marks import CLAIMED, PLAINLY, SENT
from suluh.deals.reading.acting import numbers, reader, with_bare
from suluh.deals.reading.acts import ACTS, PAID, TRADE, Reader
from suluh.deals.reading.features import of_text
from suluh.deals.reading.model import load, parse, write
from suluh.deals.reading.normal import normal, tokens
from suluh.deals.words.amounts import read_numbers

FILES = ("acts.tsv", "numbers.tsv")


@pytest.mark.parametrize("name", FILES)
def test_shipped_weights_name_the_corpus_that_they_were_learned_from(name: str) -> None:
    assert load(name).head["corpus"] == digest()


def test_the_shipped_judge_names_the_corpus_that_it_was_learned_from() -> None:
    weights = judge().weights

    assert weights.head["corpus"] == digest()
    assert 0 < weights.least < weights.recorded < 1_000_000


def test_weights_made_twice_are_equal() -> None:
    chosen = scripts()[::60][:3]

    assert fitted(chosen) == fitted(chosen)


def test_a_sum_over_words_is_the_sum_over_features() -> None:
    words = tokens(normal("udaaah tf ya kak 50 ribu, cek dulu"))
    weights = load("acts.tsv").rows

    slow = sum(value * weights[name] for name, value in of_text(words, ["paid"]).items() if name in weights)

    assert np.allclose(Reader().text(words, ["paid"]), slow, atol=1e-3)


def test_weights_that_were_written_are_read_as_steps_of_their_scale() -> None:
    table = np.array([[1.0, -0.5], [0.0, 0.0], [0.25, 0.1]])

    found = parse(write({"corpus": "x"}, ("one", "two"), ("a", "b", "c"), table))

    assert found.head == {"corpus": "x"}
    assert set(found.rows) == {"a", "c"}
    assert np.allclose(found.rows["c"], table[2], atol=1 / 127)


def test_a_message_reads_alike_whatever_follows_it() -> None:
    rows = [(side, reader().text(tokens(text), [])) for side, text in (("a", "brp"), ("b", "25 kak"), ("a", "udh tf"))]

    whole, part = [*reader().acts(rows)], [*reader().acts(rows[:2])]

    assert whole[:2] == part
    assert all(0 <= share <= 1 for its in whole for share in its)
    assert len(whole[0]) == len(ACTS) == TRADE + 1


def test_words_that_no_list_holds_are_read_as_paid() -> None:
    rows = [("a", reader().text(tokens("dah ku tf ya kak"), []))]

    [its] = reader().acts(rows)

    assert its[PAID] > 0.5


@pytest.mark.parametrize(("text", "sums"), [("25 wae kak", [2_500_000]), ("jam 9 ya", []), ("ada 3 orang", [])])
def test_a_bare_number_is_money_where_it_reads_so(text: str, sums: list[int]) -> None:
    found = with_bare(text, read_numbers(text), 0)

    assert [one.minor for one in found.amounts] == sums


def test_a_text_of_numbers_is_read_in_no_time() -> None:
    text = "1 " * 30_000

    assert len([*numbers().read(text, read_numbers(text).loose, 0)]) <= 12


def test_a_plain_offer_that_is_said_to_be_paid_and_upon_which_something_was_sent_needs_less() -> None:
    weights = msgspec.structs.replace(judge().weights, unpaid={"": -round(1.5 * STEP)}, least=800_000)
    bare, whole = {PLAINLY: 1.0}, {PLAINLY: 1.0, CLAIMED: 1.0, SENT: 1.0}

    assert Judge(weights).judged(bare, paid=False) is None
    assert Judge(weights).judged({CLAIMED: 1.0, SENT: 1.0}, paid=False) is None
    assert Judge(weights).judged(whole, paid=False) is not None
