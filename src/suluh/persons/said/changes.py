# SPDX-License-Identifier: Apache-2.0
"""What an app itself says of somebody's new number, in a line of its own.

1. `Siti changed their phone number to a new number` names who; in a talk of two this is its other side, whatever name
   or number the talk bears now.
2. `+62 812... changed to +62 813...` names both.
"""

import re
from typing import NamedTuple

from suluh.persons.names import as_listed

_NEW = re.compile(
    r"(?P<who>[^\n]{1,80}?) (?:(?:has )?changed (?:their|his|her) phone number|(?:telah )?(?:mengganti|menukar) "
    r"(?:nomor telepon|nombor telefon)(?:nya)?)\b"
)
_TO = re.compile(r"(?P<who>[^\n]{1,80}?) (?:changed to|berganti ke|diubah ke|bertukar kepada) (?P<new>[^\n]{1,80}?)\.?")
_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")
_SIGNS = re.compile(r"[\s().-]")
_QUOTES = "\"'“”«»"
_WORDS = ("nomor", "nombor", "number", "changed to", "berganti ke", "diubah ke", "bertukar kepada")
"""One of them stands in every such line: most need no closer look."""


class Change(NamedTuple):
    """Who goes on under another number."""

    who: str
    """A name as the phone lists it, or a number in its international form."""

    new: str | None
    """The same of the new number; null where the line says it only by the talk in which it stands."""


def change(text: str) -> Change | None:
    """What a line of the app itself says of a new number; null where it speaks of something else."""
    if not any(word in text for word in _WORDS):
        return None
    plain = as_listed(text)
    if found := _NEW.match(plain):
        return Change(_as_told(found["who"]), None)
    found = _TO.fullmatch(plain)
    if found is None or found["new"][0] in _QUOTES:
        return None
    who, new = _as_told(found["who"]), _as_told(found["new"])
    return Change(who, new) if is_number(who) or is_number(new) else None


def is_number(told: str) -> bool:
    """Whether somebody is told by number."""
    return _NUMBER.fullmatch(told) is not None


def _as_told(name: str) -> str:
    number = _SIGNS.sub("", name)
    return number if is_number(number) else name
