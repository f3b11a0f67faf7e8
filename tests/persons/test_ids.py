# SPDX-License-Identifier: Apache-2.0
"""A person bears the id of the account that was seen first, whatever is joined to it or parted from it."""

import pytest
from msgspec.structs import replace
from tests.persons.conftest import World

from suluh.model.ids import person_id
from suluh.persons.resolve import resolve

FIRST, SECOND, THIRD = "whatsapp:+6285711112222", "telegram:user12", "bca:0123456789"


@pytest.fixture
def three(world: World) -> World:
    for account, exhibit in ((FIRST, "B-1"), (SECOND, "B-1"), (THIRD, "B-2")):
        world.see(account, on=exhibit)
    return world


def holder(world: World, account: str) -> str:
    """The id of the person that holds an account."""
    [person] = [one for one in world.persons() if account in one.accounts]
    return person.id


def test_a_person_keeps_its_id_when_another_account_is_joined_to_it(three: World) -> None:
    three.decide("join", THIRD, FIRST)

    assert holder(three, THIRD) == person_id(FIRST)


def test_which_account_is_first_does_not_hang_on_the_order_of_links(three: World) -> None:
    three.decide("join", SECOND, THIRD)
    three.decide("join", THIRD, FIRST)

    assert holder(three, SECOND) == person_id(FIRST)


def test_accounts_that_are_parted_again_have_the_ids_they_had(three: World) -> None:
    before = {account: holder(three, account) for account in (FIRST, SECOND, THIRD)}
    three.decide("join", SECOND, THIRD)
    three.decide("retract", SECOND, THIRD, rule="join")

    assert {account: holder(three, account) for account in (FIRST, SECOND, THIRD)} == before


def test_an_exhibit_that_comes_later_changes_no_id(three: World) -> None:
    three.decide("join", SECOND, THIRD)
    before = holder(three, SECOND)
    three.see(THIRD, on="B-3")
    three.see("bca:0000000000", on="B-3")

    assert holder(three, SECOND) == before == person_id(SECOND)


def test_the_order_of_intake_says_what_was_seen_first_and_not_the_name_of_a_file(three: World) -> None:
    three.decide("join", FIRST, THIRD)
    orders = {"file-B-2": (0, "file-B-2"), "file-B-1": (1, "file-B-1")}
    found = resolve(three.accounts, three.contacts, three.decisions, orders)

    assert person_id(THIRD) in {one.id for one in found}


def test_a_later_row_is_later_however_long_its_number_is(world: World) -> None:
    for account, row in (("telegram:user10", "10"), ("telegram:user9", "9")):
        world.see(account)
        seen = world.accounts.pop()
        world.accounts.append(replace(seen, place=replace(seen.place, line=None, row=row)))
    world.decide("join", "telegram:user10", "telegram:user9")

    assert [one.id for one in world.persons()] == [person_id("telegram:user9")]
