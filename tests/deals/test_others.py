# SPDX-License-Identifier: Apache-2.0
"""What a seller has in other talks is asked before a trade is judged."""

from suluh.deals.judge.judge import Judge, Weights
from suluh.deals.judge.others import OTHERS, Sight, others

WEIGHTS = Weights(
    head={},
    first={"unpaid": {"": -1000, "any items": 3000}},
    usual=400_000,
    tables={"unpaid": {"": 0, "any items": 500, OTHERS: 1000}},
    bounds={},
    least=500_000,
    recorded=900_000,
)


def shares(*its: tuple[str, str, float]) -> list[int | None]:
    """The shares of some episodes by seller, buyer and whether items went."""
    judge = Judge(WEIGHTS)
    weighed = [judge.weighed({"any items": items}, "unpaid", seller, buyer) for seller, buyer, items in its]
    return [one and one.share for one in judge.judged(weighed)]


def test_a_seller_who_hands_over_elsewhere_makes_a_trade_likelier() -> None:
    busy = shares(("a", "b", 1), *(("a", f"c{number}", 1.0) for number in range(5)))[0]
    alone = shares(("a", "b", 1))[0]
    shop = shares(("a", "b", 1), *(("a", f"c{number}", 0.0) for number in range(5)))[0]

    assert busy is not None
    assert alone is not None
    assert busy > alone
    assert shop is None


def test_neither_the_same_talk_nor_another_seller_speaks_for_it() -> None:
    alone = shares(("a", "b", 1))[0]

    assert shares(("a", "b", 1), ("a", "b", 1), ("x", "y", 1))[0] == alone


def test_what_is_certain_stays_a_number() -> None:
    sights = [Sight("a", "b", 1_000_000), Sight("a", "c", 1_000_000)]

    assert all(-20 < one < 20 for usual in (0, 1_000_000) for one in others(sights, usual))


BY_ITSELF = Weights(
    head={},
    first={"unpaid": {}},
    usual=500_000,
    tables={"unpaid": {"odds": 1000}},
    bounds={},
    least=500_000,
    recorded=900_000,
)
SURE, DOUBTFUL, UNLIKELY = 3.0, -0.4, -3.0
"""Log-odds: of what is surely a deal, of what is likelier none, and of what is none."""


def said(*its: tuple[str, float]) -> list[bool]:
    """Whether each episode of one seller is said, by its buyer and its log-odds."""
    judge = Judge(BY_ITSELF)
    weighed = [judge.weighed({"odds": odds}, "unpaid", "a", buyer) for buyer, odds in its]
    return [one is not None for one in judge.judged(weighed)]


def test_what_two_have_beside_a_sure_deal_is_said_from_less_on() -> None:
    assert said(("b", DOUBTFUL), ("b", SURE), ("b", UNLIKELY)) == [True, True, False]


def test_what_somebody_else_has_beside_it_is_not() -> None:
    assert said(("c", DOUBTFUL), ("b", SURE)) == [False, True]
