# SPDX-License-Identifier: Apache-2.0
"""Commands and pages take the ids that lists show, say where an old one leads, and refuse an unknown one."""

import json

import pytest
from tests.case.views.made import ANI, BANK, BUDI, deal

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.seal import Seal
from suluh.model.ids import deal_id, make_id, person_id

PERSON_PAGES = (
    "/en/persons/{}",
    "/id/deals?person={}",
    "/en/payments?person={}",
    "/id/deals/{}",
    "/en/conversations/{}",
)


@pytest.fixture
def made(copied_case):
    """A made-up case, closed; its unit is that of the commands."""
    case = copied_case
    case.close()
    return case.folder.path


def shown(path, name):
    """An id of the store as lists of a case show it."""
    return Seal(Case.open(CaseFolder(path)).secret).of(name)


def rows(done):
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_an_old_id_of_a_person_leads_to_the_new_one_and_that_is_said_beside_the_list(suluh, made):
    old, now = shown(made, person_id(BANK)), shown(made, person_id(BUDI))

    done = suluh("show", made, "persons", "--json", "--person", old)

    assert [row["id"] for row in rows(done)] == [now]
    assert f"{old} leads to the person shown as {now}" in done.err


def test_an_id_that_is_shown_now_is_answered_without_a_word(suluh, made):
    done = suluh("show", made, "deals", "--json", "--person", shown(made, person_id(ANI)))

    assert (len(rows(done)), done.err) == (1, "")


@pytest.mark.parametrize("what", ["persons", "deals", "network", "payments"])
@pytest.mark.parametrize("name", [person_id(ANI), person_id("whatsapp:+62899999999"), "nobody"])
def test_an_unknown_person_is_an_error_and_no_empty_list(suluh, made, what, name):
    done = suluh("show", made, what, "--person", name)

    assert (done.code, done.out) == (2, "")
    assert "`suluh show CASE persons` lists what there is" in done.err


def test_an_id_of_the_store_is_taken_for_a_purpose(suluh, made):
    done = suluh("show", made, "persons", "--json", "--person", person_id(ANI), "--purpose", "an old print")

    assert [row["id"] for row in rows(done)] == [shown(made, person_id(ANI))]
    assert "leads to" in done.err


@pytest.mark.parametrize("name", ["shown", "plain"])
def test_a_decision_takes_a_link_as_it_is_shown_or_as_the_case_file_has_it(suluh, made, name):
    link, seen = make_id("link", 1), rows(suluh("show", made, "links", "--json"))[0]["seen"]
    given = shown(made, link) if name == "shown" else link

    assert suluh("decide", made, "link", given, "confirm", "--reason", "both", "--seen", seen).code == 0

    last = rows(suluh("show", made, "decisions", "--json"))[-1]
    assert (last["link"], last["seen"]) == (shown(made, link), seen)


def test_a_decision_on_an_unknown_link_is_refused(suluh, made):
    done = suluh("decide", made, "link", "a" * 26, "confirm", "--reason", "both")

    assert done.code == 2
    assert "`suluh show CASE links`" in done.err


def test_a_role_goes_to_the_accounts_that_the_person_of_an_old_id_has(suluh, made):
    old = shown(made, person_id(BANK))

    assert suluh("decide", made, "role", old, "seller", "--from", "2025-08-01", "--reason", "deals").code == 0

    kept = rows(suluh("show", made, "decisions", "--json", "--purpose", "test"))[1:]
    assert {row["left"] for row in kept} == {BANK, BUDI}


def test_a_page_of_an_old_id_names_the_one_to_cite(desk):
    seal = Seal(desk.case.secret)
    browser = desk.enter()

    person = browser.get(f"/en/persons/{seal.of(person_id(BANK))}").text
    trade = browser.get(f"/id/deals/{seal.of(deal_id(deal().messages[1]))}").text

    assert f"<code>{seal.of(person_id(BUDI))}</code>" in person
    assert f"{seal.of(person_id(BANK))}, which was asked for, leads here by now." in person
    assert f"<code>{seal.of(deal().id)}</code>" in trade


@pytest.mark.parametrize("page", PERSON_PAGES)
def test_a_page_of_an_unknown_id_is_not_found(desk, page):
    browser = desk.enter()

    for name in (person_id(ANI), deal().id, "a" * 26):
        assert browser.get(page.format(name)).status_code == 404


def test_a_wrong_secret_in_the_environment_is_misuse(suluh, tmp_path, monkeypatch):
    monkeypatch.setenv("SULUH_SECRET", "1234")

    done = suluh("new", tmp_path / "case", "--number", "1", "--unit", "Unit")

    assert done.code == 2
    assert "SULUH_SECRET" in done.err


def test_two_cases_of_one_given_secret_show_the_same_ids(suluh, tmp_path, monkeypatch):
    monkeypatch.setenv("SULUH_SECRET", "7" * 64)

    for name in ("one", "two"):
        assert suluh("new", tmp_path / name, "--number", "1", "--unit", "Unit").code == 0

    assert {(tmp_path / name / "secret").read_bytes() for name in ("one", "two")} == {b"\x77" * 32}
