# SPDX-License-Identifier: Apache-2.0
"""Work in the background: a run started on a page, seen by all, one at a time; exhibits entered, work lists written."""

import os
import re
import threading
import time

import pytest
from tests.case.views.made import PASSPHRASE, acting
from tests.desk.browser import Browser, anybody, links, token_of
from tests.desk.conftest import HOST, Clock, _open

from suluh.case.acts.decide import decide_status
from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.lease import lease
from suluh.case.line.beside import begin, forget, going, noting
from suluh.case.line.meter import Progress
from suluh.desk.seats import posting
from suluh.desk.seats.works import Work
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build
from suluh.model.intake import Exhibit, File
from suluh.model.talk import Account

WORK = "/en/work"
NAME = "Citra Lestari"


@pytest.fixture
def fresh(suluh, tmp_path, monkeypatch):
    """The desk of a case with one exhibit that was never run, and the works of it."""
    world = tmp_path / "world"
    world.mkdir()
    for number in range(5):
        (world / f"{number}.txt").write_text(f"catatan {number}\n", "utf-8")
    acting(tmp_path / "home", "S1")
    case = tmp_path / "case"
    for words in (
        ("new", case, "--number", "LP/7/2026", "--unit", "Unit Contoh"),
        ("authority", case, "--kind", "court", "--number", "PEN-1", "--issuer", "PN Contoh", "--date", "2026-01-02"),
        ("add", case, world, "--label", "B-1", "--authority", "PEN-1", "--timezone", "Asia/Jakarta"),
    ):
        assert suluh(*words).code == 0
    monkeypatch.delenv("SULUH_PASSPHRASE")
    opened = Case.open(CaseFolder(case), acting(tmp_path / "home", "S1"))
    reading, door = Reading(opened, None), Door(Clock())
    browser = Browser(build(reading, door, HOST, anybody), HOST)
    browser.get(f"/enter/{door.token}")
    yield browser, reading.works, opened
    for one in reading.works.all:
        one.running.stop()
        one.running.wait(30)
    opened.close()


def press(browser, choice, words=""):
    form = {"token": token_of(browser.get(WORK).text), "act": "decide", "choice": choice}
    return browser.post(WORK, form | {"passphrase": words})


def until(condition):
    for _ in range(600):
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError("it did not come to that within a minute")


def test_a_run_goes_on_beside_the_desk_and_pages_are_read_meanwhile(fresh):
    browser, works, case = fresh

    begun = press(browser, "run", PASSPHRASE)
    meanwhile = [browser.get(path).status_code for path in ("/en/", "/en/exhibits", WORK)]
    until(lambda: works.own is None)
    after = browser.get(WORK).text

    assert begun.status_code == 200
    assert "A run begins" in begun.text or "A run of S1 goes on" in begun.text
    assert 'value="run"' not in begun.text
    assert meanwhile == [200, 200, 200]
    assert works.all[0].state == "finished", works.all[0].said
    assert "finished" in after
    assert "Nothing is due" in after
    assert case.rows.count(File) == 5


def test_a_run_needs_its_own_passphrase_however_long_the_key_is_open(fresh):
    browser, works, _ = fresh

    missing, wrong = press(browser, "run"), press(browser, "run", "not the one")

    assert (missing.status_code, wrong.status_code) == (422, 422)
    assert "Type the passphrase of your key" in missing.text
    assert "The passphrase is wrong" in wrong.text
    assert works.all == []


def test_a_run_is_paused_and_goes_on(fresh):
    browser, works, case = fresh
    press(browser, "run", PASSPHRASE)

    paused = press(browser, "pause")
    until(lambda: works.own is None)
    first = works.all[0].state
    press(browser, "run", PASSPHRASE)
    until(lambda: works.own is None)

    assert paused.status_code == 200
    assert first in {"paused", "finished"}
    assert works.all[0].state == "finished", works.all[0].said
    assert case.rows.count(File) == 5


def test_a_case_has_one_writer(fresh):
    browser, works, case = fresh
    with lease(case.folder):
        press(browser, "run", PASSPHRASE)
        until(lambda: works.own is None)

    shown = browser.get(WORK).text
    assert works.all[0].state == "failed"
    assert "runs this case now" in shown


def test_a_run_that_was_started_elsewhere_is_shown_step_by_step_and_none_begins(fresh):
    browser, works, case = fresh
    tell = noting(case.folder, lambda _: None)
    tell(Progress("digest", 1_234, 5_000, 300.0, 12.6, 2))
    tell(Progress("read", 7, None, 1.0, None, 0))

    english, local = browser.get(WORK).text, browser.get("/id/work").text
    refused = press(browser, "run", PASSPHRASE)

    assert [one.step for one in going(case.folder).steps] == ["digest", "read"]
    assert all(figure in english for figure in ("1,234", "5,000", "300", "13"))
    assert "1.234" in local
    assert 'value="run"' not in english
    assert refused.status_code == 422
    assert "runs this case now" in refused.text
    assert works.all == []


