# SPDX-License-Identifier: Apache-2.0
"""Cells that say who wrote: words for the own side, and numbers, addresses and ids."""

import re

from suluh.readers.whatsapp.jids import is_person

OWN = frozenset(
    {
        "me",
        "you",
        "myself",
        "self",
        "saya",
        "anda",
        "aku",
        "ich",
        "moi",
        "yo",
        "tú",
        "eu",
        "io",
        "я",
        "我",
        "나",
        "自分",
    }
)
"""What programs call the side of whoever exported."""

_NUMBER = re.compile(r"(?:\+\d|00?[1-9(])[\d\s().-]{5,20}\d")
"""A number as people write it: with a sign or a nought before it."""

_MAIL = re.compile(r"[^\s@]{1,100}@[^\s@]{1,200}\.[^\s@]{2,}")
_WXID = re.compile(r"wxid_\w{4,30}|\d{5,20}@chatroom")


def is_address(cell: str) -> bool:
    """Whether a cell holds a telephone number, a mail address or an id that one app alone writes so."""
    bare = cell.strip()
    return any(form.fullmatch(bare) for form in (_NUMBER, _MAIL, _WXID)) or is_person(bare)
