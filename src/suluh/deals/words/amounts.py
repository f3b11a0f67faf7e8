# SPDX-License-Identifier: Apache-2.0
"""Amounts of money in Indonesian and English messages, each with its place and the rule that read it."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from suluh.deals.words.guards import SCALE, Count, blank, counts, packs, without_other_numbers
from suluh.deals.words.numerals import NUMBER, SCALES, SLANG, SPOKEN, digits, spoken
from suluh.model.money import DIGITS, MOST_MINOR

_BEFORE = {
    "rp": "IDR",
    "idr": "IDR",
    "usd": "USD",
    "us$": "USD",
    "s$": "SGD",
    "a$": "AUD",
    "$": "USD",
    "rm": "MYR",
    "myr": "MYR",
    "sgd": "SGD",
    "aud": "AUD",
    "eur": "EUR",
    "€": "EUR",
    "gbp": "GBP",
    "£": "GBP",
    "php": "PHP",
    "₱": "PHP",
    "thb": "THB",
    "฿": "THB",
    "jpy": "JPY",
    "¥": "JPY",
}
_AFTER = {
    **_BEFORE,
    "rupiah": "IDR",
    "perak": "IDR",
    "dollars": "USD",
    "dollar": "USD",
    "dolar": "USD",
    "bucks": "USD",
    "ringgit": "MYR",
    "euros": "EUR",
    "euro": "EUR",
    "pounds": "GBP",
    "baht": "THB",
    "pesos": "PHP",
    "peso": "PHP",
    "yen": "JPY",
}


LONGEST = 4_096
"""Characters of a text in which amounts are looked for; nobody asks a price in a longer one."""

_WORD = 64


class Amount(NamedTuple):
    """One amount that a text names."""

    minor: int
    currency: str
    start: int
    end: int
    rule: str


class Reading(NamedTuple):
    """What numbers say in one text."""

    amounts: tuple[Amount, ...]
    counts: tuple[Count, ...]
    bare: tuple[int, ...] = ()
    """Small numbers that no rule has read: `yang 30` chooses among what was offered."""

    loose: tuple[Count, ...] = ()
    """Numbers of one to seven digits that no rule has read, with their places."""


def _any(words: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_N = rf"(?:{NUMBER})"
_S = rf"(?:{SCALE})"
_END = r"(?:\s?-?an)?(?![a-z])"
_CUES = (
    "harganya harga hrg price nominalnya sejumlah sebesar cuman cuma cm hanya only bayar byr dibayar tf trf transfer "
    "seharga mahar kena nominal dp"
)
_TAIL = (
    r"(?=\s*+(?:$|[|=.,;:!?/()\n~+]|(?:aja|aj|saja|doang|dong|ya++|kak|ka|gan|sis|bos|bro|om|bang|min|per|untuk|utk|buat|nett?|"
    r"free|dapa?e?t|isi|for|perpaket|yg|ke|lewat|via|pake|dulu|sudah|udah|udh|bs|bisa|mau|each)(?![a-z])))"
)

_PAIR = re.compile(rf"(?<![\w.,])(?P<a>{_N})\s*+(?:-|s/d|sampai|to)\s*+(?:rp\.?\s*+)?(?P<b>{_N})\s*+(?P<s>{_S}){_END}")
_MONEY = re.compile(
    rf"(?<![a-z])(?P<c>{_any(_BEFORE)})\.?\s*+:?\s*+(?P<n>{_N})(?:\s*+(?P<s>{_S}){_END})?(?:,-|(?![a-z]))"
    rf"|(?<![\w.,])(?P<m>{_N})(?:\s*+(?P<t>{_S}))?\s*+(?P<d>{_any(_AFTER)}){_END}"
)
_COMPOUND = re.compile(
    rf"(?<![\w.,])(?P<m>{_N})\s*+(?:jt|juta|jeti)\s*+(?:(?P<t>{_N})(?:\s*+(?:rb|ribu|rebu|k))?|(?P<h>setengah)){_END}"
)
_HALF = re.compile(rf"(?<![\w.,])(?P<n>[0-9]{{1,2}})\s*+(?:setengah|1/2)\s*+(?P<s>{_S}){_END}")
_TIMES = re.compile(rf"(?<![\w.,])(?P<n>[0-9]{{1,2}})\s*+(?P<t>puluh|ratus)\s*+(?P<s>{_S}){_END}")
_SCALED = re.compile(rf"(?<![\w.,])(?P<n>{_N})\.?\s*+(?P<s>{_S}){_END}")
_GROUPED = re.compile(
    r"(?<![\w.,])(?P<n>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+)(?:[.,]00|,-)?(?:an)?(?![\w]|[.,][0-9])"
)
_SPOKEN = re.compile(SPOKEN + rf"(?:\s*+(?P<d>{_any(_AFTER)})(?![a-z]))?")
_SLANG = re.compile(rf"(?<![a-z])(?P<w>{'|'.join(SLANG)})(?:an)?(?:\s*+(?:ceng|ribu|rb|k))?(?![a-z])")
_CREDIT = re.compile(
    rf"(?<![a-z])pulsa(?:\s++[a-z][a-z0-9]{{1,11}})?\s*+:?\s*+(?P<n>[0-9]{{1,7}})(?![\w]|[.,][0-9]){_TAIL}"
)
_CUED = re.compile(
    rf"(?:(?<![a-z])(?:{_CUES.replace(' ', '|')})\s*+[:=]?|=|(?<!\w)@)\s*+"
    rf"(?P<n>[0-9]{{4,8}}|[0-9]{{1,3}}(?=[^0-9]|$){_TAIL})(?![\w]|[.,][0-9])"
)
_PLAIN = re.compile(r"(?<![\w.,/:-])(?P<n>[1-9][0-9]{0,4}[05]00)(?![\w/:-]|[.,][0-9])")

_BARE = re.compile(r"(?<![\w.,:/-])[1-9][0-9]{1,2}(?![\w:/-]|[.,][0-9])")

_LOOSE = re.compile(r"(?<![\w.,:/-])[1-9][0-9]{0,6}(?![0-9:/-]|[.,][0-9])")

_WORTH_A_LOOK = re.compile(
    rf"[0-9]|{'|'.join(SLANG)}|(?<![a-z])(?:rb|jt)(?![a-z])|r[ie]bu|juta|jeti|ceng|thousand|million|rupiah|perak|dollar"
)


NO_NUMBERS = Reading((), ())
"""What numbers say in a text that has none."""


def may_name_number(small: str) -> bool:
    """Whether a number that the rules read may stand in a text of small letters, in digits or in words."""
    return _WORTH_A_LOOK.search(small) is not None


def read_numbers(text: str) -> Reading:
    """The amounts and the item counts of the beginning of a text, in the order of their places.

    >>> [(one.minor, one.currency) for one in read_numbers("paket 40 file 50rb, 30 file cuma 35").amounts]
    [(5000000, 'IDR'), (3500000, 'IDR')]
    """
    small = _small(beginning(text))
    if not may_name_number(small):
        return NO_NUMBERS
    items, rest = counts(without_other_numbers(small))
    amounts, left = _amounts(rest)
    packed, _ = packs(left) if amounts else ((), left)
    both = sorted((*items, *packed), key=lambda one: one.start)
    bare = tuple(int(found) for found in _BARE.findall(left))
    loose = tuple(Count(int(found[0]), *found.span(), "loose") for found in _LOOSE.finditer(left))
    return Reading(tuple(sorted(amounts, key=lambda one: (one.start, one.minor))), tuple(both), bare, loose)


def beginning(text: str) -> str:
    """As much of a text as is looked at for amounts, without a word or number that is cut in two."""
    if len(text) <= LONGEST:
        return text
    end = next((at for at in range(LONGEST, LONGEST - _WORD, -1) if text[at].isspace()), LONGEST)
    return text[:end] if end < LONGEST or text[end].isspace() else text[:end].rstrip("0123456789.,")


def _small(text: str) -> str:
    """Small letters, each at the place of its capital."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def _amounts(text: str) -> tuple[list[Amount], str]:
    """Every rule in turn; what one has read is blank for the next."""
    found: list[Amount] = []
    for rule, pattern, value in _RULES:
        for match in pattern.finditer(text):
            said = [Amount(minor, currency, *match.span(), rule) for minor, currency in _whole(value(match))]
            if said:
                found += said
                text = blank(text, *match.span())
    return found, text


