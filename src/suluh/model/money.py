# SPDX-License-Identifier: Apache-2.0
"""Money: integer minor units with a currency."""

from decimal import Decimal

_NONE = ("JPY", "KRW", "VND", "CLP", "ISK", "UGX", "RWF", "PYG", "XAF", "XOF", "XPF")
_THREE = ("KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD")
_TWO = (
    *("IDR", "USD", "EUR", "SGD", "MYR", "GBP", "AUD", "PHP", "THB", "CHF", "CAD", "NZD", "CNY", "HKD", "TWD", "INR"),
    *("SAR", "AED", "SEK", "NOK", "DKK", "PLN", "CZK", "BRL", "MXN", "RUB", "TRY", "ZAR", "QAR", "ILS", "EGP", "MAD"),
    *("NGN", "KES", "GHS", "TZS", "ETB", "HUF", "RON", "BGN", "UAH", "RSD", "KZT", "ARS", "COP", "UYU"),
    *("PKR", "BDT", "LKR", "NPR", "MMK", "KHR", "LAK", "BND", "MOP", "MVR", "PGK", "FJD", "TMT", "UZS", "AZN", "DZD"),
)
_EIGHT = ("BTC", "ETH", "BNB", "USDT", "USDC", "BUSD", "TRX", "XRP", "LTC", "DOGE", "SOL", "ADA")
DIGITS = dict.fromkeys(_TWO, 2) | dict.fromkeys(_NONE, 0) | dict.fromkeys(_THREE, 3) | dict.fromkeys(_EIGHT, 8)
"""Minor-unit digits by ISO 4217, of coins as exchanges write them; a currency that is not listed has two."""

NO_CURRENCY = "XXX"
"""The code of ISO 4217 for sums whose currency nothing states: they are those of no offer."""


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
