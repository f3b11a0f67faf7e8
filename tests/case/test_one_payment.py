# SPDX-License-Identifier: Apache-2.0
"""What booked lines that are one payment say together."""

import pytest
from tests.readers.test_same_payment import CLOCK, A, B, side

from suluh.model.rules.one_payment import as_one
from suluh.model.times import When

DAY = When(written="02/10", local="2026-10-02", precision="day")


def test_the_line_that_stands_learns_who_paid_and_when() -> None:
    stands = side("in", B, incoming=True, payer="gopay:name/x/BUDI", at=DAY)
    other = side("out", A, incoming=False, at=CLOCK, reference="TRX-1", beneficiary_name="SITI MISAL")

    whole = as_one(stands, [stands, other])

    assert (whole.payer, whole.beneficiary, whole.beneficiary_name) == (A, B, "SITI MISAL")
    assert (whole.id, whole.at, whole.reference) == ("in", CLOCK, "TRX-1")


@pytest.mark.parametrize("others", [[], [side("in", B, incoming=True)]])
def test_one_line_alone_says_what_it_said(others: list) -> None:
    stands = side("in", B, incoming=True, payer=A)

    assert as_one(stands, others) == stands
