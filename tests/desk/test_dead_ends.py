# SPDX-License-Identifier: Apache-2.0
"""No page is a dead end: decisions lead to what they are about, commands to pages, and wrong input is told in place."""

import re
from random import Random

import msgspec
import pytest
from tests.case.views.made import decided
from tests.desk.browser import links, token_of
from tests.desk.conftest import _open

from suluh.case.acts.decide import decide_link
from suluh.case.gate.viewer import Viewer
from suluh.model.rules.spoken import closing, standing


@pytest.fixture
def spoken(tmp_path, copied_case):
    """A browser in the desk of a case with a link that was confirmed and taken back, and the id of the link."""
    key = next(str(row["id"]) for row in Viewer(copied_case).list("waiting") if row["what"] == "link")
    for act in ("confirm", "retract"):
        decide_link(copied_case, key, act, "dibaca")
    yield _open(copied_case, tmp_path / "home", None, "supervisor").enter(), key
    copied_case.close()


def test_a_decision_leads_to_what_it_is_about_and_says_what_closed_it(spoken):
    browser, key = spoken

    text = browser.get("/en/decisions").text

    last = max(map(int, re.findall(r"closed by number (\d+)", text)))
    assert f"closes number {last - 1}" in text
    assert f"/en/links/{key}" in links(text)
    assert "/en/work" in links(text.partition("<main")[2])


def test_what_nobody_decided_cannot_be_taken_back(spoken, desk):
    browser, key = spoken
    untouched = next(one for one in links(desk.enter().get("/en/waiting").text) if "/links/" in one)

    assert 'value="retract"' in browser.get(f"/en/links/{key}").text
    assert 'value="retract"' not in desk.browser.get(untouched).text


def test_of_any_words_those_stand_that_none_closed():
    dice = Random(3)  # noqa: S311 # a drawn order of acts
    first = decided()
    for _ in range(200):
        history = [
            msgspec.structs.replace(first, act=act, by=by, order=order)
            for order in range(1, 1 + dice.randint(0, 7))
            for act, by in [(dice.choice(("confirm", "reject", "retract")), dice.choice(("A", "B", "C")))]
        ]
        closed = dict(closing(history))

        left = {one.order for one in history if one.act != "retract" and one.order not in closed}
        assert left == {one.order for one in standing(history)[0]}
        assert all(earlier < later for earlier, later in closed.items())


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ("from=2026-02-01&to=2026-01-01", "This is before the first day"),
        ("least=90000&most=10", "This is less than the least amount"),
    ],
)
def test_a_range_that_is_upside_down_is_told_beside_its_field(desk, query, fault):
    text = desk.enter().get(f"/en/payments?{query}").text

    assert fault in text
    assert 'aria-invalid="true"' in text
    assert '<details class="narrow" open>' in text


def test_a_search_of_spaces_says_what_to_write(desk):
    browser = desk.enter()

    found = browser.post("/en/search", {"token": token_of(browser.get("/en/search").text), "q": "   "})

    assert "there is no word and no number to look up" in found.text
    assert "Nothing was found" not in found.text


def test_a_command_that_a_page_does_leads_to_that_page(desk):
    browser = desk.enter()
    found = set(links(browser.get("/en/").text))

    assert "/en/work" in found
    shown = {one.partition("?")[0] for one in found if "?exhibit=" in one}
    assert shown >= {"/en/unprocessed", "/en/flaws"}
    assert all(browser.get(one).status_code == 200 for one in found if "exhibit=" in one)


def test_a_hit_among_payments_says_who_paid_whom(open_desk):
    browser = open_desk("reading").enter()

    text = browser.post("/en/search", {"token": token_of(browser.get("/en/search").text), "q": "50.000"}).text

    hit = text.partition('id="payments"')[2].partition("</li>")[0]
    assert "IDR\xa050,000.00" in hit
    assert "→" in hit
