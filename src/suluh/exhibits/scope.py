# SPDX-License-Identifier: Apache-2.0
"""What an authority covers: kinds of data, and the period of records."""

from suluh.model.body import Noun
from suluh.model.intake import Authority, Exhibit
from suluh.model.talk import Message
from suluh.model.times import When
from suluh.model.trade import Payment

MEDIA = ("image/", "video/", "audio/")


def is_media(media_type: str) -> bool:
    """Whether a content is picture, video or sound."""
    return media_type.startswith(MEDIA)


def covers_kind(authority: Authority | None, kind: str) -> bool:
    """Whether the paper covers a kind of data (media, chat, money, contacts); one that names none limits none."""
    return authority is None or not authority.kinds or kind in authority.kinds


def covers_record(authority: Authority | None, record: Noun) -> bool:
    """Whether a record lies inside the paper's period, both days included; a record without a day is kept."""
    if authority is None or not (authority.covers_from or authority.covers_to):
        return True
    day = _day(record)
    if day is None:
        return True
    return (authority.covers_from or day) <= day <= (authority.covers_to or day)


def as_read(exhibit: Exhibit, paper: Authority | None) -> object:
    """What of an exhibit and its paper decides what is read of its chats and statements."""
    period = None if paper is None else (paper.kinds, paper.covers_from, paper.covers_to)
    return exhibit.accounts, period


def as_seen(_: Exhibit, paper: Authority | None) -> bool:
    """What of an exhibit's paper decides whether its pictures and videos are hashed by what they show."""
    return covers_kind(paper, "media")


def _day(record: Noun) -> str | None:
    """The day of a message or payment as its own record writes it."""
    if isinstance(record, Message):
        return _written_day(record.sent)
    if isinstance(record, Payment):
        return _written_day(record.at) or record.booked
    return None


def _written_day(when: When | None) -> str | None:
    moment = None if when is None else when.local or when.at
    return None if moment is None else moment[:10]
