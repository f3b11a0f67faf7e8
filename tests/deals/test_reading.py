# SPDX-License-Identifier: Apache-2.0
"""What a message does is read by weights that can be read and made again."""

import ast
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import training
from training.corpus import digest, scripts
from training.fit import fitted

import suluh.deals
from suluh.deals.judge.judge import Weights, judge, share_of
from suluh.deals.judge.kinds import Kinds, KindWeights, kinds
from suluh.deals.judge.marks import total
from suluh.deals.money.signs import Weights as Tied
from suluh.deals.money.signs import shipped as tied
from suluh.deals.reading.acting import numbers, reader, with_bare
from suluh.deals.reading.acts import ACTS, PAID, TRADE, Reader
from suluh.deals.reading.features import of_text
from suluh.deals.reading.model import load, parse, write
from suluh.deals.reading.normal import normal, tokens
from suluh.deals.words.amounts import read_numbers
from suluh.deals.words.rule import Kind

FILES = ("acts.tsv", "numbers.tsv")
DEALS, TRAINING = (Path(*one.__path__) for one in (suluh.deals, training))

MADE = frozenset(
    {
        *("SCRIPTS", "DAYS", "AGAIN", "ALIKE", "SHOWN", "STRANGERS", "TRAFFIC", "INCOMING"),
        *("SIZES", "SHORT", "WORLDS", "DAY_ONLY"),
    }
)
"""How the worlds are made."""

SMALL = 12
"""Whole numbers up to this one are equal by accident."""


def told(path: Path) -> Iterator[tuple[str, float]]:
    """The numbers that stand under names of a module, a pair for each."""
    for one in ast.parse(path.read_text("utf-8")).body:
        if isinstance(one, ast.Assign | ast.AnnAssign) and one.value is not None:
            [target] = one.targets if isinstance(one, ast.Assign) else [one.target]
            several = isinstance(target, ast.Tuple) and isinstance(one.value, ast.Tuple)
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            values = one.value.elts if several and isinstance(one.value, ast.Tuple) else [one.value] * len(names)
            for name, value in zip(names, values, strict=True):
                for part in ast.walk(value):
                    if isinstance(part, ast.Constant) and isinstance(part.value, int | float):
                        yield ast.unparse(name), float(part.value)


@pytest.mark.parametrize("name", FILES)
def test_shipped_weights_name_the_corpus_that_they_were_learned_from(name: str) -> None:
    assert load(name).head["corpus"] == digest()


@pytest.mark.parametrize("weights", [judge().weights, kinds().weights, tied()], ids=["judge", "kind", "tie"])
def test_shipped_tables_name_the_corpus_too(weights: Weights | KindWeights | Tied) -> None:
    assert weights.head["corpus"] == digest()


def test_the_shipped_judge_names_the_corpus_that_it_was_learned_from() -> None:
    weights = judge().weights

    assert weights.head["corpus"] == digest()
    assert 0 < weights.least < weights.recorded < 1_000_000


def test_weights_made_twice_are_equal() -> None:
    """A few scripts of two writers: the whole corpus takes `make weights` a quarter of an hour."""
    chosen = [one for one in scripts() if one.writer in "ac"][::9][:12]

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


def test_a_mark_counts_no_further_than_the_corpus_goes() -> None:
    bounds = {"sum": (-500, 1500)}
    shares = [share_of(total({"sum": 1000}, bounds, {"sum": value})) for value in (-9, -0.5, 1, 1.5, 9)]

    assert shares[0] == shares[1] < shares[2] < shares[3] == shares[4]


def test_the_kind_is_that_of_which_the_marks_say_most() -> None:
    tables: dict[Kind, dict[str, int]] = {"sale": {"": 1000}, "gift": {"speaks of gift": 1500}}
    its = Kinds(KindWeights(head={}, tables=tables, bounds={}))

    found = [its.of({"speaks of gift": value}) for value in (0.0, 1.0)]

    assert [one.kind for one in found] == ["sale", "gift"]
    assert all(500_000 < one.share < 1_000_000 for one in found)
    assert found[1].marks()["kind gift"] == 1


def test_no_number_of_the_worlds_stands_in_what_they_teach() -> None:
    """What is learned must not lean on how worlds are made: none of their numbers is a named one of the deals step."""
    worlds = {
        (name, number)
        for module in ("worlds.py", "scenes.py")
        for name, number in told(TRAINING / module)
        if name in MADE
    }
    deals = [one for path in DEALS.rglob("*.py") for one in told(path)]

    same = {(name, other) for name, number in worlds for other, value in deals if value == number and number > SMALL}
    same |= {(name, other) for name, number in worlds for other, value in deals if value == number and number % 1}

    assert {name for name, _ in worlds} == MADE
    # How a remembered message fades says nothing of whose name is printed, and ninety is a numeral.
    assert same == {("SHOWN", "FADES"), ("DAYS", "_UNITS")}
