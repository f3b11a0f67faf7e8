# SPDX-License-Identifier: Apache-2.0
"""A trainee works through a training case by commands, and is told what was right."""

import json
import re
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from tests.case.views.made import acting
from tests.desk.test_help import leaves, options

from suluh.case.acts.decide import decide_deal, decide_link, decide_pair
from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.seal import Seal
from suluh.desk.commands.lesson import _work
from suluh.desk.main import build, command_names
from suluh.model.people import Link
from suluh.simulator.index import Index
from suluh.simulator.lessons.key import read_key
from suluh.simulator.lessons.owners import Owners
from suluh.simulator.score import true_deals

SIZE = ("--buyers", "2", "--deals", "3", "--days", "20", "--pictures", "12", "--picture-side", "32")
LATER = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
MISSES = ("wrong", "wrongly_parted", "missed", "left")


@pytest.fixture
def world(suluh, tmp_path, monkeypatch):
    """The whole lesson, in few pictures."""
    monkeypatch.setenv("SULUH_NOW", LATER.isoformat())
    folder = tmp_path / "world"
    assert suluh("simulate", folder, "--seed", "4", "--lesson", "4", *SIZE).code == 0
    assert "not empty: two worlds in one folder" in suluh("simulate", folder, "--seed", "5").err
    return folder


@pytest.fixture
def officer(tmp_path):
    """Whose key is made in a blink."""
    return replace(acting(tmp_path / "home"), now=lambda: LATER)


@pytest.fixture
def case(suluh, world, officer, tmp_path):
    """A training case that has run, with its lists entered."""
    del officer
    folder, paper = tmp_path / "case", json.loads((world / "case.json").read_text("utf-8"))
    assert suluh("new", folder, "--number", paper["number"], "--unit", paper["unit"]).code == 0
    for one in paper["authorities"]:
        words = [word for name, value in one.items() for word in (f"--{name}", value)]
        assert suluh("authority", folder, *words).code == 0
    assert suluh("add", folder, "--list", world / "exhibits.csv").code == 0
    assert suluh("run", folder).code == 0
    for name, (group, act) in entered(world).items():
        done = suluh(group, folder, act, "--list", world / "lists" / name)
        assert done.code == 0, done.err
    return folder


def entered(world):
    """The command that enters each list, as README.txt gives it."""
    text = (world / "README.txt").read_text("utf-8")
    return {
        name: (group, act)
        for group, act, name in re.findall(r"^suluh (\w+) CASE (\w+) --list lists/(\S+)$", text, re.MULTILINE)
    }


