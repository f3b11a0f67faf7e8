# SPDX-License-Identifier: Apache-2.0
"""How often a payment could stand there by accident is never said to be less than the ledger shows."""

from datetime import UTC, datetime, timedelta

import pytest

from suluh.deals.facts.chance import Traffic
from suluh.deals.facts.ledger import lines
from suluh.deals.facts.saying import told
from suluh.model.place import Place
from suluh.model.rules.lost import Lost
from suluh.model.times import Dated
from suluh.model.trade import Coincidence, Payment

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
    found = lines([booked(number, day) for number, day in enumerate(days)], (), Lost("deals"))

    assert Traffic(found).chance(found[0], OFFERED, payer_known=False).share == 1_000_000


def test_a_payment_that_has_no_equal_is_none() -> None:
    found = lines([booked(0, "2025-01-30"), booked(1, "2025-01-30", 1), booked(2, "2025-03-01", 1)], (), Lost("deals"))

    assert Traffic(found).chance(found[0], OFFERED, payer_known=False).share == 0


def test_a_day_is_counted_whole() -> None:
    found = lines([booked(0, "2025-01-10"), booked(1, "2025-01-20"), booked(2, "2025-01-31", 1)], (), Lost("deals"))
    offered = found[0].end - timedelta(days=1)

    assert Traffic(found).chance(found[0], offered, payer_known=False).share == 2 * 1_000_000 // 22


def test_the_parts_of_a_chance_are_days_lines_others_and_window() -> None:
    found = lines([booked(0, "2025-01-10"), booked(1, "2025-01-20"), booked(2, "2025-01-31", 1)], (), Lost("deals"))

    parts = Traffic(found).chance(found[0], found[0].end - timedelta(hours=3), payer_known=False).parts

    assert (parts.days, parts.lines, parts.others, parts.window, parts.payer) == (22, 3, 1, 180, False)
    assert (parts.since, parts.until) == ("2025-01-10", "2025-01-31")


def test_a_known_payer_leaves_only_lines_of_the_same_payer() -> None:
    found = lines([booked(0, "2025-01-10"), booked(1, "2025-01-20"), booked(3, "2025-01-31")], (), Lost("deals"))

    assert Traffic(found).chance(found[0], OFFERED, payer_known=True).parts.others == 1


NOT_COUNTED = "Not counted are lines that failed, wait or were reversed, and such as are not used for deals."
NOT_COUNTED_ID = "Tidak dihitung: baris yang gagal, tertunda, atau dibalik, dan yang tidak dipakai untuk rangkaian."


def test_no_other_line_is_said_so_in_both_languages() -> None:
    english, indonesian = told(0, Coincidence(days=61, lines=210, others=0, window=180))

    assert english == (
        "The statement has 210 lines this way in 61 days; no other counted line of this sum in this statement. "
        + NOT_COUNTED
    )
    assert indonesian.endswith(f"; tidak ada baris terhitung lain berjumlah sama di rekening ini. {NOT_COUNTED_ID}")


@pytest.mark.parametrize(
    ("share", "whole", "often"),
    [
        (310_000, "Of 100 moments", "31 reach"),
        (81_290, "Of 1,000 moments", "81 reach"),
        (3_100, "Of 10,000 moments", "31 reach"),
        (694, "Of 10,000 moments", "7 reach"),
        (1, "Of 10,000 moments", "fewer than one reach"),
        (1_000_000, "Of 100 moments", "100 reach"),
    ],
)
def test_how_often_is_said_in_times_and_never_as_nought(share: int, whole: str, often: str) -> None:
    english, indonesian = told(share, Coincidence(days=61, lines=210, others=14, window=180, payer=True))

    assert (
        f"; 14 other counted lines are of this sum by this payer. {NOT_COUNTED} {whole} at which a stretch of 3 hours"
        in english
    )
    assert english.endswith(f"counted and not drawn, {often.replace(' reach', ' (rounded) reach')} one of them.")
    assert f"14 baris terhitung lain berjumlah sama dari pembayar ini. {NOT_COUNTED_ID} Dari " in indonesian
    assert "saat mulai rentang 3 jam, dihitung dan tidak diundi, " in indonesian
    assert indonesian.endswith(" (dibulatkan) mencapai salah satunya.")
