# SPDX-License-Identifier: Apache-2.0
"""Phone numbers in their international form, without a guess."""

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberFormat, ValidationResult

PhoneMetadata.load_all()  # a locked worker cannot load the numbering plan of a country when it first meets it


def international(written: str, country: str | None = None) -> str | None:
    """``+62...`` for a number with its country code, or for a valid one of this country; null for anything else."""
    parsed = _parsed(written, country)
    if parsed is None:
        return None
    if written.lstrip().startswith("+"):
        fits = phonenumbers.is_possible_number_with_reason(parsed) == ValidationResult.IS_POSSIBLE
    else:
        fits = phonenumbers.is_valid_number(parsed)
    return str(phonenumbers.format_number(parsed, PhoneNumberFormat.E164)) if fits else None


def country_of(number: str) -> str | None:
    """The country of an international number, such as ``ID``."""
    parsed = _parsed(number, None)
    found = phonenumbers.region_code_for_number(parsed) if parsed is not None else None
    return None if found is None else str(found)


def _parsed(written: str, country: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        return None
