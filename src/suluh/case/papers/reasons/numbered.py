# SPDX-License-Identifier: Apache-2.0
"""The messages and booked lines of a deal, each under the number by which its reasons name it."""

import re
from collections.abc import Iterable, Mapping

from suluh.case.papers.places import ranges
from suluh.model.trade import Term
from suluh.referral.papers.values import Both

ID = re.compile(r"\b[a-z2-7]{26}\b")
"""An id in a sentence."""

_MORE = re.compile(r", and \d+ more\b")
"""How sentences of reasons end a list of booked lines that is longer than they name."""


def cited(term: Term) -> tuple[str, ...]:
    """What a reason names in its sentence, such as payments that fit as well; it rests on none of them."""
    return tuple(dict.fromkeys(ID.findall(term.text)))


def counts_unnamed(term: Term) -> bool:
    """Whether a reason counts booked lines beside those that it names."""
    return _MORE.search(term.text) is not None


class Numbered:
    """Numbers messages in the order of time and booked lines in that of the deal, both from 1."""

    def __init__(self, messages: Iterable[str], lines: Iterable[str]) -> None:
        self.messages: Mapping[str, int] = {name: number for number, name in enumerate(messages, 1)}
        self.lines: Mapping[str, int] = {name: number for number, name in enumerate(lines, 1)}

    def within(self, some: Iterable[str]) -> Both:
        """Some of them, as ``[messages 2, 4-6; booked line 1]`` after a sentence; empty where none is."""
        names = tuple(some)
        said = sorted({self.messages[one] for one in names if one in self.messages})
        paid = sorted({self.lines[one] for one in names if one in self.lines})
        english = (_told("message", "messages", said), _told("booked line", "booked lines", paid))
        indonesian = (_told("pesan", "pesan", said), _told("baris rekening", "baris rekening", paid))
        return Both(_bracketed(english), _bracketed(indonesian))


def _told(one: str, many: str, numbers: list[int]) -> str:
    return f"{one if len(numbers) == 1 else many} {', '.join(ranges(numbers))}" if numbers else ""


def _bracketed(parts: Iterable[str]) -> str:
    told = "; ".join(filter(None, parts))
    return f" [{told}]" if told else ""
