# SPDX-License-Identifier: Apache-2.0
"""What a message does is read by weights that can be read and made again."""

import ast
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import training
from training.accuracy import deals_of
from training.corpus import digest, scripts
from training.fit import fitted
from training.worlds import world

import suluh.deals
from suluh.deals.judge.judge import Weights, judge, share_of
from suluh.deals.judge.kinds import Kinds, KindWeights, kinds
from suluh.deals.judge.marks import total
from suluh.deals.money.signs import Weights as Tied
from suluh.deals.money.signs import shipped as tied
from suluh.deals.reading.acting import numbers, reader, with_bare
from suluh.deals.reading.acts import ACTS, PAID, TRADE, Reader, contexts
from suluh.deals.reading.features import of_text
from suluh.deals.reading.look import Text
from suluh.deals.reading.model import load, parse, write
from suluh.deals.reading.normal import normal, tokens
from suluh.deals.reading.pieces import plain
from suluh.deals.words.amounts import NO_NUMBERS, read_numbers
from suluh.deals.words.cue import cues
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


def test_what_is_measured_finds_deals_in_a_scene() -> None:
    sold = [one for one in scripts() if one.writer == "a" and one.deals][:6]

    assert deals_of(world(sold, "measured", dated=True))


def test_a_sum_over_words_is_the_sum_over_features() -> None:
    words = tokens(normal("udaaah tf ya kak 50 ribu, cek dulu"))
    weights = load("acts.tsv").rows

    slow = sum(value * weights[name] for name, value in of_text(words, ["paid"]).items() if name in weights)

    assert np.allclose(Reader().totals([said_in(tuple(words), ("paid",))]), slow, atol=1e-3)


def test_many_texts_are_added_up_as_each_alone_to_the_last_bit() -> None:
    said = [said_in(tuple(tokens(normal(text))), ("paid",) * (text != "ok"), ("o:text",)) for text in texts()[:300]]

    together = Reader().totals(said)

    assert np.array_equal(together, np.concatenate([Reader().totals([one]) for one in said[:20]] + [together[20:]]))
    assert np.array_equal(together[::-1], Reader().totals(said[::-1]))


def test_a_reader_that_has_forgotten_reads_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [said_in(tuple(tokens(normal(text)))) for text in texts()[:200]]
    whole = Reader().totals(said)
    monkeypatch.setattr(Reader, "_MOST", 5)
    monkeypatch.setattr(Reader, "_TEXTS", 5)
    reads = Reader()

    parts = [reads.totals(said[at : at + 20]) for at in range(0, len(said), 20)]

    assert np.array_equal(whole, np.concatenate(parts))


def test_the_second_stage_sees_what_was_said_before_in_the_same_talk_alone() -> None:
    dice = np.random.default_rng(7)
    first, sides = dice.random((40, len(ACTS)), dtype=np.float32), dice.integers(0, 3, 40)
    begins = np.repeat([0, 3, 25], [3, 22, 15])

    found = contexts(first, sides, begins, np.arange(5, 40)).reshape(35, 7, -1)

    for row, place in enumerate(range(5, 40)):
        most = np.zeros((2, len(ACTS)), dtype=np.float32)
        for back in range(1, min(10, place - begins[place]) + 1):
            other = int(sides[place - back] != sides[place])
            most[other] = np.maximum(most[other], first[place - back] * np.float32(0.8 ** (back - 1)))
            if back <= 2:
                assert np.array_equal(found[row, 2 * back - 1 + other], first[place - back])
                assert not found[row, 2 * back - other].any()
        assert np.array_equal(found[row, 0], first[place])
        assert np.allclose(found[row, 5:], most, rtol=1e-6)


def test_a_text_of_words_alone_is_read_by_its_pieces_as_the_whole() -> None:
    read = [(text, known) for text in texts() if (known := plain(text)) is not None]

    assert len(read) > len(texts()) / 2
    for text, known in read:
        assert known.words == tuple(tokens(normal(text)))
        assert read_numbers(text) == NO_NUMBERS
        assert known.may_cue or not cues(text)


@pytest.mark.parametrize("text", ["ⓐ", "t.me/x", "www.x", "lima puluh ribu", "25", "rbİ", "x" * 1001])
def test_a_text_of_more_than_words_is_read_as_a_whole(text: str) -> None:
    assert plain(text) is None


def said_in(words: tuple[str, ...], kinds: tuple[str, ...] = (), marks: tuple[str, ...] = ()) -> Text:
    """A text as far as it is summed up."""
    return Text(words, kinds, marks, NO_NUMBERS, frozenset())


def texts() -> list[str]:
    """Every text of the corpus, once."""
    return list(dict.fromkeys(turn["text"] for one in scripts() for turn in one.turns if turn.get("text")))


def test_weights_that_were_written_are_read_as_steps_of_their_scale() -> None:
    table = np.array([[1.0, -0.5], [0.0, 0.0], [0.25, 0.1]])

    found = parse(write({"corpus": "x"}, ("one", "two"), ("a", "b", "c"), table))

    assert found.head == {"corpus": "x"}
    assert set(found.rows) == {"a", "c"}
    assert np.allclose(found.rows["c"], table[2], atol=1 / 127)


def test_a_message_reads_alike_whatever_follows_it() -> None:
    rows = reader().totals([said_in(tuple(tokens(text))) for text in ("brp", "25 kak", "udh tf")])
    sides, begins = np.array([0, 1, 0]), np.zeros(3, dtype=np.intp)

    whole, part = reader().acts(rows, sides, begins), reader().acts(rows[:2], sides[:2], begins[:2])

    assert np.array_equal(whole[:2], part)
    assert ((whole >= 0) & (whole <= 1)).all()
    assert len(whole[0]) == len(ACTS) == TRADE + 1


def test_words_that_no_list_holds_are_read_as_paid() -> None:
    rows = reader().totals([said_in(tuple(tokens("dah ku tf ya kak")))])

    [its] = reader().acts(rows, np.zeros(1, dtype=np.intp), np.zeros(1, dtype=np.intp))

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