def test_a_run_takes_its_own_note_away_and_no_other(fresh):
    _, _, case = fresh
    noting(case.folder, lambda _: None)(Progress("digest", 1, 2, 1.0, 1.0, 0))
    path = case.folder.work / "progress.json"
    own = path.read_text("utf-8")
    path.write_text(re.sub(r"^\[\d+", f"[{os.getppid()}", own), "utf-8")
    forget(case.folder)
    left = going(case.folder)
    path.write_text(own, "utf-8")
    forget(case.folder)

    assert left is not None
    assert going(case.folder) is None


def test_what_a_run_noted_is_nothing_once_its_process_is_gone(fresh):
    _, _, case = fresh
    noting(case.folder, lambda _: None)(Progress("digest", 1, 2, 1.0, 1.0, 0))
    path = case.folder.work / "progress.json"
    path.write_text(re.sub(r"^\[\d+", "[4194303", path.read_text("utf-8")), "utf-8")

    assert going(case.folder) is None


def test_a_run_is_told_no_passphrase_but_its_own_by_its_input(fresh, monkeypatch):
    _, _, case = fresh
    told = []
    monkeypatch.setattr("suluh.case.line.beside.Beside", lambda *given: told.append(given))
    secrets = {"SULUH_PASSPHRASE": "one", "SULUH_OTHER_PASSPHRASE": "two", "SULUH_PURPOSE": "why"}

    begin(case.folder, "S1", PASSPHRASE, secrets | {"SULUH_HOME": "/home"})

    [(words, secret, environment)] = told
    assert (words[0], secret, environment["SULUH_HOME"]) == ("run", PASSPHRASE, "/home")
    assert not secrets.keys() & environment.keys()


@pytest.fixture
def made(tmp_path, copied_case):
    case = copied_case
    yield lambda access="supervisor": _open(case, tmp_path / "home", None, access)
    case.close()


@pytest.mark.parametrize(("access", "may"), [("examiner", True), ("analyst", False), ("child-protection", False)])
def test_only_whoever_may_run_sees_the_form_and_starts_one(made, access, may):
    desk = made(access)
    browser = desk.enter()
    text = browser.get(WORK).text

    answer = press(browser, "run", "wrong on purpose")

    assert ('value="run"' in text) is may
    assert answer.status_code == (422 if may else 404)


def entered(browser, **fields):
    form = {"token": token_of(browser.get("/en/add").text), "act": "decide", "passphrase": PASSPHRASE}
    return browser.post("/en/add", form | {"label": "B-9", "authority": "PEN-1"} | fields)


def test_an_exhibit_is_entered_and_leads_to_the_work(made, tmp_path):
    desk = made()
    browser = desk.enter()
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree" / "a.txt").write_text("catatan", "utf-8")

    done = entered(browser, file=str(tmp_path / "tree"), accounts="whatsapp:+6281200000001", zone="Asia/Jakarta")

    [one] = [each for each in desk.case.nouns(Exhibit) if each.label == "B-9"]
    assert done.address == WORK
    assert "The exhibit is entered" in done.text
    assert (one.by, one.accounts, one.timezone) == ("O-supervisor", ("whatsapp:+6281200000001",), "Asia/Jakarta")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"file": "tree"}, "Write the whole path"),
        ({"file": "/nowhere/at/all"}, "Nothing lies there"),
        ({"file": "/" + "a" * 1000}, "Nothing lies there"),
        *(({"file": "/", "zone": one}, "This is no time zone") for one in ("WIB", "Asia", "localtime", "A" * 300)),
        ({"file": "/", "label": ""}, "This is needed"),
        ({"file": "/", "authority": "PEN-999"}, "PEN-999"),
    ],
)
def test_an_exhibit_that_cannot_be_entered_is_refused_with_what_was_typed(made, fields, said):
    desk = made()

    answer = entered(desk.enter(), holder="Nama <b>Contoh</b>", **fields)

    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="Nama &lt;b&gt;Contoh&lt;/b&gt;"' in answer.text
    assert [one.label for one in desk.case.nouns(Exhibit) if one.label == "B-9"] == []


def test_a_work_list_is_written_for_a_purpose_that_the_ledger_keeps(made, tmp_path):
    desk = made()
    browser, file = desk.enter(), tmp_path / "look.csv"
    before = desk.case.rows.last_entry().seq
    form = {"token": token_of(browser.get("/en/listed").text), "act": "decide", "passphrase": PASSPHRASE}

    done = browser.post("/en/listed", form | {"file": str(file), "purpose": "viewing on Monday"})
    again = browser.post("/en/listed", form | {"file": str(file), "purpose": "viewing on Monday"})

    bodies = [entry.body for entry in desk.case.rows.entries(before + 1)]
    assert "The work list is written" in done.text
    assert any(b'"action":"worklist"' in body and b"viewing on Monday" in body for body in bodies)
    assert len(file.read_text("utf-8-sig").splitlines()) > 1
    assert again.status_code == 422
    assert "name a new file" in again.text


