# SPDX-License-Identifier: Apache-2.0
"""A deal is called no more than its records support; reasons, figures and contents lead to what they rest on."""

import re

import msgspec
import pytest
from tests.case.views.made import SHA
from tests.desk.browser import links
from tests.desk.conftest import _open
from tests.desk.test_deciding import run_again

from suluh.desk.languages import LANGUAGES, Language
from suluh.desk.words import WORDS, any_state, state_of
from suluh.model.trade import Deal

STATES = Deal.__annotations__["state"]


def deal(state, money="recorded", items=1):
    return {"state": state, "money": money, "items_delivered": items}


@pytest.mark.parametrize("state", ["paid", "paid-not-delivered"])
def test_only_what_a_record_supports_is_called_paid(state):
    names = [state_of(deal(state, money)) for money in ("recorded", "possible", "asked", None)]

    assert names == [state, f"perhaps-{state}", f"said-{state}", f"said-{state}"]
    assert all(name in WORDS for name in names)


def test_words_alone_are_not_called_delivery():
    assert state_of(deal("delivered", items=2)) == "delivered"
    assert state_of(deal("delivered", items=0)) == "said-given"


@pytest.mark.parametrize("state", ["offered", "cancelled"])
def test_other_states_are_said_as_they_are(state):
    assert state_of(deal(state, None)) == any_state(state) == state


def test_only_a_recorded_payment_was_paid_back():
    assert state_of(deal("refunded", "recorded")) == "refunded"
    assert [state_of(deal("refunded", money)) for money in ("possible", None)] == ["perhaps-refunded"] * 2


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_counted_together_has_a_word_of_its_own(code):
    say = Language(code).word

    for state in ("paid", "delivered", "paid-not-delivered", "refunded"):
        assert say(any_state(state)) != say(state)


@pytest.mark.parametrize("purpose", [None, "reading"])
def test_a_deal_that_nobody_is_known_to_have_paid_is_not_called_paid(tmp_path, copied_case, purpose):
    change = {"state": "paid-not-delivered", "tier": "possible", "payments": (), "items_delivered": 0}
    run_again(copied_case, Deal, lambda one: msgspec.structs.replace(one, **change))
    browser = _open(copied_case, tmp_path / "home", purpose, "supervisor").enter()
    listed = browser.get("/en/deals").text

    address = next(one for one in links(listed) if re.fullmatch(r"/en/deals/\w{26}", one))
    waiting = browser.get("/en/waiting?what=deal").text

    rows = listed.partition("<tbody>")[2]
    assert "Payment only said, not delivered" in rows
    assert "Paid, not delivered" not in rows
    for text in (waiting, browser.get(address).text):
        assert '<span class="tag">Payment only said, not delivered</span>' in text
    assert "Paid, perhaps or by word alone too; not delivered" in browser.get("/en/").text
    copied_case.close()


def numbered(text, kind):
    """Each record that reasons lead to, with the number that they give it."""
    reasons = text.partition('class="reasons"')[2].partition('class="form decide"')[0]
    return set(re.findall(rf'/{kind}/(\w{{26}})">(?:message|payment)&#160;(\d+)</a>', reasons))


def test_a_message_has_one_number_in_all_reasons_that_of_its_line(desk):
    browser = desk.enter()
    address = next(one for one in links(browser.get("/en/deals").text) if re.fullmatch(r"/en/deals/\w{26}", one))
    text = browser.get(address).text

    for kind in ("messages", "payments"):
        found = numbered(text, kind)
        rows = re.findall(r'<tr id="r-(\w+)"><th scope=row data-label="No."[^>]*>\s*(\d+)\s*</th>', text)
        assert found, kind
        assert found <= set(rows)
        assert len({name for name, _ in found}) == len({number for _, number in found}) == len(found)


def test_a_content_leads_to_its_file(desk):
    browser = desk.enter()
    address = next(one for one in links(browser.get("/en/deals").text) if re.fullmatch(r"/en/deals/\w{26}", one))

    place = re.search(rf'href="(/en/files/\w{{26}})"><code>{SHA["a"]}', browser.get(address).text)[1]

    assert SHA["a"] in browser.get(place).text


@pytest.mark.parametrize("purpose", [None, "reading"])
def test_a_figure_of_money_leads_to_the_deals_that_it_adds_up(open_desk, purpose):
    browser = open_desk(purpose).enter()
    deals = browser.get("/en/deals").text
    persons = {one for one in links(deals) if re.fullmatch(r"/en/persons/\w{26}", one)}

    found = [
        (re.sub(r"&amp;", "&", to), amount)
        for one in sorted(persons)
        for to, amount in re.findall(r'<li><a href="(/en/deals\?[^"]+)"><b>([^<]+)</b>', browser.get(one).text)
    ]

    booked = [(to, amount) for to, amount in found if amount == "IDR\xa050,000.00"]
    assert {to.partition("money=")[2].partition("_person")[0] for to, _ in booked} == {
        "recorded&traded=yes&seller",
        "recorded&traded=yes&buyer",
    }
    for to, amount in booked:
        rows = browser.get(to).text.partition("<tbody>")[2].partition("</tbody>")[0]
        assert rows.count("<tr") == 1
        assert amount in rows
        assert "Nothing here." in browser.get(to.replace("money=recorded", "money=possible")).text
