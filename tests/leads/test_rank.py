# SPDX-License-Identifier: Apache-2.0
"""Leads rank work by tiers and counts, and say why in two languages."""

from typing import Any

import pytest

from suluh.leads.rank import rank
from suluh.model.after.beyond import Country, Edge, Lead, Origin, Poster
from suluh.model.matching import Camera
from suluh.model.people import Link, Person
from suluh.model.place import Place
from suluh.model.rules.holders import own_accounts
from suluh.model.talk import Account
from suluh.model.trade import Deal

PLACE = Place(exhibit="B-1", acquisition="1", path="chat", file="f")


def person(name: str, *exhibits: str, roles: tuple[str, ...] = ()) -> Person:
    return Person(id=name, accounts=(f"wa:{name}",), exhibits=exhibits, roles=roles)


def edge(left: str, right: str, **fields: Any) -> Edge:
    return Edge(id=f"{left}-{right}", left=left, right=right, kind="sale", **({"deals": 1, "items": 40} | fields))


def ranked(people: list[Person], edges: list[Edge], **more: Any) -> list[Lead]:
    given = {"deals": [], "origins": [], "links": [], "own": {}} | more
    return list(rank(people, edges, **given))


SELLER, BUYER = person("s", "B-1"), person("b", "B-1", "B-2")
OWN = own_accounts([], [Account(id="a", account="wa:s", place=PLACE, own=True)])


def test_the_tiers_come_before_the_counts() -> None:
    origin = Origin(id="o", conversation="group", first_seen_items=3, items_sold_on=1)
    child = person("c", "B-1", roles=("child_victim",))

    found = ranked([SELLER, BUYER, child], [edge("s", "b")], origins=[origin])

    assert [(lead.tier, lead.about) for lead in found] == [(1, "c"), (2, "group"), (3, "s"), (4, "b")]
    assert [lead.rank for lead in found] == [1, 2, 3, 4]


def test_who_sent_into_a_source_comes_behind_the_sources_and_before_sellers() -> None:
    posters = (
        Poster(account="wa:x", items=1),
        Poster(account="wa:y", items=9, sold_on=4),
        Poster(account="wa:s", items=9),
    )
    origins = [
        Origin(id="o", conversation="one", first_seen_items=19, items_sold_on=4, posters=posters),
        Origin(
            id="p", conversation="two", first_seen_items=1, items_sold_on=1, posters=(Poster(account="wa:x", items=1),)
        ),
    ]
    people = [SELLER, BUYER, person("x", "B-1"), person("y", "B-1")]

    found = ranked(people, [edge("q", "b")], origins=origins, own=OWN)

    assert [(lead.tier, lead.about) for lead in found] == [
        (2, "one"),
        (2, "two"),
        (2, "y"),
        (2, "x"),
        (3, "q"),
        (4, "b"),
    ]
    assert [(term.name, term.value) for term in found[3].terms] == [
        ("items-sold-on", 0),
        ("first-seen-items", 2),
        ("sources", 2),
    ]


def test_a_child_who_sent_into_a_source_is_no_lead_of_trade() -> None:
    origin = Origin(
        id="o", conversation="g", first_seen_items=1, items_sold_on=1, posters=(Poster(account="wa:c", items=1),)
    )

    found = ranked([person("c", "B-1", roles=("child",))], [], origins=[origin])

    assert [(lead.tier, lead.about) for lead in found] == [(1, "c"), (2, "g")]


def test_every_lead_says_what_would_answer_it_in_both_languages() -> None:
    named = Person(id="n", accounts=("wa:name/B-1/chat/Ken",))
    origin = Origin(id="o", conversation="g", first_seen_items=1, items_sold_on=1)

    found = ranked(
        [SELLER, named, BUYER], [edge("s", "n"), edge("s", "b")], origins=[origin], links=[link()], deals=[SALE]
    )

    assert all(lead.answer and lead.answer_id for lead in found)
    assert [lead.about for lead in found if lead.answer.startswith("Only a name is known")] == ["n"]


def test_who_more_exhibits_know_comes_first() -> None:
    people = [SELLER, BUYER, person("x", "B-1", "B-2", "B-3")]

    found = ranked(people, [edge("s", "b", items=900), edge("s", "x", items=1)], own=OWN)

    assert [lead.about for lead in found] == ["x", "b"]


def test_who_may_yet_be_a_holder_comes_behind_the_others_of_the_tier() -> None:
    own = own_accounts([], [Account(id="a", account="wa:s", place=PLACE, own=True)], [], [link(right="wa:x")])
    people = [SELLER, person("x", "B-1", "B-2"), person("y", "B-1")]

    found = ranked(people, [edge("x", "q"), edge("y", "q")], own=own)

    assert [lead.about for lead in found] == ["y", "x", "q"]
    assert [term.name for term in found[1].terms] == ["exhibits", "items", "deals", "may-be-holder"]


def test_whose_own_device_is_an_exhibit_is_no_lead() -> None:
    assert [lead.about for lead in ranked([SELLER, BUYER], [edge("s", "b")], own=OWN)] == ["b"]


