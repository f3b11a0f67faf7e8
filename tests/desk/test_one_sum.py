# SPDX-License-Identifier: Apache-2.0
"""One sum for each pair wherever it is read, and no hundredths of money or empty percentages for people."""

import csv
import io
import json
import re

import openpyxl
import pytest
from tests.case.views.made import PASSPHRASE
from tests.desk.browser import Browser, links
from tests.desk.conftest import anybody

from suluh.case.acts.bags import bags_of
from suluh.case.acts.intake import Paper, add_exhibit, record_authority
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer, views
from suluh.case.line.run import run
from suluh.desk.acting import clock, now
from suluh.desk.commands.show import MOST
from suluh.desk.printing import cell
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build
from suluh.simulator.simulate import simulate
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, unlock

SIZE = {"sellers": 2, "buyers": 12, "deals": 90, "days": 30, "pictures": 60, "picture_side": 48}
NOW = "2026-02-02T16:00:00+07:00"
HOST = "127.0.0.1:8011"
SUMS = ("recorded", "possible", "asked")
MINOR = re.compile(r"\b\d{6,}00\b")
"""Hundredths of rupiah as a bare number."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder of a small made-up case that has run, with its unit; tests only read it."""
    folder = tmp_path_factory.mktemp("one-sum")
    truth = simulate(folder / "world", 2, **SIZE)
    unit = UnitFolder(folder / "home")
    add_officer(unit, "S1", "supervisor", PASSPHRASE, NOW)
    case = Case.start(CaseFolder(folder / "case"), "LP-1", "Unit", acting(unit))
    for number in sorted({one.authority for one in truth.exhibits}):
        record_authority(case, Paper(kind="reply", number=number, issuer="PN", date="2026-01-01"))
    for bag in bags_of(folder / "world" / "exhibits.csv", print):
        add_exhibit(case, bag)
    run(case, lambda _: None)
    case.close()
    return folder


@pytest.fixture
def ran(suluh, made, monkeypatch):
    """That case before the command line, for a purpose."""
    assert suluh
    monkeypatch.setenv("SULUH_HOME", str(made / "home"))
    monkeypatch.setenv("SULUH_NOW", NOW)
    monkeypatch.setenv("SULUH_PURPOSE", "comparing")
    return made / "case"


def acting(unit):
    return Acting(unlock(unit, "S1", PASSPHRASE), unit, now, clock())


def shown(suluh, case, what):
    return [json.loads(line) for line in suluh("show", case, what, "--json").out.splitlines()]


def in_json(row):
    """The three sums of a pair as `show network --json` gives them, in minor units."""
    return tuple(row[name] for name in ("amount_minor", "possible_minor", "asked_minor"))


def in_book(folder):
    """Those of the workbook, by pair and kind."""
    page = openpyxl.load_workbook(folder / "deals.xlsx")["pairs"]
    heads = [str(cell.value).partition("\n")[2] or str(cell.value) for cell in page[1]]
    for cells in page.iter_rows(min_row=2, values_only=True):
        row = dict(zip(heads, cells, strict=True))
        amounts = [row[name] for name in ("Recorded as paid", "Possibly paid", "Price asked, no payment")]
        pair = row["Seller's group of accounts"], row["Buyer's group of accounts"], str(row["Kind"]).split(" / ")[-1]
        yield pair, tuple(None if one is None else round(one * 100) for one in amounts)


def in_table(folder):
    """Those of the table beside the workbook, whose amounts have a decimal comma."""
    text = (folder / "deals-pairs.csv").read_bytes().decode("utf-8-sig")
    for cells in list(csv.reader(io.StringIO(text), delimiter=";"))[1:]:
        amounts = [None if not one else round(float(one.replace(",", ".")) * 100) for one in cells[6:9]]
        yield (cells[-2], cells[-1], cells[2].split(" / ")[-1]), tuple(amounts)


