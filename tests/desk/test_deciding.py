# SPDX-License-Identifier: Apache-2.0
"""Decisions on the desk: the same act as the terminal's, by a form of this session alone, with the key open."""

import re
from urllib.parse import urlencode

import msgspec
import pytest
from tests.case.views.made import HOSTILE, PASSPHRASE
from tests.custody.every_noun import by_step
from tests.desk.browser import links, token_of
from tests.desk.conftest import HOST, _open

from suluh.case.keep import Act
from suluh.desk.web.signing import OPEN
from suluh.desk.web.tries import TRIES
from suluh.desk.web.unmasking import PURPOSES
from suluh.model.body import kind_of
from suluh.model.people import Decision, Link, Person


@pytest.fixture
def own(tmp_path, copied_case):
    """Opens the desk of a case of its own for an officer."""
    case = copied_case
    yield lambda purpose=None, access="supervisor": _open(case, tmp_path / "home", purpose, access)
    case.close()


def queue(desk):
    """A browser in the desk, the address of the first link that waits, and the fields of its form."""
    browser = desk.browser if desk.browser.cookies else desk.enter()
    text = browser.get("/en/waiting?what=link").text
    address = next(one for one in links(text) if re.fullmatch(r"/en/links/\w{26}", one))
    form = {"token": token_of(text), "act": "decide", "choice": "confirm", "reason": "seen in BAP 12"}
    return browser, address, form | read(text)


def read(text):
    """What the first form of a page says of what was read."""
    return {name: re.search(rf'name="{name}" value="(\w+)"', text)[1] for name in ("seen", "words")}


def run_again(case, kind, change):
    """What a run does that finds other nouns of a kind."""
    for batch in case.rows.batches_of(kind_of(kind)):
        nouns = [change(one) if isinstance(one, kind) else one for one in case.rows.in_batch(batch)]
        [(deed, _)] = by_step(nouns)
        case.keep(Act(deed.word, "case", replaces=(batch,)), nouns)


def decisions(desk):
    return sorted(desk.case.nouns(Decision), key=lambda one: one.order)


def test_a_link_is_confirmed_from_the_queue_and_leaves_it(own):
    desk = own()
    browser, address, form = queue(desk)

    done = browser.post(address, form | {"passphrase": PASSPHRASE, "back": "/en/waiting"})

    kept = decisions(desk)[-1]
    assert (kept.act, kept.reason, kept.by) == ("confirm", "seen in BAP 12", "O-supervisor")
    assert done.address == "/en/waiting"
    assert f"Kept as decision {kept.order}" in done.text
    assert address not in links(done.text)
    assert "Kept as decision" not in browser.get("/en/waiting").text


def test_a_decision_is_taken_back_where_it_stands(own):
    desk = own()
    browser, address, form = queue(desk)
    browser.post(address, form | {"passphrase": PASSPHRASE})

    shown = browser.get(address).text
    browser.post(address, form | read(shown) | {"choice": "retract", "reason": "the wrong page"})

    assert "Link confirmed" in shown
    assert "seen in BAP 12" in shown
    assert [one.act for one in decisions(desk)][-2:] == ["confirm", "retract"]
    assert address in links(browser.get("/en/waiting").text)


def test_a_closed_key_keeps_what_was_typed_and_asks_for_its_passphrase(own):
    desk = own()
    browser, address, form = queue(desk)
    before = len(decisions(desk))

    answer = browser.post(address, form | {"reason": "a <b>reason</b>", "choice": "dispute"})

    assert (answer.status_code, answer.is_led) == (422, True)
    assert browser.get(address).status_code == 200
    assert 'type="password"' in answer.text
    assert "a &lt;b&gt;reason&lt;/b&gt;" in answer.text
    assert 'value="dispute" class="meant"' in answer.text
    assert len(decisions(desk)) == before


def test_an_open_key_signs_for_a_quarter_of_an_hour_and_can_be_closed(own):
    desk = own()
    browser, address, form = queue(desk)
    browser.post(address, form | {"passphrase": PASSPHRASE})

    open_still = browser.post(address, form | {"choice": "reject", "words": "1"}).status_code
    assert "open for signing for 15 more minutes" in browser.get("/en/").text
    desk.clock.now += OPEN - 60
    browser.get("/en/")
    desk.clock.now += 61
    assert "open for signing" not in browser.get("/en/").text
    closed = browser.post(address, form | {"choice": "dispute"}).status_code
    browser.post(address, form | {"passphrase": PASSPHRASE, "choice": "dispute", "words": "2"})
    browser.post("/en/key", {"token": form["token"], "back": address})

    assert (open_still, closed) == (200, 422)
    assert browser.post(address, form | {"words": "3"}).status_code == 422


