# SPDX-License-Identifier: Apache-2.0
"""Every list is one table: sorted, narrowed and cut by its address, and given as a CSV that runs nothing."""

import csv
import io
import re

import pytest
from tests.desk.browser import links
from tests.desk.test_pages import SECRETS

from suluh.case.views.days import day_of
from suluh.desk.listing import ListPage
from suluh.desk.tables.values import in_order, values
from suluh.desk.web.web import pages_of_the_desk

LISTS = [page for page in pages_of_the_desk() if isinstance(page, ListPage)]
TABLE = re.compile(r"<table.*?</table>", re.DOTALL)


def shown(text):
    """The rows of a page, each as the texts of its cells."""
    rows = re.findall(r"<tr[ >].*?</tr>", TABLE.search(text).group().partition("<tbody>")[2], re.DOTALL)
    return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in re.split(r"</t[hd]>", row)[:-1]] for row in rows]


def test_there_are_many_lists():
    assert len(LISTS) >= 17


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.name)
def test_a_list_can_be_sorted_by_every_heading_that_leads_somewhere(page, desk):
    browser = desk.enter()
    whole = sorted(shown(browser.get(f"/en{page.path}").text))

    for field in page.plan.fields:
        for way in ("", "-"):
            answer = browser.get(f"/en{page.path}?sort={way}{field}")
            assert answer.status_code == 200
            assert sorted(shown(answer.text)) == whole, field
            assert "aria-sort" in answer.text


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.name)
def test_every_value_that_can_be_chosen_gives_as_many_rows_as_it_says(page, desk):
    browser = desk.enter()
    text = browser.get(f"/id{page.path}").text
    if 'id="t-size"' not in text:  # of an empty list nothing can be chosen
        assert "Tidak ada apa-apa di sini." in text
        return

    for one in page.plan.facets:
        select = re.search(rf'<select id="t-{one.field}".*?</select>', text, re.DOTALL).group()
        for value, size in re.findall(r'<option value="([^"]+)">[^<]*\((\d+)\)', select):
            answer = browser.get(f"/id{page.path}?{one.field}={value}")
            assert len(shown(answer.text)) == int(size), (one.field, value)
            assert f'<option value="{value}" selected>' in answer.text


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.name)
def test_the_csv_of_a_view_runs_nothing_and_names_nobody(page, desk):
    answer = desk.enter().get(f"/en{page.path}?csv=1")

    rows = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig")), delimiter=";"))
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == f'attachment; filename="suluh-{page.name}.csv"'
    assert len(rows) > 0
    assert [secret for secret in SECRETS if secret in answer.text] == []
    assert not any(cell[:1] in set("=+@|") for row in rows for cell in row)


def test_the_csv_of_a_chosen_view_holds_that_view(desk):
    browser = desk.enter()

    all_files, read = (browser.get(f"/en/files?csv=1{more}").text for more in ("", "&state=read"))

    assert all_files.count("\r\n") - 1 == 11
    assert read.count("\r\n") - 1 == len(shown(browser.get("/en/files?state=read").text))
    assert "csv=1" in " ".join(links(browser.get("/en/files?state=read").text))


def test_a_csv_for_a_purpose_is_an_entry(open_desk):
    desk = open_desk("preparing a letter")
    browser, before = desk.enter(), desk.case.rows.last_entry().seq

    text = browser.get("/en/persons?csv=1").text

    assert "+6281234567890" in text
    assert any(b"preparing a letter" in entry.body for entry in desk.case.rows.entries(before + 1))


def test_rows_of_some_days_or_of_some_sum_are_shown(desk):
    browser = desk.enter()

    def size(query):
        found = shown(browser.get(f"/en/payments?{query}").text)
        return 0 if found[0][0].endswith("Nothing here.") else len(found)

    assert [size("from=2025-08-30&to=2025-08-30"), size("from=2025-08-31"), size("to=2025-08-29")] == [1, 0, 0]
    assert [size("least=50.000&most=50000"), size("least=50001"), size("most=49999")] == [1, 0, 0]


def test_a_day_is_that_of_the_zone_of_the_exhibit_in_which_the_time_stands():
    row = {"paid_at": "2025-08-31T16:30:00Z", "paid_on": {"exhibit": "B-1"}}
    zones = {"B-1": "Asia/Jakarta", "B-2": "Asia/Jayapura"}

    assert day_of(row, "paid_at", zones) == "2025-08-31"
    assert day_of(row | {"paid_on": {"exhibit": "B-2"}}, "paid_at", zones) == "2025-09-01"
    assert day_of({"at": "2025-08-31"}, "at", zones) == "2025-08-31"
    assert day_of({"at": "9999-12-31T23:59:59Z"}, "at", {"": "Asia/Jakarta"}) is None
    assert day_of({"at": None}, "at", zones) is None


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("from=31-12-2025", "Ini bukan tanggal"),
        ("from=20250830", "Ini bukan tanggal"),
        ("from=2025-W35-1", "Ini bukan tanggal"),
        ("least=banyak", "Ini bukan jumlah uang"),
        ("to=2025-02-30", "bukan"),
    ],
)
def test_what_cannot_be_read_stays_and_says_why_beside_the_field(desk, query, says):
    text = desk.enter().get(f"/id/payments?{query}").text

    assert says in text
    assert f'value="{query.partition("=")[2]}"' in text
    assert 'aria-invalid="true"' in text


def test_what_an_address_asks_and_no_list_knows_is_passed_over(desk):
    browser = desk.enter()
    plain = shown(browser.get("/en/deals").text)

    for query in ("sort=nothing", "size=7", "colour=red", "sort=-<script>"):
        answer = browser.get(f"/en/deals?{query}")
        assert shown(answer.text) == plain
        assert "<script" not in answer.text


def test_an_address_keeps_the_view_in_the_other_language(desk):
    text = desk.enter().get("/en/files?state=read&sort=-size").text

    assert "/id/files?state=read&sort=-size" in links(text)


def test_a_list_that_is_too_long_says_so_and_shows_its_pages(desk, monkeypatch):
    monkeypatch.setattr("suluh.desk.tables.table.MOST", 3)
    browser = desk.enter()

    text = browser.get("/en/files?sort=-size").text
    refused = browser.get("/en/files?csv=1")

    assert "1 to 11 of 11" in text
    assert "it can be sorted once it is narrowed" in text
    assert "/en/files?sort=size" not in text
    assert refused.status_code == 503
    assert "suluh show CASE files --json" in refused.text


def test_rows_without_a_value_come_last_either_way():
    rows = [{"n": 2}, {"n": None}, {"n": 10}, {"n": ""}]

    assert [row["n"] for row in in_order(rows, "n", down=False)] == [2, 10, None, ""]
    assert [row["n"] for row in in_order(rows, "n", down=True)] == [10, 2, None, ""]


def test_amounts_are_compared_as_numbers():
    rows = [{"n": "50000.00"}, {"n": "9000.00"}]

    assert [row["n"] for row in in_order(rows, "n", down=False)] == ["9000.00", "50000.00"]


def test_a_row_counts_under_every_exhibit_of_its_places_and_the_month_of_its_time():
    row = {"places": [{"exhibit": "B-1"}, {"exhibit": "B-2"}], "day:at": "2025-08-30", "left": "bca:0123"}

    assert values(row, "exhibit", "at") == {"B-1", "B-2"}
    assert values(row, "month", "at") == {"2025-08"}
    assert values(row, "service", "at") == {"bca"}
