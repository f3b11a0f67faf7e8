# SPDX-License-Identifier: Apache-2.0
"""Several officers at one desk: each signs in with their own key, and has their own session, rights and signature."""

import re

import pytest
from tests.case.views.made import PASSPHRASE, acting
from tests.desk.browser import Browser, links, token_of
from tests.desk.conftest import HOST, Clock, _open

from suluh.case.acts.admit import admit, end
from suluh.case.rights import RECEIVE, RIGHTS
from suluh.desk.languages import LANGUAGES
from suluh.desk.web.door import IDLE, LONGEST, MOST
from suluh.desk.web.reading import Reading
from suluh.desk.web.shelf import Shelf, State
from suluh.desk.web.signing import OPEN
from suluh.desk.web.tries import MOST as MOST_CODES
from suluh.desk.web.tries import TRIES, Tries
from suluh.model.errors import NotAllowed
from suluh.model.people import Decision

IN = "/en/sign-in"


@pytest.fixture
def own(tmp_path, copied_case):
    """The desk of a case of its own, to which an officer of each of four other accesses is admitted."""
    case = copied_case
    for access in ("analyst", "child-protection", "auditor", "prosecutor"):
        admit(case, acting(tmp_path / "home", f"O-{access}", access).key.public)
    acting(tmp_path / "home", "X-9", "analyst")
    yield _open(case, tmp_path / "home", None, "supervisor")
    case.close()


def beside(desk):
    """Another browser before the same desk."""
    return Browser(desk.browser._app, HOST)


def sign_in(browser, code, words=PASSPHRASE, **more):
    token = token_of(browser.get(IN).text)
    return browser.post(IN, {"token": token, "code": code, "passphrase": words, "back": "", **more})


def test_a_second_officer_signs_in_beside_the_first(own):
    first, second = own.enter(), beside(own)

    shown = sign_in(second, "O-analyst")

    assert shown.status_code == 200
    assert "Read by O-analyst" in second.get("/en/").text
    assert "Read by O-supervisor" in first.get("/en/").text


@pytest.mark.parametrize("code", LANGUAGES)
def test_who_has_no_session_meets_the_form_and_nothing_of_the_case(own, code):
    shown = beside(own).get(f"/{code}/deals")

    assert shown.status_code == 403
    assert 'type="password"' in shown.text
    assert f'<html lang="{code}">' in shown.text
    assert own.case.paper.number not in shown.text


def test_after_signing_in_the_page_that_was_asked_for_is_there(own):
    browser = beside(own)
    shown = browser.get("/en/deals?sort=score")
    back = re.search(r'name="back" value="([^"]*)"', shown.text)[1]

    assert sign_in(browser, "O-analyst", back=back).address == "/en/deals?sort=score"


@pytest.mark.parametrize("back", ["//evil.example/", "http://evil.example", "javascript:1", "/xx/", "/en/\\evil"])
def test_signing_in_leads_to_a_page_of_the_desk_alone(own, back):
    assert sign_in(beside(own), "O-analyst", back=back).address in {"/id/", "/en/"}


@pytest.mark.parametrize(
    ("code", "words"),
    [("O-analyst", "not the one"), ("nobody", PASSPHRASE), ("../O-analyst", PASSPHRASE), ("é" * 9, "not this either")],
)
def test_a_wrong_passphrase_and_an_unknown_code_look_the_same(own, code, words):
    browser = beside(own)

    shown = sign_in(browser, code, words)

    assert shown.status_code == 422
    assert "No key opens with this code and passphrase" in shown.text
    assert f'value="{code}"' in shown.text
    assert words not in shown.text
    assert browser.get("/en/").status_code == 403


@pytest.mark.parametrize("missing", ["code", "passphrase"])
def test_what_is_missing_is_said_beside_its_field(own, missing):
    browser = beside(own)
    token = token_of(browser.get("/id/sign-in").text)

    shown = browser.post("/id/sign-in", {"token": token, "code": "O-analyst", "passphrase": PASSPHRASE} | {missing: ""})

    assert shown.status_code == 422
    assert f'<strong class="fault" id="{missing}-fault">Ini harus diisi.</strong>' in shown.text