Worth = Iterator[tuple[Fraction, str]]


def _whole(worth: Worth) -> Iterator[tuple[int, str]]:
    """What is more than nothing and no more than any sum, and can be paid in whole minor units."""
    for value, currency in worth:
        minor = value * 10 ** DIGITS.get(currency, 2)
        if 0 < minor <= MOST_MINOR and minor.denominator == 1:
            yield int(minor), currency


def _scaled(number: str, scale: str | None) -> Fraction:
    factor = SCALES[scale] if scale else 1
    return digits(number, scaled_by=factor) * factor


def _pair(match: re.Match[str]) -> Worth:
    yield _scaled(match["a"], match["s"]), "IDR"
    yield _scaled(match["b"], match["s"]), "IDR"


def _money(match: re.Match[str]) -> Worth:
    currency = _BEFORE[match["c"]] if match["c"] else _AFTER[match["d"]]
    yield _scaled(match["n"] or match["m"], match["s"] or match["t"]), currency


def _compound(match: re.Match[str]) -> Worth:
    tail = match["t"] or "0"
    # "1jt2" is said for one million two hundred thousand, "1jt250" for two hundred and fifty.
    rest = Fraction(500_000) if match["h"] else digits(tail) * (100_000 if len(tail) == 1 else 1_000)
    yield _scaled(match["m"], "jt") + rest, "IDR"


