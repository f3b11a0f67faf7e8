# SPDX-License-Identifier: Apache-2.0
"""What each rule of persons joins, and what it leaves apart."""

from typing import Any

import pytest

from suluh import plugins
from suluh.persons.explain import words_of_rule
from suluh.persons.rule import LAST, Rule

NUMBER = "+628110000001"


def test_two_services_of_one_number_are_one_person(world: Any) -> None:
    chat, wallet = world.see(f"whatsapp:{NUMBER}", "Budi"), world.see(f"gopay:{NUMBER}", "BUDI SANTOSO")

    assert world.groups() == [(wallet, chat)]


def test_a_number_with_excluding_full_names_only_proposes(world: Any) -> None:
    world.see(f"whatsapp:{NUMBER}", "Ayu Lestari")
    world.see(f"gopay:{NUMBER}", "BUDI SANTOSO")

    [link] = world.links("same-number")

    assert not link.merges
    assert "names-differ" in [term.rule for term in link.reasons_against]


def test_a_number_of_nine_accounts_only_proposes(world: Any) -> None:
    for service in "abcdefghi":
        world.see(f"{service}:{NUMBER}")

    assert [link.merges for link in world.links("same-number")] == [False] * 8
    assert len(world.groups()) == 9


def test_a_number_under_five_first_names_on_one_exhibit_only_proposes(world: Any) -> None:
    world.see(f"whatsapp:{NUMBER}", "Ani", "Budi", "Citra", "Dewi", "Eko")
    world.see(f"gopay:{NUMBER}")

    assert not any(link.merges for link in world.links())


def test_a_hidden_identifier_joins_the_phone_that_its_record_states(world: Any) -> None:
    world.see("whatsapp:12345@lid", aliases=(f"whatsapp:{NUMBER}",))

    assert world.groups() == [(f"whatsapp:{NUMBER}", "whatsapp:12345@lid")]


def test_a_phone_stated_for_two_accounts_of_one_service_only_proposes(world: Any) -> None:
    world.see("telegram:user1", aliases=("phone:+628110000001",))
    world.see("telegram:user2", aliases=("phone:+628110000001",))

    assert not any(link.merges for link in world.links("stated-alias"))


def test_a_name_with_one_number_in_its_exhibits_list_is_joined(world: Any) -> None:
    named = world.see_name("Budi\u200e  Toko")
    world.lists("Budi Toko", f"whatsapp:{NUMBER}")

    assert (f"whatsapp:{NUMBER}", named) in world.groups()


def test_mama_on_two_phones_is_two_people(world: Any) -> None:
    one, two = world.see_name("Mama", on="B-1"), world.see_name("Mama", on="B-2")
    world.lists("Mama", f"whatsapp:{NUMBER}", on="B-1")

    assert (two,) in world.groups()
    assert (f"whatsapp:{NUMBER}", one) in world.groups()


def test_a_name_with_two_numbers_gives_no_contact_link(world: Any) -> None:
    world.see_name("Budi")
    world.lists("Budi", f"whatsapp:{NUMBER}")
    world.lists("Budi", "whatsapp:+628110000002")

    assert world.links("contact-list") == []


def test_one_number_listed_for_two_services_still_counts_as_one(world: Any) -> None:
    named = world.see_name("Budi")
    world.lists("Budi", f"phone:{NUMBER}")
    world.lists("Budi", f"whatsapp:{NUMBER}")

    assert world.groups() == [(f"phone:{NUMBER}", f"whatsapp:{NUMBER}", named)]


def test_a_bank_holders_name_is_never_joined_by_an_address_book(world: Any) -> None:
    world.see("bca:name/statement-1/BUDI%20SANTOSO", "BUDI SANTOSO")
    world.lists("BUDI SANTOSO", f"whatsapp:{NUMBER}")

    assert not any(link.merges for link in world.links())


def test_the_same_name_only_proposes_with_its_chance(world: Any) -> None:
    world.see("bca:0123456789", "BUDI SANTOSO")
    world.see("telegram:user7", "Santoso, Budi")

    [link] = world.links("same-name")

    assert not link.merges
    assert link.chance is not None
    assert link.reasons_for
    assert link.reasons_against


def test_a_common_name_has_a_higher_chance_than_a_rare_one(world: Any) -> None:
    for number in range(30):
        world.see(f"telegram:user{number}", "Budi Santoso" if number % 3 else "Rara Wibisana" if number < 6 else "Eko")
    chances = {len(link.reasons_against): link.chance for link in world.links("same-name")}

    rare = next(link for link in world.links("same-name") if link.right in {"telegram:user3", "telegram:user0"})

    assert rare.chance is not None
    assert rare.chance < max(chance or 0 for chance in chances.values())


def test_own_accounts_of_one_exhibit_are_one_person(world: Any) -> None:
    one, two = world.see("telegram:user7", own=True), world.see(f"whatsapp:{NUMBER}", own=True)

    assert world.groups() == [(one, two)]


def test_own_accounts_of_two_exhibits_stay_apart(world: Any) -> None:
    world.see("telegram:user7", own=True, on="B-1")
    world.see(f"whatsapp:{NUMBER}", own=True, on="B-2")

    assert len(world.groups()) == 2


@pytest.mark.parametrize(("wallet", "joins"), [(50, True), (150, False)])
def test_a_number_that_was_handed_on_joins_only_what_was_used_before(world: Any, wallet: int, joins: bool) -> None:  # noqa: FBT001 # an example
    phone, money = world.see(f"whatsapp:{NUMBER}"), world.see(f"gopay:{NUMBER}", on="B-6")
    world.talk("whatsapp:+628110000009", phone, 10, 100, 110, handed_on=100)
    world.pays(money, "BUDI CONTOH", "bca:0123456789", wallet)

    [link] = world.links("same-number")

    assert (link.merges, [one.rule for one in link.reasons_against[1:]]) == (joins, [] if joins else ["handed-on"])


def test_several_own_accounts_of_one_service_are_only_proposed(world: Any) -> None:
    for account in (f"whatsapp:{NUMBER}", "whatsapp:+628110000002", "telegram:user7"):
        world.see(account, own=True)

    assert [link.merges for link in world.links("same-device")] == [False, False]


def test_own_accounts_with_excluding_names_are_only_proposed(world: Any) -> None:
    world.see(f"whatsapp:{NUMBER}", "Ayu Lestari", own=True)
    world.see("telegram:user7", "Budi Santoso", own=True)

    assert [link.merges for link in world.links("same-device")] == [False]


@pytest.mark.parametrize("rule", plugins.find("suluh.persons.rules", Rule), ids=lambda rule: rule.name)
def test_every_rule_says_itself_in_words(rule: type[Rule]) -> None:
    words = words_of_rule(rule.name)

    assert words.strip().endswith(".")
    assert words != Rule.__doc__


@pytest.mark.parametrize("rule", plugins.find("suluh.persons.rules", Rule), ids=lambda rule: rule.name)
def test_rules_of_the_last_turn_never_join(rule: type[Rule], world: Any) -> None:
    world.see(f"whatsapp:{NUMBER}", "Budi Santoso", own=True)
    world.see("telegram:user7", "Budi Santoso", own=True)
    world.see(f"gopay:{NUMBER}", "Budi Santoso")

    assert not (rule.turn == LAST and any(link.merges for link in world.links(rule.name)))
