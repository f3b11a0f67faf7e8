# SPDX-License-Identifier: Apache-2.0
"""What somebody cites goes on leading to the same account or message, whatever officers decide on links."""

import random
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import msgspec
import pytest
from tests.deals.conftest import ANI, BUDI, CITRA, Market
from tests.persons.conftest import World

from suluh.case.gate.seal import Seal
from suluh.case.views.deals import deals_by_message
from suluh.case.views.persons import persons_by_account
from suluh.deals.judge.judge import Judge, judge
from suluh.model.ids import deal_id, person_id
from suluh.model.people import Person
from suluh.model.trade import Deal

VEIL = Seal(b"a secret that this test made up")
OTHER_BUDI, CARD = "whatsapp:+628110000009", "bca:9876543210"
ACCOUNTS = (ANI, BUDI, CITRA, OTHER_BUDI, CARD)
SEQUENCES, STEPS = 1000, 4


class Shown(NamedTuple):
    """What lists show of persons and deals, and where every id that could be cited leads."""

    persons: dict[str, Person]
    deals: dict[str, Deal]
    person_of: dict[str, str]
    deal_of: dict[str, str]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shares of the test's own: ids are tested here, and not how sure a deal of a market of three is."""
    own = Judge(msgspec.structs.replace(judge().weights, least=1))
    monkeypatch.setattr("suluh.deals.find.judge", lambda: own)


def told() -> Market:
    """Three buyers who talk with one seller; two of them may be one person, who may hold the card."""
    market = Market(names={ANI: "Ani", BUDI: "Budi", CITRA: "Citra", OTHER_BUDI: "Budi"})
    for day, buyer in enumerate((BUDI, OTHER_BUDI, CITRA)):
        market.sale(48 * day, buyer)
        market.book(48 * day + 1, 50_000, payer=CARD if buyer != CITRA else None, payer_name="BUDI")
        market.send(48 * day + 2, ANI, 3, buyer)
    market.say(48.05, ANI, "paket 40 file 50rb", BUDI)
    return market


def seen() -> World:
    world = World()
    for account in ACCOUNTS:
        world.see(account, "Budi" if account in {BUDI, OTHER_BUDI} else account)
    return world


def shown(world: World, market: Market) -> Shown:
    """Persons, deals, and what cited ids lead to: by the functions of the line and of the lists."""
    return shown_of(tuple(world.persons()), market)


def shown_of(persons: tuple[Person, ...], market: Market) -> Shown:
    """The same of persons."""
    market.persons = list(persons)
    deals = {VEIL.of(one.id): one for one in market.deals()}
    assert len(deals) == len(market.deals())
    return Shown(
        persons={VEIL.of(one.id): one for one in market.persons},
        deals=deals,
        person_of={VEIL.of(old): VEIL.of(now) for old, now in persons_by_account(market.persons)},
        deal_of={VEIL.of(old): VEIL.of(now) for old, now in deals_by_message(deals.values())},
    )


def decide(world: World, drawn: random.Random) -> None:
    """One word on two accounts, by one of two officers."""
    left, right = sorted(drawn.sample(ACCOUNTS, 2))
    word = drawn.choice(("confirm", "reject", "retract"))
    world.decide(word, left, right, by=drawn.choice(("OFFICER-1", "OFFICER-2")), rule="join")


def take_back(world: World) -> None:
    """Retract every word that was given."""
    for one in tuple(world.decisions):
        world.decide("retract", one.left, one.right, by=one.by, rule="join")


@pytest.fixture(scope="module")
def lists() -> Callable[[tuple[Person, ...]], Shown]:
    """What lists show of persons in one market: decisions divide five accounts in few ways, each worked out once."""
    market = told()
    return cache(lambda persons: shown_of(persons, market))


@pytest.mark.parametrize("part", range(10))
@pytest.mark.usefixtures("said")
def test_cited_ids_lead_on_through_drawn_decisions(part: int, lists: Callable[[tuple[Person, ...]], Shown]) -> None:
    first = lists(tuple(seen().persons()))
    for number in range(SEQUENCES // 10):
        drawn, world = random.Random(SEQUENCES * part + number), seen()  # noqa: S311 # a draw that can be repeated
        for _ in range(drawn.randrange(1, STEPS + 1)):
            decide(world, drawn)
        check(lists(tuple(world.persons())), first)
        if number % 10 == 0:
            take_back(world)
            assert lists(tuple(world.persons())).persons.keys() == first.persons.keys()


@pytest.mark.usefixtures("said")
def test_a_deal_that_became_part_of_another_is_found_under_both_ids() -> None:
    market, world = told(), seen()
    market.say(48.06, BUDI, "saya ambil kak", BUDI)
    apart = shown(world, market)
    world.decide("join", BUDI, OTHER_BUDI)
    joined = shown(world, market)

    gone = apart.deals.keys() - joined.deals.keys()

    assert gone
    assert {joined.deal_of[name] for name in gone} <= joined.deals.keys() & apart.deals.keys()


def check(now: Shown, first: Shown) -> None:
    """Every account and every deal that was ever shown is found under the id that it was shown with."""
    for account in ACCOUNTS:
        assert account in now.persons[now.person_of[VEIL.of(person_id(account))]].accounts
    for name, person in now.persons.items():
        assert name == VEIL.of(person_id(min(person.accounts, key=ACCOUNTS.index)))
    holders = {account: person.id for person in now.persons.values() for account in person.accounts}
    for name, deal in first.deals.items():
        if holders[deal.seller or ""] == holders[deal.buyer or ""]:
            continue  # who was said to be one person sells nothing to themself
        assert deal.messages[0] in now.deals[now.deal_of[name]].messages
    for name, deal in now.deals.items():
        assert name == VEIL.of(deal_id(deal.messages[0]))
