# SPDX-License-Identifier: Apache-2.0
"""Zones, categories, pairs, samples and graded files on the desk: the same acts as at the terminal."""

import re

import pytest
from tests.case.views.made import PASSPHRASE
from tests.desk.browser import links, token_of
from tests.desk.conftest import _open

from suluh.case.acts.decide import decide_category
from suluh.case.gate.viewer import Viewer
from suluh.model.matching import Sample, Vote
from suluh.model.people import Decision


@pytest.fixture
def own(tmp_path, copied_case):
    case = copied_case
    yield lambda access="supervisor": _open(case, tmp_path / "home", None, access)
    case.close()


def form_of(browser, address, **fields):
    """The fields of the form on a page, filled in."""
    text = browser.get(address).text
    hidden = dict(re.findall(r'type="hidden" name="(seen|words)" value="(\w+)"', text.partition("decide")[2]))
    return {"token": token_of(text), "act": "decide", "passphrase": PASSPHRASE, **hidden, **fields}


def first(browser, what):
    found = [one for one in links(browser.get(f"/en/{what}").text) if re.fullmatch(rf"/en/{what}/\w{{26}}", one)]
    return list(dict.fromkeys(found))


def decided(desk, act):
    return [one for one in desk.case.nouns(Decision) if one.act == act]


def test_a_zone_is_stated_on_the_page_of_its_exhibit(own):
    desk = own()
    browser = desk.enter()
    address = next(one for one in links(browser.get("/en/exhibits/B-3").text) if one.endswith("/zone"))

    done = browser.post(address, form_of(browser, address, zone="Asia/Makassar", reason="BA 4"))

    assert [(one.left, one.right, one.reason) for one in decided(desk, "zone")] == [("B-3", "Asia/Makassar", "BA 4")]
    assert "Asia/Makassar · O-supervisor · BA 4" in done.text
    assert "Asia/Makassar" in browser.get("/en/exhibits/B-3").text


@pytest.mark.parametrize(("language", "said"), [("en", "This is no time zone"), ("id", "Ini bukan zona waktu")])
@pytest.mark.parametrize("zone", ["WIB", "../../etc/passwd", "Asia/<b>", ""])
def test_what_is_no_zone_is_said_beside_its_field_and_kept(own, language, said, zone):
    desk = own()
    browser = desk.enter()
    address = f"/{language}/exhibits/B-3/zone"

    answer = browser.post(address, form_of(browser, address, zone=zone, reason="a long reason"))

    assert answer.status_code == 422
    assert said in answer.text or zone == ""
    assert "a long reason" in answer.text
    assert "<b>" not in answer.text.partition('name="zone"')[2].partition(">")[0]
    assert decided(desk, "zone") == []


def test_the_second_of_two_who_state_a_zone_sees_the_first(own):
    desk = own()
    browser = desk.enter()
    address = "/en/exhibits/B-3/zone"
    one, other = (form_of(browser, address, zone=zone, reason="r") for zone in ("Asia/Makassar", "Asia/Jakarta"))

    browser.post(address, one)
    refused = browser.post(address, other)

    assert refused.status_code == 422
    assert "Another decision on it came meanwhile" in refused.text
    assert "Asia/Makassar · O-supervisor" in refused.text
    assert len(decided(desk, "zone")) == 1


def test_a_category_is_given_to_the_content_of_a_file(own):
    desk = own()
    browser = desk.enter()
    page = next(one for one in first(browser, "files") if f"{one}/category" in links(browser.get(one).text))
    sha256 = re.search(r"<dt>SHA256</dt><dd><code>(\w{64})", browser.get(page).text)[1]

    bad = browser.post(f"{page}/category", form_of(browser, f"{page}/category", scheme="unit:2", code="2"))
    done = browser.post(f"{page}/category", form_of(browser, f"{page}/category", scheme="unit", code="2"))

    assert "without a colon" in bad.text
    assert [(one.left, one.right) for one in decided(desk, "category")] == [(sha256, "unit:2")]
    assert "unit:2 · O-supervisor" in done.text


def test_two_groups_of_accounts_are_joined_and_parted_by_a_word(own):
    desk = own()
    browser = desk.enter()
    one, other = first(browser, "persons")[:2]
    address, wanted = f"{one}/pair", other.rpartition("/")[2]

    done = browser.post(address, form_of(browser, address, other=wanted, reason="letter 7", choice="part"))
    unknown = browser.post(address, form_of(browser, address, other="bca:000", reason="letter 7", choice="join"))

    assert done.status_code == 200
    assert {(each.act, each.reason) for each in decided(desk, "part")} == {("part", "letter 7")}
    assert unknown.status_code in {404, 422}


