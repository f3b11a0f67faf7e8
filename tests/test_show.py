# SPDX-License-Identifier: Apache-2.0
"""What `make show` prints: every line can fall short, and the costly ones have a small size."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from bench import ledger
from bench.backup import Measured as LargeBackup
from bench.search import Measured
from bench.trade import Made
from tests.house import SQL_ROOMS
from tools.show import __main__ as show
from tools.show import kept, practised, worst
from tools.show.deals import counted, strangers
from tools.show.ground import benches, demo, foreign, found, held, live, shape
from tools.show.line import Line
from tools.show.talk import practice, search, speed
from tools.show.topics import GROUND, TOPICS

from suluh.model.errors import BrokenCustody

ROOT = Path(__file__).parent.parent


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUICK", "1")


def test_topics_are_listed_and_the_first_is_shown(monkeypatch, capsys):
    monkeypatch.setattr(show, "TOPICS", {name: {f"{name}-line": _said(name)} for name in TOPICS})

    assert show.main([]) == 1

    printed = capsys.readouterr().out
    assert [name for name in TOPICS if f"TOPIC={name}: {name}-line" in printed] == list(TOPICS)
    assert "SHORT  ground: 1 (goal: 2)" in printed
    assert "line: 1" not in printed


def _said(name):
    return lambda _: iter([Line(name, "1", "2", is_met=False)])


@pytest.mark.parametrize("words", [["nowhere"], ["ground", "nothing"]])
def test_what_nothing_is_called_is_refused_with_what_there_is(words, capsys):
    assert show.main(words) == 2
    assert "choose of" in capsys.readouterr().out


def test_one_line_is_shown_by_its_name(monkeypatch, capsys):
    monkeypatch.setattr(show, "TOPICS", {"ground": {"one": _said("one"), "other": _said("other")}})

    show.main(["ground", "other"])

    assert re.findall(r"SHORT  (\w+):", capsys.readouterr().out) == ["other"]


@pytest.mark.parametrize(
    ("body", "is_met"),
    [
        ("def test_a():\n    pass\n", True),
        ("def test_a():\n    assert False\n", False),
        ("import pytest\ndef test_a():\n    pass\ndef test_b():\n    pytest.skip('no')\n", False),
        ("", False),
    ],
)
def test_a_line_that_tests_hold_is_met_only_where_all_ran_and_passed(tmp_path, body, is_met):
    (tmp_path / "test_planted.py").write_text(body, "utf-8")

    assert held.held("planted", str(tmp_path / "test_planted.py")).is_met is is_met


def test_every_test_that_a_line_names_is_there():
    text = (ROOT / "tools" / "show" / "ground" / "held.py").read_text("utf-8")
    named = re.findall(r"\{(KINDS|PROOF)\}::(\w+)", text)
    where = {"KINDS": held.KINDS, "PROOF": held.PROOF}

    assert len(named) > 10
    assert [name for place, name in named if f"def {name}(" not in (ROOT / where[place]).read_text("utf-8")] == []


@pytest.mark.usefixtures("quick")
def test_rows_in_foreign_tables_are_counted(tmp_path, monkeypatch):
    [line] = foreign.kinds(tmp_path / "one")
    monkeypatch.setattr(foreign, "moved", lambda *_: None)
    [short] = foreign.kinds(tmp_path / "other")

    assert line.is_met
    assert re.match(r"(\d+) of \1 pairs", line.figure)
    assert not short.is_met


def test_a_false_alarm_during_a_run_is_short(tmp_path, monkeypatch):
    def alarm(*_, **__):
        raise BrokenCustody("row 7", rule=11, where="row 7")

    monkeypatch.setattr(live, "verify_case", alarm)
    monkeypatch.setattr(live, "_run", lambda *_: subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1)"]))

    [line] = live.during(tmp_path)

    assert not line.is_met
    assert "row 7" in line.figure


def test_what_the_demonstration_says_is_judged(tmp_path, monkeypatch):
    good = "Missing, B-1: nobody said whose it is. Next: suluh correct made-up"
    row = '{"amount_minor":5000000}'
    for said, met in ((good, 4), (f"{good}\n0,00 %", 3), (f"{good}\n5000000", 3), ("", 3)):
        monkeypatch.setattr(demo, "_said", lambda *words, said=said, **_: (row if "--json" in words else said, 0))

        assert sum(line.is_met for line in demo.demo(tmp_path)) == met, said


BENCHES = {
    "ledger": (benches.ledger, ledger.told(20_000, 3.0, 5.5, 2), "in 3.3 s"),
    "texts": (benches.texts, "0 of 28 over 0.2 s in some stage; at most 0.104 s", "at most 0.204 s"),
    "mutations": (found.mutations, "{count} found, 0 without effect, 0 missed", "1 missed"),
}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("name", sorted(BENCHES))
def test_a_bench_is_judged_by_what_it_prints(name, tmp_path, monkeypatch):
    measure, good, bad = BENCHES[name]
    worse = re.sub(r"(at most [\d.]+ s|in [\d.]+ s|\d+ missed)", bad, good)
    for said, is_met in ((good, True), (worse, False), ("Traceback: it ended", False)):
        for module in (benches, found):
            monkeypatch.setattr(module, "printed", lambda _, count, said=said: said.format(count=count))

        assert [line.is_met for line in measure(tmp_path)].count(not is_met) == 0, said


AGREE = "5,000 packages: the two verifiers disagree on 0"
CHANGED = "200,000 changes: 150,000 found, 50,000 without effect, 0 missed"
CLEAN = "1,000 clean ledgers: 0 false alarms, 1,000 hold"
LEFT = "largest worker 400 MiB; left in scratch: 0; the exhibit is as it was"
CRASHES = "0 crashes, 0 hangs over 5 s; 25 acts refused"
LISTED = "20 files through the workers: 50 files/s\n20 files as an exhibit: 20 listed, 20 in one state, 9 files/s"
IDLE = (
    "9.9 ms of a processor a file, starts included: 151 files/s on two that are idle\n"
    "the load of this machine was 9.0 on 2 processors"
)
STOPPED = [f"{count:,} {kind}: 0 with something lost, twice, or not told" for kind, count in worst.STOPS.items()]
WORST = {
    "tamper": (
        f"{AGREE}\n{CHANGED}\n{CLEAN}",
        (("disagree on 0", "disagree on 2"), ("0 missed", "1 missed"), ("0 false", "3 false"), ("200,000 c", "9 c")),
    ),
    "crash": (
        "\n".join(STOPPED),
        (("kills: 0", "kills: 1"), ("power losses: 0", "power losses: 2"), ("1,000 kills", "7 kills")),
    ),
    "hostile": (
        f"{LEFT}\n{CRASHES}\n{LISTED}\n{IDLE}",
        (
            ("as it was", "CHANGED"),
            ("0 hangs", "1 hangs"),
            ("20 listed", "19 listed"),
            ("151", "149"),
            ("ch: 0", "ch: 3"),
        ),
    ),
}


@pytest.mark.parametrize("name", sorted(WORST))
def test_each_line_of_the_worst_day_can_be_short(name, tmp_path, monkeypatch):
    good, worse = WORST[name]
    for said, short in ((good, 0), *((good.replace(*one), 1) for one in worse)):
        monkeypatch.setattr(worst, "printed", lambda *_, said=said: said)

        assert [line.is_met for line in TOPICS["safety"][name](tmp_path)].count(False) == short, said
    monkeypatch.setattr(worst, "printed", lambda *_: "Traceback: it ended")
    assert not any(line.is_met for line in TOPICS["safety"][name](tmp_path))


def test_sources_are_short_where_one_row_is_of_the_holder(tmp_path, monkeypatch):
    monkeypatch.setattr(benches, "held", lambda what, *_: Line(what, "", "", is_met=True))
    good = "seeds 1 to 20: P 1.000 R 0.990 F1 1.000 (7 of 7, 7), sent by the holder 0"
    for said, met in ((good, [1, 1, 1]), (good[:-1] + "1", [1, 0, 1]), (good.replace("0.990", "0.9"), [0, 1, 1])):
        monkeypatch.setattr(benches, "printed", lambda *_, said=said: said)

        assert [line.is_met for line in benches.sources(tmp_path)] == met


def test_a_planted_fault_of_shape_is_short(tmp_path, monkeypatch):
    for name, code in (
        ("deals/a", "import suluh.deals.b\nimport sqlite3\n"),
        ("deals/b", "from suluh.deals import a\n"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.py").write_text(code + "\n" * 401, "utf-8")
    monkeypatch.setattr(shape, "SOURCE", tmp_path)

    assert [line.is_met for line in shape.shape(tmp_path)] == [True, False, False, False, False]
    assert {room.partition("/")[0] for room in SQL_ROOMS} == set(shape.BASES)


def test_what_was_counted_by_hand_is_read_off_its_page(tmp_path, monkeypatch):
    page = tmp_path / "page.md"
    monkeypatch.setattr(shape, "COSTS", page)
    page.write_text("nothing here\n", "utf-8")
    assert [line.is_met for line in shape.touched(tmp_path)] == [False]
    page.write_text("| an act | 9 | **8** | a |\n| a step | 4 | **5**, 6 at times | b |\n", "utf-8")

    assert [line.is_met for line in shape.touched(tmp_path)] == [True, False]


def test_the_page_of_costs_has_its_rows(tmp_path):
    assert len(list(shape.touched(tmp_path))) > 1


def test_every_topic_and_line_is_said_where_maintainers_look():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

    assert [name for name in TOPICS if f"TOPIC={name}" not in text] == []
    assert f"ONLY={next(iter(GROUND))}`" in text


PRACTISED = """sender_known               .9921  2591 of 2611 messages
wrong_sender                   1  messages under somebody else
conversation_errors            2  1 of 69 in pieces, 1 with messages of another
conversation_kind_right        1  69 of 69 conversations called direct, group or channel rightly
"""


def test_scores_of_the_practice_bench_that_are_short_or_missing_are_shown_as_short():
    assert [line.is_met for line in practice.lines(practised.read(PRACTISED))] == [True, True, False, False, False]
    assert [line.is_met for line in practice.lines({})] == [False] * 5


@pytest.mark.usefixtures("quick")
def test_a_large_export_and_a_large_database_are_read_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(speed, "FEW_BYTES", 1 << 16)
    monkeypatch.setattr(speed, "FEW_ROWS", 500)
    monkeypatch.setattr(speed, "MINUTE", 1e9)

    lines = list(speed.speed(tmp_path))

    assert [line.is_met for line in lines] == [True, True]
    assert "500 messages" in lines[1].what


@pytest.mark.usefixtures("quick")
def test_an_index_that_is_large_or_slow_is_short(tmp_path, monkeypatch):
    found = Measured(size=1, took=1.0, rate=1.0, share=0.5, pages={"ba": 0.2}, rows={"ba": 1})
    monkeypatch.setattr(search, "measure", lambda _: found)

    assert [line.is_met for line in search.search(tmp_path)] == [False, False, False]


def test_every_score_of_strangers_cases_can_fall_short():
    good = {key: (goal, "") for key, _, goal in (*strangers.LEAST, *strangers.MOST)}
    one_bad = [good, {**good, "deal_f1_all": (0.8, ""), "money_error_max": (0.06, "")}]

    assert all(line.is_met for line in strangers.lines([good, good]))
    assert [line.is_met for line in strangers.lines(one_bad)].count(False) == 2
    assert not any(line.is_met for line in strangers.lines([{}]))


COUNTED = {
    "terms": ("700 reasons of 100 deals and links: 0 without a", ("0 without", "1 without"), ("100 deals", "99 deals")),
    "back": ("500 sequences from seed 1: 0 left something behind []", (": 0", ": 2"), ("500", "499")),
}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("name", COUNTED)
def test_what_is_counted_of_deals_can_fall_short(name, tmp_path, monkeypatch):
    good, *worse = COUNTED[name]
    for said, is_met in ((good, True), *((good.replace(*one), False) for one in worse), ("Traceback", False)):
        monkeypatch.setattr(counted, "printed", lambda *_, said=said: said)

        assert [line.is_met for line in TOPICS["deals"][name](tmp_path)] == [is_met], said


@pytest.mark.usefixtures("quick")
def test_the_line_at_size_is_short_where_it_is_slow_or_large(tmp_path, monkeypatch):
    for seconds, is_quick in ((1.0, True), (1e6, False)):
        made = Made(took={"deals": (seconds, seconds)}, memory=2.0)
        monkeypatch.setattr(counted, "measure", lambda _, made=made: made)
        monkeypatch.setattr(counted, "MEMORY", 1e6 if is_quick else 1.0)

        assert [line.is_met for line in counted.size(tmp_path)] == [is_quick, is_quick]


@pytest.mark.usefixtures("quick")
def test_a_large_backup_is_short_where_it_is_not_equal_or_a_changed_byte_is_missed(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "_pytest", lambda *_: ())
    good = LargeBackup(size=1 << 25, entries=9, later=2, seconds=1.0, restored=1.0, is_equal=True, missed=0)
    for made, is_met in ((good, 1), (good._replace(missed=1), 0), (good._replace(later=0), 0)):
        monkeypatch.setattr(kept.large, "measure", lambda *_, made=made: made)

        assert [line.is_met for line in kept.backup(tmp_path)] == [is_met]
