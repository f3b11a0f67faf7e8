# SPDX-License-Identifier: Apache-2.0
"""Which countries a source touches, and on what each rests: a number's country is no place of residence."""

from collections import Counter
from collections.abc import Iterable
from functools import cache

import phonenumbers

from suluh.model.after.beyond import Country


def countries(accounts: Iterable[str]) -> tuple[Country, ...]:
    """The countries of the members' phone numbers, most members first."""
    found = Counter(code for account in set(accounts) if (code := country_of(account)))
    ranked = sorted(found, key=lambda code: (-found[code], code))
    return tuple(Country(code=code, basis=_basis(found[code])) for code in ranked)


def country_of(account: str) -> str | None:
    """The country of the phone number that an account id carries, else null."""
    identifier = account.partition(":")[2]
    return _country(identifier) if identifier.startswith("+") else None


@cache
def _country(number: str) -> str | None:
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return None
    code = phonenumbers.region_code_for_number(parsed)
    # "001" stands for numbers of no country, such as satellite phones.
    return code if code and code.isalpha() else None


def _basis(members: int) -> str:
    return "phone number of 1 member" if members == 1 else f"phone numbers of {members} members"
