# SPDX-License-Identifier: Apache-2.0
"""What falls with an exhibit stands on a page of the desk, worked out by a form without a key."""

import re

import pytest
from tests.desk.browser import links, token_of
from tests.desk.test_deciding import own  # noqa: F401 # a fixture

from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.case.views.view import Row
from suluh.desk.pages import without as page
from suluh.model.errors import Misuse
from suluh.model.trade import Deal

AT = "/en/exhibits/B-1/without"


def fallen(case: Case) -> list[Row]:
    """Rows as `suluh without` makes them, of one deal and many messages, and the counts."""
    deal = Viewer(case).seal.of(next(case.nouns(Deal)).id)
    row = {"what": "deal", "effect": "falls", "id": deal, "accounts": [], "about": None}
    said = {"text": "Nothing is left.", "text_id": "Tidak ada yang tersisa."}
    message = row | {"what": "message", "id": "x"} | said
    return [row | said, message, message, {"what": "counts", "counts": {"unread": 2}}]


@pytest.fixture
def asked(monkeypatch):
    """Which exhibits were worked out."""
    found: list[str] = []

    def without(viewer: Viewer, labels: list[str]) -> list[Row]:
        found.extend(labels)
        return fallen(viewer.case)

    monkeypatch.setattr(Viewer, "without", without)
    monkeypatch.setattr(page, "PATIENCE", 60)
    return found


def begun(browser):
    """The page after its form was sent."""
    text = browser.get(AT).text
    last = re.search(r'name="begin" value="(\d+)"', text)[1]
    return browser.post(AT, {"token": token_of(text), "begin": last})


def test_the_page_of_an_exhibit_leads_to_what_falls_with_it_and_works_it_out_once(own, asked):  # noqa: F811 # as above
    desk = own()
    browser = desk.enter()
    assert AT in links(browser.get("/en/exhibits/B-1").text)
    assert not asked

    answer = begun(browser)
    again = browser.get(answer.address).text

    assert answer.is_led
    for text in (answer.text, again, browser.get(AT).text):
        assert "Deals that fall" in text
        assert "Messages that fall" in text
        assert "2 copies would be read" in text
        assert any(re.fullmatch(r"/en/deals/\w{26}", one) for one in links(text))
    assert asked == ["B-1"]
    assert AT in links(browser.get("/en/work").text)
    assert "Yang akan gugur tanpa barang bukti B-1" in browser.get(AT.replace("/en/", "/id/")).text


def test_what_is_due_is_said_where_it_cannot_be_worked_out(own, monkeypatch):  # noqa: F811 # as above
    def refused(_viewer: Viewer, _labels: list[str]) -> list[Row]:
        raise Misuse("not all that was entered has been worked out: start `suluh run CASE`, then ask again")

    monkeypatch.setattr(Viewer, "without", refused)
    monkeypatch.setattr(page, "PATIENCE", 60)
    browser = own().enter()

    text = begun(browser).text

    assert "not all that was entered has been worked out" in text
    assert "Work it out" in text


def test_an_exhibit_that_is_not_there_has_no_such_page(own):  # noqa: F811 # as above
    assert own().enter().get("/en/exhibits/B-9/without").status_code == 404