def test_two_conversations_are_parted_by_a_word_and_one_is_never_joined_with_itself(own):
    desk = own()
    browser = desk.enter()
    one, other = first(browser, "conversations")[:2]
    address, keys = f"{one}/pair", [each.rpartition("/")[2] for each in (one, other)]

    done = browser.post(address, form_of(browser, address, other=keys[1], reason="letter 7", choice="part-talks"))
    itself = browser.post(address, form_of(browser, address, other=keys[0], reason="letter 7", choice="join-talks"))
    unknown = browser.post(
        address.replace("/en/", "/id/"),
        form_of(browser, address, other="bca:000", reason="letter 7", choice="join-talks"),
    )

    assert done.status_code == 200
    assert [(each.act, each.rule) for each in decided(desk, "reject")] == [("reject", "one-conversation")]
    assert "two different conversations are joined or parted" in itself.text
    assert "dua percakapan yang berbeda" in unknown.text
    assert not decided(desk, "confirm")
    assert "One conversation: join" in itself.text
    assert "One person" not in itself.text


def test_categories_of_a_viewers_file_are_taken_back(own, tmp_path):
    desk = own()
    browser = desk.enter()
    sheet = tmp_path / "graded.csv"
    sheet.write_text(f"sha256,category,scheme\n{'a' * 64},2,unit\n", "utf-8")

    missing = browser.post("/en/graded", form_of(browser, "/en/graded", file=str(tmp_path / "nothing.csv")))
    relative = browser.post("/id/graded", form_of(browser, "/id/graded", file="graded.csv"))
    done = browser.post("/en/graded", form_of(browser, "/en/graded", file=str(sheet)))

    assert "Nothing lies there" in missing.text
    assert "Tulis lokasi lengkap di komputer ini" in relative.text
    assert "The categories are kept as votes" in done.text
    assert [(one.sha256, one.code) for one in desk.case.nouns(Vote)] == [("a" * 64, "2")]


def test_a_sample_is_drawn_and_its_list_written(own, tmp_path):
    desk = own()
    browser = desk.enter()
    fields = {"size": "2", "seed": "2026-10-05", "file": str(tmp_path / "look.csv"), "purpose": "first count"}

    done = browser.post("/en/draw", form_of(browser, "/en/draw", **fields))

    assert "The sample is drawn" in done.text
    assert [(one.seed, one.by) for one in desk.case.nouns(Sample)] == [("2026-10-05", "O-supervisor")]
    assert len((tmp_path / "look.csv").read_text("utf-8-sig").splitlines()) == 3


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("size", "0", "whole number"),
        ("size", "١٢", "whole number"),
        ("size", "10001", "whole number"),
        ("file", "look.csv", "whole path"),
        ("file", "/", "name a new file"),
        ("purpose", " ", "This is needed"),
    ],
)
def test_a_sample_that_cannot_be_drawn_is_refused_beside_its_field(own, field, value, said, tmp_path):
    browser = own().enter()
    fields = {"size": "3", "seed": "2026-10-05", "file": str(tmp_path / "look.csv"), "purpose": "first count"}

    answer = browser.post("/en/draw", form_of(browser, "/en/draw", **fields | {field: value}))

    assert answer.status_code == 422
    assert re.search(rf'name="{field}"[^>]*>[^<]*<strong class="fault">[^<]*{said}', answer.text.replace("\n", " "))
    assert not (tmp_path / "look.csv").exists()


def test_what_the_act_refuses_is_said_and_what_was_typed_is_kept(own, tmp_path):
    browser = own().enter()
    fields = {"size": "3", "seed": "no seed!", "file": str(tmp_path / "look.csv"), "purpose": "first count"}

    answer = browser.post("/en/draw", form_of(browser, "/en/draw", **fields))

    assert answer.status_code == 422
    assert "is no seed" in answer.text
    assert 'value="no seed!"' in answer.text


@pytest.mark.parametrize(
    ("access", "may"),
    [
        ("examiner", {"zone", "category", "draw", "graded"}),
        ("analyst", {"category", "draw", "graded", "pair"}),
        ("child-protection", {"category", "draw", "graded"}),
    ],
)
def test_each_access_sees_the_forms_of_what_it_may(own, access, may):
    browser = own(access).enter()
    file, person = first(browser, "files")[0], first(browser, "persons")[0]
    pages = {
        "zone": "/en/exhibits/B-1/zone",
        "category": f"{file}/category",
        "pair": f"{person}/pair",
        "draw": "/en/draw",
        "graded": "/en/graded",
    }

    assert {name for name, address in pages.items() if 'class="form decide"' in browser.get(address).text} == may


def test_a_category_stands_in_the_list_of_decisions_as_it_was_given(own):
    desk = own("analyst")
    content = next(row["sha256"] for row in Viewer(desk.case).list("files") if row["sha256"])
    decide_category(desk.case, content, "unit:2")

    text = desk.enter().get("/en/decisions").text

    assert "unit:2" in text
    assert "0123456789" not in text
