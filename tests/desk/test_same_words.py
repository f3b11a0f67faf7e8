# SPDX-License-Identifier: Apache-2.0
"""Who confirms, rejects or disputes on a page finds the same word on paper."""

import pytest

from suluh.desk.languages import Language
from suluh.referral.words import WORDS as ON_PAPER

ACTS = {"confirm": "confirmed", "reject": "rejected", "dispute": "disputed"}


@pytest.mark.parametrize("act", ACTS)
def test_a_page_says_a_judgement_as_papers_do(act: str) -> None:
    on_paper = ON_PAPER[ACTS[act]][0]

    said = [Language("id").word(name).casefold() for name in (ACTS[act], act, f"{act}-deal")]

    assert [one for one in said if not one.endswith(on_paper)] == []
