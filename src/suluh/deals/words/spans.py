# SPDX-License-Identifier: Apache-2.0
"""Lengths of time that a price may buy: weeks, months and years, a closed list in each language."""

import re

_WEEK = ("minggu", "mgg", "mggu", "pekan", "ahad", "week", "weeks", "wk", "wks")
_MONTH = ("bulan", "bln", "bl", "wulan", "sasih", "candra", "month", "months", "mth", "mths")
_YEAR = ("tahun", "thn", "taun", "warsa", "year", "years", "yr", "yrs")
_NUMBERS = (
    *("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "setengah"),
    *("siji", "loro", "rong", "telu", "telung", "papat", "patang", "hiji", "opat", "genep", "besik"),
    *("one", "two", "three", "four", "five", "six", "twelve", "half"),
    *("a", "an", "per", "tiap", "saban", "each", "every"),
)
_UNIT = "|".join((*_WEEK, *_MONTH, *_YEAR))
_GLUED = "|".join(f"se{one}" for one in (*_WEEK[:4], *_MONTH[:5], *_YEAR[:4]))
_SPAN = re.compile(
    rf"(?<![a-z0-9])(?:(?:[0-9]{{1,2}}|/|{'|'.join(_NUMBERS)})[ -]?(?:{_UNIT})(?:an)?|(?:{_GLUED})(?:an)?"
    r"|bulanan|mingguan|tahunan|monthly|weekly|yearly)(?![a-z])|/ ?(?:" + _UNIT + r")(?![a-z])"
)


def names_span(text: str) -> bool:
    """Whether a text names a length of time from a week on. A day is none: days are said of deliveries and of loans.

    >>> names_span("gabung grup 3 bln 15rb"), names_span("25 sebulan"), names_span("sampai 2 hari, 15rb")
    (True, True, False)
    """
    return _SPAN.search(text.lower()) is not None
