# SPDX-License-Identifier: Apache-2.0
"""Which countries a source touches, and on what each rests: a number's country is no place of residence."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import phonenumbers

from suluh.model.after.beyond import Country

_WRITTEN = re.compile(r"\+([1-9][0-9 ().\u00a0\u2011-]{6,20}[0-9])")
_SIGNS = re.compile(r"[^0-9]")


def countries(accounts: Iterable[str]) -> tuple[Country, ...]:
    """The countries of the members' phone numbers, most members first."""
    known = [found for account in set(accounts) if (found := _found(account))]
    counts = Counter(one.code for one in known)
    sure = Counter(one.code for one in known if one.is_sure)
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    return tuple(Country(code=code, basis=_basis(counts[code], counts[code] - sure[code])) for code in ranked)


def country_of(account: str) -> str | None:
    """The country of the phone number that an account id carries, else null."""
    found = _found(account)
    return found.code if found else None


def numbers_in(notice: str) -> Iterator[str]:
    """The international numbers that a service's own notice names: who came, left or was added."""
    for written in _WRITTEN.findall(notice) if "+" in notice else ():
        yield "+" + _SIGNS.sub("", written)


class _Found(NamedTuple):
    """A country, and whether the number itself says so, or its calling code alone."""

    code: str
    is_sure: bool


def _found(account: str) -> _Found | None:
    identifier = account.partition(":")[2]
    return _country(identifier) if identifier.startswith("+") else None


@cache
def _country(number: str) -> _Found | None:
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return None
    code = phonenumbers.region_code_for_number(parsed)
    main = code or phonenumbers.region_code_for_country_code(parsed.country_code or 0)
    # "001" stands for numbers of no country, such as satellite phones, and "ZZ" for none that is known.
    return _Found(main, bool(code)) if main.isalpha() and main != _NOWHERE else None


_NOWHERE = "ZZ"


def _basis(members: int, by_code: int) -> str:
    if members == 1:
        return "phone number of 1 member, by calling code alone" if by_code else "phone number of 1 member"
    told = f"phone numbers of {members} members"
    return f"{told}, {by_code} by calling code alone" if by_code else told
