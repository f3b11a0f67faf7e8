# SPDX-License-Identifier: Apache-2.0
"""What bears on everything stands on top of the first page; what was not processed says what can be done."""

import pytest
from tests.desk.browser import links

from suluh.case.views.unprocessed import STATES
from suluh.desk.lacking import NEXT, STRIP, next_step, strip
from suluh.desk.languages import LANGUAGES, Language


def test_the_first_page_says_what_bears_on_everything(desk):
    text = desk.enter().get("/en/").text

    assert "its holder is not stated" in text.partition('class="warn"')[2].partition("</ul>")[0]
    assert "/en/exhibits/B-2" in links(text)


def test_the_strip_holds_what_is_missing_by_its_kind():
    rows = [
        {"what": "holder", "exhibit": "B-1", "count": 0},
        {"what": "reader", "exhibit": "B-1", "count": 3},
        {"what": "holder", "exhibit": "B-2", "count": 0},
    ]

    assert strip(rows) == [[rows[0], rows[2]]]
    assert len(strip({"what": what, "exhibit": "B-1", "count": 1} for what in STRIP)) == len(STRIP)


def test_exhibits_stand_together_only_where_one_sentence_is_true_of_both():
    rows = [{"what": "period", "exhibit": f"B-{number}", "count": count} for number, count in enumerate((1, 4, 1))]

    assert strip(rows) == [[rows[0], rows[2]], [rows[1]]]


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_that_was_not_processed_says_what_can_be_done(code):
    rows = [{"state": state, "encrypted": False, "reason": "x"} for state in STATES]
    rows += [{"state": "unparsed", "encrypted": True, "reason": "x"}]
    rows += [{"state": "unparsed", "encrypted": False, "reason": "the file is empty"}]

    assert len({next_step(row, Language(code)) for row in rows}) == len(NEXT)
