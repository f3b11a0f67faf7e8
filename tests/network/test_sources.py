# SPDX-License-Identifier: Apache-2.0
"""Sources are where items came in that were sold on."""

from typing import Any

from suluh.model.place import Place
from suluh.model.talk import Account, Conversation
from suluh.network.countries import countries, country_of
from suluh.network.sources import sources

PLACE = Place(exhibit="B-1", acquisition="1", path="chat", file="f")
OWN = [Account(id="a", account="wa:s", place=PLACE, own=True)]


def group(*members: str) -> Conversation:
    return Conversation(id="c", conversation="group", kind="group", place=PLACE, members=members)


def test_items_that_came_in_and_were_sold_make_a_source(deal: Any, sent: Any) -> None:
    talk = [sent(1, "group", "wa:x", "aa", "bb"), sent(2, "group", "wa:x", "cc"), sent(9, "sale", "wa:s", "aa")]

    [origin] = sources(talk, [], OWN, [deal(1, files=("aa",), messages=("B-1/sale/9",))])

    assert (origin.conversation, origin.first_seen_items, origin.items_sold_on) == ("group", 3, 1)


def test_the_first_sight_decides_which_conversation_is_the_source(deal: Any, sent: Any) -> None:
    talk = [sent(5, "late", "wa:x", "aa"), sent(1, "early", "wa:y", "aa")]

    assert [one.conversation for one in sources(talk, [], OWN, [deal(1, files=("aa",))])] == ["early"]


def test_what_the_holder_sent_first_came_from_no_source(deal: Any, sent: Any) -> None:
    talk = [sent(1, "sale", "wa:s", "aa"), sent(1, "notes", None, "bb"), sent(2, "group", "wa:x", "aa", "bb")]

    assert list(sources(talk, [], OWN, [deal(1, files=("aa", "bb"))])) == []


def test_a_sale_is_no_source_for_its_buyer(deal: Any, sent: Any) -> None:
    talk = [sent(1, "sale", "wa:s", "aa", on="B-2")]

    assert list(sources(talk, [], OWN, [deal(1, files=("aa",), messages=("B-2/sale/1",))])) == []


def test_a_group_touches_the_countries_of_its_members(deal: Any, sent: Any) -> None:
    members = ("wa:+628110000001", "wa:+628110000002", "wa:+60123456789", "wa:s", "tg:user5")
    talk = [sent(1, "group", "wa:+628110000001", "aa")]

    [origin] = sources(talk, [group(*members)], OWN, [deal(1, files=("aa",))])

    assert [(one.code, one.basis) for one in origin.countries] == [
        ("ID", "phone numbers of 2 members"),
        ("MY", "phone number of 1 member"),
    ]


def test_a_number_of_no_country_names_none() -> None:
    assert country_of("wa:+870773111632") is None
    assert country_of("wa:+0") is None
    assert countries(["tg:user1"]) == ()
