# SPDX-License-Identifier: Apache-2.0
"""`suluh remove` takes two officers, `suluh authority --refuses` seals, and lists and pages show both as sealed."""

import re
import shutil
from contextlib import contextmanager

import pytest
from tests.case.test_without import CHAT
from tests.case.views.made import acting
from tests.desk.browser import Browser, anybody, links

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build

WORD = "kenari"
"""A harmless word that only the second exhibit holds."""

HOST = "127.0.0.1:8011"
PAPER = ("--kind", "court", "--issuer", "PN Contoh", "--date", "2026-01-02")
REMOVE = ("--exhibit", "B-2", "--document", "D-2", "--reason", "dibatalkan")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Where the case is made once; never changed."""
    return tmp_path_factory.mktemp("made")


@pytest.fixture
def case(suluh, made, tmp_path):
    """A copy of a case with two exhibits under two papers, which has run, and with a second supervisor."""
    if not (made / "one").exists():
        with pytest.MonkeyPatch.context() as there:
            there.setenv("SULUH_HOME", str(made / "home"))
            make(suluh, made)
    for name in ("one", "home"):
        shutil.copytree(made / name, tmp_path / name)
    return tmp_path / "one"


def make(suluh, folder):
    case = folder / "one"
    acting(folder / "home")
    print_ = acting(folder / "home", "S2").key.public.fingerprint
    for label in ("B-1", "B-2"):
        (folder / label).mkdir()
        said = CHAT if label == "B-1" else CHAT.replace("kak", WORD).replace("Ani", WORD)
        (folder / label / f"Chat WhatsApp dengan {label}.txt").write_text(said, "utf-8")
    for words in (
        ("new", case, "--number", "LP/1/2026", "--unit", "Unit Contoh"),
        *(("authority", case, *PAPER, "--number", number) for number in ("PEN-1", "PEN-2")),
        ("add", case, folder / "B-1", "--label", "B-1", "--authority", "PEN-1"),
        ("add", case, folder / "B-2", "--label", "B-2", "--authority", "PEN-2"),
        ("run", case),
        ("officer", "admit", case, "S2", "--fingerprint", print_),
    ):
        done = suluh(*words)
        assert done.code == 0, done.err


@contextmanager
def browsing(case, tmp_path, purpose=None):
    """A browser before the desk of the case, let in."""
    opened = Case.open(CaseFolder(case), acting(tmp_path / "home"))
    door = Door(lambda: 0.0)
    browser = Browser(build(Reading(opened, purpose), door, HOST, anybody), HOST)
    browser.get(f"/enter/{door.token}")
    yield browser
    opened.close()


def page(case, tmp_path, address):
    with browsing(case, tmp_path) as browser:
        return browser.get(address)


def pages(browser):
    """Every page that links lead to, by address."""
    seen, waiting = {}, ["/en/"]
    while waiting:
        address = waiting.pop()
        if address not in seen and not re.search(r"[?&](sort|csv)=", address):
            seen[address] = browser.get(address)
            waiting += links(seen[address].text)
    return seen


def test_no_page_shows_anything_of_a_sealed_exhibit(suluh, case, tmp_path):
    lists = ("messages", "accounts", "conversations", "deals")
    assert all(WORD in suluh("show", case, one, "--json", "--purpose", "uji").out for one in lists)
    suluh("authority", case, *PAPER, "--number", "PEN-9", "--refuses", "PEN-2")
    assert not any(WORD in suluh("show", case, one, "--json", "--purpose", "uji").out for one in lists)
    assert suluh("run", case).code == 0

    with browsing(case, tmp_path, "uji") as browser:
        found = pages(browser)

    assert {answer.status_code for answer in found.values()} == {200}
    assert [address for address, answer in found.items() if WORD in answer.text] == []


def test_one_proposes_another_carries_out_and_verify_says_so(suluh, case):
    proposed = suluh("remove", case, *REMOVE)
    proposal = re.search(r"Proposed ([a-z2-7]{26})", proposed.out)[1]
    assert "Nothing was removed yet" in proposed.out
    assert f"{proposal}: S1 proposed" in suluh("remove", case).out

    alone = suluh("remove", case, "--carry-out", proposal)
    done = suluh("remove", case, "--carry-out", proposal, "--actor", "S2")

    assert (alone.code, "another officer" in alone.err) == (2, True)
    assert "Removed B-2 under D-2" in done.out
    assert "B-2: removed under D-2" in suluh("remove", case).out
    assert suluh("run", case).code == 0
    said = suluh("verify", case)
    assert (said.code, "batches removed under D-2: " in said.out) == (0, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--exhibit", "B-2"), "needs --exhibit, --document and --reason"),
        (("--exhibit", "B-2", "--document", "D-2"), "--reason"),
        (("--document", "D-2", "--reason", "x"), "needs --exhibit"),
        (("--carry-out", "x", *REMOVE), "stands alone"),
        (("--carry-out", "x"), "no proposal x"),
        (("--exhibit", "B-9", "--document", "D-2", "--reason", "x"), "no exhibit B-9"),
    ],
)
def test_what_cannot_be_meant_is_said(suluh, case, words, said):
    done = suluh("remove", case, *words)

    assert (done.code, said in done.err) == (2, True), done.err


def test_a_refused_paper_seals_and_pages_say_so_in_both_languages(suluh, case, tmp_path):
    done = suluh("authority", case, *PAPER, "--number", "PEN-9", "--refuses", "PEN-2")

    assert "Sealed: B-2." in done.out
    assert suluh("run", case).code == 0
    counts = suluh("show", case, "counts").out
    assert "PEN-9" in counts
    for language, said in (("en", "refuses the paper on which it rests"), ("id", "menolak surat yang mendasarinya")):
        assert said in page(case, tmp_path, f"/{language}/exhibits").text
        assert "PEN-9" in page(case, tmp_path, f"/{language}/counts").text
    assert page(case, tmp_path, "/en/exhibits/B-2").status_code == 404
    assert page(case, tmp_path, "/en/exhibits/B-1").status_code == 200
    assert suluh("show", case, "messages", "--exhibit", "B-2", "--json").out == ""
    assert "B-2 is sealed" in suluh("verify", case).out
    assert "B-2: sealed by PEN-9" in suluh("remove", case).out


def test_only_a_supervisor_enters_a_refusal(suluh, case, tmp_path):
    print_ = acting(tmp_path / "home", "E1", "examiner").key.public.fingerprint
    suluh("officer", "admit", case, "E1", "--fingerprint", print_)

    refused = suluh("authority", case, *PAPER, "--number", "PEN-9", "--refuses", "PEN-2", "--actor", "E1")

    assert (refused.code, "supervisor" in refused.err) == (2, True)
