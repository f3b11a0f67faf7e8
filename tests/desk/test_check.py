# SPDX-License-Identifier: Apache-2.0
"""`suluh check` holds a trial, signs it, writes its sheets, compares them again, and falls with a part."""

import json

import pytest
from tests.case.views.made import acting

from suluh.desk.commands import check
from suluh.trial.parts.language import Language
from suluh.trial.parts.lock import Lock


@pytest.fixture(autouse=True)
def few(monkeypatch):
    """Two parts that take no time: all of them are held in tests/trial."""
    monkeypatch.setattr(check, "parts", lambda: (Lock(), Language()))


@pytest.fixture
def officer(tmp_path):
    """S-1, whose key opens."""
    return acting(tmp_path / "home").key


def test_a_trial_is_printed_and_writes_nothing_unless_asked(suluh, tmp_path, monkeypatch):
    monkeypatch.delenv("SULUH_ACTOR", raising=False)
    done = suluh("check", "--quick", "--disk", tmp_path)

    assert done.code == 0
    assert "pass   The lock of the workers: forbidden acts refused: 28 / 28" in done.out
    assert "Not tried: " in done.out
    assert done.out.splitlines()[-1] == "Every part reached its goal: 2 parts."
    assert [one.name for one in tmp_path.iterdir() if "check" in one.name] == []


def test_two_trials_print_the_same_and_write_the_same(officer, suluh, tmp_path):
    words = ("check", "--quick", "--disk", tmp_path, "--host", "PC-3", "--serial", "X-1", "--out")

    first, second = suluh(*words, tmp_path / "one"), suluh(*words, tmp_path / "two")

    assert first.code == second.code == 0
    assert first.out.splitlines()[:-2] == second.out.splitlines()[:-2]
    names = sorted(one.name for one in (tmp_path / "one").iterdir())
    assert names == ["check-en.pdf", "check-id.pdf", "check.json", "check.sig"]
    assert [
        name for name in names if (tmp_path / "one" / name).read_bytes() != (tmp_path / "two" / name).read_bytes()
    ] == []
    told = json.loads((tmp_path / "one" / "check.json").read_bytes())
    assert (told["at"], told["clock"], told["machine"]["host"]) == ("2026-01-05T09:00:00Z", "SULUH_NOW", "PC-3")
    assert json.loads((tmp_path / "one" / "check.sig").read_bytes())["officer"] == officer.code


def test_what_was_written_is_compared_again(officer, suluh, tmp_path):
    out = tmp_path / "out"
    assert suluh("check", "--disk", tmp_path, "--out", out).code == 0

    held = suluh("check", "--verify", out)
    assert held.code == 0
    assert f"signed by {officer.code}, key {officer.public.fingerprint}" in held.out

    (out / "check-en.pdf").write_bytes((out / "check-en.pdf").read_bytes() + b" ")
    changed = suluh("check", "--verify", out)
    assert changed.code == 1
    assert "check-en.pdf is not the sheet of check.json" in changed.err

    raw = (out / "check.json").read_bytes()
    (out / "check.json").write_bytes(raw.replace(b'"is_met": true', b'"is_met": false', 1))
    forged = suluh("check", "--verify", out)
    assert forged.code == 1
    assert f"check.json is not what {officer.code} signed" in forged.err


def test_without_a_key_the_sheet_says_that_nobody_signed(suluh, tmp_path, monkeypatch):
    monkeypatch.delenv("SULUH_ACTOR", raising=False)
    assert suluh("check", "--disk", tmp_path, "--out", tmp_path / "out").code == 0

    assert "nobody signed it" in suluh("check", "--verify", tmp_path / "out").out


def test_a_part_that_falls_is_named_and_ends_with_1(suluh, tmp_path, monkeypatch):
    monkeypatch.setattr(Lock, "without", "landlock")
    monkeypatch.delenv("SULUH_ACTOR", raising=False)

    done = suluh("check", "--disk", tmp_path, "--out", tmp_path / "out")

    assert done.code == 1
    assert "SHORT  The lock of the workers: forbidden acts refused (bind and listen" in done.out
    assert "short of the goal: The lock of the workers; use this machine for no case" in done.err
    assert (tmp_path / "out" / "check-id.pdf").is_file()


def test_what_cannot_be_meant_is_said(suluh, tmp_path):
    assert "no folder" in suluh("check", "--disk", tmp_path / "nowhere").err
    assert "no check.json lies in" in suluh("check", "--verify", tmp_path).err
    (tmp_path / "check.json").write_bytes(b"{}")
    assert "holds the sheets of a trial already" in suluh("check", "--disk", tmp_path, "--out", tmp_path).err
    assert "120 characters at most" in suluh("check", "--disk", tmp_path, "--host", "w" * 121).err
