# SPDX-License-Identifier: Apache-2.0
"""How often a payment stands there by accident equals what is counted minute by minute on drawn ledgers."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from suluh.deals.facts.chance import Traffic
from suluh.deals.facts.ledger import Line, lines
from suluh.model.place import Place
from suluh.model.rules.lost import Lost
from suluh.model.times import Dated, When, utc
from suluh.model.trade import Payment

BEGIN, MINUTE = datetime(2025, 3, 3, tzinfo=UTC), timedelta(minutes=1)
SUMS, NAMES = (25_000, 50_000, 75_000), ("TOKO KUE SARI", "BUDI HARTONO", None)


def drawn_ledger(seed: int) -> list[Dated[Payment]]:
    """Up to 25 lines of a few sums within four days; every third ledger knows days only."""
    draw = Random(seed)  # noqa: S311 # drawn again alike
    timed = seed % 3 > 0
    found = []
    for number in range(draw.randrange(4, 25)):
        at = BEGIN + timedelta(minutes=draw.randrange(4 * 1440))
        payment = Payment(
            id=f"p{number}",
            statement="s",
            amount_minor=100 * draw.choice(SUMS),
            amount_as_written="",
            currency="IDR",
            channel="bank",
            incoming=draw.random() < 0.8,
            place=Place(exhibit="B-1", acquisition="1", path="s.csv", file="f", line=number + 1),
            payer_name=draw.choice(NAMES),
            at=When(written="", at=utc(at)) if timed else None,
            booked=at.date().isoformat(),
        )
        found.append(Dated(payment, at if timed else None))
    return found


def by_hand(ledger: list[Line], line: Line, window: timedelta, *, payer_known: bool) -> float:
    """Of all minutes at which a stretch of this length can begin, the share that holds another such payment."""
    others = [
        one
        for one in ledger
        if one is not line
        and (one.incoming, one.amount) == (line.incoming, line.amount)
        and (not payer_known or one.payer_key == line.payer_key)
    ]
    first, last = min(one.start for one in ledger), max(one.end for one in ledger) - window
    held, all_ = 0, 0
    at = first
    while at < last:
        held += any((one.start < at + window and one.end > at) or one.start == one.end == at for one in others)
        all_ += 1
        at += MINUTE
    return held / all_ if all_ else float(bool(others))


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("payer_known", [False, True])
def test_the_chance_is_that_of_a_count_by_hand(seed: int, *, payer_known: bool) -> None:
    found = list(lines(drawn_ledger(seed), (), Lost("deals")))
    traffic = Traffic(found)
    for line in found:
        window = timedelta(minutes=Random(f"{seed}/{line.payment.id}").randrange(30, 900))  # noqa: S311 # as above
        said = traffic.chance(line, line.end - window, payer_known=payer_known)

        counted = by_hand(found, line, window, payer_known=payer_known)

        assert said.parts.window == window / MINUTE
        assert said.share / 1_000_000 == pytest.approx(counted, abs=0.004)