@pytest.mark.parametrize("page", ["listed", "draw"])
def test_what_a_machine_refuses_is_said_beside_the_form(made, tmp_path, page):
    browser = made().enter()
    form = {"token": token_of(browser.get(f"/en/{page}").text), "act": "decide", "passphrase": PASSPHRASE}
    typed = {"file": f"{tmp_path}/{'a' * 300}.csv", "purpose": "viewing on Monday", "size": "1", "seed": "day-1"}

    answer = browser.post(f"/en/{page}", form | typed)

    assert answer.status_code == 422
    assert "see that the path is right and may be used" in answer.text


def test_categories_are_taken_back_from_a_path_that_can_be_one(made):
    browser = made().enter()
    form = {"token": token_of(browser.get("/en/graded").text), "act": "decide", "passphrase": PASSPHRASE}

    answer = browser.post("/en/graded", form | {"file": "/" + "a" * 300})

    assert answer.status_code == 422
    assert "Nothing lies there" in answer.text


class Broken:
    """A run that failed, and named a person."""

    def ended(self):
        return 1

    def said(self):
        return f"suluh: nothing lies at /evidence/chat with {NAME}/a.txt"

    def stop(self):
        pass

    def wait(self, _):
        return 1


@pytest.mark.parametrize("is_child", [False, True])
def test_a_name_in_the_last_words_of_a_run_is_masked(made, is_child):
    desk = made()
    account = next(one.account for one in desk.case.nouns(Account) if NAME in one.names)
    if is_child:
        decide_status(desk.case, account, "anak-korban", "BAP-1", "2026-01-02")
    reading = Reading(desk.case, None)
    reading.works.all.append(Work("O-supervisor", "2026-01-01T00:00:00Z", Broken()))
    door = Door(Clock())
    browser = Browser(build(reading, door, HOST, anybody), HOST)
    browser.get(f"/enter/{door.token}")

    text = browser.get(WORK).text

    assert ("suluh: nothing lies at" in text) is not is_child
    assert "ended with a fault" in text
    assert NAME not in text
    assert not set(NAME.split()) & set(re.findall(r"\w+", text))


def test_the_pages_of_work_are_led_to(made):
    browser = made().enter()

    assert {"/en/add", WORK} <= set(links(browser.get("/en/exhibits").text))
    assert {"/en/listed", "/en/graded"} <= set(links(browser.get("/en/votes").text))
    assert "/en/draw" in links(browser.get("/en/samples").text)


def test_an_act_that_takes_long_goes_on_without_the_browser_and_says_how_far_it_is(fresh, tmp_path, monkeypatch):
    browser, works, case = fresh
    monkeypatch.setattr("suluh.desk.seats.posting.PATIENCE", 0.01)
    begun, ends = threading.Event(), threading.Event()
    enter = posting.Posting._kept

    def slow(self, *given):
        given[-1](Progress("entered", 1, 4, 1.0, 3.0, 0))
        begun.set()
        ends.wait(30)
        return enter(self, *given)

    monkeypatch.setattr(posting.Posting, "_kept", slow)
    (tmp_path / "more").mkdir()
    form = {"token": token_of(browser.get("/en/add").text), "act": "decide", "passphrase": PASSPHRASE}
    shown = browser.post("/en/add", form | {"file": str(tmp_path / "more"), "label": "B-2", "authority": "PEN-1"})

    assert begun.wait(30)
    assert shown.address == WORK
    assert "acquisitions entered: 1 / 4" in browser.get(WORK).text
    assert case.rows.count(Exhibit) == 1
    ends.set()
    works.acts[0].wait(30)
    assert works.acts[0].state == "finished"
    assert case.rows.count(Exhibit) == 2
    assert "What came of it" in browser.get(WORK).text


def test_an_act_that_was_refused_meanwhile_says_why(fresh, tmp_path, monkeypatch):
    browser, works, _ = fresh
    monkeypatch.setattr("suluh.desk.seats.posting.PATIENCE", 0.0)
    form = {"token": token_of(browser.get("/en/add").text), "act": "decide", "passphrase": PASSPHRASE}

    browser.post("/en/add", form | {"file": str(tmp_path), "label": "B-2", "authority": "PEN-9"})
    works.acts[0].wait(30)

    assert "PEN-9" in works.acts[0].said
    assert "PEN-9" in browser.get(WORK).text


@pytest.mark.parametrize(("language", "said"), [("en", "A run goes on. Rows"), ("id", "Sebuah proses sedang berjalan")])
def test_pages_say_since_when_their_numbers_stand_while_a_run_goes_on(desk, language, said):
    browser = desk.enter()
    before = browser.get(f"/{language}/").text

    with lease(desk.case.folder):
        meanwhile = browser.get(f"/{language}/").text

    assert said not in before
    assert said in meanwhile
    assert said not in browser.get(f"/{language}/").text
