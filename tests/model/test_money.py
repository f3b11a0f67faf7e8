# SPDX-License-Identifier: Apache-2.0
"""Sums in sentences are written as each language writes them."""

import pytest

from suluh.model.money import spoken


@pytest.mark.parametrize(
    ("minor", "currency", "written"),
    [
        (47_133_700, "IDR", ("IDR 471,337.00", "Rp471.337,00")),
        (5, "IDR", ("IDR 0.05", "Rp0,05")),
        (-150_000, "USD", ("USD -1,500.00", "USD -1.500,00")),
        (1_234_567, "JPY", ("JPY 1,234,567", "JPY 1.234.567")),
    ],
)
def test_a_sum_in_a_sentence_has_its_groups(minor: int, currency: str, written: tuple[str, str]) -> None:
    assert spoken(minor, currency) == written