def test_five_wrong_passphrases_wait_in_every_session_of_that_officer_alone(own):
    browser = beside(own)
    for _ in range(TRIES):
        sign_in(browser, "O-analyst", "not the one")

    refused, other = sign_in(beside(own), "O-analyst"), sign_in(beside(own), "O-auditor")
    own.clock.now += 15 * 60 + 1

    assert "wait a quarter of an hour" in refused.text
    assert other.status_code == 200
    assert sign_in(browser, "O-analyst").status_code == 200


def test_codes_that_somebody_makes_up_have_no_wrong_passphrase_forgotten():
    tries = Tries(clock := Clock())
    for _ in range(TRIES):
        tries.failed("O-analyst")
    for number in range(MOST_CODES - 1):
        tries.check(f"made-up-{number}")
        tries.failed(f"made-up-{number}")

    for code in ("O-analyst", "one-more"):
        with pytest.raises(NotAllowed, match="wait a quarter of an hour"):
            tries.check(code)
    clock.now += 15 * 60 + 1
    tries.check("O-analyst")
    tries.check("one-more")


def test_what_was_read_before_a_decision_is_not_held_for_the_time_after_it():
    class Moving(Reading):
        """Somebody decides while a list is read."""

        def __init__(self):
            self._masked, self.state, self.shelf = self, "before", Shelf()

        def asked(self):
            return 0

        def list(self, _):
            read, self.state = self.state, "after"
            return [{"id": read}]

        def _state(self, _):
            return State(self.state, "")

    reading = Moving()

    assert [reading.kept("exhibits"), reading.kept("exhibits")] == [[{"id": "before"}], [{"id": "after"}]]


def test_whom_the_case_did_not_admit_comes_not_in(own):
    browser = beside(own)

    shown = sign_in(browser, "X-9")

    assert shown.status_code == 422
    assert "is no officer of this case" in shown.text
    assert browser.get("/en/").status_code == 403


def test_for_whose_access_there_is_no_page_comes_not_in(own, monkeypatch):
    monkeypatch.setitem(RIGHTS, RECEIVE, frozenset())
    assert "covers no page of the desk" in sign_in(beside(own), "O-prosecutor").text


def test_whose_admission_ends_sees_nothing_from_then_on(own):
    browser = beside(own)
    sign_in(browser, "O-analyst")
    before = browser.get("/en/deals").status_code

    end(own.case, "O-analyst", "moved to another unit")

    shown = browser.get("/en/deals")
    assert (before, shown.status_code) == (200, 403)
    assert "moved to another unit" in shown.text
    assert 'href="/en/deals/' not in shown.text


def test_each_has_their_own_rights(own):
    auditor, analyst = beside(own), beside(own)
    sign_in(auditor, "O-auditor")
    sign_in(analyst, "O-analyst")

    assert [one.get("/en/deals").status_code for one in (auditor, analyst)] == [404, 200]
    assert [one.get("/en/counts").status_code for one in (auditor, analyst)] == [200, 200]


def test_a_session_ends_when_idle_and_after_half_a_day(own):
    browser = beside(own)
    sign_in(browser, "O-analyst")
    while own.clock.now <= LONGEST - IDLE:
        own.clock.now += IDLE - 1
        assert browser.get("/en/counts").status_code == 200

    own.clock.now += IDLE + 1

    assert browser.get("/en/counts").status_code == 403


def test_one_session_left_alone_ends_no_other(own):
    first, second = own.enter(), beside(own)
    sign_in(second, "O-analyst")
    for _ in range(3):
        own.clock.now += IDLE - 1
        second.get("/en/counts")

    assert [one.get("/en/counts").status_code for one in (first, second)] == [403, 200]


def test_whoever_signs_out_is_out_and_alone(own):
    first, second = own.enter(), beside(own)
    sign_in(second, "O-analyst")
    cookies = dict(second.cookies)

    shown = second.post("/en/sign-out", {"token": token_of(second.get("/en/").text)})
    second.cookies = cookies

    assert shown.address == IN
    assert second.get("/en/").status_code == 403
    assert first.get("/en/").status_code == 200


