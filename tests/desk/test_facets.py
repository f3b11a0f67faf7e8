# SPDX-License-Identifier: Apache-2.0
"""What a facet counts is what a list shows, and its CSV has, when it is chosen, on every page that has one."""

import re
from html import unescape

import pytest
from tests.desk.test_figures import number, rows

from suluh.desk.listing import ListPage
from suluh.desk.web.web import pages_of_the_desk

LISTS = [page for page in pages_of_the_desk() if isinstance(page, ListPage) and page.facets]
CHOICE = re.compile(r'<option value="([^"]+)"[^>]*>[^<]*\(([\d.]+)\)</option>')


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.name)
def test_a_chosen_facet_shows_as_many_rows_as_it_counts(desk, page):
    browser = desk.enter()
    text = browser.get(f"/id{page.path}").text
    form = text.partition("<main")[2]
    counted, found = {}, {}

    for facet in page.facets:
        choices = form.partition(f'<select id="t-{facet.field}"')[2].partition("</select>")[0]
        for value, size in CHOICE.findall(choices):
            address = f"/id{page.path}?{facet.field}={unescape(value)}"
            counted[address] = number(size)
            lines = browser.get(f"{address}&csv=1").body.decode("utf-8-sig").splitlines()
            found[address] = rows(browser, address)
            assert (address, len(lines) - 1) == (address, number(size))

    assert found == counted


def test_most_lists_have_something_to_choose(desk):
    browser = desk.enter()

    chosen = [page.name for page in LISTS if CHOICE.search(browser.get(f"/id{page.path}").text)]

    assert len(chosen) > len(LISTS) // 2
