# SPDX-License-Identifier: Apache-2.0
"""One thing is shown in full for a purpose: that alone, for half an hour, with an entry for each look."""

import re

import pytest
from tests.desk.browser import links, token_of

from suluh.desk.web.unmasking import OPEN, PURPOSES

FOR = PURPOSES[1]


def first(browser, what):
    """The address of the first of a kind, and the token of the session."""
    found = [one for one in links(browser.get(f"/en/{what}").text) if re.fullmatch(rf"/en/{what}/\w{{26}}", one)]
    return found[0], token_of(browser.get(found[0]).text)


def ask(browser, address, token, **more):
    return browser.post(address, {"token": token, "act": "unmask", "purpose": FOR, "words": "", **more})


def entries(desk, before):
    return [entry.body for entry in desk.case.rows.entries(before + 1)]


@pytest.mark.parametrize("what", ["persons", "deals", "conversations"])
def test_one_thing_is_shown_in_full_and_every_look_is_entered(desk, what):
    browser = desk.enter()
    address, token = first(browser, what)
    before = desk.case.rows.last_entry().seq

    shown = ask(browser, address, token, words="for the letter of Monday")
    again = browser.get(address)

    assert "••••" in browser.get(f"/en/{what}").text
    assert re.search(r"<bdi>(?:\+62|channel)\d{10}", shown.text)
    assert "30 more minutes" in shown.text
    assert "for the letter of Monday" in again.text
    looks = [body for body in entries(desk, before) if b"protecting a child: for the letter of Monday" in body]
    assert len([body for body in looks if f'"object":"{what}"'.encode() in body]) == 2


def test_nothing_beside_it_is_shown(desk):
    browser = desk.enter()
    persons = [one for one in links(browser.get("/en/persons").text) if re.fullmatch(r"/en/persons/\w{26}", one)]
    one, other = list(dict.fromkeys(persons))[:2]
    token = token_of(browser.get(one).text)

    shown = ask(browser, one, token).text
    head, _, rest = shown.partition("<h2>Deals")

    assert "••••" not in head.partition("<main")[2]
    assert re.search(r"\+62\d{11}", rest) is None
    assert "••••" in browser.get(other).text
    assert re.search(r"\+62\d{11}", browser.get(other).text) is None


def test_it_is_masked_again_after_half_an_hour_or_when_asked(desk):
    browser = desk.enter()
    address, token = first(browser, "persons")
    ask(browser, address, token)
    for _ in range(3):
        desk.clock.now += OPEN / 3
        browser.get("/en/counts")
    late = browser.get(address).text
    ask(browser, address, token)

    asked = browser.post(address, {"token": token, "act": "mask"}).text

    assert "more minutes" not in late
    assert "••••" in late
    assert "••••" in asked


@pytest.mark.parametrize("purpose", ["", "because", "<script>alert(1)</script>"])
def test_a_purpose_is_chosen_from_the_list(desk, purpose):
    browser = desk.enter()
    address, token = first(browser, "deals")

    answer = ask(browser, address, token, purpose=purpose, words="kept <i>as typed</i>")

    assert (answer.status_code, answer.is_led) == (422, True)
    assert "Choose for what." in answer.text
    assert "kept &lt;i&gt;as typed&lt;/i&gt;" in answer.text
    assert "••••" in answer.text


def test_a_desk_for_a_purpose_offers_nothing_to_open(open_desk):
    browser = open_desk("reading").enter()
    found = next(one for one in links(browser.get("/en/persons").text) if re.fullmatch(r"/en/persons/\w{26}", one))

    assert 'value="unmask"' not in browser.get(found).text


def test_nothing_is_opened_by_a_form_from_elsewhere_or_without_the_token(desk):
    browser = desk.enter()
    address, token = first(browser, "persons")

    refused = [
        browser.post(address, {"token": token, "act": "unmask", "purpose": FOR}, {"origin": "http://evil.example"}),
        ask(browser, address, "guessed"),
    ]

    assert [answer.status_code for answer in refused] == [403, 403]
    assert "more minutes" not in browser.get(address).text


def test_an_unknown_id_opens_nothing(desk):
    browser = desk.enter()
    _, token = first(browser, "persons")

    assert ask(browser, "/en/persons/" + "a" * 26, token).status_code == 404


@pytest.mark.parametrize("what", ["persons", "deals", "conversations"])
def test_every_link_of_a_thing_that_is_shown_in_full_leads_to_a_page(desk, what):
    browser = desk.enter()
    for address in dict.fromkeys(
        one for one in links(browser.get(f"/en/{what}").text) if re.fullmatch(rf"/en/{what}/\w{{26}}", one)
    ):
        token = token_of(browser.get(address).text)
        shown = ask(browser, address, token).text
        ways = [one for one in links(shown) if not re.search("sort=|csv=", one) and re.search(r"\w{26}", one)]
        assert ways
        assert {one: browser.get(one).status_code for one in ways} == dict.fromkeys(ways, 200)
