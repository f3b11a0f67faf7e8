# SPDX-License-Identifier: Apache-2.0
"""A training case hides its key, comes out the same, and tells right from wrong."""

import csv
import os
import subprocess
import sys

import pytest
from msgspec.structs import replace
from tests.simulator.shown import perfect
from tests.simulator.test_simulate import sums

from suluh.model.dossier.charges import Alternative, Defendant, Tie
from suluh.model.dossier.exhibits import Observation, Seizure
from suluh.model.dossier.papers import Answer, Paper, RequestItem
from suluh.model.errors import Misuse
from suluh.model.intake import Authority
from suluh.model.people import Decision, Link
from suluh.simulator.lessons.check import check, check_case
from suluh.simulator.lessons.found import SIGNS, is_found
from suluh.simulator.lessons.key import Key, read_key, write_key
from suluh.simulator.lessons.make import ALL, LINKS, make_lesson
from suluh.simulator.lessons.owners import Owners
from suluh.simulator.lessons.words import NAMES, told
from suluh.simulator.lessons.work import Work
from suluh.simulator.simulate import simulate
from suluh.simulator.world.trade import Size

SMALL = Size(sellers=2, buyers=3, deals=6, days=20, pictures=20)
WHEN = {"at": "2026-03-02T01:00:00Z", "by": "L1"}
TRAPS = ["namesake", "recycled-number", "sold-account", "counter-top-up", "undelivered", "edited-export"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The whole lesson: its folder and its key."""
    folder = tmp_path_factory.mktemp("lesson")
    return folder, make_lesson(folder, 3, ALL, SMALL, picture_side=32)


@pytest.fixture(scope="module")
def key(made):
    return made[1]


def decision(order, act, left, right=None, holds=()):
    return Decision(id=f"d{order}", act=act, left=left, right=right, holds=holds, order=order, **WHEN)


def link(number, left, right, *, merges=False):
    return Link(id=f"l{number}", left=left, right=right, rule="same-name", judgement="suggested", merges=merges)


def typed(kind, code, /, **fields):
    return kind(id=f"{kind.__name__}-{code}", code=code, **WHEN, **fields)


def work(key, **done):
    return Work(rows=perfect(key.truth), **done)


def trap(key, name):
    return next(one for one in key.traps if one.name == name)


def accounts(key, name, number):
    """The first bank account and the Telegram account of one person of a trap: nobody else has them."""
    person = next(one for one in key.truth.persons if one.key == trap(key, name).persons[number])
    return person.accounts[4], person.accounts[2]


def deal_words(key):
    """Yes to every deal that is one."""
    rows = [row for row in perfect(key.truth)["deals"] if row["state"] != "offered"]
    return [
        decision(100 + number, "confirm-deal", row["id"], holds=tuple(sorted({*row["messages"], *row["payments"]})))
        for number, row in enumerate(rows)
    ]


def answers(key):
    """A word on every other explanation, about the first account of its first person's own service, or its deal."""
    return [
        typed(Alternative, f"alternative-{n}", about=one.accounts[0], row=one.row, state="answered", answer="dilihat")
        for n, one in enumerate(key.traps)
    ]


def corrected(key):
    """Every planted fault put right."""
    witness = next(one for one in key.faults if one.sign == "two-witnesses")
    seizure = {"exhibit": witness.value, "taken": "2026-01-22T09:15+07:00", "place": "x", "witnesses": ("A", "B")}
    child = {"dossier": "dossier-2", "accounts": ("x",), "age": "child"}
    return [
        typed(Seizure, witness.codes[0], **seizure),
        typed(Paper, "paper-30", kind="persetujuan", number="1", date="2026-01-26", about=("B-2",)),
        typed(Defendant, "defendant-1", dossier="dossier-1", accounts=("y",), age="adult"),
        typed(Defendant, "defendant-2", **child),
        *(typed(Answer, f"answer-{n}", item=f"item-{n}", sentence="ada") for n in range(1, 6)),
    ]


def all_right(key):
    """What a trainee does who does everything right."""
    one, own = accounts(key, "namesake", 0)
    other, _ = accounts(key, "namesake", 1)
    victim = next(fault.value for fault in key.faults if fault.sign == "victim")
    child = next(person.accounts[2] for person in key.truth.persons if person.key == victim)
    words = [
        decision(1, "confirm", one, own),
        decision(2, "part", one, other),
        decision(3, "role", child, "child_victim"),
        decision(4, "zone", "B-2", "Asia/Makassar"),
    ]
    links = (link(1, one, own), link(2, one, other))
    return {
        "links": links,
        "decisions": (*words, *deal_words(key)),
        "entered": (*answers(key), *corrected(key)),
        "acts": ("2026-03-02T01:00:00Z", "2026-03-02T02:30:59Z"),
    }


def test_who_does_everything_right_has_nothing_wrong_and_misses_nothing(key):
    result = check(key, work(key, **all_right(key)))

    links, deals = result.links, result.deals
    assert (links.right, links.wrong, links.wrongly_parted, links.missed, links.left) == (2, (), (), (), ())
    assert (deals.wrong, deals.missed, deals.right > 0) == ((), (), True)
    assert (result.alternatives, result.alternatives_open) == (6, ())
    assert (result.faults, result.faults_missed, result.minutes) == (10, (), 90)


def test_who_does_nothing_has_nothing_wrong_and_misses_everything(key):
    links = all_right(key)["links"]

    result = check(key, work(key, links=links))

    assert (result.links.right, result.links.wrong) == (0, ())
    assert (result.links.missed, result.links.left) == (("l1",), ("l2",))
    assert (result.deals.right, result.deals.wrong, len(result.deals.missed)) == (0, (), len(deal_words(key)))
    assert result.alternatives_open == tuple(TRAPS)
    assert len(result.faults_missed) == result.faults
    assert result.minutes == 0


@pytest.mark.parametrize("act", ["join", "confirm"])
def test_a_join_of_two_persons_is_wrong_under_its_number(key, act):
    done = all_right(key)
    one, other = accounts(key, "namesake", 0)[0], accounts(key, "namesake", 1)[0]

    result = check(key, work(key, **done | {"decisions": (*done["decisions"], decision(999, act, other, one))}))

    assert result.links.wrong == (999,)
    assert result.links.right == 1


def test_a_parting_of_one_person_and_a_yes_to_a_mixed_deal_are_wrong(key):
    done = all_right(key)
    one, own = accounts(key, "namesake", 0)
    rows = perfect(key.truth)
    paid = [row for row in rows["deals"] if row["payments"] and row["state"] != "offered"]
    paid[0]["payments"] = [*paid[0]["payments"], *paid[1]["payments"]]
    held = tuple(sorted({*paid[0]["messages"], *paid[0]["payments"]}))
    words = (*done["decisions"], decision(998, "part", one, own), decision(999, "confirm-deal", "x", holds=held))

    result = check(key, Work(rows=rows, **done | {"decisions": words}))

    assert result.links.wrongly_parted == (998,)
    assert result.deals.wrong == (paid[0]["id"],)


def test_what_was_taken_back_or_is_in_dispute_is_not_decided(key):
    done = all_right(key)
    one, own = accounts(key, "namesake", 0)
    first, *_ = deal_words(key)
    back = (decision(998, "retract", one, own), decision(999, "retract-deal", first.left, holds=first.holds))

    result = check(key, work(key, **done | {"decisions": (*done["decisions"], *back)}))

    assert result.links.missed == ("l1",)
    assert result.deals.missed == (first.left,)


def test_accounts_that_are_joined_otherwise_are_not_missed(key):
    one, own = accounts(key, "namesake", 0)
    links = (link(1, one, own), link(2, one, own, merges=True))

    assert check(key, work(key, links=links)).links.missed == ()


def test_an_answer_closes_a_trap_by_its_row_about_its_persons_or_deals_only(key):
    [one] = [one for one in key.traps if one.name == "undelivered"]
    said = {"row": one.row, "state": "answered"}

    def still_open(**fields):
        alternative = typed(Alternative, "a", **said | fields)
        return one.name in check(key, work(key, entered=(alternative,))).alternatives_open

    assert not still_open(about=f"deal:{one.deals[0]}")
    assert not still_open(about=one.accounts[0], state="not-applicable")
    assert still_open(about=one.accounts[0], state="open")
    assert still_open(about=one.accounts[0], row="8")
    assert still_open(about=trap(key, "namesake").accounts[0])
    assert still_open(about=one.accounts[0], withdrawn=True)


def test_a_tie_on_a_deal_is_right_only_where_the_deal_is_and_somebody_said_yes(key):
    first, second, *_ = deal_words(key)
    fields = {"charge": "charge-1", "element": "1", "side": "for", "sentence": "dibayar"}
    facts = (f"deal:{first.left}", f"deal:{second.left}", "deal:x", "paper:paper-1")
    ties = tuple(typed(Tie, f"tie-{n}", fact=fact, **fields) for n, fact in enumerate(facts))

    result = check(key, work(key, decisions=(first,), entered=ties)).ties

    assert (result.right, result.wrong) == (1, ("tie-1", "tie-2"))


def test_a_fault_is_found_by_naming_its_entry_as_a_whole_word(key):
    fault = next(one for one in key.faults if one.sign == "two-witnesses")
    owners = Owners(key.truth, None, ())

    def found(text):
        seen = typed(Observation, "o", about="BA", seen=text, officer="L1")
        return is_found(fault, work(key, entered=(seen,)), owners)

    assert found(f"{fault.codes[0]}: satu saksi saja")
    assert not found(f"{fault.codes[0]}0: satu saksi saja")
    assert not found("satu saksi saja")


def test_the_court_may_approve_by_an_authority_and_an_item_may_be_impossible(key):
    approval = Authority(
        id="a", kind="court", number="1", issuer="PN", date="2026-01-26", approves="SP.Sita/13/2026/MADE-UP"
    )
    item = {"request": "request-1", "number": "2", "text": "x", "state": "cannot", "why": "belum ada"}

    result = check(key, work(key, authorities=(approval,), entered=(typed(RequestItem, "item-2", **item),)))

    assert {one.name for one in key.faults} - set(result.faults_missed) == {"urgent-not-approved", "p19-2"}


def test_every_fault_has_its_sign_and_every_name_both_languages(key):
    assert {one.sign for one in key.faults} == set(SIGNS)
    assert {one.name for one in (*key.traps, *key.faults)} == set(NAMES)
    lines = list(told(check(key, work(key))))
    assert [lines[0][:9], lines[len(lines) // 2][:8]] == ["Pelajaran", "Lesson 4"]


@pytest.mark.parametrize(("lesson", "traps", "faults"), [(1, 2, 0), (2, 5, 0), (3, 5, 7), (4, 6, 10)])
def test_a_lesson_has_what_the_one_before_it_has_and_more(tmp_path, lesson, traps, faults):
    made = make_lesson(tmp_path, 3, lesson, SMALL, picture_side=32)

    assert [one.name for one in made.traps] == TRAPS[:traps]
    assert len(made.faults) == faults
    assert (tmp_path / "lists").is_dir() == (faults > 0)


def test_the_same_seed_gives_the_same_bytes_in_another_process_and_hash_seed(made, tmp_path):
    load = "from pathlib import Path; from suluh.simulator.lessons.make import make_lesson; "
    load += "from suluh.simulator.world.trade import Size"
    code = f"{load}; make_lesson(Path({str(tmp_path)!r}), 3, 4, {SMALL!r}, picture_side=32)"
    environment = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "99"}

    subprocess.run([sys.executable, "-c", code], env=environment, check=True)  # our own code

    assert sums(tmp_path) == sums(made[0])


def test_the_key_opens_and_says_nothing_by_chance(made):
    folder, key = made

    assert read_key(folder) == key
    assert not (folder / "truth.json").exists()
    assert b"person-" not in (folder / "lesson.key").read_bytes()


def test_a_key_that_is_not_whole_or_not_there_is_misuse(made, tmp_path):
    with pytest.raises(Misuse, match=r"holds no lesson\.key"):
        read_key(tmp_path)
    (tmp_path / "lesson.key").write_bytes((made[0] / "lesson.key").read_bytes()[:-9])
    with pytest.raises(Misuse, match="no whole key"):
        read_key(tmp_path)


def test_no_key_is_for_a_case_that_is_not_made_up(key, tmp_path):
    write_key(tmp_path, replace(key, number="LP/1/2026"))

    with pytest.raises(Misuse, match="no key of a training case"):
        read_key(tmp_path)


def test_a_case_of_another_number_is_not_compared(key: Key):
    with pytest.raises(Misuse, match="this case is another"):
        check_case(key, "LP/1/2026")


def test_a_training_case_and_one_with_its_truth_never_lie_in_one_folder(made, tmp_path):
    simulate(tmp_path, 1, sellers=1, buyers=1, deals=1, days=5, pictures=4, picture_side=16)

    with pytest.raises(Misuse, match=r"truth\.json"):
        make_lesson(tmp_path, 1, LINKS, SMALL)
    with pytest.raises(Misuse, match=r"lesson\.key"):
        simulate(made[0], 1)
    with pytest.raises(Misuse, match="2 sellers or more"):
        make_lesson(tmp_path / "new", 1, LINKS, Size(sellers=1))


def test_the_edited_line_stands_in_one_exhibit_and_not_in_the_other(key):
    [deal] = [one for one in key.truth.deals if one.key in trap(key, "edited-export").deals]
    said = {one.key for one in key.truth.messages if one.key in deal.messages and one.step == "agree"}

    texts = {one.file.partition("/")[0]: one.text for one in key.truth.records if one.message in said}

    assert texts["B-3"] == "ga jadi kak"
    assert texts["B-1"] not in {"ga jadi kak", None}


def test_the_unit_states_another_zone_than_the_place_where_the_device_was_taken(made):
    folder, _ = made
    with (folder / "exhibits.csv").open() as file:
        zones = {row["label"]: row["timezone"] for row in csv.DictReader(file)}
    with (folder / "lists" / "seizures.csv").open() as file:
        taken = {row["exhibit"]: row["taken"][-6:] for row in csv.DictReader(file)}

    assert (zones["B-2"], taken["B-2"]) == ("Asia/Jakarta", "+08:00")