@pytest.mark.parametrize("token", ["", "guessed"])
def test_nobody_is_signed_out_by_a_form_of_another_session(own, token):
    first, second = own.enter(), beside(own)
    sign_in(second, "O-analyst")
    theirs = token or token_of(first.get("/en/").text)

    answer = second.post("/en/sign-out", {"token": theirs})

    assert answer.status_code == 403
    assert second.get("/en/").status_code == 200


def test_signing_in_again_ends_the_session_of_that_browser(own):
    browser = beside(own)
    sign_in(browser, "O-analyst")
    before = dict(browser.cookies)

    sign_in(browser, "O-auditor")
    other = beside(own)
    other.cookies = before

    assert "Read by O-auditor" in browser.get("/en/").text or "O-auditor" in browser.get("/en/counts").text
    assert other.get("/en/counts").status_code == 403


def test_a_form_of_one_officer_is_no_form_of_another(own):
    first, second = own.enter(), beside(own)
    sign_in(second, "O-analyst")
    address, form = a_link(first)
    theirs = form | {"token": token_of(second.get("/en/").text), "passphrase": PASSPHRASE}

    assert first.post(address, theirs).status_code == 403


def a_link(browser):
    """The address of the first link that waits, and the fields of its form."""
    text = browser.get("/en/waiting?what=link").text
    address = next(one for one in links(text) if re.fullmatch(r"/en/links/\w{26}", one))
    said = {name: re.search(rf'name="{name}" value="(\w+)"', text)[1] for name in ("seen", "words")}
    return address, {"token": token_of(text), "act": "decide", "choice": "confirm", "reason": "BAP 12", **said}


def test_each_signs_with_their_own_key_for_a_quarter_of_an_hour(own):
    browser = beside(own)
    sign_in(browser, "O-analyst")
    address, form = a_link(browser)

    browser.post(address, form)
    own.clock.now += OPEN - 1
    browser.get("/en/")
    own.clock.now += 2
    asked = browser.post(address, form | {"choice": "retract", "words": "1"})

    assert [(one.by, one.act) for one in own.case.nouns(Decision) if one.by == "O-analyst"] == [
        ("O-analyst", "confirm")
    ]
    assert asked.status_code == 422
    assert 'name="passphrase"' in asked.text


def test_the_second_of_two_officers_who_decide_at_once_sees_the_first(own):
    first, second = own.enter(), beside(own)
    sign_in(second, "O-analyst")
    address, one = a_link(first)
    _, other = a_link(second)

    first.post(address, one | {"passphrase": PASSPHRASE, "reason": "letter 7"})
    refused = second.post(address, other | {"choice": "reject", "reason": "two SIM cards"})

    assert refused.status_code == 422
    assert "Another decision on it came meanwhile" in refused.text
    assert "letter 7" in refused.text
    assert "two SIM cards" in refused.text
    assert [one.act for one in own.case.nouns(Decision) if one.act in {"confirm", "reject"}] == ["confirm"]


def test_what_was_typed_when_a_session_had_ended_stands_there_again_and_is_not_done(own):
    browser = beside(own)
    sign_in(browser, "O-analyst")
    address, form = a_link(browser)
    own.clock.now += IDLE + 1

    shut = browser.post(address, form | {"reason": "a <b>long</b> reason", "passphrase": PASSPHRASE})
    typed, back = (re.search(rf'name="{name}" value="([^"]*)"', shut.text)[1] for name in ("typed", "back"))
    again = sign_in(browser, "O-analyst", typed=typed.replace("&amp;", "&"), back=back)

    assert shut.status_code == 403
    assert PASSPHRASE not in shut.text.replace("+", " ")
    assert again.address == address
    assert "a &lt;b&gt;long&lt;/b&gt; reason" in again.text
    assert 'value="confirm" class="meant"' in again.text
    assert [one for one in own.case.nouns(Decision) if one.by == "O-analyst"] == []
    assert "a &lt;b&gt;long" not in browser.get(address).text


