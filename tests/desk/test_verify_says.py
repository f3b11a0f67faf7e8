# SPDX-License-Identifier: Apache-2.0
"""A check that fails says what to do next; a draft is no package and says that it waits."""

import re
import shutil

import pytest
from tests.case.views.made import acting

from suluh.desk.commands.verify import CASE_NEXT, PACKAGE_NEXT, SOURCES_NEXT

PAPER = ("--kind", "court", "--number", "PEN-1", "--issuer", "PN Contoh", "--date", "2026-01-02")


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """Where a case that has run is kept, with its exhibit; made once, by whoever asks first."""
    return tmp_path_factory.mktemp("ran")


@pytest.fixture
def case(suluh, ran, tmp_path):
    """A copy of a case with one exhibit that has run."""
    acting(tmp_path / "home")
    if not (ran / "case").exists():
        (ran / "phone").mkdir()
        (ran / "phone" / "note.txt").write_text("halo")
        (ran / "home").mkdir()
        suluh("new", ran / "case", "--number", "LP/1/2026", "--unit", "Unit Contoh")
        suluh("authority", ran / "case", *PAPER)
        suluh("add", ran / "case", ran / "phone", "--label", "B-1", "--authority", "PEN-1")
        assert suluh("run", ran / "case").code == 0
        shutil.copytree(tmp_path / "home", ran / "home", dirs_exist_ok=True)
    shutil.copytree(ran / "home", tmp_path / "home", dirs_exist_ok=True)
    return shutil.copytree(ran / "case", tmp_path / "case")


def drafted(suluh, case):
    assert suluh("refer", case, "--to", "prosecutor", "--name", "Kejaksaan Contoh").code == 0
    [draft] = (case / "releases").iterdir()
    return draft


def test_a_draft_waits_for_approval_and_then_leads_to_its_package(suluh, case):
    draft = drafted(suluh, case)
    name = draft.name.removeprefix("draft-")

    waits = suluh("verify", draft)
    assert waits.code == 2
    assert "is a draft and waits for approval: another officer reads its package.html" in waits.err
    assert f"`suluh approve CASE {name}`" in waits.err

    told = suluh("officer", "add", "S-2", "--access", "supervisor").out
    heard = re.search("(?:[0-9a-f]{4} ){7}[0-9a-f]{4}", told).group()
    assert suluh("officer", "admit", case, "S-2", "--fingerprint", heard).code == 0
    again = drafted_anew(suluh, case)
    assert suluh("approve", case, again, "--actor", "S-2").code == 0
    approved = suluh("verify", case / "releases" / f"draft-{again}")
    assert f"verify {case / 'releases' / f'package-{again}'}" in approved.err


def drafted_anew(suluh, case):
    """The id of a draft of the case as it stands now."""
    done = suluh("refer", case, "--to", "prosecutor", "--name", "Kejaksaan Lain")
    assert done.code == 0, done.err
    return done.out.split()[1]


def test_a_case_that_was_changed_says_what_to_do_next(suluh, case):
    file = case / "keys" / "S1.pub"
    file.write_bytes(file.read_bytes().replace(b"supervisor", b"superviser"))

    done = suluh("verify", case)

    assert done.code == 1
    assert done.err.rstrip("\n").endswith(CASE_NEXT)


def test_an_exhibit_that_was_changed_says_what_to_do_next(suluh, case, ran):
    (ran / "phone" / "more.txt").write_text("made up")

    done = suluh("verify", case, "--sources")
    (ran / "phone" / "more.txt").unlink()

    assert done.code == 1
    assert done.err.rstrip("\n").endswith(SOURCES_NEXT)


def test_what_is_no_package_says_what_to_do_next(suluh, tmp_path):
    (tmp_path / "package-1").mkdir()

    done = suluh("verify", tmp_path / "package-1")

    assert done.code == 1
    assert done.err.rstrip("\n").endswith(PACKAGE_NEXT)


def test_files_are_read_again_by_name(suluh, case):
    done = suluh("verify", case, "a.txt", "--sources")
    assert (done.code, "add --sources --again" in done.err) == (2, True)

    done = suluh("verify", case, "tidak-ada.txt", "--sources", "--again")
    assert (done.code, "no file of the case is called 'tidak-ada.txt'" in done.err) == (2, True)


def test_files_that_packages_name_are_read_again(suluh, case):
    drafted_anew(suluh, case)

    done = suluh("verify", case, "--sources", "--again")

    assert done.code == 0, done.err
    assert "rows, each as it stands." in done.out.splitlines()[-1]
