# SPDX-License-Identifier: Apache-2.0
"""Money: integer minor units with a currency."""

from decimal import Decimal

DIGITS = {"IDR": 2, "USD": 2, "EUR": 2, "SGD": 2, "MYR": 2, "GBP": 2, "AUD": 2, "PHP": 2, "THB": 2, "JPY": 0, "KRW": 0}
"""Minor-unit digits by ISO 4217; a currency that is not listed has two."""


MOST_MINOR = 10**15
"""The largest sum in minor units, ten million million rupiah: what is more is no money, and sums of sums still fit."""

MOST_DIGITS = 18
"""A longer run of digits is no number: more of them fit no integer of 64 bits."""


def minor(amount: Decimal, currency: str) -> int:
    """An exact amount in minor units. Raises `ValueError` for more digits than the currency has, or beyond any sum."""
    scaled = amount.scaleb(DIGITS.get(currency, 2))
    if not abs(scaled) <= MOST_MINOR:
        raise ValueError(f"{amount:.3E} is beyond any sum of money")
    if scaled != scaled.to_integral_value():
        raise ValueError(f"{amount} has more digits than {currency}")
    return int(scaled)


def decimal_text(amount_minor: int, currency: str) -> str:
    """Minor units as decimal text, ``50000.00``."""
    digits = DIGITS.get(currency, 2)
    return f"{Decimal(amount_minor).scaleb(-digits):.{digits}f}"


def spoken(amount_minor: int, currency: str) -> tuple[str, str]:
    """Minor units as English and Indonesian sentences write them, ``IDR 50,000.00`` and ``Rp50.000,00``."""
    digits = DIGITS.get(currency, 2)
    english = f"{Decimal(amount_minor).scaleb(-digits):,.{digits}f}"
    indonesian = english.translate({ord(","): ".", ord("."): ","})
    return f"{currency} {english}", f"Rp{indonesian}" if currency == "IDR" else f"{currency} {indonesian}"
