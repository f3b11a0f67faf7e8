# SPDX-License-Identifier: Apache-2.0
"""Ways down and back: one payment, statement, file, message, exhibit, each with what rests on it."""

import re

import pytest
from tests.case.views.made import CHAT
from tests.desk.browser import links


def way(desk, start, kind):
    """The page of the first of a kind that a page leads to."""
    browser = desk.browser if desk.browser.cookies else desk.enter()
    address = next(one for one in links(browser.get(start).text) if re.fullmatch(rf"/en/{kind}/\w{{26}}", one))
    return browser.get(address).text


@pytest.mark.parametrize("purpose", [None, "reading"])
def test_a_payment_leads_to_its_deal_its_statement_and_its_file(open_desk, purpose):
    text = way(open_desk(purpose), "/en/payments", "payments")

    assert "50.000,00" in text
    kinds = {one.split("/")[2] for one in links(text.partition("<main")[2]) if re.search(r"/\w{26}$", one)}
    assert kinds >= {"deals", "statements", "files"}


def test_a_deal_leads_to_its_payment_and_to_each_message_at_its_line(desk):
    text = way(desk, "/en/deals", "deals")

    kinds = {one.split("/")[2] for one in links(text.partition("<main")[2]) if re.search(r"/\w{26}$", one)}
    assert kinds >= {"payments", "messages", "files", "persons"}


@pytest.mark.parametrize("purpose", [None, "reading"])
def test_a_message_stands_among_those_around_it(open_desk, purpose):
    desk = open_desk(purpose)
    deal = way(desk, "/en/deals", "deals")
    address = next(one for one in links(deal) if "/messages/" in one)

    text = desk.browser.get(address).text

    assert f'id="r-{address.rpartition("/")[2]}"' in text
    assert text.count('id="r-') == 3 + 1
    assert "/en/deals/" in text
    assert "/en/conversations/" in text


def test_a_file_tells_what_was_read_in_it_and_what_could_not(open_desk):
    desk = open_desk("reading")
    browser = desk.enter()
    paths = [one for one in links(browser.get("/en/files").text) if re.fullmatch(r"/en/files/\w{26}", one)]

    texts = [browser.get(one).text for one in dict.fromkeys(paths)]

    chat = next(text for text in texts if CHAT.path.decode() in text and "whatsapp-text" in text)
    assert "/en/conversations/" in chat.partition("<main")[2]
    assert any("no time before" in text for text in texts)
    assert any("Nothing else in the case rests on this file" in text for text in texts)


def test_an_exhibit_leads_to_everything_of_it(desk):
    text = desk.enter().get("/en/exhibits/B-1").text

    assert {f"/en/{what}?exhibit=B-1" for what in ("files", "conversations", "payments", "flaws")} <= set(links(text))


@pytest.mark.parametrize("path", ["payments/nothing", "messages/nothing", "files/nothing", "exhibits/B-9", "deals/x"])
def test_an_unknown_id_says_what_to_do(desk, path):
    browser = desk.enter()

    english, indonesian = browser.get(f"/en/{path}"), browser.get(f"/id/{path}")

    assert (english.status_code, indonesian.status_code) == (404, 404)
    assert "copy it whole" in english.text
    assert "salin seluruhnya" in indonesian.text