def test_a_wrong_passphrase_signs_nothing_and_five_wait(own):
    desk = own()
    browser, address, form = queue(desk)
    before = len(decisions(desk))

    said = [browser.post(address, form | {"passphrase": "not the one"}).text for _ in range(TRIES)]
    refused = browser.post(address, form | {"passphrase": PASSPHRASE})

    assert all("The passphrase is wrong" in text and "not the one" not in text for text in said)
    assert "wait a quarter of an hour" in refused.text
    assert len(decisions(desk)) == before


def test_a_decision_without_a_reason_is_refused_beside_its_field(own):
    desk = own()
    browser, address, form = queue(desk)

    answer = browser.post(address.replace("/en/", "/id/"), form | {"reason": " ", "passphrase": PASSPHRASE})

    assert answer.status_code == 422
    assert "Ini harus diisi" in answer.text
    assert len(decisions(desk)) == 1


@pytest.mark.parametrize("choice", ["", "erase", "<script>"])
def test_a_decision_of_no_kind_is_refused(own, choice):
    desk = own()
    browser, address, form = queue(desk)

    answer = browser.post(address, form | {"choice": choice, "passphrase": PASSPHRASE})

    assert answer.status_code == 422
    assert "<script" not in answer.text
    assert len(decisions(desk)) == 1


def test_what_the_officer_did_not_see_is_not_signed(own):
    desk = own()
    browser, address, form = queue(desk)

    answer = browser.post(address, form | {"seen": "0" * 64, "passphrase": PASSPHRASE})

    assert answer.status_code == 422
    assert "changed since it was shown" in answer.text
    assert len(decisions(desk)) == 1


@pytest.mark.parametrize(("code", "said"), [("en", "changed since it was shown"), ("id", "berubah sejak ditampilkan")])
def test_a_form_shown_again_signs_what_was_read_first_or_nothing(own, code, said):
    desk = own()
    browser, address, form = queue(desk)
    address = address.replace("/en/", f"/{code}/")
    run_again(desk.case, Link, lambda one: msgspec.structs.replace(one, score=100_000))

    asked = browser.post(address, form)
    refused = browser.post(address, form | read(asked.text) | {"passphrase": PASSPHRASE})
    kept = len(decisions(desk))
    done = browser.post(address, form | read(refused.text))

    assert (asked.status_code, refused.status_code, kept) == (422, 422, 1)
    assert said in refused.text
    assert read(asked.text)["seen"] == form["seen"] != read(refused.text)["seen"]
    assert (done.status_code, len(decisions(desk))) == (200, 2)


@pytest.mark.parametrize("missing", ["seen", "words"])
@pytest.mark.parametrize(("code", "said"), [("en", "does not say what was read"), ("id", "apa yang telah dibaca")])
def test_a_form_that_does_not_say_what_was_read_is_not_signed(own, missing, code, said):
    desk = own()
    browser, address, form = queue(desk)
    del form[missing]

    answer = browser.post(address.replace("/en/", f"/{code}/"), form | {"passphrase": PASSPHRASE})

    assert answer.status_code == 422
    assert said in answer.text
    assert len(decisions(desk)) == 1


