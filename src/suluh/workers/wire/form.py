# SPDX-License-Identifier: Apache-2.0
"""What a noun of a worker must look like beyond its types, so that no later step stumbles over it.

1. A number has at most 15 digits.
2. A hash is lower-case hex of its length.
3. A time is one that ISO 8601 knows, an instant has its zone, a day is of the calendar.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime

from msgspec import Struct

from suluh.model.body import Noun
from suluh.model.intake import Content, Flaw
from suluh.model.matching import Fingerprint, MediaFacts
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.model.times import When
from suluh.model.trade import Payment, Statement

DIGITS = 15
_MOST = 10**DIGITS - 1
_WORDS = (Account, Contact, Conversation, Flaw, Message, Payment)
_HEX = re.compile("[0-9a-f]*")
_PDQ = 64
_SHA256 = 64


def fault(noun: Noun) -> str | None:
    """What is wrong with a noun, null where nothing is."""
    if any(abs(number) > _MOST for number in _numbers(noun)):
        return f"a number in it has more than {DIGITS} digits"
    if not all(len(text) == size and _HEX.fullmatch(text) for text, size in _hashes(noun)):
        return "a hash in it is none"
    try:
        for when in _times(noun):
            _see(when)
        for day in _days(noun):
            date.fromisoformat(day)
    except ValueError:
        return "a time in it is none"
    return None


def _numbers(noun: Noun) -> Iterator[int]:
    """Every whole number; of what there may be millions, only where there can be one."""
    if isinstance(noun, _WORDS):
        yield noun.place.line or 0
        yield noun.place.last_line or 0
        if isinstance(noun, Payment):
            yield from (noun.amount_minor, noun.balance_after_minor or 0, noun.place.page or 0)
        if isinstance(noun, Message):
            yield from (one.size or 0 for one in noun.attachments)
    else:
        yield from _within(noun)


def _within(value: object) -> Iterator[int]:
    """Every whole number, however deep."""
    if isinstance(value, int):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _within(one)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _within(getattr(value, name))


def _hashes(noun: Noun) -> Iterator[tuple[str, int]]:
    """Each hash with the length it must have."""
    if isinstance(noun, Content):
        yield from ((noun.sha256, 64), (noun.sha1, 40), (noun.md5, 32))
    elif isinstance(noun, Fingerprint) and noun.kind == "pdq":
        yield from ((text, _PDQ) for text in (noun.value, noun.cut, *noun.forms) if text is not None)
    elif isinstance(noun, Message):
        yield from ((one.sha256, _SHA256) for one in noun.attachments if one.sha256 is not None)


def _times(noun: Noun) -> Iterator[When]:
    if isinstance(noun, (Message, Payment)):
        when = noun.sent if isinstance(noun, Message) else noun.at
        if when is not None:
            yield when
    elif isinstance(noun, MediaFacts):
        yield from (one for one in (noun.taken, noun.digitised, noun.changed, noun.satellite) if one is not None)


def _days(noun: Noun) -> Iterator[str]:
    if isinstance(noun, Payment) and noun.booked is not None:
        yield noun.booked
    elif isinstance(noun, Statement):
        yield from (day for day in (noun.period_from, noun.period_to) if day is not None)


def _see(when: When) -> None:
    """Raise `ValueError` for a time that is none."""
    if when.at is not None and datetime.fromisoformat(when.at).tzinfo is None:
        raise ValueError("an instant without its zone")
    if when.local is not None and datetime.fromisoformat(when.local).tzinfo is not None:
        raise ValueError("a local time with a zone")
