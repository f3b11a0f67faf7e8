# SPDX-License-Identifier: Apache-2.0
"""Estimates of a case say "at least", with their assumptions, or why they say nothing."""

from collections.abc import Iterable
from typing import Any

from suluh.model.after.beyond import Estimate
from suluh.model.people import Link, Person
from suluh.model.trade import Deal
from suluh.unseen.estimate import estimate


def deals(times: Iterable[int], **fields: Any) -> list[Deal]:
    """So many deals for each buyer in turn."""
    known: dict[str, Any] = {"kind": "sale", "state": "delivered", "tier": "possible", "seller": "wa:s"} | fields
    return [
        Deal(id=f"d{buyer}-{number}", **({"buyer": f"wa:{buyer}"} | known))
        for buyer, many in enumerate(times)
        for number in range(many)
    ]


def of(what: str, found: Iterable[Estimate]) -> list[Estimate]:
    return [one for one in found if one.of == what]


TRAFFIC = [1] * 1317 + [2] * 239 + [3] * 42 + [4] * 14 + [5] * 4 + [6] * 4 + [7]


def test_the_traffic_table_says_at_least_and_never_between() -> None:
    floor, *range_ = of("buyers", estimate(deals(TRAFFIC), [], []))

    assert (floor.observed, floor.low, floor.high) == (1621, 2480, None)
    assert "at least 2480" in floor.sentence
    assert "sedikitnya ada 2480" in floor.sentence_id
    assert not any(" between " in one.sentence or " antara " in one.sentence_id for one in (floor, *range_))


def test_models_stand_beside_the_floor_as_a_range() -> None:
    _, *range_ = of("buyers", estimate(deals(TRAFFIC), [], []))

    assert {one.role for one in range_} == {"sensitivity"}
    assert all(one.low is not None and one.high is not None and one.assumes for one in range_)


def test_fewer_than_three_seen_twice_is_refused_in_words() -> None:
    [floor] = of("buyers", estimate(deals([1] * 40 + [2, 2]), [], []))

    assert floor.low is None
    assert floor.refused == "fewer than 3 buyers were seen exactly twice"
    assert "No figure is given" in floor.sentence


def test_nothing_seen_is_refused() -> None:
    assert {one.refused is not None for one in estimate([], [], [])} == {True}


def test_few_seen_twice_give_a_floor_only_and_a_warning() -> None:
    found = of("buyers", estimate(deals([1] * 60 + [2] * 10 + [3] * 3), [], []))

    assert [(one.role, one.low) for one in found] == [("floor", 75)]
    assert any("Only 10" in warning for warning in found[0].warnings)


def test_where_there_is_no_floor_there_is_no_range_beside_it() -> None:
    found = of("buyers", estimate(deals([1] * 10 + [2] * 5 + [3] * 3), [], []))

    assert [one.role for one in found] == ["floor"]
    assert found[0].warnings == ()


def test_items_are_counted_once_a_sale() -> None:
    sale = {"kind": "sale", "state": "delivered", "tier": "possible"}
    sold = [Deal(id=f"d{one}", files=(f"a{one}", f"a{one}", "b", f"c{one // 2}"), **sale) for one in range(8)]

    [floor, *_] = of("items", estimate(sold, [], []))

    assert floor.observed == 13


def test_two_accounts_of_one_person_are_one_buyer() -> None:
    people = [Person(id="p", accounts=("wa:0", "wa:1"), exhibits=("B-1",))]

    [floor, *_] = of("buyers", estimate(deals([1, 1, 2, 2, 2]), people, []))

    assert floor.observed == 4


def test_one_device_and_unresolved_buyers_are_warned_of() -> None:
    people = [Person(id=f"p{one}", accounts=(f"wa:{one}",), exhibits=("B-1",)) for one in range(18)]
    named = deals([1, 1], buyer="wa:name/B-1/chat/X")

    [floor] = of("buyers", estimate([*deals([1] * 10 + [2] * 5 + [3] * 3), *named], people, []))

    assert any("One exhibit" in warning for warning in floor.warnings)
    assert any("by name only" in warning for warning in floor.warnings)


def test_buyers_known_by_name_only_never_lift_the_floor() -> None:
    times = [1] * 60 + [2] * 20 + [3] * 10 + [4] * 5
    people = [Person(id=f"p{one}", accounts=(f"wa:{one}",), exhibits=("B-1",)) for one in range(95)]
    named = [Person(id=f"n{one}", accounts=(f"wa:name/B-2/chat/{one}",), exhibits=("B-2",)) for one in range(2)]
    bought = [*deals(times), *(deals([1], buyer=one.accounts[0])[0] for one in named)]

    alone, *_ = of("buyers", estimate(deals(times), people, []))
    both, *_ = of("buyers", estimate(bought, [*people, *named], []))

    assert (alone.observed, both.observed) == (95, 95)
    assert both.sentence.startswith("97 groups of accounts bought; 95 are counted")
    assert alone.low == both.low == 98


def test_a_floor_that_is_not_above_what_was_seen_is_no_floor_and_says_why() -> None:
    [found] = of("buyers", estimate(deals([1] * 10 + [2] * 5 + [3] * 3), [], []))

    assert (found.observed, found.low) == (18, None)
    assert found.refused == "the least that can be said is no more than what was seen"
    assert "No figure is given" in found.sentence


def test_sources_get_no_figure() -> None:
    [sources] = of("sources", estimate(deals(TRAFFIC), [], []))

    assert sources.refused is not None


def test_an_offer_is_no_capture() -> None:
    [floor] = of("buyers", estimate(deals([1, 2, 3], state="offered"), [], []))

    assert floor.observed == 0


def test_accounts_of_two_services_may_be_one_buyer_and_are_not_both_counted() -> None:
    bought = [*deals([1, 1, 2]), *(deals([1], buyer=f"tg:{one}")[0] for one in range(2))]

    [floor] = of("buyers", estimate(bought, [], []))

    assert floor.observed == 3
    assert floor.sentence.startswith("5 groups of accounts bought; 3 are counted")
    assert floor.sentence_id.startswith("5 kelompok akun membeli; 3 yang dihitung")


def test_a_link_that_nobody_decided_takes_one_buyer_from_the_count_and_a_rejected_one_none() -> None:
    suggested = [link("wa:0", "wa:1", "suggested"), link("wa:1", "wa:2", "suggested"), link("wa:3", "wa:4", "rejected")]

    [floor] = of("buyers", estimate(deals([1, 1, 1, 1, 1]), [], [], suggested))

    assert floor.observed == 3


def link(left: str, right: str, judgement: Any) -> Link:
    return Link(id=left + right, left=left, right=right, rule="same-name", judgement=judgement)
