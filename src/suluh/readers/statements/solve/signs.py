# SPDX-License-Identifier: Apache-2.0
"""Which currency a sign means that several share: dollars of a dozen countries, ``Rs``, the yen sign."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from suluh.model.money import NO_CURRENCY
from suluh.readers.statements.dates import Day
from suluh.readers.statements.heads.lexicon import is_foreign

_SHARING = {
    "USD": frozenset(
        {"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "COP", "CLP", "UYU", "BND", "FJD"}
    ),
    "INR": frozenset({"INR", "PKR", "LKR", "NPR"}),
    "JPY": frozenset({"JPY", "CNY"}),
}
"""The currencies that share the sign of one, by the code that stands for the sign alone."""

_SPELLED = {"USD": re.compile(r"US", re.IGNORECASE), "INR": re.compile("INR|\u20b9"), "JPY": re.compile("JPY|\u5186")}
_OTHERS = {
    "USD": re.compile(
        r"\b(?:AUD|NZD|CAD|SGD|HKD|MXN|CLP|COP|ARS|UYU|TWD|BSB|Interac|PayNow|PayID|Australia\w*|New Zealand|Canad\w+|"
        r"Singapore|Hong Kong|M[e\u00e9]xico|Chile|Colombia|Argentina|Uruguay|Brunei|Fiji|CLABE|CBU)\b"
    ),
    "INR": re.compile(
        r"\b(?:PKR|LKR|NPR|MUR|Pakistan|Sri Lanka|Nepal|Mauritius|JazzCash|Easypaisa|eSewa|Khalti)\b", re.IGNORECASE
    ),
}
_SPEAKS = {
    "USD": re.compile(
        r"\b(?:U\.?S\.?A?\.?|United States|ACH|Zelle|Venmo|Cash App|FDIC|routing|checking|ZIP)\b", re.IGNORECASE
    ),
    "INR": re.compile(r"\b(?:UPI|NEFT|IMPS|RTGS|IFSC|India|Bharat|Paytm|PhonePe|Aadhaar)\b", re.IGNORECASE),
}
"""What speaks for the one country of a sign that several share."""

_KANA = re.compile(r"[\u3040-\u30ff\u5186]|\bJapan\b")
_CHINA = re.compile(r"[\u4e00-\u9fff]|\b(?:RMB|China|Alipay|WeChat)\b")
_MONTHS = 12


def meant(code: str, written: str, said: str, around: str, names: Iterable[str], days: Sequence[Day | None]) -> str:
    """The currency of a sum or a heading: what else the statement says, or the country that it speaks of; else none.

    `written` is the cell, `said` the currency that the statement states in letters, `around` the lines of the bank.
    """
    sharing = _SHARING.get(code)
    if sharing is None or _SPELLED[code].search(written):
        return code
    if said:
        return said if said in sharing else code
    if code == "JPY":
        return "JPY" if _KANA.search(around) else "CNY" if _CHINA.search(around) else NO_CURRENCY
    if _OTHERS[code].search(around) or (code == "USD" and any(map(is_foreign, names))):
        return NO_CURRENCY
    is_told = bool(_SPEAKS[code].search(around)) or (code == "USD" and _is_first("month", days))
    return code if is_told and not (code == "USD" and _is_first("day", days)) else NO_CURRENCY


def _is_first(which: Literal["day", "month"], days: Iterable[Day | None]) -> bool:
    """Whether a day is written that no month is, in the one place or the other: the United States write it second."""
    pairs = [(day.one, day.two) for day in days if day is not None and not day.fixed]
    return any(two > _MONTHS >= one if which == "month" else one > _MONTHS >= two for one, two in pairs)
