# SPDX-License-Identifier: Apache-2.0
"""Whose device an exhibit is: one function says it, and nothing else does."""

import re
from pathlib import Path

import suluh
from suluh.model.intake import Exhibit
from suluh.model.people import Link, Person
from suluh.model.place import Place
from suluh.model.rules.holders import own_accounts
from suluh.model.talk import Account

NAME = "whatsapp:name/B-1/whatsapp%3Achat%2Fx/Ani%20Lestari"


def exhibit(label: str, *accounts: str) -> Exhibit:
    return Exhibit(id=label, label=label, authority="1", order=1, accounts=accounts)


def sighting(account: str, *names: str, on: str = "B-1", own: bool = False) -> Account:
    place = Place(exhibit=on, acquisition="1", path="x", file="f")
    return Account(id=f"{on}/{account}", account=account, place=place, names=names, own=own)


def test_own_are_the_stated_the_sighted_and_all_that_persons_join_to_them() -> None:
    people = [Person(id="p", accounts=("whatsapp:+62811", NAME)), Person(id="q", accounts=("x:9", "x:@ani"))]

    found = own_accounts([exhibit("B-1", "whatsapp:+62811")], [sighting("x:9", own=True), sighting("x:8")], people)

    assert found["B-1"].stated == {"whatsapp:+62811", "x:9"}
    assert found["B-1"].accounts == {"whatsapp:+62811", NAME, "x:9", "x:@ani"}


def test_an_exhibit_of_which_no_account_is_known_has_no_holder() -> None:
    assert own_accounts([exhibit("B-2")], [sighting("x:8", on="B-2")]) == {}


def test_what_a_waiting_link_may_join_is_doubtful_and_a_rejected_one_is_not() -> None:
    links = [
        Link(id="1", left="x:9", right="x:suggested", rule="own-name", judgement="suggested"),
        Link(id="2", left="x:rejected", right="x:9", rule="own-name", judgement="rejected"),
        Link(id="3", left="x:other", right="x:else", rule="own-name", judgement="suggested"),
    ]

    assert own_accounts([exhibit("B-1", "x:9")], [], [], links)["B-1"].doubtful == {"x:suggested"}


def test_the_holder_is_known_by_name_where_the_same_exhibit_names_an_own_account() -> None:
    accounts = [sighting("x:9", "Ani"), sighting("telegram:user1", own=True), sighting("x:7", "Budi")]

    assert own_accounts([exhibit("B-1", "x:9")], accounts)["B-1"].named_in == {"x"}


def test_no_other_room_asks_a_sighting_whether_it_is_the_device_s_own() -> None:
    asked = re.compile(r"\b(?:account|sighting|one)\.own\b")
    rooms = ("persons", "deals", "network", "leads", "unseen", "case", "desk", "referral")
    root = Path(suluh.__file__).parent

    files = [path for room in rooms for path in (root / room).rglob("*.py")]
    assert [path.name for path in files if asked.search(path.read_text("utf-8"))] == []


def test_a_device_has_a_holder_as_soon_as_it_is_joined_with_an_account_and_not_before() -> None:
    device = "whatsapp:own/B%201"
    alone, joined = Person(id="p", accounts=(device,)), Person(id="p", accounts=(device, NAME))

    assert own_accounts([exhibit("B 1")], [], [alone]) == {}
    assert own_accounts([exhibit("B 1")], [], [joined])["B 1"].accounts == {device, NAME}
