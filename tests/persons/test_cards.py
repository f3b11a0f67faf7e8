# SPDX-License-Identifier: Apache-2.0
"""A card that people send each other is no entry of the address book of the phone that holds it."""

from typing import Any

NUMBER, OTHER = "whatsapp:+628110000001", "whatsapp:+628110000002"


def test_a_card_that_a_friend_sent_of_another_budi_only_proposes(world: Any) -> None:
    named = world.see_name("Budi Toko")
    world.cards("kontak.vcf", ("Budi Toko", NUMBER), ("Ani", OTHER), sent=True)

    [link] = world.links("contact-list")

    assert not link.merges
    assert "of-a-card" in [term.rule for term in link.reasons_against]
    assert (named,) in world.groups()


def test_a_card_of_one_entry_of_which_the_message_is_gone_only_proposes(world: Any) -> None:
    world.see_name("Budi Toko")
    world.cards("Budi Toko.vcf", ("Budi Toko", NUMBER))

    assert [link.merges for link in world.links("contact-list")] == [False]


def test_an_address_book_kept_as_cards_lists_people_as_any_other(world: Any) -> None:
    named = world.see_name("Budi Toko")
    world.cards("semua kontak.vcf", ("Ani", OTHER), ("Budi Toko", NUMBER))

    assert (NUMBER, named) in world.groups()


def test_the_address_book_says_who_is_meant_whatever_cards_were_sent(world: Any) -> None:
    named = world.see_name("Budi Toko")
    world.lists("Budi Toko", NUMBER)
    world.cards("Budi Toko.vcf", ("Budi Toko", OTHER), sent=True)

    assert (NUMBER, named) in world.groups()
    assert (OTHER,) in world.groups()


def test_cards_of_two_people_of_one_name_give_nothing(world: Any) -> None:
    world.see_name("Budi Toko")
    world.cards("a.vcf", ("Budi Toko", NUMBER), sent=True)
    world.cards("b.vcf", ("Budi Toko", OTHER), sent=True)

    assert world.links("contact-list") == []


def test_a_holders_own_name_on_a_card_does_not_make_it_a_listed_one(world: Any) -> None:
    """Who sends somebody their own card is the holder all the same."""
    own = world.see(NUMBER, "Ani Lestari", own=True)
    named = world.see_name("Ani Lestari", chat="chat-2")
    world.cards("Ani Lestari.vcf", ("Ani Lestari", NUMBER), sent=True)

    assert (own, named) in world.groups()
