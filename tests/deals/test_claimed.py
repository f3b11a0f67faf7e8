# SPDX-License-Identifier: Apache-2.0
"""A receipt in a message is a reason for a deal, and never its payment."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from suluh.deals.claimed import with_claims
from suluh.model.place import Place
from suluh.model.times import Dated
from suluh.model.trade import Claim, Deal

BUYER, SELLER = "whatsapp:+6281200000001", "whatsapp:+6281200000002"
OFFERED = datetime(2026, 10, 2, 3, tzinfo=UTC)
DEAL = Deal(
    id="d",
    kind="sale",
    state="offered",
    tier="possible",
    seller=SELLER,
    buyer=BUYER,
    amount_minor=5_000_000,
    currency="IDR",
    offered_at="2026-10-02T03:00:00Z",
)
CLAIM = Claim(
    id="c",
    message="m",
    conversation="whatsapp:c",
    form="slip",
    says="paid",
    amount_minor=5_000_000,
    amount_as_written="Rp50.000",
    currency="IDR",
    channel="bank",
    place=Place(exhibit="B-1", acquisition="1", path="x", file="f", line=1),
    sender=BUYER,
)


def rules(*deals: Deal, claim: Claim = CLAIM, after: timedelta = timedelta(hours=1)) -> list[list[str]]:
    found = list(with_claims(deals, [Dated(claim, OFFERED + after)]))
    assert all((one.tier, one.state, one.score) == ("possible", "offered", 0) for one in found)
    return [[term.rule for term in one.reasons_for] for one in found]


def test_a_receipt_of_the_buyer_supports_a_deal_as_possible() -> None:
    assert rules(DEAL) == [["receipt-claims"]]


def test_a_receipt_of_the_booked_line_is_a_reason_for_it() -> None:
    paid = replace(DEAL, payments=("p",))

    assert rules(paid, claim=replace(CLAIM, payment="p")) == [["receipt-of-it"]]


@pytest.mark.parametrize(
    "claim",
    [
        *[replace(CLAIM, says="failed"), replace(CLAIM, says="pending"), replace(CLAIM, amount_minor=5_000_100)],
        *[replace(CLAIM, sender=SELLER), replace(CLAIM, currency="USD"), replace(CLAIM, payment="of another deal")],
    ],
)
def test_a_receipt_that_does_not_fit_says_nothing(claim: Claim) -> None:
    assert rules(DEAL, claim=claim) == [[]]


@pytest.mark.parametrize("after", [timedelta(hours=-1), timedelta(days=8)])
def test_a_receipt_before_the_offer_or_long_after_it_says_nothing(after: timedelta) -> None:
    assert rules(DEAL, after=after) == [[]]


def test_a_receipt_that_fits_two_deals_is_a_reason_for_none() -> None:
    assert rules(DEAL, replace(DEAL, id="e")) == [[], []]