def checked(suluh, case, world):
    done = suluh("lesson", "check", case, world, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def decide_rightly(case, world):
    """A right word on everything that waits."""
    key, work = read_key(world), _work(case)
    index = Index(key.truth)
    owners, kept = Owners(key.truth, index, work.rows["payments"]), true_deals(index, work.rows)
    for one in list(case.nouns(Link)):
        same = owners.are_one(one.left, one.right)
        if same is not None:
            decide_link(case, one.id, "confirm" if same else "reject", "latihan")
    for row in work.rows["deals"]:
        decide_deal(case, row["id"], "reject" if kept[row["id"]].right is None else "confirm", "latihan")


def shown_deal(case, key, trap):
    """The deal of a trap, as lists show its id."""
    with closing(Case.open(CaseFolder(case), None)) as opened:
        kept = true_deals(Index(key.truth), _work(opened).rows)
        return next(Seal(opened.secret).of(name) for name, one in kept.items() if one.mostly in trap.deals)


def answer(suluh, case, key):
    """Close every trap and mend every fault by commands."""
    for trap in key.traps:
        about = trap.accounts[0] if trap.name != "undelivered" else f"deal:{shown_deal(case, key, trap)}"
        words = ("--about", about, "--row", trap.row, "--state", "answered", "--answer", "dilihat")
        assert suluh("dossier", case, "alternative", *words).code == 0
    [alone] = [one.codes[0] for one in key.faults if one.sign == "two-witnesses"]
    child = next(one.accounts[0] for one in key.truth.persons if one.key == key.faults[-2].value)
    approval = ("--kind", "persetujuan", "--number", "9", "--date", "2026-01-26", "--about", "B-2")
    apart = ("--corrects", "defendant-2", "--age", "child", "--dossier", "dossier-2", "--reason", "kartu keluarga")
    acts = [
        ("observe", case, "saw", "--about", alone, "--seen", "hanya satu saksi", "--officer", "S1"),
        ("paper", case, "add", *approval),
        ("dossier", case, "new", "--code", "dossier-2", "--title", "Berkas A-1"),
        ("dossier", case, "defendant", *apart),
        ("decide", case, "role", child, "child_victim", "--from", "2025-01-01", "--reason", "BAP"),
        ("decide", case, "zone", "B-2", "Asia/Makassar", "--reason", "BA"),
        *(("request", case, "answer", "--item", f"item-{n}", "--sentence", "ada") for n in range(1, 6)),
    ]
    for one in acts:
        done = suluh(*one)
        assert done.code == 0, done.err


def test_a_trainee_does_nothing_then_everything_right_then_one_thing_wrong(suluh, case, world, officer):
    key, before = read_key(world), checked(suluh, case, world)
    assert (before["links"]["right"], before["links"]["wrong"], before["deals"]["wrong"]) == (0, [], [])
    assert all((before["links"]["missed"], before["links"]["left"], before["deals"]["missed"]))
    assert (len(before["alternatives_open"]), len(before["faults_missed"])) == (6, 10)

    with closing(Case.open(CaseFolder(case), officer)) as opened:
        decide_rightly(opened, world)
    answer(suluh, case, key)
    after = checked(suluh, case, world)

    assert [after["links"][name] for name in MISSES] == [[], [], [], []]
    assert (after["deals"]["wrong"], after["deals"]["missed"], after["deals"]["right"] > 0) == ([], [], True)
    assert (after["alternatives_open"], after["faults_missed"]) == ([], [])

    sellers = [one.accounts[0] for one in key.truth.persons if one.role == "seller"][:2]
    with closing(Case.open(CaseFolder(case), officer)) as opened:
        [wrong] = decide_pair(opened, "join", *sellers, "latihan")
    assert checked(suluh, case, world)["links"]["wrong"] == [wrong.order]


def bytes_of(folder: Path):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-shm")}


def test_a_check_writes_nothing_and_tells_in_both_languages(suluh, world, officer, tmp_path):
    folder, number = tmp_path / "small", read_key(world).number
    with closing(Case.start(CaseFolder(folder), number, "Unit Contoh", officer)) as made:
        record_authority(made, Paper("court", "PEN-1", "PN Contoh", "2026-01-02"))
        add_exhibit(made, Bag(world / "exhibits" / "B-4", "B-4", "PEN-1"))
    before = bytes_of(tmp_path / "small"), bytes_of(tmp_path / "home")

    done = suluh("lesson", "check", folder, world)

    assert (bytes_of(tmp_path / "small"), bytes_of(tmp_path / "home")) == before
    assert "Penjelasan lain: 0 dari 6 dijawab." in done.out
    assert "Faults of the dossier: 0 of 10 found." in done.out
    assert "Masih terbuka: nama yang sama" in done.out


def test_another_case_is_refused_before_it_is_read(suluh, world, officer, tmp_path):
    Case.start(CaseFolder(tmp_path / "other"), "LP/1/2026", "Unit Contoh", officer).close()

    done = suluh("lesson", "check", tmp_path / "other", world)

    assert (done.code, "this case is another" in done.err, done.out) == (2, True, "")


def test_every_command_of_the_readme_is_one_with_its_options_and_every_list_is_entered(world):
    known = leaves(typer.main.get_command(build(command_names())))
    lines = re.findall(r"^suluh .*", (world / "README.txt").read_text("utf-8"), re.MULTILINE)
    for line in lines:
        words = line.replace(" CASE", "").split()[1:]
        key = next(one for one in known if list(one) == words[: len(one)])
        assert set(re.findall(r"(?<= )--[a-z-]+", line)) <= options(known[key]), line

    assert sorted(entered(world)) == sorted(path.name for path in (world / "lists").iterdir())
