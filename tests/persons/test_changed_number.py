# SPDX-License-Identifier: Apache-2.0
"""What the app says of somebody's new number joins the old one with the new one, and nobody else."""

from typing import Any

import pytest

from suluh.persons.said.changes import Change, change

OWN, NEW = "whatsapp:+628110000009", "whatsapp:+628110000002"
SAYS = "Siti mengganti nomor teleponnya ke nomor baru. Ketuk untuk mengirim pesan atau menambahkan nomor baru."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SAYS, Change("Siti", None)),
        ("\u200eSiti Cbn changed their phone number to a new number. Tap to message.", Change("Siti Cbn", None)),
        ("+62 811-0000-001 berganti ke +62 811-0000-002", Change("+628110000001", "+628110000002")),
        ("Siti changed to +62 811 0000 002.", Change("Siti", "+628110000002")),
        ("Siti changed the subject to “nomor baru”", None),
        ("Nama grup berganti ke Arisan", None),
        ("Siti mengganti ikon grup ini", None),
        ("nomor baru saya 08110000002", None),
    ],
)
def test_a_line_of_the_app_says_who_has_a_new_number(text: str, told: Change | None) -> None:
    assert change(text) == told


def talks(world: Any, old: str = "Siti", new: str = "Siti Cbn", until: int = 500, **fields: Any) -> tuple[str, str]:
    """A talk under the old name until a minute, and one under the new name from minute 1,000 on."""
    world.see(OWN, "Ani", own=True)
    one, two = world.see_name(old, chat="chat-old"), world.see_name(new, chat="chat-new")
    world.talk(OWN, one, 10, 200, until, **fields)
    world.app_says(f"{old} changed their phone number to a new number.", 1000, world.talk(OWN, two, 1000, 1100))
    return one, two


def test_the_old_talk_and_the_new_one_are_of_one_person(world: Any) -> None:
    assert tuple(sorted(talks(world))) in world.groups()


def test_a_number_that_is_not_saved_is_the_new_one_of_a_full_name(world: Any) -> None:
    world.see(OWN, "Ani", own=True)
    one, two = world.see_name("Siti Rahayu", chat="chat-old"), world.see(NEW)
    world.talk(OWN, one, 10, 200)
    world.app_says("Siti Rahayu changed their phone number to a new number.", 1000, world.talk(OWN, two, 1000))

    assert (NEW, one) in world.groups()


def test_two_numbers_in_one_line_are_one_person(world: Any) -> None:
    old = world.see("whatsapp:+628110000001")
    world.see(NEW)
    world.talk(OWN, old, 10)
    world.app_says("+62 811-0000-001 berganti ke +62 811-0000-002", 1000, "whatsapp:group")

    assert (old, NEW) in world.groups()


@pytest.mark.parametrize(
    ("case", "doubt"),
    [
        (lambda world: talks(world, until=2000), "wrote-on"),
        (lambda world: talks(world, "Siti", "Bu RT"), "one-word"),
        (lambda world: talks(world, "Siti Rahayu", "Budi Santoso"), "names-differ"),
        (lambda world: talks(world, handed_on=900), "of-another"),
    ],
    ids=["who still writes under the old number", "one first name", "two full names", "a number handed on before"],
)
def test_with_a_doubt_it_only_proposes(world: Any, case: Any, doubt: str) -> None:
    case(world)

    [link] = world.links("changed-number")
    assert not link.merges
    assert doubt in [term.rule for term in link.reasons_against]


def test_whoever_has_the_number_that_was_given_up_is_not_meant(world: Any) -> None:
    """The stranger says so, and what they write does not count as writing on."""
    one, two = talks(world, until=5000, handed_on=4000)

    assert tuple(sorted((one, two))) in world.groups()


def test_two_sitis_on_one_phone_or_in_its_address_book_give_nothing(world: Any, make_world: Any) -> None:
    talks(world)
    world.talk(OWN, world.see_name("Siti", chat="chat-3"), 20, 30)
    other = make_world()
    talks(other)
    other.lists("Siti", "whatsapp:+628110000004")
    other.lists("Siti", "whatsapp:+628110000005")

    assert world.links("changed-number") == other.links("changed-number") == []


def test_a_siti_on_another_phone_is_not_meant(world: Any) -> None:
    world.see(OWN, "Ani", own=True)
    world.talk("whatsapp:+628110000008", world.see_name("Siti", on="B-2", chat="chat-old"), 10, 200)
    two = world.see_name("Siti Cbn", chat="chat-new")
    world.app_says(SAYS, 1000, world.talk(OWN, two, 1000))

    assert world.links("changed-number") == []


def test_the_line_in_the_old_talk_itself_names_nobody_new(world: Any) -> None:
    """There the app tells of the talk's own side; a namesake whose talk began later is somebody else."""
    world.see(OWN, "Ani", own=True)
    old = world.see_name("Siti", chat="chat-old")
    conversation = world.talk(OWN, old, 10, 200)
    world.talk(OWN, world.see_name("Siti Cbn", chat="chat-new"), 1100)
    world.app_says(SAYS, 1000, conversation)

    assert world.links("changed-number") == []


def test_a_line_in_a_talk_without_a_known_holder_names_nobody(world: Any) -> None:
    one, two = world.see_name("Siti", chat="chat-old"), world.see_name("Siti Cbn", chat="chat-new")
    world.talk(OWN, one, 10, 200)
    conversation = world.talk(OWN, two, 1000)
    world.talks.append(world.talks[-1]._replace(other=world.see_name("Ani", chat="chat-new"), own=frozenset()))
    world.app_says(SAYS, 1000, conversation)

    assert world.links("changed-number") == []


def test_a_number_without_a_talk_of_its_own_gives_nothing(world: Any) -> None:
    """Members of groups and payers are accounts too, of whom nobody can tell when their talk began."""
    world.see("whatsapp:+628110000001")
    world.see(NEW)
    world.app_says("+62 811-0000-001 berganti ke +62 811-0000-002", 1000, "whatsapp:group")

    assert world.links("changed-number") == []
