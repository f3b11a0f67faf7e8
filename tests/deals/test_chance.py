# SPDX-License-Identifier: Apache-2.0
"""How often a payment could stand there by accident is never said to be less than the ledger shows."""

from datetime import UTC, datetime, timedelta

import pytest

from suluh.deals.facts.chance import Traffic
from suluh.deals.facts.ledger import lines
from suluh.model.place import Place
from suluh.model.times import Dated
from suluh.model.trade import Payment

NAMES = ("TOKO KUE SARI", "BUDI HARTONO", "EKA TOKO")
OFFERED = datetime(2025, 1, 30, 2, tzinfo=UTC)


def booked(number: int, day: str, amount: int = 5_000_000) -> Dated[Payment]:
    """A line of a statement that knows days only."""
    payment = Payment(
        id=f"p{number}",
        statement="s",
        amount_minor=amount,
        amount_as_written="",
        currency="IDR",
        channel="bank",
        incoming=True,
        place=Place(exhibit="B-1", acquisition="1", path="s.csv", file="f", line=number + 1),
        payer_name=NAMES[number % len(NAMES)],
        booked=day,
    )
    return Dated(payment, None)


@pytest.mark.parametrize("days", [("2025-01-30", "2025-01-30"), ("2025-01-30", "2025-01-30", "2025-01-31")])
def test_a_payment_of_the_same_amount_on_the_same_day_is_a_coincidence(days: tuple[str, ...]) -> None:
    found = lines([booked(number, day) for number, day in enumerate(days)], ())

    assert Traffic(found).chance(found[0], OFFERED, payer_known=False) == 1_000_000


def test_a_payment_that_has_no_equal_is_none() -> None:
    found = lines([booked(0, "2025-01-30"), booked(1, "2025-01-30", 1), booked(2, "2025-03-01", 1)], ())

    assert Traffic(found).chance(found[0], OFFERED, payer_known=False) == 0


def test_a_day_is_counted_whole() -> None:
    found = lines([booked(0, "2025-01-10"), booked(1, "2025-01-20"), booked(2, "2025-01-31", 1)], ())
    offered = found[0].end - timedelta(days=1)

    assert Traffic(found).chance(found[0], offered, payer_known=False) > 2 * 1_000_000 // 22
