# SPDX-License-Identifier: Apache-2.0
"""A name that somebody chose joins two services only with something else that speaks for it."""

from typing import Any

import pytest

from suluh.persons.said.handles import Handle, said_handle
from suluh.persons.said.talks import DAY

OWN, OWN_TG, SIDE = "whatsapp:+628110000009", "telegram:user9", "whatsapp:+628110000001"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tele saya @Album_73 ya", Handle("telegram", "album_73")),
        ("add ig ku: kue.bolu99", Handle("instagram", "kue.bolu99")),
        ("my telegram is @album_73", Handle("telegram", "album_73")),
        ("akun x gw @album_73", Handle("x", "album_73")),
        ("tele saya mati, wa aja", None),
        ("tele @album_73", None),
        ("tele admin saya @album_73", None),
        ("tele saya @album_73, kalau mati tele saya @album_74", None),
        ("tele saya @album_73 atau hubungi @kurir_cepat", None),
        ("tele istri saya @album_73", None),
        ("telenya @album_73", None),
        ("kata dia tele saya @album_73", None),
        ("ig saya sudah tidak aktif", None),
        ("bukan tele saya @album_73", None),
    ],
)
def test_a_name_is_told_with_its_service_and_whose_it_is(text: str, told: Handle | None) -> None:
    assert said_handle(text) == told


def two(world: Any, handle: str = "album_7399", one: str = "", other: str = "") -> tuple[str, str]:
    """An account of each of two services under one chosen name, with the name that each shows."""
    pairs = (("telegram:user1", f"telegram:@{handle}", one), ("x:100001", f"x:@{handle.title()}", other))
    for account, alias, name in pairs:
        world.see(account, *([name] if name else ()), aliases=(alias,))
    return "telegram:user1", "x:100001"


def are_one(world: Any, one: str, other: str) -> bool:
    return any({one, other} <= set(group) for group in world.groups())


def test_a_chosen_name_with_a_full_name_beside_it_is_one_person(world: Any) -> None:
    assert are_one(world, *two(world, one="Rini Lestari", other="Lestari Rini"))


@pytest.mark.parametrize(
    ("handle", "one", "other", "doubt"),
    [
        ("album_7399", "", "", "nothing-else"),
        ("album_7399", "Rini", "Rini", "nothing-else"),
        ("rinilestari", "Rini Lestari", "Rini Lestari", "nothing-else"),
        ("lestari_889", "Rini Lestari", "Rini Lestari", "nothing-else"),
        ("kue99", "Rini Lestari", "Rini Lestari", "short-handle"),
        ("album_7399", "Rini Lestari", "Budi Santoso", "names-differ"),
    ],
    ids=["nothing else", "a first name", "made of the name", "made of a part of it", "short", "two full names"],
)
def test_a_chosen_name_that_others_may_choose_only_proposes(
    world: Any, handle: str, one: str, other: str, doubt: str
) -> None:
    ends = two(world, handle, one, other)

    [link] = world.links("same-handle")
    assert not are_one(world, *ends)
    assert doubt in [term.rule for term in link.reasons_against]


def test_a_chosen_name_that_was_handed_on_only_proposes(world: Any) -> None:
    ends = two(world, one="Rini Lestari", other="Rini Lestari")
    world.see("x:100002", aliases=("x:@Album_7399",))

    assert "handed-on" in [term.rule for link in world.links("same-handle") for term in link.reasons_against]
    assert not are_one(world, *ends)


def test_who_says_that_the_name_on_the_other_service_is_theirs_is_one_with_it(world: Any) -> None:
    ends = two(world)
    world.says_handle("telegram:user1", "akun x saya @album_7399", 100, OWN_TG)

    assert are_one(world, *ends)


def moved(world: Any, *, after: int = DAY, wrote: bool = True, began: int | None = None) -> tuple[str, str]:
    """A side of a talk names their own name on Telegram, and a talk there begins some time later."""
    world.see(OWN, "Ani Sari", own=True)
    world.see(OWN_TG, "Ani Sari", own=True)
    side, there = world.see(SIDE), world.see("telegram:user1", aliases=("telegram:@album_73",))
    world.talk(OWN, side, 90, 100)
    world.says_handle(side, "tele saya @album_73", 100, OWN)
    minutes = (100 + after,) if wrote else ()
    world.talk(OWN_TG, there, *minutes, began=100 + after if began is None else began)
    return side, there


def test_a_talk_that_begins_under_the_name_that_was_said_is_with_the_same_person(world: Any) -> None:
    assert are_one(world, *moved(world))


@pytest.mark.parametrize(
    "fields", [{"after": 8 * DAY}, {"began": 50}, {"wrote": False}], ids=["late", "known before", "who never wrote"]
)
def test_without_such_a_talk_it_only_proposes(world: Any, fields: dict[str, Any]) -> None:
    ends = moved(world, **fields)

    assert len(world.links("said-handle")) == 1
    assert not are_one(world, *ends)


def test_a_shops_name_that_its_staff_call_theirs_joins_nobody(world: Any) -> None:
    side, there = moved(world)
    staff = world.see("whatsapp:+628110000002")
    world.says_handle(staff, "tele saya @album_73", 120, OWN)

    assert not any(are_one(world, one, other) for one, other in ((side, there), (staff, there), (side, staff)))


def test_who_calls_two_names_of_one_service_theirs_is_neither(world: Any) -> None:
    side, there = moved(world)
    world.says_handle(side, "tele saya @album_74", 130, OWN)

    assert not are_one(world, side, there)


def test_a_talk_of_another_holder_says_nothing(world: Any) -> None:
    world.see(OWN, own=True)
    side, there = world.see(SIDE), world.see("telegram:user1", aliases=("telegram:@album_73",))
    world.talk(OWN, side, 90, 100)
    world.says_handle(side, "tele saya @album_73", 100, OWN)
    world.talk("telegram:user8", there, 200)

    assert not are_one(world, side, there)
