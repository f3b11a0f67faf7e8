# SPDX-License-Identifier: Apache-2.0
"""How often a payment stands there by accident equals what is counted from the printed parts on drawn ledgers."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from msgspec.structs import replace

from suluh.deals.facts.chance import Traffic
from suluh.deals.facts.ledger import Line, lines
from suluh.deals.facts.saying import told
from suluh.model.place import Place
from suluh.model.rules.lost import Lost
from suluh.model.times import Dated, When, utc
from suluh.model.trade import Coincidence, Payment

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


def day_of(line: Line) -> date:
    return date.fromisoformat(line.payment.booked or "")


def by_hand(ledger: list[Line], line: Line, parts: Coincidence) -> float:
    """Of all minutes of the days of a ledger, the share at which a stretch begins that holds another such payment.

    From what is printed alone: days, minutes of the stretch, and of each line its time, or its day where it has none.
    A stretch that reaches beyond the last day goes on at the first.
    """
    others = [
        one
        for one in ledger
        if one is not line
        and (one.incoming, one.amount) == (line.incoming, line.amount)
        and (not parts.payer or one.payer_key == line.payer_key)
    ]
    first, whole = date.fromisoformat(parts.since or ""), parts.days * 1440
    taken = set[int]()
    for one in others:
        begin = (day_of(one) - first).days * 1440
        minute = begin if one.at is None else begin + 60 * one.at.hour + one.at.minute
        long = parts.window + (1440 if one.at is None else 0)
        end = minute + (1440 if one.at is None else 0)
        taken |= {at % whole for at in range(end - min(long, whole), end)}
    return len(taken) / whole


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("payer_known", [False, True])
def test_the_chance_is_that_of_a_count_by_hand(seed: int, *, payer_known: bool) -> None:
    found = list(lines(drawn_ledger(seed), (), Lost("deals")))
    traffic = Traffic(found)
    for line in found:
        window = timedelta(minutes=Random(f"{seed}/{line.payment.id}").randrange(30, 900))  # noqa: S311 # as above
        said = traffic.chance(line, line.end - window, payer_known=payer_known)
        days = [day_of(one) for one in found]

        counted = by_hand(found, line, said.parts)

        assert (said.parts.since, said.parts.until) == (min(days).isoformat(), max(days).isoformat())
        assert said.parts.days == (max(days) - min(days)).days + 1
        assert said.parts.window == window / MINUTE
        assert said.share / 1_000_000 == pytest.approx(counted, abs=0.000_002)


@pytest.mark.parametrize("day", ["2025-03-03", "2025-03-10", "2025-04-01"])
def test_a_line_at_the_edge_of_a_statement_counts_as_one_in_its_middle(day: str) -> None:
    """Half an hour of 30 days is 7 of 10,000 moments, wherever the other line stands."""
    days = ["2025-03-03", "2025-03-20", "2025-04-01"]
    booked = [timed(number, one, 5_000 if one in {day, "2025-03-20"} else 1) for number, one in enumerate(days)]
    if day not in days:
        booked.append(timed(3, day, 5_000))
    found = list(lines(booked, (), Lost("deals")))
    [line] = [one for one in found if day_of(one).day == 20]
    assert line.at is not None

    said = Traffic(found).chance(line, line.at, payer_known=False)
    english, indonesian = told(said.share, said.parts)

    assert (said.parts.days, said.parts.others, said.parts.window, said.share) == (30, 1, 30, 694)
    assert english.endswith(
        "Of 10,000 moments at which a stretch of 30 minutes may begin, counted and not drawn, "
        "7 (rounded) reach one of them."
    )
    assert indonesian.endswith("7 (dibulatkan) mencapai salah satunya.")
    assert "in 30 days (2025-03-03 to 2025-04-01, by the first and last line of either way)" in english
    assert "dalam 30 hari (2025-03-03 sampai 2025-04-01, menurut baris pertama dan terakhir" in indonesian


def timed(number: int, day: str, amount: int) -> Dated[Payment]:
    """An incoming line at ten in the morning."""
    at = datetime.fromisoformat(f"{day}T10:00:00+00:00")
    [one] = drawn_ledger(1)[:1]
    payment = replace(
        one.value,
        id=f"p{number}",
        amount_minor=amount,
        incoming=True,
        at=When(written="", at=utc(at)),
        booked=day,
        payer_name=None,
    )
    return Dated(payment, at)
