# SPDX-License-Identifier: Apache-2.0
"""Who is in an exported chat in which only one side wrote, and whose name the holder's own is."""

from typing import Any

import pytest

from suluh.model.place import Place
from suluh.model.rules.holders import own_accounts
from suluh.model.talk import Account, Conversation, named_account
from suluh.persons.members import unsighted
from suluh.persons.silent import with_silent_sides

OWN, OTHER = "whatsapp:+628110000001", "whatsapp:+628110000002"
PLACE = Place(exhibit="B-1", acquisition="1", path="chat.txt", file="f")
HOLDER = Account(id="a", account=OWN, place=PLACE, names=("Ani Lestari",), own=True)


def chat(title: str | None, *members: str, kind: Any = "direct") -> Conversation:
    return Conversation(id="c", conversation="whatsapp:chat/f", kind=kind, place=PLACE, title=title, members=members)


def named(name: str) -> str:
    return named_account("whatsapp", "B-1", "whatsapp:chat/f", name)


def members(conversation: Conversation) -> tuple[str, ...]:
    [found] = with_silent_sides([conversation], [HOLDER], own_accounts([], [HOLDER]))
    return found.members


@pytest.mark.parametrize("wrote", [OWN, named("Ani Lestari")], ids=["by account", "by name"])
@pytest.mark.parametrize(
    ("title", "other"), [("+62 811-0000-002", OTHER), ("Budi Cust", named("Budi Cust"))], ids=["number", "name"]
)
def test_the_title_names_who_never_answered(wrote: str, title: str, other: str) -> None:
    assert members(chat(title, wrote)) == (wrote, other)


@pytest.mark.parametrize(
    "conversation",
    [
        chat("Budi Cust", named("Somebody Else")),
        chat("Budi Cust", named("Budi Cust"), OWN),
        chat("Ani Lestari", named("Ani Lestari")),
        chat(None, OWN),
        chat("Stok Harian", OWN, kind="group"),
    ],
    ids=["not the holder's words", "both wrote", "own name", "no title", "group"],
)
def test_nobody_is_added_where_it_is_not_certain(conversation: Conversation) -> None:
    assert members(conversation) == conversation.members


def test_a_member_of_whom_no_record_says_more_is_an_account_of_the_case() -> None:
    [found] = unsighted([chat("x", OWN, OTHER)], [HOLDER])

    assert (found.account, found.place, found.own) == (OTHER, PLACE, False)


def test_the_holder_is_joined_by_the_own_name_of_other_exports(world: Any) -> None:
    own = world.see(OWN, "Ani Lestari", own=True)
    chat_of_one = world.see_name("Ani Lestari", chat="chat-2")

    [link] = world.links("own-name")

    assert link.merges
    assert world.groups() == [(own, chat_of_one)]


def test_a_name_that_the_address_book_lists_is_not_taken_for_the_holder(world: Any) -> None:
    world.see(OWN, "Ani Lestari", own=True)
    world.see_name("Ani Lestari", chat="chat-2")
    world.lists("Ani Lestari", OTHER)

    [link] = world.links("own-name")

    assert not link.merges
    assert "name-listed" in [term.rule for term in link.reasons_against]


def test_a_name_of_one_word_only_proposes(world: Any) -> None:
    world.see(OWN, "Ani", own=True)
    world.see_name("Ani", chat="chat-2")

    assert [link.merges for link in world.links("own-name")] == [False]


def test_the_own_name_of_another_exhibit_says_nothing(world: Any) -> None:
    world.see(OWN, "Ani Lestari", own=True)
    world.see_name("Ani Lestari", on="B-2")

    assert world.links("own-name") == []


def doubled(world: Any, *names: str, direct: int = 1) -> list[bool]:
    """Whether the same names in a group and in some talks of two on one phone are joined."""
    for name in names:
        world.see_name(name, chat="group")
        for number in range(direct):
            world.talk("whatsapp:+628110000001", world.see_name(name, chat=f"talk-{number}"), 1)
    return [link.merges for link in world.links("same-entry")]


def test_a_member_of_a_group_is_who_bears_that_listed_name_in_a_talk(world: Any) -> None:
    assert doubled(world, "Budi Contoh") == [True]
    assert len(world.groups()) == 1


@pytest.mark.parametrize("name", ["Buyer Baru", "Kurir Pagi", "Driver Grab"])
def test_a_name_that_says_what_somebody_does_only_proposes(world: Any, name: str) -> None:
    assert doubled(world, name) == [False]


@pytest.mark.parametrize(("name", "direct"), [("Budi", 1), ("~ Budi Contoh", 1), ("Budi Contoh", 2)])
def test_a_first_name_a_chosen_name_and_one_of_two_talks_say_nothing(world: Any, name: str, direct: int) -> None:
    assert doubled(world, name, direct=direct) == []


def test_a_name_on_another_phone_or_of_two_numbers_is_not_the_same_entry(world: Any) -> None:
    world.see_name("Budi Contoh", on="B-1", chat="group")
    world.see_name("Budi Contoh", on="B-2", chat="talk")
    for number in ("whatsapp:+628120000002", "whatsapp:+628130000003"):
        world.lists("Citra Contoh", number)

    assert world.links("same-entry") == []
    assert doubled(world, "Citra Contoh") == []


def test_the_own_name_of_a_phone_is_left_to_the_rule_of_own_names(world: Any) -> None:
    world.see("whatsapp:+628110000001", "Ani Contoh", own=True)

    assert doubled(world, "Ani Contoh") == []
