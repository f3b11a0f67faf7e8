# SPDX-License-Identifier: Apache-2.0
"""The box on every page asks as `suluh search` asks: each search is entered, masked without a purpose, never run."""

import re
from urllib.parse import quote

import pytest
from tests.desk.browser import links, token_of
from tests.desk.conftest import HOST
from tests.desk.test_pages import SECRETS

from suluh.desk.web import reading

NOT_YET = "records that came of late were not searched"
WRITINGS = ("081234567890", "0812-3456-7890", "62812 3456 7890", "+62 812 3456-7890")


def asked(desk, words, language="en", more=""):
    return desk.enter().get(f"/{language}/search?q={quote(words)}{more}")


def test_the_box_stands_on_every_page(masked):
    for address, answer in masked.items():
        if not address.startswith("/static"):
            assert 'role="search"' in answer.text, address


def test_a_number_is_found_however_it_is_written(open_desk):
    desk = open_desk("who used this number")
    browser = desk.enter()

    shown = {
        browser.get(f"/en/search?q={quote(one)}").text.partition("<main")[2].partition("</main")[0] for one in WRITINGS
    }

    assert len({re.sub(r'value="[^"]*"', "", text) for text in shown}) == 1
    assert all("hubungi 0812-3456-7890" in text and "+6281234567890" in text for text in shown)


def test_each_search_is_an_entry_with_what_was_typed(desk):
    browser, before = desk.enter(), desk.case.rows.last_entry().seq

    browser.get("/en/search")
    browser.get("/en/search?q=paket")

    [entry] = desk.case.rows.entries(before + 1)
    assert b'"words":"paket"' in entry.body


def test_what_is_found_names_nobody_without_a_purpose(desk):
    text = asked(desk, "paket").text.partition("<main")[2]

    assert "paket" in text
    assert [secret for secret in SECRETS if secret in text] == []


def test_what_is_found_leads_to_its_page(desk):
    answer = asked(desk, "0812-3456-7890")

    found = [one for one in links(answer.text.partition("<main")[2]) if re.search(r"/\w+/\w{26}", one)]
    assert {one.split("/")[2] for one in found} >= {"persons"}
    assert {desk.browser.get(one).status_code for one in found} == {200}


def test_text_that_is_found_is_never_run(open_desk):
    text = asked(open_desk("reading"), "Evil").text

    assert "&lt;script&gt;alert(1)" in text
    assert "<script" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '" onfocus="alert(1)', "\u202eexe", "=1+1"])
def test_what_was_typed_is_shown_and_never_run(desk, words):
    text = asked(desk, words).text

    assert "<script" not in text
    assert 'onfocus="alert' not in text
    assert "\u202e" not in text


@pytest.mark.parametrize(
    ("words", "language", "sentence"),
    [
        ('"open', "en", "a quotation mark is not closed"),
        ('"open', "id", "tanda kutip tidak ditutup"),
        ("...", "id", "tidak ada kata dan tidak ada nomor"),
        ("x" * 300, "en", "300 characters"),
    ],
)
def test_a_search_that_cannot_be_made_keeps_what_was_typed_and_says_why(desk, words, language, sentence):
    answer = asked(desk, words, language)

    assert answer.status_code == 200
    assert sentence in answer.text
    assert words[:5].replace('"', "&#34;") in answer.text


def test_an_unknown_list_and_an_unknown_exhibit_are_said(desk):
    assert "is not searched" in asked(desk, "paket", more="&in=nothing").text
    assert "the case has no exhibit B-9" in desk.browser.get("/en/search?q=paket&exhibit=B-9").text


def test_who_may_not_read_has_no_box(open_desk):
    browser = open_desk(access="auditor").enter()

    assert 'role="search"' not in browser.get("/en/counts").text
    assert browser.get("/en/search?q=paket").status_code == 404


def test_what_was_typed_stands_in_no_address(desk):
    browser = desk.enter()
    token = token_of(browser.get("/en/").text)

    sent = browser.request(
        "POST",
        "/en/search",
        {"content-type": "application/x-www-form-urlencoded", "origin": f"http://{HOST}"},
        f"token={token}&q=paket&in=messages",
    )
    typed = browser.request("GET", "/en/search?q=paket&in=messages")

    address = sent.headers["location"]
    assert re.fullmatch(r"/en/search\?s=[\w-]+", address)
    assert typed.headers["location"] == address
    assert browser.get(address).text == browser.get(address).text
    assert 'value="paket"' in browser.get(address).text
    assert 'value="paket"' in browser.get(address.replace("/en/", "/id/")).text
    assert "paket" not in "".join(links(browser.get(address).text))


def test_a_search_of_another_session_says_that_it_is_to_be_typed_again(desk):
    text = desk.enter().get("/en/search?s=guessed").text

    assert "is no longer held" in text
    assert "Nothing was found" not in text


def test_the_page_says_how_many_records_of_late_were_not_searched(desk, monkeypatch):
    monkeypatch.setattr(reading, "WHILE_ONE_WAITS", 1)
    desk.case.folder.words.unlink(missing_ok=True)

    first = asked(desk, "paket").text
    for _ in range(1000):
        last = desk.browser.get("/en/search?q=paket").text
        if NOT_YET not in last:
            break

    assert NOT_YET in first
    assert NOT_YET not in last
