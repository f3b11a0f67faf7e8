# SPDX-License-Identifier: Apache-2.0
"""Payers whom a statement names by name alone, and the buyers of the deals they paid."""

from typing import Any

import pytest
from msgspec.structs import replace

from suluh.model.people import Link, Person
from suluh.model.place import Place
from suluh.model.talk import Account, named_account
from suluh.model.trade import Deal, Payment, Term
from suluh.persons.dealt.payees import payees
from suluh.persons.dealt.paying import paying
from suluh.persons.dealt.same_payer import same_payers
from suluh.persons.dealt.shop import Shop as Known
from suluh.persons.dealt.shop import shop_of

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

    def persons(self) -> list[Person]:
        return [Person(id=one[0], accounts=one) for one in (*((name,) for name in self.names), *self.together)]

    def known(self) -> Known:
        accounts = [Account(id=one, account=one, place=PLACE, names=(name,)) for one, name in self.names.items()]
        return shop_of(self.deals, self.payments, self.persons(), accounts)

    def same(self) -> dict[tuple[str, str], Link]:
        return dict(same_payers(self.known()))

    def links(self) -> list[Link]:
        return list(paying(self.known(), self.same()))

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


def test_a_payer_whose_number_stands_on_some_lines_is_one_payer(shop: Shop) -> None:
    shop.sell(BUDI, "BUDI CONTOH", account="bca:0000000001")
    shop.sell(BUDI, "BUDI CONTOH")

    assert [link.merges for link in shop.links()] == [True, True]


def test_two_numbers_under_one_name_are_no_one_payer(shop: Shop) -> None:
    shop.sell(BUDI, "BUDI CONTOH", account="bca:0000000001")
    shop.sell(BUDI, "BUDI CONTOH", account="bca:0000000002")
    shop.sell(BUDI, "BUDI CONTOH")

    assert not any(link.merges for link in shop.links())


TELEGRAM = "telegram:user7"


def test_two_buyers_on_two_services_with_one_payer_are_one(shop: Shop) -> None:
    shop.names[TELEGRAM] = "Budi"
    for buyer in (BUDI, BUDI, TELEGRAM, TELEGRAM):
        shop.sell(buyer, "BUDI CONTOH")

    assert list(shop.same()) == [(TELEGRAM, BUDI)]
    assert [link.merges for link in shop.links()] == [True, True]


@pytest.mark.parametrize(
    ("other", "name", "bearer"),
    [("whatsapp:+628110000009", "Budi", "Citra"), (TELEGRAM, "Joko", "Citra"), (TELEGRAM, "Budi", "Budi Lain")],
    ids=["two of one name on one service", "another name", "a third buyer of that name"],
)
def test_a_wallet_that_two_buyers_used_makes_them_no_one(shop: Shop, other: str, name: str, bearer: str) -> None:
    shop.names[other], shop.names[CITRA] = name, bearer
    for buyer in (BUDI, BUDI, other, other):
        shop.sell(buyer, "BUDI CONTOH")
    shop.sell(CITRA, "CITRA CONTOH")

    assert shop.same() == {}
    assert not any(link.merges for link in shop.links() if "BUDI" in link.left + link.right)


def test_one_deal_of_each_makes_two_buyers_no_one(shop: Shop) -> None:
    shop.names[TELEGRAM] = "Budi"
    for buyer in (BUDI, BUDI, TELEGRAM):
        shop.sell(buyer, "BUDI CONTOH")

    assert shop.same() == {}


def named(*doubts: str) -> Link:
    against = tuple(Term(rule=one, score=-1, text="", text_id="") for one in ("not-always", *doubts))
    return Link(id="n", left=LEDGER, right=ANI, rule="named-to-pay", judgement="suggested", reasons_against=against)


@pytest.mark.parametrize(
    ("doubts", "joins"), [(("few-talks", "said-seldom"), [True]), (("nobody-says",), []), (("held-otherwise",), [])]
)
def test_an_own_account_joins_once_it_was_paid_into_as_told(shop: Shop, doubts: Any, joins: list[bool]) -> None:
    shop.sell(BUDI, "BUDI CONTOH")

    found = payees([named(*doubts)], shop.deals, shop.payments, shop.persons())

    assert [link.merges for link in found] == joins


def test_an_account_that_takes_payments_of_anothers_deals_is_only_proposed(shop: Shop) -> None:
    shop.sell(BUDI, "BUDI CONTOH")
    shop.sell(BUDI, "BUDI CONTOH")
    shop.deals[1] = replace(shop.deals[1], seller=CITRA)

    [link] = payees([named("few-talks")], shop.deals, shop.payments, shop.persons())

    assert (link.merges, [one.rule for one in link.reasons_against]) == (False, ["not-always", "paid-to-others"])


@pytest.mark.parametrize("name", ["Bu Budi", "Ibu Contoh", "Ny. Budi Contoh"])
def test_a_husband_who_pays_for_his_wife_is_not_her(shop: Shop, name: str) -> None:
    shop.names = {BUDI: name}
    for _ in range(2):
        shop.sell(BUDI, "BUDI CONTOH")

    assert shop.doubts() == [["husbands-name"]]


@pytest.mark.parametrize("name", ["Bu Budi", "Bu Contoh", "Contoh"])
def test_a_payer_and_who_bears_the_name_of_his_family_are_two(shop: Shop, name: str) -> None:
    shop.names = {BUDI: "Budi Contoh", "x:77": name}
    for buyer in (*2 * [BUDI], *2 * ["x:77"]):
        shop.sell(buyer, "BUDI CONTOH")

    assert shop.same() == {}
