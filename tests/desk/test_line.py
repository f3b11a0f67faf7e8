# SPDX-License-Identifier: Apache-2.0
"""A small made-up case goes from exhibits to a checked package by commands alone."""

import json
import re
import signal
import subprocess
import sys

import pytest
from tests.case.views.made import PASSPHRASE

from suluh.desk.languages import Language

SIZE = ("--sellers", "1", "--buyers", "3", "--deals", "6", "--days", "9", "--pictures", "12", "--picture-side", "64")
PRINT = re.compile("(?:[0-9a-f]{4} ){7}[0-9a-f]{4}")
SCRIPT = "from suluh.desk.main import main; main()"


@pytest.fixture
def made_up(suluh, tmp_path, monkeypatch):
    """A case of made-up exhibits that has not run, and its world."""
    monkeypatch.setenv("SULUH_NOW", "2026-02-02T16:00:00+07:00")
    world, case = tmp_path / "world", tmp_path / "case"
    assert suluh("simulate", world, "--seed", "4", *SIZE).code == 0
    paper = json.loads((world / "case.json").read_text("utf-8"))
    assert suluh("new", case, "--number", paper["number"], "--unit", paper["unit"]).code == 0
    for one in paper["authorities"]:
        assert (
            suluh("authority", case, *(word for name, value in one.items() for word in (f"--{name}", value))).code == 0
        )
    assert suluh("add", case, "--list", world / "exhibits.csv").code == 0
    assert suluh("sets", "add", case, world / "known.csv", "--as", "known").code == 0
    return case


def english_only(suluh, case):
    """What a case says in English only; a decoder's own words may follow ours."""
    rows = {
        what: [json.loads(line) for line in suluh("show", case, what, "--json").out.splitlines()]
        for what in ("deals", "links", "flaws", "files", "sources", "unseen", "facts", "leads")
    }
    assert all(rows[what] for what in ("deals", "flaws", "unseen"))
    terms = [one for what in ("deals", "links", "facts") for row in rows[what] for one in both_sides(row)]
    said = [row["reason"] for what in ("flaws", "files") for row in rows[what] if row["reason"]]
    said += [one["basis"] for row in rows["sources"] for one in row["countries"]]
    said += [one for row in rows["unseen"] for one in (*row["assumes"], *row["warnings"], row["refused"]) if one]
    unknown = [one for one in said if not Language("id").told(one)[0].known]
    return unknown + [one["text"] for one in terms if not one["text_id"]]


def both_sides(row):
    return [*row["reasons_for"], *row["reasons_against"]]


def test_a_case_goes_from_exhibits_to_a_checked_package(suluh, made_up, tmp_path, monkeypatch):
    done = suluh("run", made_up)
    assert done.code == 0, done.err
    assert "What came in, and what became of it" in done.out
    assert "digest: " in done.err

    assert english_only(suluh, made_up) == []

    assert suluh("export", made_up, tmp_path / "forms").code == 0
    assert any(path.suffix == ".xlsx" for path in (tmp_path / "forms").iterdir())

    drafted = suluh("refer", made_up, "--to", "prosecutor", "--name", "Kejaksaan Contoh").out
    draft = drafted.split()[1]
    assert f"{made_up / 'releases' / f'draft-{draft}' / 'package.html'}" in drafted
    assert "another officer approves it" in suluh("approve", made_up, draft).err
    monkeypatch.setenv("SULUH_PASSPHRASE", "a second made-up one")
    heard = PRINT.search(suluh("officer", "add", "S2", "--access", "supervisor").out).group()
    assert "no officer of this case" in suluh("approve", made_up, draft, "--actor", "S2").err
    with monkeypatch.context() as first:
        first.setenv("SULUH_PASSPHRASE", PASSPHRASE)
        assert suluh("officer", "admit", made_up, "S2", "--fingerprint", heard).code == 0
    assert suluh("approve", made_up, draft, "--actor", "S2").code == 0

    assert "The package holds." in suluh("verify", made_up / "releases" / f"package-{draft}").out
    assert "files digested again" in suluh("verify", made_up, "--sources").out


def test_a_run_that_is_stopped_says_so_and_goes_on(suluh, made_up):
    words = [sys.executable, "-c", SCRIPT, "run", str(made_up)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr.readline().startswith("walk: ")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=600)

    assert process.returncode in {0, 130}
    assert "Traceback" not in err
    assert ("Stopped" in out) == (process.returncode == 130)
    assert suluh("run", made_up).code == 0
    assert suluh("verify", made_up).code == 0

    before = (made_up / "case.db").read_bytes()
    assert suluh("run", made_up).code == 0
    assert (made_up / "case.db").read_bytes() == before
