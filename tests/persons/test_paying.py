# SPDX-License-Identifier: Apache-2.0
"""Payers whom a statement names by name alone, and the buyers of the deals they paid."""

from typing import Any

import pytest

from suluh.model.people import Link, Person
from suluh.model.place import Place
from suluh.model.talk import Account, named_account
from suluh.model.trade import Deal, Payment
from suluh.persons.paying import paying

LEDGER = "bca:0123456789"
ANI, BUDI, CITRA = "whatsapp:+628110000001", "whatsapp:+628110000002", "whatsapp:+628110000003"
PLACE = Place(exhibit="B-6", acquisition="1", path="mutasi.csv", file="f")
NAMES = {BUDI: "Budi", CITRA: "Citra"}


class Shop:
    """Ani's deals, each with one booked line."""

    def __init__(self) -> None:
        self.deals: list[Deal] = []
        self.payments: list[Payment] = []
        self.names = dict(NAMES)
        self.together: list[tuple[str, ...]] = []

    def sell(self, buyer: str, name: str, paper: str = "s", account: str | None = None, **fields: Any) -> None:
        number = len(self.deals)
        payer = account or named_account("bca", paper, "", name)
        given: Any = {"amount_minor": 1, "amount_as_written": "1", "currency": "IDR", "channel": "bank"}
        self.payments.append(
            Payment(
                id=f"p{number}",
                statement=paper,
                incoming=True,
                place=PLACE,
                payer=payer,
                payer_name=name,
                beneficiary=LEDGER,
                **given,
            )
        )
        known: Any = {"kind": "sale", "state": "delivered", "tier": "recorded"} | fields
        self.deals.append(Deal(id=f"d{number}", seller=ANI, buyer=buyer, payments=(f"p{number}",), **known))

    def links(self) -> list[Link]:
        accounts = [Account(id=one, account=one, place=PLACE, names=(name,)) for one, name in self.names.items()]
        persons = [Person(id=one[0], accounts=one) for one in (*((name,) for name in self.names), *self.together)]
        return list(paying(self.deals, self.payments, persons, accounts))

    def doubts(self) -> list[list[str]]:
        return [[one.rule for one in link.reasons_against[1:]] for link in self.links()]


@pytest.fixture
def shop() -> Shop:
    return Shop()


def test_a_payer_of_two_deals_under_a_name_that_fits_is_joined(shop: Shop) -> None:
    shop.sell(BUDI, "BUDI CONTOH")
    shop.sell(BUDI, "BUDI CONTOH")

    [link] = shop.links()

    assert ({link.left, link.right}, link.merges) == ({BUDI, named_account("bca", "s", "", "BUDI CONTOH")}, True)
    assert (link.score, len(link.reasons_against)) == (850_000, 1)


def test_one_name_on_two_statements_of_a_ledger_is_one_payer(shop: Shop) -> None:
    shop.sell(BUDI, "BUDI CONTOH", paper="june")
    shop.sell(BUDI, "BUDI CONTOH", paper="july")

    assert shop.doubts() == [[], []]


@pytest.mark.parametrize(
    ("names", "doubts"),
    [
        (("BUDI CONTOH",), ["one-deal"]),
        (("JOKO MISAL", "JOKO MISAL"), ["other-name"]),
    ],
)
def test_what_says_less_is_doubted(shop: Shop, names: tuple[str, ...], doubts: list[str]) -> None:
    for name in names:
        shop.sell(BUDI, name)

    assert shop.doubts() == [doubts]
    assert not any(link.merges for link in shop.links())


def test_a_full_name_that_does_not_fit_joins_nothing(shop: Shop) -> None:
    shop.names[BUDI] = "Budi Misal"
    shop.sell(BUDI, "BUDI CONTOH")
    shop.sell(BUDI, "BUDI CONTOH")

    assert shop.doubts() == [["other-name"]]


def test_of_two_payers_of_other_names_none_is_the_buyer(shop: Shop) -> None:
    for name in ("BUDI CONTOH", "BUDI CONTOH", "BUDI LAIN", "BUDI LAIN"):
        shop.sell(BUDI, name)

    assert shop.doubts() == [["several-payers"], ["several-payers"]]


def test_a_payer_who_stands_in_another_person_joins_no_second_one(shop: Shop) -> None:
    account = named_account("bca", "s", "", "BUDI CONTOH")
    shop.together = [(account, "whatsapp:+628110000009")]
    shop.sell(BUDI, "BUDI CONTOH")
    shop.sell(BUDI, "BUDI CONTOH")

    assert shop.doubts() == [["of-another"]]


def test_a_payer_by_number_is_joined_or_left_to_the_other_rule(shop: Shop) -> None:
    shop.sell(BUDI, "BUDI CONTOH", account="bca:0000000001")
    assert shop.links() == []

    shop.sell(BUDI, "BUDI CONTOH", account="bca:0000000001")

    assert [link.merges for link in shop.links()] == [True]


def test_a_word_that_another_buyer_bears_says_less(shop: Shop) -> None:
    shop.names[CITRA] = "Budi C"
    shop.sell(BUDI, "BUDI CONTOH")
    shop.sell(BUDI, "BUDI CONTOH")
    shop.sell(CITRA, "CITRA MISAL", tier="possible")

    assert shop.doubts() == [["name-shared"]]


def test_who_paid_for_two_buyers_is_perhaps_neither(shop: Shop) -> None:
    shop.sell(BUDI, "BUDI CONTOH")
    shop.sell(BUDI, "BUDI CONTOH")
    shop.sell(CITRA, "BUDI CONTOH", tier="possible")

    assert shop.doubts() == [["several-buyers"]]


@pytest.mark.parametrize("fields", [{"tier": "possible"}, {"state": "offered"}])
def test_only_recorded_deals_propose(shop: Shop, fields: Any) -> None:
    shop.sell(BUDI, "BUDI CONTOH", **fields)
    shop.sell(BUDI, "BUDI CONTOH", **fields)

    assert shop.links() == []


def test_one_deal_of_another_name_is_no_reason(shop: Shop) -> None:
    shop.sell(BUDI, "JOKO MISAL")

    assert shop.links() == []
