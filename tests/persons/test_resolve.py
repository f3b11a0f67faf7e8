# SPDX-License-Identifier: Apache-2.0
"""What holds for every partition: each account once, the same for any order, and fast enough."""

from collections.abc import Callable
from typing import Any

from suluh.persons.explain import explain


def test_every_account_is_in_exactly_one_person(world: Any) -> None:
    world.see("whatsapp:+628110000001", aliases=("whatsapp:1@lid",))
    world.see("telegram:user7")
    world.lists("Budi", "whatsapp:+628110000003")

    found = [account for group in world.groups() for account in group]

    assert sorted(found) == ["telegram:user7", "whatsapp:+628110000001", "whatsapp:+628110000003", "whatsapp:1@lid"]


def test_the_order_of_records_changes_nothing(make_world: Callable[[], Any]) -> None:
    world = make_world()
    for number in range(40):
        world.see(f"whatsapp:+62811000{number % 20:04}", f"Nama {number % 7}", on=f"B-{number % 3}")
        world.see(f"gopay:+62811000{number % 20:04}", on=f"B-{number % 2}")
    first = world.links(), world.persons()

    world.accounts.reverse()

    assert (world.links(), world.persons()) == first


def test_a_person_knows_the_exhibits_that_know_it(world: Any) -> None:
    world.see("telegram:user7", on="B-2")
    world.lists("Budi", "telegram:user7", on="B-1")

    assert world.persons()[0].exhibits == ("B-1", "B-2")


def test_the_way_between_two_accounts_is_the_shortest_chain(world: Any) -> None:
    world.see("whatsapp:1@lid", aliases=("whatsapp:+628110000001",))
    world.see("gopay:+628110000001")

    chain = explain(world.links(), "whatsapp:1@lid", "gopay:+628110000001")

    assert [link.rule for link in chain] == ["stated-alias", "same-number"]


def test_twenty_thousand_pairs_of_accounts_are_ten_thousand_persons(make_world: Callable[[], Any]) -> None:
    world = make_world()
    for number in range(20_000):
        world.see(f"whatsapp:+6281{number // 2:08}")
        world.see(f"gopay:+6281{number // 2:08}")

    persons = world.persons()

    assert len(persons) == 10_000
