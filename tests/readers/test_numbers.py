# SPDX-License-Identifier: Apache-2.0
"""A phone number becomes international only where nothing about it is a guess."""

import phonenumbers
import pytest

from suluh.readers.numbers import country_of, international


@pytest.mark.parametrize(
    ("written", "country", "expected"),
    [
        ("+62 812-3456-7890", None, "+6281234567890"),
        ("0812-3456-7890", "ID", "+6281234567890"),
        ("0812-3456-7890", None, None),
        ("+123 45 6789", None, None),
        ("012", "ID", None),
        ("Ani", "ID", None),
    ],
)
def test_a_number_is_read_with_its_country_or_not_at_all(
    written: str, country: str | None, expected: str | None
) -> None:
    assert international(written, country) == expected


def test_a_number_names_its_country() -> None:
    assert (country_of("+6281234567890"), country_of("+0")) == ("ID", None)


def test_every_numbering_plan_is_loaded_before_a_worker_locks_itself() -> None:
    assert [one for one, load in phonenumbers.PhoneMetadata._region_available.items() if load is not None] == []
