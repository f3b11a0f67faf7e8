# SPDX-License-Identifier: Apache-2.0
"""A deal on which officers decided and that is no more is named by what became of it."""

import pytest
from tests.desk.browser import links
from tests.desk.conftest import _open

from suluh.case.acts.decide import decide_deal
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.model.ids import make_id
from suluh.model.trade import Deal


@pytest.fixture
def decided(tmp_path, copied_case):
    """A case with a deal that an officer confirmed, and the id of that deal as lists show it."""
    case = copied_case
    key = next(str(row["id"]) for row in Viewer(case).list("deals"))
    decide_deal(case, key, "confirm", "sudah dibaca")
    yield case, key, tmp_path
    case.close()


def test_every_word_on_a_deal_stands_on_its_page(decided):
    case, key, home = decided

    text = _open(case, home / "home", None, "supervisor").enter().get(f"/id/deals/{key}").text

    assert "Yang diputus tentangnya" in text
    assert "sudah dibaca" in text


def test_a_deal_that_is_no_more_says_so_and_what_rests_on_its_lines_now(decided):
    case, key, home = decided
    old = case.rows.batches_of("deal")
    rests = next(iter(case.nouns(Deal)))
    case.keep(Act("deals", "case", replaces=old, took="0" * 64), [])
    browser = _open(case, home / "home", None, "supervisor").enter()

    gone = browser.get(f"/id/deals/{key}")
    case.keep(Act("deals", "case", took="1" * 64), [Deal(**{**fields(rests), "id": make_id("deal", 99)})])
    now = browser.get(f"/id/deals/{key}")

    assert gone.status_code == now.status_code == 200
    assert "tidak berlaku lagi" in gone.text
    assert "sudah dibaca" in gone.text
    assert [one for one in links(gone.text) if one.startswith("/id/deals/") and key not in one] == []
    shown = next(str(row["id"]) for row in Viewer(case).list("deals"))
    assert shown != key
    assert f"/id/deals/{shown}" in links(now.text)


def fields(noun):
    return {name: getattr(noun, name) for name in noun.__struct_fields__}


def test_an_id_on_which_nobody_decided_is_not_found(decided):
    case, _, home = decided

    assert _open(case, home / "home", None, "supervisor").enter().get(f"/id/deals/{'z' * 26}").status_code == 404
