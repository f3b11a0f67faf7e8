# SPDX-License-Identifier: Apache-2.0
"""Ids and numbers in little room say the same as a list and a set."""

import random

import pytest

from suluh.model.ids import make_id
from suluh.model.packed import DIGITS, Digits, Ids

IDS = [make_id("message", number) for number in range(300)]


def test_packed_ids_are_a_list_of_ids():
    packed = Ids(IDS)

    assert (list(packed), len(packed), packed[5], packed[-1]) == (IDS, 300, IDS[5], IDS[-1])
    assert (packed[3:9], packed[::50], packed[290:400]) == (IDS[3:9], IDS[::50], IDS[290:400])
    assert [packed.index(one) for one in IDS] == list(range(300))
    with pytest.raises(IndexError):
        packed[300]


@pytest.mark.parametrize("other", ["", "no id", make_id("message", 300), "z" * 26, None])
def test_what_is_no_id_of_them_is_not_among_them(other):
    packed = Ids(IDS)

    assert other not in packed
    with pytest.raises(ValueError, match=r".*"):
        packed.index(str(other))


def test_more_ids_take_their_places():
    packed = Ids(IDS[:200])

    more = packed.with_more([(0, IDS[200]), (7, IDS[201]), (7, IDS[202]), (200, IDS[203])])

    assert list(more) == [IDS[200], *IDS[:7], IDS[201], IDS[202], *IDS[7:200], IDS[203]]
    assert more.among([*IDS[195:202], IDS[250]]) == frozenset(IDS[195:202])
    assert list(packed) == IDS[:200]


def test_packed_digits_are_a_set_of_digits():
    draw = random.Random(3)  # noqa: S311 # made-up numbers
    known = {"".join(draw.choices("0123456789", k=draw.randrange(1, DIGITS + 5))) for _ in range(500)}
    held = Digits(list(known)[:250])

    for one in list(known)[250:]:  # one after the other, as a run adds them
        held.add([one])

    assert all(one in held for one in known)
    asked = {"".join(draw.choices("0123456789", k=draw.randrange(0, DIGITS + 5))) for _ in range(500)}
    assert {one for one in asked if one in held} == asked & known
    assert "0" * 9 not in Digits(["0" * 8])
