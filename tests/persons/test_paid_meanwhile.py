# SPDX-License-Identifier: Apache-2.0
"""Payers who go by the name of somebody who wrote while they paid: what joins, and what must not."""

from typing import Any

import pytest

from suluh.model.talk import named_account
from suluh.persons.said.talks import DAY

LEDGER = "bca:0123456789"
ANI, BUDI, CITRA = "whatsapp:+628110000001", "whatsapp:+628110000002", "whatsapp:+628110000003"
YEAR = 365 * DAY


@pytest.fixture
def shop(world: Any) -> Any:
    """Ani's phone and her account, into which many pay in a year."""
    world.see(ANI, "Ani Contoh", own=True)
    world.see(LEDGER, "ANI CONTOH", on="B-6")
    world.names(ANI, LEDGER, *3 * ["BCA 0123456789 an Ani Contoh"])
    for number, word in enumerate(("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")):
        pays(world, f"{word} orang{word}".upper(), number * YEAR // 8)
    return world


def pays(world: Any, name: str, at: int, until: int | None = None) -> str:
    account = world.see(named_account("bca", "s", "", name), name, on="B-6")
    world.pays(account, name, LEDGER, at, until)
    return str(account)


def doubts(world: Any) -> list[list[str]]:
    return [[one.rule for one in link.reasons_against[1:]] for link in world.links("paid-meanwhile")]


@pytest.mark.parametrize("shown", ["Budi Misal", "Budi", "Pak Budi"])
def test_a_payer_of_their_name_while_they_wrote_is_joined(shop: Any, shown: str) -> None:
    shop.see(BUDI, shown)
    shop.talk(ANI, BUDI, 5000, 5010)
    payer = pays(shop, "BUDI MISAL", 5020)

    [link] = shop.links("paid-meanwhile")

    assert ({link.left, link.right}, link.merges) == ({payer, BUDI}, True)
    assert 0 <= link.chance <= 5_000


@pytest.mark.parametrize(
    ("shown", "doubt"),
    [
        (("Bu Budi",), ["husbands-name"]),
        (("Ny. Budi Misal",), ["husbands-name"]),
        (("Mrs Misal",), ["husbands-name"]),
        (("Bu Budi", "Budi"), []),
    ],
)
def test_a_husband_who_pays_while_his_wife_writes_is_not_joined(shop: Any, shown: Any, doubt: list[str]) -> None:
    shop.see(BUDI, *shown)
    shop.talk(ANI, BUDI, 5000, 5010)
    pays(shop, "BUDI MISAL", 5020)

    assert doubts(shop) == [doubt]


def test_a_day_alone_is_enough_for_a_full_name_and_not_for_a_word(shop: Any) -> None:
    shop.see(BUDI, "Budi Misal")
    shop.see(CITRA, "Citra")
    for account in (BUDI, CITRA):
        shop.talk(ANI, account, *range(5 * DAY, 15 * DAY, DAY))
    pays(shop, "BUDI MISAL", 9 * DAY, 10 * DAY - 1)
    pays(shop, "CITRA LAIN", 9 * DAY, 10 * DAY - 1)

    assert doubts(shop) == [[], ["often-so"]]


@pytest.mark.parametrize("shown", ["Joko", "Budi Lain"])
def test_another_name_gives_nothing(shop: Any, shown: str) -> None:
    shop.see(BUDI, shown)
    shop.talk(ANI, BUDI, 5000, 5010)
    pays(shop, "BUDI MISAL", 5020)

    assert shop.links("paid-meanwhile") == []


def test_a_payment_at_another_time_gives_nothing(shop: Any) -> None:
    shop.see(BUDI, "Budi Misal")
    shop.talk(ANI, BUDI, 5000, 5010)
    pays(shop, "BUDI MISAL", 9000)

    assert shop.links("paid-meanwhile") == []


def test_of_two_with_one_first_name_none_is_the_payer(shop: Any) -> None:
    for account in (BUDI, CITRA):
        shop.see(account, "Budi")
        shop.talk(ANI, account, 5000, 5010)
    pays(shop, "BUDI MISAL", 5020)

    assert shop.links("paid-meanwhile") == []


def test_of_two_with_one_full_name_none_is_the_payer(shop: Any) -> None:
    for account in (BUDI, CITRA):
        shop.see(account, "Budi Misal")
        shop.talk(ANI, account, 5000, 5010)
    pays(shop, "BUDI MISAL", 5020)

    assert doubts(shop) == [["several-bearers"], ["several-bearers"]]


@pytest.mark.parametrize(
    ("payments", "others", "joins"),
    [
        ((5020, 50_020), (), True),
        ((5020,), (), False),
        ((5020, 90_020), (), False),
        ((5020, 50_020), (5030,), False),
    ],
    ids=["two days", "one day", "another wrote on the second", "another payer of the word paid as well"],
)
def test_of_two_with_one_first_name_who_alone_wrote_on_two_days_paid(
    shop: Any,
    payments: Any,
    others: Any,
    joins: bool,  # noqa: FBT001 # an example
) -> None:
    for account, name, minutes in ((BUDI, "Budi", (5000, 50_000)), (CITRA, "Budi Btm", (70_000, 90_000))):
        shop.see(account, name)
        shop.talk(ANI, account, *minutes)
    for at in payments:
        pays(shop, "BUDI MISAL", at)
    for at in others:
        pays(shop, "BUDI LAIN", at)

    assert [link.merges for link in shop.links("paid-meanwhile")] == ([True] if joins else [])


@pytest.mark.parametrize(("at", "joined"), [(5_030, [True, True]), (300_000, [True])])
def test_a_namesake_on_another_paper_of_the_ledger_joins_by_their_own_payments_alone(
    shop: Any, at: int, joined: list[bool]
) -> None:
    shop.see(BUDI, "Budi Misal")
    shop.talk(ANI, BUDI, 5000, 5010)
    pays(shop, "BUDI MISAL", 5020)
    later = shop.see(named_account("bca", "t", "", "BUDI MISAL"), "BUDI MISAL", on="B-6")
    shop.pays(later, "BUDI MISAL", LEDGER, at)

    assert [link.merges for link in shop.links("paid-meanwhile")] == joined


def test_two_numbers_under_one_name_are_no_one_payer(shop: Any) -> None:
    shop.see(BUDI, "Budi Misal")
    shop.talk(ANI, BUDI, 5000, 5010)
    for number in ("bca:0000000001", "bca:0000000002"):
        shop.see(number, "BUDI MISAL", on="B-6")
        shop.pays(number, "BUDI MISAL", LEDGER, 5020)

    assert shop.links("paid-meanwhile") == []


def test_a_first_name_that_two_payers_bear_says_nothing(shop: Any) -> None:
    shop.see(BUDI, "Budi")
    shop.talk(ANI, BUDI, 5000, 5010)
    pays(shop, "BUDI MISAL", 5020)
    pays(shop, "BUDI LAIN", 9000)

    assert shop.links("paid-meanwhile") == []


def test_a_third_payer_of_another_name_is_not_the_buyer(shop: Any) -> None:
    shop.see(BUDI, "Budi")
    shop.talk(ANI, BUDI, 5000, 5010)
    pays(shop, "CITRA MISAL", 5020)

    assert shop.links("paid-meanwhile") == []


def test_who_had_the_number_afterwards_did_not_pay(shop: Any) -> None:
    shop.see(BUDI, "Budi")
    shop.talk(ANI, BUDI, 5000, 90_000, 90_010, handed_on=90_000)
    pays(shop, "BUDI MISAL", 90_020)

    assert shop.links("paid-meanwhile") == []


def test_an_account_that_nobody_named_is_not_the_holders(world: Any) -> None:
    world.see(ANI, "Ani Contoh", own=True)
    world.see(LEDGER, "JOKO CONTOH", on="B-6")
    world.see(BUDI, "Budi Misal")
    world.talk(ANI, BUDI, 5000, 5010)
    pays(world, "BUDI MISAL", 5020)

    assert world.links("paid-meanwhile") == []
