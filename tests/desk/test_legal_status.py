# SPDX-License-Identifier: Apache-2.0
"""A legal status of a person is recorded on a page by the paper that gives it, by the act of the terminal."""

import pytest
from tests.desk.conftest import _open
from tests.desk.test_deciding_more import decided, first, form_of

FIELDS = {"status": "witness", "document": "SP-3", "day": "2026-09-30"}


@pytest.fixture
def own(tmp_path, copied_case):
    case = copied_case
    yield lambda access="supervisor": _open(case, tmp_path / "home", None, access)
    case.close()


@pytest.mark.parametrize(("language", "said"), [("en", "Witness"), ("id", "Saksi")])
def test_it_holds_for_every_account_of_the_group(own, language, said):
    desk = own()
    browser = desk.enter()
    address = first(browser, "persons")[0].replace("/en/", f"/{language}/") + "/status"

    done = browser.post(address, form_of(browser, address, **FIELDS))

    kept = decided(desk, "status")
    assert kept
    assert {(one.right, one.document, one.valid_from) for one in kept} == {("witness", "SP-3", "2026-09-30")}
    assert done.status_code == 200
    assert said in done.text.partition("<main")[2]
    assert "SP-3" in browser.get(address).text


@pytest.mark.parametrize("lacks", FIELDS)
def test_without_one_of_its_fields_nothing_is_recorded(own, lacks):
    desk = own()
    browser = desk.enter()
    address = first(browser, "persons")[0] + "/status"

    answer = browser.post(address, form_of(browser, address, **{**FIELDS, lacks: ""}))

    assert answer.status_code == 422
    assert decided(desk, "status") == []


def test_other_accounts_than_those_that_were_shown_are_refused(own):
    desk = own()
    browser = desk.enter()
    address = first(browser, "persons")[0] + "/status"

    answer = browser.post(address, form_of(browser, address, **FIELDS) | {"seen": "0" * 64})

    assert answer.status_code == 422
    assert decided(desk, "status") == []