def _half(match: re.Match[str]) -> Worth:
    yield (Fraction(int(match["n"])) + Fraction(1, 2)) * SCALES[match["s"]], "IDR"


def _times(match: re.Match[str]) -> Worth:
    yield Fraction(int(match["n"])) * (10 if match["t"] == "puluh" else 100) * SCALES[match["s"]], "IDR"


def _simple(match: re.Match[str]) -> Worth:
    yield _scaled(match["n"], match["s"]), "IDR"


def _grouped(match: re.Match[str]) -> Worth:
    yield digits(match["n"]), "IDR"


def _words(match: re.Match[str]) -> Worth:
    said = match.group()
    worth = spoken(said.removesuffix(match["d"] or ""))
    if worth is not None and (match["d"] or worth >= SCALES["ribu"]):
        yield worth, _AFTER[match["d"]] if match["d"] else "IDR"


def _slang(match: re.Match[str]) -> Worth:
    yield Fraction(SLANG[match["w"]]), "IDR"


def _short(match: re.Match[str]) -> Worth:
    """A price said in thousands: `harga 35`, `pulsa 20`."""
    number = int(match["n"])
    if number >= _SMALLEST:
        yield Fraction(number * 1_000 if number < _THOUSAND else number), "IDR"


def _plain(match: re.Match[str]) -> Worth:
    yield Fraction(int(match["n"])), "IDR"


_SMALLEST, _THOUSAND = 5, 1_000

_RULES: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Worth]], ...] = (
    ("pair", _PAIR, _pair),
    ("currency", _MONEY, _money),
    ("compound", _COMPOUND, _compound),
    ("half", _HALF, _half),
    ("times", _TIMES, _times),
    ("scaled", _SCALED, _simple),
    ("grouped", _GROUPED, _grouped),
    ("slang", _SLANG, _slang),
    ("words", _SPOKEN, _words),
    ("phone-credit", _CREDIT, _short),
    ("cued", _CUED, _short),
    ("plain", _PLAIN, _plain),
)
