# SPDX-License-Identifier: Apache-2.0
"""Money that was given back in part stands with the deal that it was paid for, and makes none of another sum."""

from typing import Any

import pytest
from tests.deals.conftest import ANI, BUDI

from suluh.model.trade import Deal, paid_of

OUT: dict[str, Any] = {"incoming": False, "payer": "bca:0123456789", "beneficiary": None}


def of(market: Any, *, back: float, said: float, amount: int = 20_000, **fields: Any) -> Deal:
    """A sale for Rp50,000 of which nothing came, and what went back: at which hours it was booked and spoken of."""
    market.sale()
    market.book(1, 50_000, payer_name="BUDI SANTOSO")
    market.say(1.1, BUDI, "udah tf ya")
    market.say(said, ANI, "uangnya sudah saya kembalikan ya kak, maaf")
    market.book(back, amount, **OUT, **fields)
    [deal] = market.deals()
    return deal


def test_a_part_that_went_back_stands_behind_what_was_paid(market: Any) -> None:
    deal = of(market, back=31, said=30.5)

    assert deal.payments == ("p0", "p1")
    assert (deal.amount_minor, deal.state) == (5_000_000, "paid-not-delivered")
    [back] = [term for term in deal.reasons_for if term.rule == "given-back"]
    assert "a part of what was paid" in back.text
    assert paid_of(deal, [5_000_000, 2_000_000]) == 1


def test_the_greater_part_makes_a_deal_refunded_of_which_nothing_went(market: Any) -> None:
    assert of(market, back=31, said=30.5, amount=45_000).state == "refunded"


NONE = {
    "spoken of long before": {"back": 33, "said": 30},
    "more than was paid": {"back": 31, "said": 30.5, "amount": 60_000},
    "to somebody of another name": {"back": 31, "said": 30.5, "beneficiary_name": "CITRA DEWI"},
    "before the payment": {"back": 0.9, "said": 1.2},
}


@pytest.mark.parametrize("case", NONE.values(), ids=NONE)
def test_another_line_gives_no_part_back(market: Any, case: dict[str, Any]) -> None:
    assert of(market, **case).payments == ("p0",)
