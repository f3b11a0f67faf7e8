# SPDX-License-Identifier: Apache-2.0
"""Figures of ten pages lead to their rows, and the rows sum to the figures."""

import re
from html import unescape

import pytest
from tests.desk.browser import links
from tests.desk.test_tables import shown

TOTAL = re.compile(r"\d[\d.]* sampai \d[\d.]* dari ([\d.]+)")
FIGURE = re.compile(r'<a href="([^"]+)"><b>([^<]+)</b>')


def number(text):
    return int(re.sub(r"\D", "", text))


def rows(browser, address):
    """How many rows a page of a list says that it has."""
    text = browser.get(unescape(address)).text
    found = TOTAL.search(text)
    listed = text.partition("<main")[2].partition("<tbody")[2].partition("</tbody")[0]
    return number(found[1]) if found else 0 if "Tidak ada apa-apa di sini." in listed else listed.count("<tr")


def column(browser, address, field):
    """The sum of a column of a list, by its CSV, whose first row names the fields."""
    lines = browser.get(f"{address}?csv=1").body.decode("utf-8-sig").splitlines()
    at = lines[0].split(";").index(field)
    return sum(int(line.split(";")[at]) for line in lines[1:])


@pytest.fixture
def browser(desk):
    return desk.enter()


def figures(text):
    """The figures of a page that lead somewhere, with where."""
    return [(unescape(where), number(size)) for where, size in FIGURE.findall(text)]


def test_figures_of_the_first_page_are_the_rows_of_their_lists(browser):
    found = [(where, size) for where, size in figures(browser.get("/id/").text) if where.count("/") == 2]
    sums = {"/id/counts", "/id/unprocessed"}
    listed = [(where, size) for where, size in found if where not in sums]

    sizes = {where: [size for one, size in listed if one == where] for where, _ in listed}
    assert len(sizes) >= 7
    for where, some in sizes.items():
        assert rows(browser, where) in some, where
    assert column(browser, "/id/conversations", "messages") in sizes["/id/conversations"]


def test_states_of_deals_lead_to_as_many_deals(browser):
    text = browser.get("/id/").text
    states = re.findall(r'<a href="(/id/deals\?state=[\w-]+)">[^<]+</a></th><td[^>]*>([\d.]+)<', text)

    assert len(states) == 6
    for where, size in states:
        listed = browser.get(where).text
        assert number(size) == (0 if "Tidak ada apa-apa di sini." in listed else rows(browser, where))


def test_files_by_state_are_the_files_of_their_lists(browser):
    text = browser.get("/id/counts").text
    ways = re.findall(r'<a href="(/id/files\?[^"]+)">([\d.]+)</a>', text)

    assert ways
    for where, size in ways:
        assert rows(browser, where) == number(size)


@pytest.mark.parametrize("page", ["/id/", "/id/persons/{}"])
def test_weeks_lead_to_deals_that_sum_to_them(browser, page):
    first = next(one for one in links(browser.get("/id/deals").text) if "/persons/" in one)
    text = browser.get(page.format(first.rpartition("/")[2])).text
    weeks = re.findall(r'<a href="(/id/deals\?[^"]*from=[^"]+)">[^<]+</a></th><td class="n"[^>]*>(\d+)<', text)

    assert weeks
    for where, deals in weeks:
        assert rows(browser, where) == int(deals)


def test_a_tick_leads_to_the_deals_that_it_says(browser):
    text = browser.get("/id/").text
    many = re.findall(r'<a href="(/id/deals\?[^"]*by=[^"]+)" tabindex="-1"><rect[^>]*><title>\D*(\d+)', text)
    single = [one for one in links(text.partition("<figure")[2]) if re.match(r"/id/deals/\w{26}", one)]

    assert many or single
    for where, size in many:
        assert rows(browser, where) == int(size)


def test_an_exhibit_counts_what_its_lists_hold(browser):
    for where, size in figures(browser.get("/id/exhibits/B-1").text):
        listed = browser.get(where).text
        assert size == (0 if "Tidak ada apa-apa di sini." in listed else rows(browser, where)), where


def test_deals_of_the_network_are_the_deals_of_the_pair(browser):
    text = browser.get("/id/network").text
    ways = re.findall(r'<a href="(/id/deals\?person=\w+[^"]+)">(\d+)</a>', text)

    assert ways
    for where, size in ways:
        assert rows(browser, unescape(where)) == int(size)


def test_messages_of_a_conversation_are_its_rows(browser):
    listed = shown(browser.get("/id/conversations").text)
    ways = [
        one for one in links(browser.get("/id/conversations").text) if re.fullmatch(r"/id/conversations/\w{26}", one)
    ]

    assert [number(row[4]) for row in listed] == [rows(browser, one) for one in dict.fromkeys(ways)]


def test_lines_of_a_statement_are_the_payments_of_it(browser):
    ways = {one for one in links(browser.get("/id/statements").text) if re.fullmatch(r"/id/statements/\w{26}", one)}

    assert sum(rows(browser, one) for one in ways) == rows(browser, "/id/payments")


def test_files_left_aside_sum_to_their_rows(browser):
    text = browser.get("/id/unprocessed").text
    [said] = re.findall(r'<p class="notice">([\d.]+) file', text)

    listed = shown(text)
    whole = [
        row for row in listed if not row[1].startswith("Catatan tidak terbaca")
    ]  # what stands in a file that was read
    assert number(said) == sum(number(row[4]) for row in whole)
