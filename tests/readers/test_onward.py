# SPDX-License-Identifier: Apache-2.0
"""A copy of a group that goes on where another ended is the same group, and a group made anew is not."""

from typing import Any

import pytest
from msgspec.structs import replace
from tests.readers.test_copies import joined, told

from suluh.model.after.beyond import Joint
from suluh.model.talk import Conversation, Message
from suluh.readers.copies.same import Copies, copies

FIVE = "abcde"


def group(name: str, exhibit: str, start: int, *, who: str = FIVE, words: str = "kabar") -> list[Message]:
    """A copy of a group of which all members are known by number."""
    said = [(start + 10 * n, one, f"{words} {name} {n}") for n, one in enumerate(who * 2)]
    return [replace(m, sender=f"whatsapp:+62811000000{m.sender[-1]}") for m in told(name, said, exhibit=exhibit)]


def system(one: Message, text: str = "", kind: str | None = None) -> Message:
    """The same line as the app's own."""
    return replace(one, kind="system", sender=None, text=text, native_kind=kind, id=f"{one.id}-s")


def are_one(*sides: list[Message], title: str | None = "Kue") -> bool:
    return len(joined(*sides, kind="group", title=title).conversations) == 1


def test_the_next_phone_of_a_member_goes_on_with_the_group() -> None:
    early, late = group("x", "B-2", 1000), group("y", "B-1", 5000)

    found = joined(early, late, kind="group", title="Kue")

    [joint] = found.conversations
    assert joint.members == ("whatsapp:chat/x", "whatsapp:chat/y")
    assert (joint.agree, found.messages, joint.same) == (0, (), ())


@pytest.mark.parametrize(
    "late",
    [
        group("y", "B-1", 1050),
        group("y", "B-1", 5000, who="abcxyz"),
        group("y", "B-1", 5000, who="abc"),
        [system(group("y", "B-1", 4000)[0], "Ani membuat grup “Kue”"), *group("y", "B-1", 5000)],
        [system(group("y", "B-1", 4000)[0], kind="7/11"), *group("y", "B-1", 5000)],
        told("y", [(5000 + n, one, f"kabar {n}") for n, one in enumerate(FIVE)]),
    ],
    ids=["at one time", "other members", "three members", "made anew", "made anew in a database", "by name only"],
)
def test_another_group_of_the_title_stays_apart(late: list[Message]) -> None:
    early = group("x", "B-2", 1000, who=FIVE if len(late) != 6 else "abc")

    assert not are_one(early, late)


def test_the_line_that_tells_of_the_first_making_counts_for_nothing() -> None:
    early, late = group("x", "B-2", 1000), group("y", "B-1", 5000)
    made = system(early[0], "Ani membuat grup “Kue”")

    assert are_one([made, *early], [replace(made, conversation=late[0].conversation, id="made"), *late])


def test_a_copy_in_which_nobody_wrote_yet_goes_on_as_well() -> None:
    early, late = group("x", "B-2", 1000), group("y", "B-1", 5000)[:1]
    known = [f"whatsapp:+62811000000{one}" for one in FIVE]
    copies_of = [system(late[0], "Ani menambahkan Anda")]

    assert len(with_members(early, copies_of, known)) == 1
    assert with_members(early, copies_of, known[:3]) == ()
    assert with_members(early, [replace(one, sent=early[2].sent) for one in copies_of], known) == ()


def with_members(early: list[Message], late: list[Message], members: list[str]) -> tuple[Joint, ...]:
    """What is found where the later copy names its members."""
    first = {side[0].conversation: side[0] for side in (early, late)}
    known = [
        Conversation(id=name, conversation=name, kind="group", place=one.place, title="Kue", members=tuple(members))
        for name, one in first.items()
    ]
    orders = {one.place.file: (number, one.place.file) for number, one in enumerate(first.values())}
    return copies(lambda: [*early, *late], known, orders, lambda one: int(one.sent.local)).conversations


def test_two_that_may_have_gone_on_and_other_titles_give_nothing() -> None:
    early, one, two = group("x", "B-2", 1000), group("y", "B-1", 5000), group("z", "B-3", 5005, words="lain")

    assert joined(early, one, two, kind="group", title="Kue") == Copies((), ())
    assert joined(early, one, kind="group", title=None) == Copies((), ())
    assert joined(early, one, kind="direct", title="Kue") == Copies((), ())


def test_copies_of_a_part_go_on_together() -> None:
    """Two phones hold the earlier part, and a third one goes on."""
    early = group("x", "B-2", 1000)
    same: list[Any] = [
        replace(m, id=f"w{m.id}", conversation="whatsapp:chat/w", place=replace(m.place, exhibit="B-4", file="w"))
        for m in early
    ]

    [joint] = joined(early, same, group("y", "B-1", 5000), kind="group", title="Kue").conversations

    assert len(joint.members) == 3
