# SPDX-License-Identifier: Apache-2.0
"""A key is compared with what its officer read out before anything is kept of it."""

import io
import re
import sys

import pytest
from tests.case.views.made import acting

PRINT = re.compile("(?:[0-9a-f]{4} ){7}[0-9a-f]{4}")


class Terminal(io.StringIO):
    """Somebody types these lines."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def case(suluh, tmp_path):
    acting(tmp_path / "home")
    assert suluh("new", tmp_path / "case", "--number", "LP/1/2026", "--unit", "Unit Contoh").code == 0
    return tmp_path / "case"


@pytest.fixture
def heard(suluh):
    """The fingerprint that a new officer was told."""
    return PRINT.search(suluh("officer", "add", "B2", "--access", "examiner").out).group()


def officers(suluh, case):
    return re.findall(r"^Officer (\S+),", suluh("verify", case).out, re.MULTILINE)


@pytest.mark.parametrize("write", [str, str.upper, lambda text: text.replace(" ", "")], ids=["said", "loud", "close"])
def test_who_read_out_their_own_fingerprint_is_admitted(suluh, case, heard, write):
    assert suluh("officer", "admit", case, "B2", "--fingerprint", write(heard)).code == 0

    assert officers(suluh, case) == ["B2", "S1"]


@pytest.mark.parametrize(
    "wrong", ["", " ", "0000", lambda text: text[:-1], lambda text: text[:-1] + "x", lambda text: text + " 00"]
)
def test_another_fingerprint_or_a_part_of_it_is_refused(suluh, case, heard, wrong):
    done = suluh("officer", "admit", case, "B2", "--fingerprint", wrong if isinstance(wrong, str) else wrong(heard))

    assert (done.code, f"has the fingerprint {heard}, and you heard" in done.err) == (2, True)
    assert officers(suluh, case) == ["S1"]


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("words", [("officer", "admit"), ("sets", "share")])
def test_without_a_terminal_nobody_is_taken_on_trust(suluh, case, words):
    done = suluh(*words, *([case] if words[0] == "officer" else []), "B2")

    assert (done.code, "nobody compared the key of B2: give --fingerprint" in done.err) == (2, True)
    assert officers(suluh, case) == ["S1"]


@pytest.mark.parametrize(("typed", "found"), [("y\n", ["B2", "S1"]), ("n\n", ["S1"]), ("\n", ["S1"])])
def test_at_a_terminal_it_is_shown_and_asked(suluh, case, heard, monkeypatch, typed, found):
    monkeypatch.setattr(sys, "stdin", Terminal(typed))

    done = suluh("officer", "admit", case, "B2")

    assert f"The key of B2 that lies here has the fingerprint {heard}." in done.out
    assert (done.code, officers(suluh, case)) == (0 if len(found) == 2 else 2, found)


def test_a_set_is_shared_with_whom_a_holder_heard(suluh, case, heard, tmp_path):
    (tmp_path / "known.csv").write_text("md5\n" + "a" * 32 + "\n")
    assert suluh("sets", "add", case, tmp_path / "known.csv", "--as", "known").code == 0

    assert suluh("sets", "share", "B2", "--fingerprint", heard[::-1]).code == 2
    assert suluh("sets", "share", "B2", "--fingerprint", heard).code == 0

    assert [path.name for path in sorted((tmp_path / "home" / "set-keys").glob("*.sealed"))] == [
        "B2.sealed",
        "S1.sealed",
    ]


def test_an_admission_that_ended_is_told_with_its_officer(suluh, case, heard):
    suluh("officer", "admit", case, "B2", "--fingerprint", heard)

    assert suluh("officer", "end", case, "B2", "--reason", "pindah satuan").code == 0

    told = suluh("verify", case).out
    assert "Officer B2, examiner, admitted by S1, until 2026-01-05T09:00:00Z, when S1 ended that, key" in told
    done = suluh("sets", "add", case, case / "keys" / "B2.pub", "--as", "benign", "--actor", "B2")
    assert (
        done.code,
        "S1 ended the admission of B2 to this case at 2026-01-05T09:00:00Z (pindah satuan)" in done.err,
    ) == (2, True)


def test_an_end_needs_its_reason_and_an_officer(suluh, case):
    assert suluh("officer", "end", case, "B2", "--reason", "x").code == 2
    assert suluh("officer", "end", case, "S1", "--reason", " ").code == 2