BAD_HEADERS = [
    {"origin": ""},
    {"origin": "null"},
    {"origin": "http://evil.example"},
    {"origin": "http://127.0.0.1:9999"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none"},
    {"content-type": "text/plain"},
    {"content-type": "application/json"},
    {"host": "evil.example"},
]


@pytest.mark.parametrize("headers", BAD_HEADERS, ids=str)
def test_a_form_from_elsewhere_does_nothing(own, headers):
    desk = own()
    browser, address, form = queue(desk)

    answer = browser.post(address, form | {"passphrase": PASSPHRASE}, headers)

    assert answer.status_code in {403, 421}
    assert len(decisions(desk)) == 1


@pytest.mark.parametrize("token", ["", "guessed", None])
def test_a_form_without_the_token_of_the_session_does_nothing(own, token):
    desk = own()
    browser, address, form = queue(desk)
    sent = {name: value for name, value in form.items() if name != "token"} | (
        {} if token is None else {"token": token}
    )

    for where in (address, "/en/key"):
        answer = browser.post(where, sent | {"passphrase": PASSPHRASE})
        assert answer.status_code == 403
        assert "Nothing was done" in answer.text
    assert len(decisions(desk)) == 1


def test_a_form_without_a_session_does_nothing(own):
    desk = own()
    browser, address, form = queue(desk)
    browser.cookies.clear()

    assert browser.post(address, form | {"passphrase": PASSPHRASE}).status_code == 403
    assert len(decisions(desk)) == 1


def test_a_page_that_decides_nothing_takes_no_form(own):
    desk = own()
    browser, _, form = queue(desk)

    assert {browser.post(path, form).status_code for path in ("/en/", "/en/files", "/en/waiting", "/en/nothing")} == {
        404
    }


def test_reading_a_page_decides_nothing(own):
    desk = own()
    browser, address, form = queue(desk)

    browser.get(address + "?" + "&".join(f"{name}={value}" for name, value in form.items() if name != "reason"))

    assert len(decisions(desk)) == 1


@pytest.mark.parametrize(("access", "may"), [("analyst", True), ("examiner", False), ("child-protection", False)])
def test_who_may_not_decide_sees_no_form_and_signs_nothing(own, access, may):
    desk = own(access=access)
    browser = desk.enter()
    text = browser.get("/en/waiting").text
    address = next(one for one in links(text) if re.fullmatch(r"/en/links/\w{26}", one))
    token = token_of(
        browser.get(next(one for one in links(browser.get("/en/persons").text) if "/persons/" in one)).text
    )
    form = {"token": token, "act": "decide", "choice": "confirm", "reason": "r", "passphrase": PASSPHRASE}
    form |= read(own().enter().get(address).text)

    browser.post(address, form)

    assert ('value="confirm"' in text) is may
    assert (len(decisions(desk)) == 2) is may


@pytest.mark.parametrize(
    "back", ["//evil.example/", "http://evil.example", "/en/\\evil", "/en/..%2f%0d", "/xx/", "javascript:1"]
)
def test_a_form_leads_back_to_a_page_of_the_desk_alone(own, back):
    desk = own()
    browser, address, form = queue(desk)

    answer = browser.post(address, form | {"passphrase": PASSPHRASE, "back": back})

    assert answer.address == address


def test_a_role_is_given_on_the_page_of_a_person(own):
    desk = own()
    browser = desk.enter()
    person = next(one for one in links(browser.get("/id/persons").text) if re.fullmatch(r"/id/persons/\w{26}", one))
    text = browser.get(f"{person}/role").text
    form = {"token": token_of(text), "act": "decide", "role": "seller", "start": "2025-06-01", "reason": "BAP 3"}
    form["seen"] = re.search(r'name="seen" value="(\w{64})"', text)[1]

    bad = browser.post(f"{person}/role", form | {"start": "", "passphrase": PASSPHRASE})
    done = browser.post(f"{person}/role", form | {"passphrase": PASSPHRASE})

    kept = [one for one in decisions(desk) if one.act == "role"]
    assert "Ini harus diisi" in bad.text
    assert 'value="seller" selected' in bad.text
    assert done.status_code == 200
    assert {(one.right, one.valid_from, one.reason) for one in kept} == {("seller", "2025-06-01", "BAP 3")}
    assert len(kept) == 2
    assert text.partition('class="facts"')[2].partition("</dl>")[0].count("<bdi>") == len(kept)


@pytest.mark.parametrize(("code", "said"), [("en", "of this holder changed"), ("id", "pemegang ini berubah")])
def test_a_role_is_not_given_to_an_account_that_the_page_did_not_show(own, code, said):
    desk = own()
    browser = desk.enter()
    links_there = links(browser.get(f"/{code}/persons").text)
    role = next(one for one in links_there if re.fullmatch(rf"/{code}/persons/\w{{26}}", one)) + "/role"
    text = browser.get(role).text
    form = {"token": token_of(text), "act": "decide", "role": "seller", "start": "2025-06-01", "reason": "BAP 3"}
    form |= {"seen": re.search(r'name="seen" value="(\w{64})"', text)[1], "passphrase": PASSPHRASE}
    run_again(desk.case, Person, lambda one: msgspec.structs.replace(one, accounts=(*one.accounts, "x:4711")))

    refused = browser.post(role, form)

    assert refused.status_code == 422
    assert said in refused.text
    assert not [one for one in decisions(desk) if one.act == "role"]


def test_a_hostile_reason_is_kept_and_shown_and_never_run(own):
    desk = own("reading")
    browser, address, form = queue(desk)

    browser.post(address, form | {"reason": HOSTILE, "passphrase": PASSPHRASE})

    assert decisions(desk)[-1].reason == HOSTILE
    for page in ("/en/decisions", address):
        text = browser.get(page).text
        assert "&lt;script&gt;" in text
        assert "<script" not in text
        assert "\u202e" not in text


def test_the_second_of_two_officers_sees_what_the_first_decided_and_is_asked_again(own):
    one, other = own(), own(access="analyst")
    browser, address, form = queue(one)
    second, _, own_form = queue(other)
    meant = own_form | {"choice": "dispute", "passphrase": PASSPHRASE, "words": "0"}

    browser.post(address, form | {"passphrase": PASSPHRASE, "words": "0"})
    refused = second.post(address, meant)
    again = second.post(address, meant | {"words": re.search(r'name="words" value="(\d+)"', refused.text)[1]})

    assert refused.status_code == 422
    assert "Another decision on it came meanwhile" in refused.text
    assert "O-supervisor" in refused.text
    assert again.status_code == 200
    assert [kept.by for kept in decisions(one)][-2:] == ["O-supervisor", "O-analyst"]


def test_a_form_that_is_too_large_does_nothing(own):
    desk = own()
    browser, address, form = queue(desk)

    large = browser.post(address, form | {"reason": "x" * 70_000})

    assert (large.status_code, "too long for a form" in large.text) == (413, True)
    assert browser.post(address, form | {"reason": "x" * 3_000, "passphrase": PASSPHRASE}).status_code == 422
    assert len(decisions(desk)) == 1


def test_a_decision_is_the_entry_that_the_terminal_makes(own):
    desk = own()
    browser, address, form = queue(desk)
    browser.post(address, form | {"passphrase": PASSPHRASE})

    entry = desk.case.rows.last_entry()
    assert b'"action":"decide"' in entry.body
    assert b'"O-supervisor"' in entry.body


def test_a_deal_is_decided_where_it_stands_and_leaves_the_queue(own):
    desk = own()
    browser = desk.enter()
    queued = browser.get("/en/waiting?what=deal").text
    address = next(one for one in links(queued) if re.fullmatch(r"/en/deals/\w{26}", one))
    form = {"token": token_of(queued), "act": "decide", "choice": "reject", "reason": "nothing was sold"}
    form |= read(queued)

    done = browser.post(address, form | {"passphrase": PASSPHRASE})

    kept = decisions(desk)[-1]
    assert (kept.act, kept.reason, len(kept.holds)) == ("reject-deal", "nothing was sold", 3)
    assert "Deal rejected" in done.text
    assert address not in links(browser.get("/en/waiting").text)
    browser.post(address, form | read(done.text) | {"choice": "retract", "reason": "a slip"})
    assert address in links(browser.get("/en/waiting").text)


@pytest.mark.parametrize(("code", "full"), [("en", "Shown in full"), ("id", "Ditampilkan utuh")])
def test_a_deal_opened_for_a_purpose_stays_so_when_its_form_is_refused(own, code, full):
    desk = own()
    browser = desk.enter()
    text = browser.get(f"/{code}/waiting?what=deal").text
    address = next(one for one in links(text) if re.fullmatch(rf"/{code}/deals/\w{{26}}", one))
    token = token_of(text)
    opened = browser.post(address, {"token": token, "act": "unmask", "purpose": PURPOSES[0], "words": ""}).text
    before = desk.case.rows.last_entry().seq

    refused = browser.post(address, {"token": token, "act": "decide", "choice": "confirm", "reason": ""} | read(opened))
    again = browser.post(address, {"token": token, "act": "unmask", "purpose": "", "words": ""})

    for answer in (refused, again):
        assert answer.status_code == 422
        assert full in answer.text
        assert answer.text.count("••••") == opened.count("••••") < browser.get(f"/{code}/deals").text.count("••••")
    looks = [one for one in desk.case.rows.entries(before + 1) if b'"object":"deals"' in one.body]
    assert len(looks) == 2


@pytest.mark.parametrize(("code", "said"), [("en", "Kept as decision"), ("id", "Disimpan sebagai keputusan")])
def test_what_was_kept_is_said_on_the_page_to_which_it_leads_alone(own, code, said):
    desk = own()
    browser, address, form = queue(desk)
    address = address.replace("/en/", f"/{code}/")
    sent = {"content-type": "application/x-www-form-urlencoded", "origin": f"http://{HOST}"}
    sent["sec-fetch-site"] = "same-origin"
    back = f"/{code}/waiting?what=link"

    body = urlencode(form | {"passphrase": PASSPHRASE, "back": back})
    answer = browser.request("POST", address, sent, body)

    assert answer.headers["location"] == back
    assert said not in browser.get(f"/{code}/").text
    assert said in browser.get(back).text
    assert said not in browser.get(back).text


def test_a_deal_that_changed_since_is_not_signed(own):
    desk = own()
    browser = desk.enter()
    text = browser.get("/en/waiting?what=deal").text
    address = next(one for one in links(text) if re.fullmatch(r"/en/deals/\w{26}", one))
    form = {"token": token_of(text), "act": "decide", "choice": "confirm", "reason": "r"}
    form |= read(text) | {"seen": "1" * 64}

    answer = browser.post(address, form | {"passphrase": PASSPHRASE})

    assert answer.status_code == 422
    assert "changed since it was shown" in answer.text
    assert len(decisions(desk)) == 1
