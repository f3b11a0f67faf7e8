# SPDX-License-Identifier: Apache-2.0
"""What was decided still leads to what it is about, and figures are the sums of the rows to which they lead."""

import csv
import io
import re
from html import unescape

import pytest
from msgspec.structs import replace
from tests.case.views.made import BUDI, PASSPHRASE
from tests.desk.browser import links
from tests.desk.test_deciding import own, queue, read, run_again  # noqa: F401 # a fixture

from suluh.case.acts.decide import decide_category, decide_pair, decide_role
from suluh.model.intake import Content
from suluh.model.people import Person
from suluh.model.trade import Deal


def kinds(text):
    """The kinds of single things to which the body of a page leads."""
    body = text.partition("<main")[2]
    return {one.split("/")[2] for one in links(body) if re.search(r"/\w{26}$", one)}


def test_a_link_that_was_decided_leads_to_its_deals_and_persons_still(own):  # noqa: F811 # as above
    desk = own()
    browser, address, form = queue(desk)
    before = browser.get(address).text

    after = browser.post(address, form | {"passphrase": PASSPHRASE, "back": address}).text

    assert "Link confirmed" in after
    for shown in (before, after):
        assert kinds(shown) >= {"deals", "persons"}
        assert "Deals that hang on it" in shown


@pytest.mark.parametrize("act", ["role", "join", "part", "category"])
def test_a_decision_leads_to_the_person_or_file_that_it_is_of(own, act):  # noqa: F811 # as above
    desk = own()
    case = desk.case
    persons = sorted(case.nouns(Person), key=lambda one: one.id)
    match act:
        case "role":
            decide_role(case, BUDI, "seller", "by her talk", ("2025-01-01", None))
        case "category":
            content = next(case.nouns(Content))
            decide_category(case, content.sha256, "unit:2")
        case _:
            decide_pair(case, act, persons[0].accounts[0], persons[1].accounts[0], "by a paper")

    text = desk.enter().get("/en/decisions?sort=-order").text

    row = next(one for one in re.findall(r"<tr id=.*?</tr>", text, re.DOTALL))
    led = [one for one in links(row) if re.search(r"/(persons|files)/\w{26}$", one)]
    assert len(led) == (2 if act in {"join", "part"} else 1)
    assert all(desk.browser.get(one).status_code == 200 for one in led)


@pytest.mark.parametrize("judgement", [None, "rejected"])
def test_each_figure_of_a_person_is_the_sum_of_the_rows_to_which_it_leads(own, judgement):  # noqa: F811 # as above
    desk = own()
    if judgement:
        run_again(desk.case, Deal, lambda deal: replace(deal, judgement=judgement))
    browser, found = desk.enter(), 0

    for address in [one for one in links(browser.get("/en/persons").text) if re.search(r"persons/\w{26}$", one)]:
        text = browser.get(address).text.replace("\xa0", " ")
        for to, figure in re.findall(r'<li><a href="([^"]+traded=yes[^"]*)"><b>([^<]+)</b>', text):
            rows = list(
                csv.DictReader(
                    io.StringIO(browser.get(f"{unescape(to)}&csv=1").body.decode("utf-8-sig")), delimiter=";"
                )
            )
            size = sum(float(row["amount"].replace(",", ".")) for row in rows)
            assert float(re.sub(r"[^\d.]", "", figure)) == size, to
            found += 1

    assert bool(found) is (judgement is None)