@pytest.mark.parametrize("path", ["/en/sign-out", "/en/key"])
def test_whoever_signs_out_of_a_session_that_had_ended_comes_to_a_page(own, path):
    browser = beside(own)
    sign_in(browser, "O-analyst")
    token = token_of(browser.get("/en/").text)
    own.clock.now += IDLE + 1

    shut = browser.post(path, {"token": token})
    again = sign_in(browser, "O-analyst", back=re.search(r'name="back" value="([^"]*)"', shut.text)[1])

    assert "what you typed" not in shut.text
    assert "Your session has ended" in shut.text
    assert (again.status_code, "<h1>Overview</h1>" in again.text or "<h1>Ikhtisar</h1>" in again.text) == (200, True)


def test_a_search_that_was_typed_when_a_session_had_ended_is_made_after_signing_in(own):
    browser = beside(own)
    sign_in(browser, "O-analyst")
    token = token_of(browser.get("/en/search").text)
    own.clock.now += IDLE + 1

    shut = browser.post("/en/search", {"token": token, "q": "paket"})
    typed, back = (re.search(rf'name="{name}" value="([^"]*)"', shut.text)[1] for name in ("typed", "back"))
    wrong = browser.post(IN, {"token": token_of(shut.text), "code": "O-analyst", "typed": typed, "back": back})
    again = sign_in(browser, "O-analyst", typed=typed, back=back)

    assert "what you typed stands there again" in wrong.text
    assert 'value="paket"' in again.text
    assert "Found:" in again.text


@pytest.mark.parametrize(
    "headers", [{"origin": ""}, {"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_form_from_elsewhere_signs_nobody_in(own, headers):
    browser = beside(own)
    token = token_of(browser.get(IN).text)

    answer = browser.post(IN, {"token": token, "code": "O-analyst", "passphrase": PASSPHRASE}, headers)

    assert answer.status_code == 403
    assert browser.cookies == {}


@pytest.mark.parametrize("token", ["", "guessed"])
def test_a_form_of_another_start_signs_nobody_in(own, token):
    browser = beside(own)

    answer = browser.post(IN, {"token": token, "code": "O-analyst", "passphrase": PASSPHRASE})

    assert answer.status_code == 403
    assert browser.cookies == {}


def test_no_more_sessions_are_open_than_a_desk_bears(own):
    for _ in range(MOST):
        assert sign_in(beside(own), "O-auditor").status_code == 200

    assert "let somebody sign out" in sign_in(beside(own), "O-auditor").text


def test_a_read_for_a_purpose_is_entered_for_whoever_reads(own):
    browser = beside(own)
    sign_in(browser, "O-child-protection")
    address = next(one for one in links(browser.get("/en/persons").text) if re.fullmatch(r"/en/persons/\w{26}", one))
    before = own.case.rows.last_entry().seq

    browser.post(
        address,
        {"token": token_of(browser.get("/en/").text), "act": "unmask", "purpose": "protecting a child", "words": ""},
    )

    bodies = [entry.body for entry in own.case.rows.entries(before + 1)]
    assert bodies
    assert all(b'"actor":"O-child-protection"' in body for body in bodies)


def test_what_one_opened_is_masked_for_the_other(own):
    first, second = own.enter(), beside(own)
    sign_in(second, "O-analyst")
    address = next(one for one in links(first.get("/en/persons").text) if re.fullmatch(r"/en/persons/\w{26}", one))

    first.post(
        address,
        {"token": token_of(first.get("/en/").text), "act": "unmask", "purpose": "protecting a child", "words": ""},
    )

    assert "Shown in full" in first.get(address).text
    assert "Shown in full" not in second.get(address).text
    assert re.search(r"\+62\d{11}", second.get(address).text) is None


def test_the_terminal_of_the_desk_hears_who_came_in_and_who_tried_to(own):
    heard = []
    own.door.tell = heard.append

    sign_in(beside(own), "O-analyst", "not the one")
    sign_in(beside(own), "O-an\nalyst\u202e" + "x" * 90, "not the one")
    sign_in(beside(own), "O-analyst")

    assert heard[0] == "Somebody tried to sign in as O-analyst, and the key stayed shut."
    assert "\n" not in heard[1]
    assert "\u202e" not in heard[1]
    assert len(heard[1]) < 120
    assert heard[2] == "O-analyst signed in."
    assert not any("not the one" in one for one in heard)
