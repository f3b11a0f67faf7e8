# SPDX-License-Identifier: Apache-2.0
"""Roles and statuses are words of a closed list, in either language."""

import pytest

from suluh.desk.languages import Language
from suluh.leads.rank import CHILD
from suluh.model.errors import Misuse
from suluh.model.rules.conduct import ROLES, STATUSES, role_named, status_named


@pytest.mark.parametrize(
    ("given", "code"),
    [("seller", "seller"), ("Penjual", "seller"), ("anak korban", "child_victim"), ("child-victim", "child_victim")],
)
def test_a_role_is_known_in_both_languages(given, code):
    assert role_named(given) == code


@pytest.mark.parametrize(("given", "code"), [("saksi", "witness"), ("DPO", "wanted"), ("Anak", "child_in_conflict")])
def test_a_status_is_known_in_both_languages(given, code):
    assert status_named(given) == code


@pytest.mark.parametrize(
    ("given", "near"), [("sellr", "seller"), ("chil_victim", "child_victim"), ("penjua", "seller")]
)
def test_another_word_is_refused_with_the_nearest(given, near):
    with pytest.raises(Misuse, match=f"{given!r} is no role: did you mean {near}"):
        role_named(given)


def test_a_word_that_is_near_to_none_is_refused_with_all():
    with pytest.raises(Misuse, match=r"'xyz' is no legal status: it is one of reporter \(Pelapor\), .*Terlapor"):
        status_named("xyz")


def test_every_word_is_said_in_the_way_of_the_desk():
    assert set(ROLES) >= CHILD
    for code, word in ROLES.items():
        assert (Language("en").word(code), Language("id").word(code)) == word


def test_a_word_in_either_language_stands_for_one_code():
    for words in (ROLES, STATUSES):
        said = [text.casefold() for word in words.values() for text in word]
        assert len(said) == len(set(said))
