# SPDX-License-Identifier: Apache-2.0
"""Long numbers however they are spelled: with anything between the digits, in other digits, with letters for digits."""

import re
import sys
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain

from suluh.model.packed import Digits

LONG = 10
"""A number of so many digits may be a phone or an account, known or not."""

_SHORTEST = 5
"""Shorter numbers are counts and days, whoever knows them."""

_WINDOW = 8
"""A known number of so many digits is found inside a longer run as well; a shorter one stands alone."""

UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u20e3"
"""Characters that show nothing: apps put them around numbers, and people between letters."""

_ZERO, _ONE = "oO\u00ba\u00b0\u03bf\u039f\u043e\u041e", "lI|\u0406\u04c0"
_LETTERS = _ZERO + _ONE
"""What is written for 0 and 1 among digits, those of other alphabets among them."""

_RAISED = "\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u24ea\u2776-\u277e"
_DIGIT = rf"[\d{_RAISED}]"
_SPACE = r" \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
_MARK = r"().,_/\\*~'\"`\u2019\u00b7\u2022|:+\-\u2010-\u2015\u2212\uff0d"
_ANY = rf"[{_SPACE}{_MARK}\n\r;=#&]"
_GAP = rf"[{UNSEEN}]*+(?:{_ANY}[{UNSEEN}]*+){{0,5}}+"
"""What may stand between two digits of one number; WhatsApp writes blanks and hyphens that do not break."""

_LED = rf"[{_LETTERS}](?=(?:{_GAP}[{_LETTERS}]){{0,3}}{_GAP}{_DIGIT})"
"""A letter for a digit that a digit follows, others like it between."""

_ALONE = rf"(?:[{_ZERO}]{{1,5}}+|[{_ONE}]{{1,5}}+)(?![^\W\d_])"
"""Such letters that make up a word."""

_UNIT = rf"(?:{_DIGIT}|(?<=[\d{_RAISED}{_LETTERS}])[{_LETTERS}]|{_LED}|{_ALONE})"
RUN = rf"\+?+(?:{_DIGIT}|{_LED})(?:{_GAP}{_UNIT})*+"
"""The pattern of digits that stand together, however they are spelled."""

_PARTED = re.compile(rf"(?:,[{_SPACE}]|[\n\r;=#&])[{_SPACE}{UNSEEN}\n\r]*+")
"""What stands between two numbers of a list, for whoever does not know them."""

_CLOCK = r"(?:[01]?\d|2[0-3])[:.-][0-5]\d(?:[:.-][0-5]\d(?:[:.-]\d{1,3})?)?"
_MOMENT = re.compile(
    r"(?:(?:19|20)\d\d[-./][01]\d[-./][0-3]\d|[0-3]?\d[./-][01]?\d[./-](?:(?:19|20)\d\d|\d\d))"
    rf"(?:[ \t_-]{{1,3}}{_CLOCK}(?:[ \t]?-?[ \t]?{_CLOCK})?)?"
    r"|(?:19|20)\d\d[01]\d[0-3]\d[_ -]?(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:[_.-]?\d{1,3})?"
)
_SUM = r"[1-9]\d{0,2}(?:(?:\.\d{3}){0,3}\.[05]00(?:,00)?|(?:,\d{3}){0,3},[05]00(?:\.00)?)"
_EXACT = r"[1-9]\d{0,2}(?:(?:\.\d{3}){1,2},00|(?:,\d{3}){1,2}\.00)"
_SUMS = re.compile(rf"{_SUM}(?:[ \t]{{1,3}}(?:[-/+][ \t]?)?{_SUM}){{0,9}}|{_EXACT}")
_DIALLED = ("0", "8", "62")
"""How the numbers of phones begin: a sum of ten digits that begins so may be one."""

_PLAINEST = 90
"""Characters of the longest date or list of sums."""


class _Values(dict[int, str]):
    """What each character is or stands for as a digit; nothing for any other."""

    def __missing__(self, code: int) -> str:
        """Look a character up when it is first met."""
        one = chr(code)
        found = 0 if one in _ZERO else 1 if one in _ONE else unicodedata.digit(one, -1)
        self[code] = str(found) if found >= 0 else ""
        return self[code]


_VALUES = _Values()


def plain(text: str) -> str:
    """The digits of a text alone as 0 to 9, letters that stand for digits among them."""
    return text.translate(_VALUES)


class Numbers:
    """The numbers that a case knows, and what becomes of a run of digits in a text."""

    def __init__(self, known: Collection[str], masked: Callable[[str], str], *, alone: bool = False) -> None:
        """`alone` leaves long numbers as they are that the case does not know."""
        self._long = sys.maxsize if alone else LONG
        held, self._masked = frozenset(known), masked
        self._known = Digits(held)
        self._lengths = _lengths(held)

    def learn(self, known: Iterable[str]) -> None:
        """Know more numbers."""
        more = frozenset(known)
        self._known.add(more)
        self._lengths = tuple(sorted({*self._lengths, *_lengths(more)}, reverse=True))

    def knows(self, digits: str) -> bool:
        """Whether digits are one of the numbers, with zeros before it or without."""
        return digits in self._known or digits.lstrip("0") in self._known

    def masked(self, run: str) -> str:
        """A run without the middle of each number in it; dates, sums and small numbers stay."""
        digits = plain(run)
        if len(digits) < _SHORTEST:
            return run
        shown, at = "", 0
        for start, end in _joined(sorted((*self._spans(run, digits), *self._parts(run)))):
            shown += run[at:start] + self._masked(run[start:end])
            at = end
        return shown + run[at:]

    def _spans(self, run: str, digits: str) -> Iterator[tuple[int, int]]:
        """Where known numbers stand in a run, whatever stands around them."""
        found = [(start, size) for start in range(len(digits) - _WINDOW + 1) if (size := self._known_at(digits, start))]
        places = [at for at, one in enumerate(run) if _VALUES[ord(one)]] if found else []
        yield from ((places[start], places[start + size - 1] + 1) for start, size in found)

    def _known_at(self, text: str, start: int) -> int:
        """The digits of the longest known number that begins here, or 0."""
        fit = (one for one in self._lengths if one <= len(text) - start and text[start : start + one] in self._known)
        return next(fit, 0)

    def _parts(self, run: str) -> Iterator[tuple[int, int]]:
        """The numbers of a list that are long or known, each by itself."""
        at = 0
        for start, end in chain((one.span() for one in _PARTED.finditer(run)), ((len(run), len(run)),)):
            digits = plain(run[at:start])
            if digits in self._known or (len(digits) >= self._long and not _is_plain(run[at:start], digits)):
                yield at, start
            at = end


def _lengths(known: Iterable[str]) -> tuple[int, ...]:
    """How long the numbers are that are looked for inside of others, the longest first."""
    return tuple(sorted({len(one) for one in known if len(one) >= _WINDOW}, reverse=True))


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches in the order of their beginnings, those that touch as one."""
    held = (-1, -1)
    for start, end in spans:
        if start <= held[1]:
            held = (held[0], max(held[1], end))
            continue
        if held[0] >= 0:
            yield held
        held = (start, end)
    if held[0] >= 0:
        yield held


def _is_plain(number: str, digits: str) -> bool:
    """Whether a long number is a date with its time, or sums of money."""
    if len(number) > _PLAINEST:
        return False
    if _MOMENT.fullmatch(number):
        return True
    is_one = not any(one.isspace() for one in number)
    return _SUMS.fullmatch(number) is not None and not (is_one and digits.startswith(_DIALLED))
