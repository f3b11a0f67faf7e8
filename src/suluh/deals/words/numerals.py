# SPDX-License-Identifier: Apache-2.0
"""Numbers as Indonesians and English speakers write them: digits, words, and the short words of the market."""

import re
from fractions import Fraction

from suluh.model.money import MOST_DIGITS

NUMBER = r"[0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]{1,2})?(?![0-9])|[0-9]+(?:[.,][0-9]{1,2})?(?![0-9])"
"""Digits with dots or commas, either of which may group thousands or mark decimals."""

SCALES = {
    "rb": 1_000,
    "rbu": 1_000,
    "ribu": 1_000,
    "rebu": 1_000,
    "rebo": 1_000,
    "k": 1_000,
    "ceng": 1_000,
    "thousand": 1_000,
    "grand": 1_000,
    "jt": 1_000_000,
    "jta": 1_000_000,
    "juta": 1_000_000,
    "jeti": 1_000_000,
    "mio": 1_000_000,
    "million": 1_000_000,
}

SLANG = {
    "seceng": 1_000,
    "noceng": 2_000,
    "goceng": 5_000,
    "ceban": 10_000,
    "noban": 20_000,
    "goban": 50_000,
    "gocap": 50_000,
    "selawe": 25_000,
    "seket": 50_000,
    "cepek": 100_000,
    "nopek": 200_000,
    "gopek": 500_000,
    "cetiao": 1_000_000,
    "gotiao": 5_000_000,
}
"""Market words; those below a thousand are said of thousands in this trade, for nothing in it costs fifty rupiah."""

_UNITS = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
    "a": 1,
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_WHOLE = {"seribu": 1_000, "sejuta": 1_000_000}
_TIMES = {"puluh": 10, "pulu": 10, "ratus": 100, "hundred": 100}
_WORDS = sorted(
    {*_UNITS, *_WHOLE, *_TIMES, *SCALES, "belas", "setengah", "stengah", "half", "and"} - {"k"}, key=len, reverse=True
)

SPOKEN = rf"(?<![a-z0-9])(?:{'|'.join(_WORDS)})(?:[\s-]++(?:{'|'.join(_WORDS)})){{0,15}}(?=an?(?![a-z])|(?![a-z0-9]))"
"""A run of number words; nobody says a number in more than sixteen."""


def digits(written: str, *, scaled_by: int = 1) -> Fraction:
    """The number that digits write; `1.500` is fifteen hundred, but one and a half before `juta`.

    Nothing where there are more digits than a number has.

    >>> digits("1.500.000"), digits("1,5"), digits("50.000,00"), digits("1.500", scaled_by=1_000_000)
    (Fraction(1500000, 1), Fraction(3, 2), Fraction(50000, 1), Fraction(3, 2))
    """
    parts = re.split(r"[.,]", written)
    if sum(map(len, parts)) > MOST_DIGITS:
        return Fraction(0)
    if len(parts) == 1:
        return Fraction(int(written))
    grouped = len(parts[-1]) == len("000") and not (len(parts) == 2 and scaled_by > 1_000)  # noqa: PLR2004 # one mark
    if grouped:
        return Fraction(int("".join(parts)))
    return Fraction(int("".join(parts[:-1]))) + Fraction(int(parts[-1]), 10 ** len(parts[-1]))


def spoken(words: str) -> Fraction | None:
    """The number that words say, or null when they say none.

    >>> spoken("dua puluh lima ribu"), spoken("satu setengah juta"), spoken("a hundred and fifty thousand")
    (Fraction(25000, 1), Fraction(1500000, 1), Fraction(150000, 1))
    """
    total, group, last, said = Fraction(0), Fraction(0), 1, False
    for word in re.split(r"[\s-]+", words.strip()):
        if word in SCALES:
            total, group, last, said = total + (group or 1) * SCALES[word], Fraction(0), SCALES[word], True
        elif word in _WHOLE:
            total, last, said = total + _WHOLE[word], _WHOLE[word], True
        elif word in {"setengah", "stengah", "half"}:
            # "dua juta setengah": the half is of the scale that was said before it.
            group, said = (group + Fraction(last, 2), True) if total and not group else (group + Fraction(1, 2), True)
        elif word == "belas":
            group += 10
        elif word in _TIMES:
            group = _times(group, _TIMES[word])
        elif word != "and":
            group, said = _append(group, _UNITS[word]), True
    value = total + group
    return value if said and value else None


def _times(group: Fraction, factor: int) -> Fraction:
    """`seratus lima puluh`: the tens belong to the five, not to the hundred."""
    scale = 10 * factor
    head = int(group // scale)
    tail = group - head * scale
    return Fraction(head * scale + (tail or 1) * factor)


def _append(group: Fraction, unit: int) -> Fraction:
    """`dua lima` is said for twenty-five."""
    if 0 < group % 10 < 10 and unit < 10 and group < 10:  # noqa: PLR2004 # digits said one by one
        return group * 10 + unit
    return group + unit
