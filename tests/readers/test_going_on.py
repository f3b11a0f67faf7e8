# SPDX-License-Identifier: Apache-2.0
"""A group that goes on on the next phone, while a third phone holds all of it, is one; what is posted to two is not."""

import random

import pytest
from tests.readers.copied import TERSE, group, joined

from suluh.model.talk import Message

Said = list[tuple[int, str, str]]
SMALL = ("new", "enjoy", "set 1", "hi all", "welcome")


def _early(chance: random.Random) -> Said:
    return [(700 * n, "12345"[n % 5], f"album baru nomor {chance.randrange(10_000)} dari saya") for n in range(30)]


def _late(chance: random.Random, who: str = "1111222341") -> Said:
    minutes = sorted(chance.sample(range(30_000, 40_000), len(who) * 2))
    return [(minute, one, chance.choice(SMALL)) for minute, one in zip(minutes, who * 2, strict=True)]


def _is_one(early: Said, late: Said, new: Said) -> bool:
    """Whether the new phone's group is that of two others of which one holds all and calls two members by name."""
    sides: list[list[Message]] = [
        group("old", early, "B-2"),
        group("whole", [*early, *late], "B-3", named="23"),
        group("new", new, "B-1"),
    ]
    found = joined(*sides, kind="group", title="Album").conversations
    assert "whatsapp:chat/old" in {name for one in found for name in one.members}
    return any("whatsapp:chat/new" in one.members for one in found)


def test_what_a_third_phone_holds_to_the_minute_goes_on_where_the_second_ended() -> None:
    chance = random.Random(1)  # noqa: S311 # drawn groups
    for _ in range(20):
        early, late = _early(chance), _late(chance)

        assert _is_one(early, late, late)
        assert _is_one(early, late, late[:9] + late[10:])


def test_who_post_the_same_to_two_groups_by_hand_are_late_too_often() -> None:
    chance = random.Random(2)  # noqa: S311 # drawn groups
    for _ in range(60):
        late = _late(chance)
        new = [(minute + (number % 7 == 3), one, words) for number, (minute, one, words) in enumerate(late)]

        assert not _is_one(_early(chance), late, new)


@pytest.mark.parametrize("change", ["members", "three", "few", "timer", "own"])
def test_another_group_of_the_title_and_the_time_stays_apart(change: str) -> None:
    chance = random.Random(3)  # noqa: S311 # drawn groups
    for _ in range(20):
        late = _late(chance)
        new = list(late)
        if change == "members":
            late = sorted([*late, *((chance.randrange(30_000, 40_000), "5", "who has more?") for _ in range(20))])
        if change == "three":
            late = new = _late(chance, "1112223331")
        if change == "few":
            new = late[:7]
        if change == "timer":
            late = new = [(30_000 + 240 * n + 5, "1234"[n % 4], "aman") for n in range(30)]
        if change == "own":
            new = sorted([*late, *((chance.randrange(30_000, 40_000), "1", "only here") for _ in range(6))])

        assert not _is_one(_early(chance), late, new)


def test_terse_groups_of_other_members_stay_apart() -> None:
    late = [(30_000 + minute, who, words) for minute, who, words in TERSE]
    other = [(minute, who.translate(str.maketrans("12345", "67890")), words) for minute, who, words in late]

    assert not _is_one(_early(random.Random(4)), late, other)  # noqa: S311 # a drawn group
