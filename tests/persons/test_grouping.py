# SPDX-License-Identifier: Apache-2.0
"""Links that rest on deals join last, and give way to every officer's word."""

from typing import Any

import pytest

from suluh.model.people import Link, Person
from suluh.persons.grouping import Grouping
from suluh.persons.pool import pool
from suluh.persons.resolve import resolve
from suluh.persons.rule import link_id

NUMBER = "+628110000001"
CHAT, WALLET, PAYER = f"whatsapp:{NUMBER}", f"gopay:{NUMBER}", "bca:0123456789"
PAYS = Link(
    id=link_id("pays-for", PAYER, CHAT), left=PAYER, right=CHAT, rule="pays-for", judgement="suggested", merges=True
)


class Case:
    """What records and officers say, and one link that rests on deals."""

    def __init__(self, world: Any) -> None:
        self.world = world
        for account in (CHAT, WALLET, PAYER):
            world.see(account, "Budi Contoh")

    def grouping(self, *more: Link) -> Grouping:
        found = resolve(self.world.accounts, (), self.world.decisions)
        links = [one for one in found if isinstance(one, Link)]
        return Grouping(pool(self.world.accounts, ()), (*links, *more), self.world.decisions)

    def after(self) -> tuple[list[Link], list[tuple[str, ...]]]:
        found = list(self.grouping().after([PAYS]))
        links = [one for one in found if isinstance(one, Link)]
        return links, [one.accounts for one in found if isinstance(one, Person)]

    def given(self) -> list[Link]:
        """The link as records' links have it."""
        return self.world.links("pays-for")


@pytest.fixture
def case(world: Any) -> Case:
    return Case(world)


def test_a_link_that_rests_on_deals_joins_the_persons_for_whom_deals_were_found(case: Case) -> None:
    assert [one.accounts for one in case.grouping().before()] == [(PAYER,), (WALLET, CHAT)]
    assert case.after() == ([PAYS], [(PAYER, WALLET, CHAT)])


def test_what_an_earlier_run_joined_by_its_deals_counts_for_nothing(case: Case) -> None:
    assert case.grouping(PAYS).before() == case.grouping().before()


def test_a_rejected_one_is_given_with_the_others_and_joins_nothing(case: Case) -> None:
    case.world.decide_on(PAYS, "reject")

    links, persons = case.after()

    assert (links, len(persons), [one.judgement for one in case.given()]) == ([], 2, ["rejected"])


def test_a_confirmed_one_joins_before_deals_are_found(case: Case) -> None:
    case.world.decide_on(PAYS, "confirm")

    assert [one.accounts for one in case.grouping().before()] == [(PAYER, WALLET, CHAT)]
    assert case.after() == ([], [(PAYER, WALLET, CHAT)])


@pytest.mark.parametrize("act", ["confirm", "reject", "dispute"])
def test_taking_a_word_back_restores_the_join(case: Case, act: str) -> None:
    _, persons = case.after()

    case.world.decide_on(PAYS, act)
    case.world.decide_on(PAYS, "retract")

    links, restored = case.after()
    assert (restored, case.given(), [one.merges for one in links]) == (persons, [], [True])


def test_one_that_an_officer_withdrew_joins_nothing(case: Case) -> None:
    case.world.decide_on(PAYS, "retract")

    links, persons = case.after()

    assert (links, len(persons), [one.merges for one in case.given()]) == ([], 2, [False])


def test_what_an_officer_parted_is_not_joined_by_whatever_way(case: Case) -> None:
    case.world.decide("part", WALLET, PAYER)

    [link], persons = case.after()

    assert (link.judgement, link.merges, len(persons)) == ("disputed", False, 2)


def test_a_link_to_an_account_that_the_case_does_not_hold_joins_nothing(case: Case) -> None:
    gone = Link(id="l", left="bca:9", right=CHAT, rule="pays-for", judgement="suggested", merges=True)

    assert [one.accounts for one in case.grouping().after([gone]) if isinstance(one, Person)] == [
        (PAYER,),
        (WALLET, CHAT),
    ]