def test_a_child_stands_in_no_ranking_of_trade() -> None:
    child = person("b", "B-1", roles=("child",))

    [lead] = ranked([SELLER, child], [edge("s", "b")], own=OWN)

    assert (lead.tier, [term.name for term in lead.terms]) == (1, ["exhibits"])


def test_every_count_stands_beside_its_reason_in_both_languages() -> None:
    paid = edge("s", "b", deals=2, amount_minor=10_000_000, currency="IDR")

    [lead] = ranked([SELLER, BUYER], [paid], own=OWN)

    assert [(term.name, term.value) for term in lead.terms] == [
        ("exhibits", 2),
        ("items", 40),
        ("deals", 2),
        ("paid-IDR", 10_000_000),
    ]
    assert "Payment records show IDR 100,000.00." in lead.reasons
    assert "Catatan pembayaran menunjukkan Rp100.000,00." in lead.reasons_id
    assert "Ditemukan 2 rangkaian transaksi." in lead.reasons_id
    assert len(lead.reasons) == len(lead.reasons_id) == len(lead.terms)


def test_amounts_of_different_currencies_are_never_compared() -> None:
    sums = {"a": (1, "USD"), "b": (900, "IDR"), "c": (5_000, "IDR"), "d": (7, "USD"), "e": (None, None)}
    people = [SELLER, *(person(name, "B-1") for name in sums)]
    edges = [edge("s", name, amount_minor=minor, currency=code) for name, (minor, code) in sums.items()]

    found = ranked(people, edges, own=OWN)

    assert [lead.about for lead in found] == ["c", "b", "d", "a", "e"]


def test_who_paid_in_a_further_currency_comes_first_and_what_is_recorded_before_what_may_be() -> None:
    people = [SELLER, *(person(name, "B-1") for name in "abc")]
    edges = [
        edge("s", "a", amount_minor=5, currency="IDR"),
        edge("s", "b", amount_minor=5, currency="IDR"),
        edge("s", "b", amount_minor=1, currency="USD", deals=0, items=0),
        edge("s", "c", possible_minor=9_000, currency="IDR"),
    ]

    found = ranked(people, edges, own=OWN)

    assert [lead.about for lead in found] == ["b", "a", "c"]


@pytest.mark.parametrize("word", ["guilty", "tersangka", "suspect", "target", "predator", "hit", "terlibat"])
def test_no_lead_blames(word: str) -> None:
    origin = Origin(
        id="o", conversation="g", first_seen_items=3, items_sold_on=1, countries=(Country(code="ID", basis="x"),)
    )
    found = ranked([SELLER, BUYER, person("c", roles=("child",))], [edge("s", "b")], origins=[origin])

    words = " ".join(reason for lead in found for reason in (*lead.reasons, *lead.reasons_id)).lower().split()

    assert word not in words


def link(**fields: Any) -> Link:
    known = {"left": "wa:s", "right": "wa:b", "rule": "paid-for", "judgement": "suggested", "score": 700_000}
    return Link(id="l", **(known | fields))


SALE = Deal(id="d", kind="sale", state="delivered", tier="possible", seller="wa:s", buyer="wa:z")


def test_a_suggested_link_that_deals_hang_on_is_work() -> None:
    [lead] = ranked([SELLER, BUYER], [], links=[link()], deals=[SALE])

    assert (lead.tier, lead.about, lead.terms[0].value) == (5, "l", 1)


@pytest.mark.parametrize(
    "fields",
    [{"judgement": "rejected"}, {"merges": True}, {"score": 100_000}, {"retracted_at": "2025-09-01T00:00:00Z"}],
)
def test_a_link_that_waits_for_nobody_is_no_work(fields: dict[str, Any]) -> None:
    assert ranked([SELLER, BUYER], [], links=[link(**fields)], deals=[SALE]) == []


def test_the_order_of_what_comes_in_changes_nothing() -> None:
    people = [SELLER, BUYER, *(person(f"x{one}", "B-1") for one in range(6))]
    edges = [edge("s", one.id) for one in people[1:]]

    assert ranked(people, edges) == ranked(people[::-1], edges[::-1])


def test_an_exhibit_with_a_camera_of_which_unknown_pictures_were_handed_over_is_in_the_first_tier() -> None:
    fields = {"make": "Pabrik", "model": "Satu", "found_on": ("B-2",), "unknown": 9}
    sold, kept = (Camera(id=str(number), handed_over=number, **fields) for number in (4, 0))

    [lead, _] = ranked([SELLER, BUYER], [edge("s", "b")], own=OWN, cameras=[sold, kept])

    assert (lead.tier, lead.about) == (1, "B-2")
    assert [(term.name, term.value) for term in lead.terms] == [("exhibits", 1), ("handed-over", 4), ("unknown", 9)]
    assert len(lead.reasons) == len(lead.reasons_id) == 3
    assert ranked([], [], cameras=[kept]) == []
