# SPDX-License-Identifier: Apache-2.0
"""Pictures are drawn by the server from the rows beneath them: the same rows, the same picture, nothing run."""

import re

import msgspec
import pytest
from tests.case.views.made import HOSTILE
from tests.desk.browser import links

from suluh.desk.charts.pairs import MOST, network
from suluh.desk.charts.picture import WIDTH
from suluh.desk.charts.times import time_line
from suluh.desk.charts.weeks import money_by_week, weeks


def deal(number, day="2025-08-30", amount=5_000_000, money="recorded", currency="IDR", *, traded=True):
    return {
        "id": f"{number:026}",
        "kind": "sale",
        "tier": "recorded",
        "amount": None if amount is None else f"{amount / 100:.2f}",
        "amount_minor": amount,
        "currency": currency,
        "money": money,
        "traded": traded,
        "day:at": day,
        "day:offered_at": None,
        "day:paid_at": day,
        "day:delivered_at": day,
    }


def edge(left, right, deals=1, recorded=1):
    return {"left": left, "right": right, "kind": "sale", "deals": deals, "recorded_deals": recorded}


def test_the_sums_of_the_weeks_are_those_of_the_deals():
    rows = [deal(1), deal(2, amount=100), deal(3, money="possible"), deal(4, money="asked"), deal(5, amount=None)]
    rows += [deal(6, day="2025-09-10", currency="USD"), deal(7, day=None), deal(8, traded=False)]

    found = weeks(rows)

    assert [(str(one.monday), one.currency, one.deals, one.recorded, one.possible) for one in found] == [
        ("2025-08-25", "IDR", 3, 5_000_100, 5_000_000),
        ("2025-09-08", "USD", 1, 5_000_000, 0),
    ]


def test_a_week_begins_on_monday():
    [sunday] = weeks([deal(1, day="2025-08-31")])
    [monday] = weeks([deal(1, day="2025-09-01")])

    assert (str(sunday.monday), str(monday.monday)) == ("2025-08-25", "2025-09-01")


@pytest.mark.parametrize("code", ["en", "id"])
def test_the_weeks_of_a_person_lead_to_deals_of_that_person(desk, code):
    browser = desk.enter()
    listed = links(browser.get(f"/{code}/persons").text)
    persons = {one for one in listed if re.fullmatch(rf"/{code}/persons/\w{{26}}", one)}

    ways = {one: [way for way in links(browser.get(one).text) if "from=" in way] for one in persons}

    assert any(ways.values())
    assert all(f"person={one.rpartition('/')[2]}&" in way for one in ways for way in ways[one])
    assert all(browser.get(way).text.count("/deals/") for one in ways for way in ways[one])
    assert not any("person=" in one for one in links(browser.get(f"/{code}/").text) if "from=" in one)


def test_every_time_of_a_deal_is_a_tick_that_leads_to_it():
    drawn = time_line([deal(1), deal(2, day="2025-12-01")])

    ticks = [one for one in drawn.marks if one.kind == "bar"]
    assert sorted({one.to for one in ticks}) == [f"/deals/{number:026}" for number in (1, 2)]
    assert len(ticks) == 4
    assert all(0 <= one.x <= WIDTH for one in drawn.marks)


def test_of_many_persons_those_with_most_deals_are_drawn():
    edges = [edge("seller", f"buyer{number:03}", deals=number) for number in range(1, 200)]

    drawn = network(edges, {})

    dots = [one for one in drawn.marks if one.kind == "dot"]
    assert len(dots) == MOST
    assert {one.to for one in dots} >= {"/persons/seller", "/persons/buyer199"}
    assert all(0 <= one.y <= drawn.height for one in drawn.marks)


def test_who_sells_and_buys_stands_between():
    drawn = network([edge("a", "b"), edge("b", "c")], {})

    assert [one.x for one in drawn.marks if one.kind == "dot"] == [200, WIDTH / 2, WIDTH - 200]


def test_the_same_rows_make_the_same_picture():
    rows = [edge(f"s{number % 7}", f"b{number}") for number in range(50)]

    assert msgspec.json.encode(network(rows, {})) == msgspec.json.encode(network(rows, {}))


@pytest.mark.parametrize("made", [time_line([]), money_by_week([]), network([], {}), time_line([deal(1, None)])])
def test_nothing_to_draw_is_no_picture(made):
    assert made is None


def test_a_hostile_name_in_a_picture_is_shown_and_never_run(open_desk, monkeypatch):
    monkeypatch.setattr("suluh.desk.pages.network.faces", lambda _, ids: dict.fromkeys(map(str, ids), f"x:{HOSTILE}"))
    text = open_desk("reading").enter().get("/en/network").text

    drawing = re.search(r"<svg viewBox=\"0 0 1000.*?</svg>", text, re.DOTALL).group()
    assert "Evil" in drawing
    assert "\u202e" not in drawing
    assert "<script" not in drawing


def test_each_picture_says_what_it_shows_and_stands_over_its_table(desk):
    browser = desk.enter()

    for path in ("/id/", "/id/network"):
        text = browser.get(path).text
        assert 'aria-label="' in text.partition("<figure")[2].partition("</figure>")[0]
        assert "<figcaption>" in text
        assert "<table" in text.partition("</figure>")[2]
    assert re.findall(r"<(?:script|style)|\son\w+=|style=", browser.get("/id/").text) == []
