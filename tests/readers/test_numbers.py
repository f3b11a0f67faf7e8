# SPDX-License-Identifier: Apache-2.0
"""A phone number becomes international only where nothing about it is a guess."""

import phonenumbers
import pytest

from suluh.readers.numbers import country_of, iban_id, international


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


@pytest.mark.parametrize(
    ("written", "account"),
    [
        ("DE89370400440532013000", "iban:DE89370400440532013000"),
        ("DE89370400440532013009", "account:DE89370400440532013009"),
        ("DE98370400440532013000", "account:DE98370400440532013000"),
        ("GB82WEST12345698765432", "iban:GB82WEST12345698765432"),
        ("0323456789", None),
        ("DE89 3704", None),
    ],
)
def test_an_iban_has_its_check_digits_or_is_another_number(written: str, account: str | None) -> None:
    assert iban_id(written) == account
