# SPDX-License-Identifier: Apache-2.0
"""Passphrases are asked for, taken and forgotten as the docs say, and no other user sees what commands write."""

import io
import json
import os
import stat
import sys

import pytest
from tests.case.views.made import PASSPHRASE, acting

from suluh import __version__
from suluh.desk import closing, phrase
from suluh.desk.acting import open_case
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import unlock

NEW = ("--number", "LP/1/2026", "--unit", "Unit Contoh")


class Terminal(io.StringIO):
    """A terminal at which nothing is typed by itself."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def started(suluh, tmp_path):
    acting(tmp_path / "home")
    assert suluh("new", tmp_path / "case", *NEW).code == 0
    return tmp_path / "case"


@pytest.fixture
def typed(monkeypatch):
    """Makes a terminal at which this is typed; the questions that were asked."""
    asked = []

    def answers(words):
        def prompt(text, **options):
            asked.append((text, options["confirmation_prompt"], options["hide_input"]))
            return words

        monkeypatch.setattr(phrase.typer, "prompt", prompt)
        monkeypatch.setattr(sys, "stdin", Terminal())
        return asked

    return answers


def test_a_wrong_passphrase_typed_speaks_of_no_variable(suluh, started, typed, monkeypatch):
    monkeypatch.delenv("SULUH_PASSPHRASE")
    typed("another one")

    done = suluh("show", started, "persons", "--purpose", "test")

    assert (done.code, done.err) == (
        1,
        "suluh: the key of S1 does not open with this passphrase: type it again\n",
    )


@pytest.mark.parametrize("variable", ["SULUH_PASSPHRASE", "SULUH_PASSPHRASE_FILE"])
def test_a_wrong_passphrase_that_was_set_says_whence_it_came(suluh, started, monkeypatch, tmp_path, variable):
    (tmp_path / "phrase").write_text("another one")
    monkeypatch.delenv("SULUH_PASSPHRASE")
    monkeypatch.setenv(variable, "another one" if variable == "SULUH_PASSPHRASE" else str(tmp_path / "phrase"))

    done = suluh("show", started, "persons", "--purpose", "test")

    assert done.code == 1
    assert "it came from" in done.err
    assert variable in done.err
    assert "another one" not in done.err


def test_a_new_officer_is_asked_at_a_terminal_even_where_another_passphrase_is_set(suluh, typed, tmp_path):
    asked = typed("their own passphrase")

    done = suluh("officer", "add", "A-2", "--access", "analyst")

    assert done.code == 0
    assert asked == [("New passphrase of A-2", True, True)]
    assert "came from" not in done.out
    assert phrase_opens(tmp_path, "A-2", "their own passphrase")


def phrase_opens(tmp_path, code, words):
    return unlock(UnitFolder(tmp_path / "home"), code, words).code == code


@pytest.mark.usefixtures("strong_keys")
@pytest.mark.parametrize("words", [("officer", "add", "S1", "--access", "supervisor"), ("new", "CASE", *NEW)])
def test_the_key_of_a_new_officer_is_wrapped_as_rfc_9106_recommends(suluh, tmp_path, words):
    assert suluh(*(tmp_path / "case" if one == "CASE" else one for one in words)).code == 0

    wrapped = json.loads((tmp_path / "home" / "officers" / "S1.key").read_bytes())
    assert wrapped["strength"] == {"passes": 3, "memory": 65_536, "lanes": 4}


def test_without_a_terminal_it_is_said_whence_a_new_passphrase_came(suluh):
    done = suluh("officer", "add", "A-2", "--access", "analyst")

    assert "Its passphrase came from SULUH_PASSPHRASE: see that it is A-2's own" in done.out


def test_an_open_key_leaves_no_passphrase_in_the_environment(started, monkeypatch, tmp_path):
    monkeypatch.setenv("SULUH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SULUH_PASSPHRASE", PASSPHRASE)

    with open_case(started, "S1"):
        assert "SULUH_PASSPHRASE" not in os.environ


def test_what_commands_write_is_for_their_own_user(started, tmp_path):
    made = [path for root in (started, tmp_path / "home") for path in (root, *root.rglob("*"))]

    assert [path for path in made if path.stat().st_mode & 0o077] == []


@pytest.mark.parametrize("part", ["case", "home"])
def test_a_folder_that_is_open_to_others_is_closed_with_a_remark(suluh, started, tmp_path, part):
    (tmp_path / part).chmod(0o755)

    done = suluh("show", started, "persons", "--purpose", "test")

    assert done.code == 0
    assert f"{tmp_path / part} was open to other users of this machine: it is closed now" in done.err
    assert stat.S_IMODE((tmp_path / part).stat().st_mode) == 0o700
    assert "open to other users" not in suluh("show", started, "persons", "--purpose", "test").err


def test_a_folder_that_cannot_be_closed_is_refused_with_the_command(suluh, started, monkeypatch):
    started.chmod(0o770)
    monkeypatch.setattr(closing.Path, "chmod", lambda *_: None)

    done = suluh("show", started, "persons", "--purpose", "test")

    assert done.code == 2
    assert f"`chmod go-rwx {started}`" in done.err
    assert suluh("show", started, "counts").code == 0


def test_the_version_is_said(suluh):
    done = suluh("--version")

    assert (done.code, done.out) == (0, f"suluh {__version__}\n")
