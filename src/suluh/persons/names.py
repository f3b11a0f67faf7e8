# SPDX-License-Identifier: Apache-2.0
"""Names as people and banks write them, brought to words that can be compared."""

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
_TITLES = frozenset(
    re.split(
        " ",
        "abang adik adek bang bapak bpk bro bu bunda dek h haji hj hajjah ibu kak kakak mas "
        "mba mbak mr mrs ms om pak sdr sdri sis tante tn ny nn",
    )
)
_OF_WIVES = frozenset({"bu", "bunda", "ibu", "mrs", "ny"})
_SHORTEST = 3
"""So many first letters make a shortened name the same: `Muh` and `Muhammad`. Set by hand."""


def words(name: str) -> tuple[str, ...]:
    """The words of a name, small, without titles, accents, digits and signs."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    found = _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))
    return tuple(word for word in found if word not in _TITLES)


def may_be_a_husbands(name: str) -> bool:
    """Whether a name stands behind a title with which wives bear the names of their husbands: `Bu Budi`."""
    return next(iter(_WORD.findall(name.casefold())), "") in _OF_WIVES


def stem(name: str) -> str | None:
    """The first word of a name: `Budi S` and `BUDI SANTOSO` share it; null for a name without a word."""
    return next(iter(words(name)), None)


def as_listed(name: str) -> str:
    """A name as an address book lists it: marks of direction and doubled blanks apart, nothing is changed."""
    visible = "".join(sign for sign in unicodedata.normalize("NFC", name) if unicodedata.category(sign) != "Cf")
    return " ".join(visible.split())


def exclude(one: Iterable[str], two: Iterable[str]) -> bool:
    """Whether full names on both sides share no word: then one number probably served two people."""
    left = [words(name) for name in one]
    right = [words(name) for name in two]
    pairs = [(a, b) for a in left for b in right if len(a) > 1 and len(b) > 1]
    return bool(pairs) and not any(_touch(a, b) for a, b in pairs)


def fits(record: str, called: str) -> bool:
    """Whether a name of record may be a name that somebody goes by: all words of the shorter stand in the longer.

    The last word of a name of record may be cut off, as banks do with long names.
    """
    held, given = words(record), words(called)
    whole, cut = held[:-1], held[-1:]
    mended = (*whole, *(_mended(word, given) if whole else word for word in cut))
    short, long = sorted((mended, given), key=len)
    return bool(short) and set(short) <= set(long)


def _mended(word: str, given: tuple[str, ...]) -> str:
    """The word that was cut off to this one; itself where none was."""
    return next((one for one in given if len(word) >= _SHORTEST and one.startswith(word)), word)


def _touch(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names share a word, or a beginning of three letters, as shortened names do."""
    return any(a == b or a[:_SHORTEST] == b[:_SHORTEST] for a in one for b in two)