def in_page(browser):
    """Those of the page of the network."""
    text = browser.get("/en/network").text.replace("\xa0", " ")
    for row in re.findall(r"<tr><th scope=row.*?</tr>", text, re.DOTALL):
        left, right = re.findall(r"/en/persons/(\w{26})", row)[:2]
        cells = [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd] .*?</t[hd]>", row, re.DOTALL)]
        amounts = [round(float(re.sub(r"[^\d.]", "", one)) * 100) if one[-1:].isdigit() else None for one in cells[5:8]]
        yield (left, right, cells[2].lower()), tuple(amounts)


def desk_of(case, home):
    """A browser at the desk of a case."""
    opened, door = Case.open(CaseFolder(case), acting(UnitFolder(home))), Door(lambda: 0.0)
    browser = Browser(build(Reading(opened, "comparing"), door, HOST, anybody), HOST)
    browser.get(f"/enter/{door.token}")
    return opened, browser


def test_every_pair_has_one_sum_of_each_sort_in_list_form_and_page(suluh, ran, tmp_path):
    rows = shown(suluh, ran, "network")
    wanted = sorted(((row["left"], row["right"], row["kind"]), in_json(row)) for row in rows)
    assert len(wanted) > 8
    assert all(any(sums[number] for _, sums in wanted) for number in (0, 1))

    assert suluh("export", ran, tmp_path / "forms").code == 0

    assert sorted(in_book(tmp_path / "forms")) == wanted
    assert sorted(in_table(tmp_path / "forms")) == wanted
    opened, browser = desk_of(ran, ran.parent / "home")
    assert sorted(in_page(browser)) == wanted
    opened.close()
    deals = [row for row in shown(suluh, ran, "deals") if row["seller"] and row["buyer"] and row["state"] != "offered"]
    for number, money in enumerate(SUMS):
        whole = sum(row["amount_minor"] for row in deals if row["money"] == money)
        assert whole == sum(sums[number] or 0 for _, sums in wanted), money


IN_MONEY = ("network", "leads", "deals", "offers", "payments")
"""Lists in which even a short number could be an amount."""


def as_table(viewer, what):
    """What the cells of a terminal's table say of a list, as far as it shows rows."""
    rows = list(viewer.list(what))
    return "\n".join(cell(row.get(name)) for row in rows[:MOST] for name in viewer.columns(what))


def test_no_table_and_no_page_shows_minor_units_or_a_chance_of_nought_percent(suluh, ran):
    for what in views():
        columns = views()[what].shown or views()[what].fields
        assert [name for name in columns if name.endswith("_minor")] == [], what
    minor = {str(row[name]) for row in shown(suluh, ran, "network") for name in ("amount_minor", "possible_minor")}
    minor |= {str(row["amount_minor"]) for row in shown(suluh, ran, "deals")}
    minor -= {"None"}
    long = {one for one in minor if len(one) > 6}
    assert long
    opened, browser = desk_of(ran, ran.parent / "home")
    viewer = Viewer(opened, "comparing")
    for what in views():
        text = suluh("show", ran, what).out if what in IN_MONEY else as_table(viewer, what)
        words = set(re.findall(r"\d+", text.replace(",", "")))
        assert words & (minor if what in IN_MONEY else long) == set(), what
        assert not re.search(r"\b0[.,]00 ?%", text.replace("\xa0", " ")), what

    for address in pages(browser):
        text = browser.get(address).text.replace("\xa0", " ")
        assert not re.search(r"\b0[.,]00 ?%", text), address
        assert set(re.findall(r"\d+", text)) & long == set(), address
    opened.close()


def pages(browser):
    """Every address that links of both languages lead to, one of each list and a few single ones."""
    for language in ("en", "id"):
        first = [one for one in links(browser.get(f"/{language}/").text) if one.startswith(f"/{language}/")]
        yield from dict.fromkeys(first)
        for what in ("deals", "persons"):
            yield from [one for one in links(browser.get(f"/{language}/{what}").text) if f"/{what}/" in one][:5]
