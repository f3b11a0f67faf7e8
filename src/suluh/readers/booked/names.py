# SPDX-License-Identifier: Apache-2.0
"""When a text is the name of somebody, and which side of a booking is the account's own.

1. A name begins with a letter, holds no run of digits, and has at most eight words; any other text is none, whole.
2. The holder is never the other side: a name or number that stands on the account's own side of a line is its own,
   unless more lines call the other side so than name it beside another.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from suluh.readers.statements.parties import Party

_NAME = re.compile(r"[^\W\d_](?:[^\d\n]|\d(?!\d))*")
_WORDS = 8
_LONGEST = 120
_NOBODY = frozenset({"NOTPROVIDED", "NOT PROVIDED", "NONREF", "N/A", "NULL", "UNKNOWN", "TIDAK DIKETAHUI"})
_ACCOUNT = re.compile(
    r"(?:(?:no|nomor)?[. ]*(?:rek(?:ening)?|account|acct?|a/c|konto|iban|va)|no|nomor)\b[. :]*", re.IGNORECASE
)
"""A word that stands before a number of an account."""


class Sides(NamedTuple):
    """Both sides of a booking, as far as its details tell them."""

    other: Party = Party()
    own: Party = Party()
    is_told: bool = False
    """Whether the details have a form that tells the sides, even where it does not name the other one."""


def as_name(written: str | None) -> str | None:
    """A text as a name, with single spaces; null for what is none."""
    if not written or len(written) > _LONGEST:
        return None
    name = " ".join(written.split()).strip(" -.,;:/")
    if _ACCOUNT.fullmatch(name):
        return None
    is_one = _NAME.fullmatch(name) and len(name.split()) <= _WORDS and name.upper() not in _NOBODY
    return name if is_one else None


class Holder:
    """What a statement's own side is called over all its lines."""

    def __init__(self, account: str | None, sides: Iterable[Sides], names: Iterable[str] = ()) -> None:
        self._account = account
        told = list(sides)
        beside = Counter(begun for one in told if (name := as_name(one.other.name)) for begun in _beginnings(name))
        between = (one for one in told if one.other.name or one.other.account)
        own = Counter(_key(name) for one in between if (name := as_name(one.own.name)))
        # A booking that is taken back names the other side alone, there where the own one stands.
        named = [name for one in told if (name := as_name(one.own.name)) and own[_key(name)] >= beside[_key(name)]]
        self.names = frozenset(_key(one) for one in (*named, *map(as_name, names)) if one)
        spelled = {_key(one): one for one in reversed(named) if one}
        self.name = next(iter(spelled.values())) if len(spelled) == 1 else None
        """The one name of the own side, where all lines call it so."""

    def other(self, party: Party) -> Party:
        """The other side without what is the holder's own."""
        name = as_name(party.name)
        if name is not None and _key(name) in self.names:
            name = None
        account = None if party.account is None or _same(party.account, self._account) else party.account
        return Party(account, name, party.reference)


def _key(name: str) -> str:
    return " ".join(_letters(name))


def _beginnings(name: str) -> Iterator[str]:
    """A name and each of its beginnings that ends with a word."""
    return accumulate(_letters(name), lambda begun, word: f"{begun} {word}")


def _letters(name: str) -> Iterator[str]:
    return ("".join(sign for sign in word if sign.isalnum()) for word in name.casefold().split())


def _same(one: str, own: str | None) -> bool:
    """Whether two accounts are one: the same id, or the same number under another service."""
    if own is None:
        return False
    return one == own or one.partition(":")[2] == own.partition(":")[2]
