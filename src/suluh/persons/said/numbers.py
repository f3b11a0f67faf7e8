# SPDX-License-Identifier: Apache-2.0
"""Which phone numbers a message names, and whether its writer says that one of them is theirs.

1. A number is a run of eight digits or more, with blanks, dots, dashes and brackets between them; it is compared by
   all its digits, or without the code of its country behind a nought, as people write it at home.
2. Whoever writes `nomor lama` before a number says that it was theirs; `nomor baru` or `ganti nomor`, that it is from
   now on; a service and `saya` or `my`, that they are there under it. The words next before the number count, else
   the first behind it. Two numbers in one message say nothing, nor does one that speaks of somebody else: beside
   `nomor baru`, up to the number and in its clause, only words may stand that are nobody's name.
3. Whoever writes that they are somebody else, or have a number newly bought, says that it was handed on.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

How = Literal["old", "new", "here"]

SHORTEST = 8
"""Digits that a number has at least. Set by hand: shorter runs are sums, dates and counts."""

_RUN = re.compile(r"(?<![\d@])\+?\d(?:[ .()-]{0,2}\d){7,14}(?!\d)")
_SIGNS = re.compile(r"\D")
_DIGITS = re.compile(r"\d[ .()-]{0,2}\d[ .()-]{0,2}\d")
_NUMBER = r"\b(?:nomor|nomer|nmr|nope|no|hp|wa|number)\b\.?(?:\s+(?:wa|hp|saya|aku|sy|gw|ku|yg|yang|ini))*\s+"
_SAYS: tuple[tuple[How, re.Pattern[str]], ...] = (
    ("old", re.compile(_NUMBER + r"(?:lama|dulu|sebelumnya|kemarin)\b|\bold (?:number|no|phone)\b", re.IGNORECASE)),
    (
        "new",
        re.compile(
            _NUMBER + r"baru\b|\b(?:ganti|pindah)\s+(?:ke\s+)?(?:nomor|nomer|no|wa)\b|\bnew (?:number|no|phone)\b",
            re.IGNORECASE,
        ),
    ),
    ("here", re.compile(r"\b(?:wa|whatsapp)\s*(?:ku|saya|aku|sy|gw)\b|\bmy (?:wa|whatsapp)\b", re.IGNORECASE)),
)
_HANDED_ON = re.compile(
    r"\bsalah (?:sambung|orang|nomor)\b|\bwrong (?:number|person)\b|\b(?:saya|sy|aku|ini) bukan\s+(?!nomor|no\b)\w|"
    r"\bbaru (?:saya |aku |sy )?(?:beli|pakai|pake)\b|\bi(?:'m| am) not\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:dia|ia|beliau|mereka|si|punya|milik|teman|temen|istri|suami|adik|kakak|ibu|bapak|anak|his|her|their|bukan|bkn)"
    r"\b|nya\b",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    re.split(
        " ",
        "adalah aja aku baru chat dah di dulu ganti gw gue hai halo hangus hi hilang hp i ini is itu jadi juga ke ku "
        "lama langsung lanjut lewat maaf mati mine mohon mulai my nih no nomer nomor now number p phone pindah rusak "
        "saja save saya sekarang simpan skrg skrng sorry sudah sy the tlg tolong udah wa was whatsapp y ya yaa yang yg",
    )
)
"""Words that are nobody's name. Set by hand: any other beside `nomor baru` may say whose number it is."""

_CALLED = frozenset(re.split(" ", "abang bang bro bu gan kak mas mba mbak om pak sis"))
"""Words by which people call each other: next behind `nomor baru` they may say whose it is."""

_LETTERS = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[,.;!?\n]")
_MINE = re.compile(r"\b(?:saya|aku|sy|gw|my)\b|ku\b", re.IGNORECASE)
_SIGNS_OF_IT = ("salah", "wrong", "bukan", "baru", "not")
"""One of them stands in every such text: most texts need no closer look."""

_TWO = frozenset(
    [
        "20",
        "27",
        "30",
        "31",
        "32",
        "33",
        "34",
        "36",
        "39",
        "40",
        "41",
        "43",
        "44",
        "45",
        "46",
        "47",
        "48",
        "49",
        "51",
        "52",
        "53",
        "54",
        "55",
        "56",
        "57",
        "58",
        "60",
        "61",
        "62",
        "63",
        "64",
        "65",
        "66",
        "81",
        "82",
        "84",
        "86",
        "90",
        "91",
        "92",
        "93",
        "94",
        "95",
        "98",
    ]
)
_ONE = ("1", "7")
_NONE = frozenset[str]()


class Claimed(NamedTuple):
    """A number of which the writer of a message says that it is theirs."""

    how: How
    digits: str


def numbers(text: str) -> frozenset[str]:
    """The digits of each number that a text names."""
    runs = {_SIGNS.sub("", run) for run in _RUN.findall(text)} if _DIGITS.search(text) else set()
    return frozenset(run for run in runs if len(run) >= SHORTEST)


def claimed(text: str) -> Claimed | None:
    """The number of which a text says that it is its writer's; null where it says none."""
    found = numbers(text)
    if len(found) != 1 or is_handed_on(text) or speaks_of_others(text):
        return None
    run = next(run for run in _RUN.finditer(text) if _SIGNS.sub("", run.group()) in found)
    at = run.start()
    said = [(word.start(), how, word) for how, words in _SAYS for word in words.finditer(text)]
    before, after = [one for one in said if one[0] < at], [one for one in said if one[0] > at]
    nearest = max(before, default=None, key=_order) or min(after, default=None, key=_order)
    if nearest is None or not _is_own(text, nearest[2], run):
        return None
    return Claimed(nearest[1], next(iter(found)))


def _order(said: tuple[int, How, re.Match[str]]) -> tuple[int, How]:
    return said[0], said[1]


def _is_own(text: str, word: re.Match[str], run: re.Match[str]) -> bool:
    """Whether no word beside a number and what says which it is may be the name of whose it is."""
    first, last = sorted((word.span(), run.span()))
    behind = text[word.end() : run.start()] + " " + _CLAUSE.split(text[last[1] :])[0]
    before = _CLAUSE.split(text[: first[0]])[-1] + " " + text[run.end() : word.start()]
    left, right = (_LETTERS.findall(part.casefold()) for part in (before, behind))
    is_called = bool(right) and right[0] in _CALLED and not _MINE.search(word.group())
    return not is_called and _PLAIN.union(_CALLED).issuperset((*left, *right))


def speaks_of_others(text: str) -> bool:
    """Whether a text speaks of somebody beside its writer and its reader."""
    return _OF_OTHERS.search(text) is not None


def is_handed_on(text: str) -> bool:
    """Whether a text says that its number was another's before."""
    small = text.casefold()
    return any(map(small.__contains__, _SIGNS_OF_IT)) and _HANDED_ON.search(text) is not None


def spellings(number: str) -> Iterator[str]:
    """The ways in which the digits of a number in its international form are written."""
    digits = number.removeprefix("+")
    if not digits:
        return
    yield digits
    code = 1 if digits.startswith(_ONE) else len("62") if digits[:2] in _TWO else len("380")
    yield "0" + digits[code:]
