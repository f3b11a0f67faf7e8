# SPDX-License-Identifier: Apache-2.0
"""Codes on papers: each kind of thing has letters of its own, and no code is a form, a label or an officer too."""

import re
from itertools import islice
from random import Random

from suluh.model.rules.codes import ANY, CODES, code, free, kind_of

OTHERS = {"P", "D", "B", "BB", "S", "LP", "SP", "BA", "BAP"}
"""Letters of prosecutors' forms, of papers, and those with which units begin labels, officers and numbers of papers."""


def test_no_two_kinds_share_their_letters_and_none_has_those_of_something_else() -> None:
    letters = [one.letters for one in CODES.values()]

    assert len(set(letters)) == len(letters)
    assert OTHERS.isdisjoint(letters)


def test_a_drawn_code_is_of_one_kind_and_is_no_form_of_a_prosecutor() -> None:
    dice = Random(13)  # noqa: S311 # made-up numbers

    drawn = [(kind, code(kind, dice.randrange(1, 10 ** dice.randint(1, 5)))) for kind in CODES for _ in range(200)]

    assert all(kind_of(one) == kind for kind, one in drawn)
    assert len({one: kind for kind, one in drawn}) == len({*drawn})
    assert all(ANY.fullmatch(one) and not re.match(r"[PDB]-?\d", one) for _, one in drawn)


def test_text_of_other_things_holds_no_code() -> None:
    assert ANY.findall("P-16 and P-21 of B-1, D4, BAP-1, XK-2, K-0, K-1a") == []


def test_a_number_that_an_exhibit_or_an_officer_has_is_left_out() -> None:
    assert list(islice(free("deal", {"R-1", "R-3", "K-2"}), 3)) == ["R-2", "R-4", "R-5"]
