# SPDX-License-Identifier: Apache-2.0
"""The normal form of a text, in which words are compared: what is peculiar to one message is one sign."""

import re
from collections.abc import Iterable

LINK, RUN, SUM = "ⓛ", "ⓐ", "ⓡ"
"""What links, runs of eight and more digits, and sums with a unit are written as."""

LONGEST = 1_000
"""Characters of a text that are looked at: what a message does is said at its beginning."""

_LINK = re.compile(r"https?://\S++|www\.\S++|(?<!\w)(?:t\.me|wa\.me|chat\.whatsapp\.com|bit\.ly)/\S++")
_RUN = re.compile(r"\+?[0-9](?:[ .-]?[0-9]){7,18}")
_DIGITS = re.compile(r"[0-9]+")
_THRICE = re.compile(r"([^\W\d_])\1{2,}")
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")


def normal(text: str, sums: Iterable[tuple[int, int]] = ()) -> str:
    """Small letters, links and numbers as signs; `sums` are the places of sums that have been read.

    >>> normal("Udaaaah tf 50rb ke 0123456789 ya", [(11, 15)])
    'udaah tf ⓡ ke ⓐ ya'
    """
    text = text[:LONGEST]
    for start, end in sorted(sums, reverse=True):
        if end <= len(text) and not _is_in_run(text, start):
            text = f"{text[:start]}{SUM}{text[end:]}"
    small = _RUN.sub(RUN, _LINK.sub(LINK, text.lower()))
    small = _DIGITS.sub(lambda found: "0" * min(3, len(found.group())), small)
    return " ".join(_THRICE.sub(r"\1\1", small).split())


def may_link(small: str) -> bool:
    """Whether a link may stand in a text of small letters: every one of them has one of these signs."""
    return "/" in small or "www." in small


def _is_in_run(text: str, place: int) -> bool:
    """Whether a place lies within a link or a long number, which is replaced as a whole."""
    return any(found.start() <= place < found.end() for found in (*_LINK.finditer(text.lower()), *_RUN.finditer(text)))


def tokens(form: str) -> list[str]:
    """The words and signs of a normal form."""
    return _TOKEN.findall(form)
