# SPDX-License-Identifier: Apache-2.0
"""What a file that no reader takes is, where its tables or first words say it, and how much it holds.

A unit must know that a conversation was not read, so that it turns to another program. Formats are told apart as
github.com/abrignoni/ALEAPP and iLEAPP tell them (MIT): by tables and first words, never by the file's name.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from suluh.model.evidence.source import Source
from suluh.readers.apps.exports import EXPORTS
from suluh.readers.plain import wide
from suluh.readers.reader import counted
from suluh.readers.tabled.balanced import NEXT, TOLD, balanced
from suluh.readers.tabled.dated import DATED, dated
from suluh.readers.tabled.doubts import doubt_of
from suluh.readers.tabled.fields import fields_of
from suluh.readers.tabled.listed import listed
from suluh.readers.tabled.shown import shown
from suluh.readers.tabled.spoken import spoken
from suluh.readers.tabled.unread import number_of
from suluh.readers.whatsapp.export.claim import weigh
from suluh.readers.whatsapp.export.lines import head_lines

NOT_YET = "no reader yet: let ALEAPP, iLEAPP or another tool read it, and add what comes out"
"""What a unit can do about a format that is known and not read: the output of LEAPP is."""


class Tables(NamedTuple):
    """A database by some of its tables, and in which its records stand."""

    what: str
    has: frozenset[str]
    records: str


def _base(what: str, records: str, *others: str) -> Tables:
    return Tables(what, frozenset((records, *others)), records)


BASES = (
    _base("the messages of WhatsApp for iOS", "ZWAMESSAGE"),
    _base("the messages of Telegram for Android", "messages_v2", "users"),
    _base("the messages of Telegram for Android", "messages", "dialogs", "users"),
    _base("the messages of Telegram for iOS", "t7", "t2"),
    _base("SMS and MMS of Android", "sms", "threads"),
    _base("the calls of Android", "calls"),
    _base("the contacts of Android", "raw_contacts", "data"),
    _base("the contacts of iOS", "ABPerson"),
    _base("the messages of LINE for iOS, of a form that is not known", "ZMESSAGE", "ZCHAT", "ZUSER"),
    _base("the messages of Signal", "message", "recipient", "thread"),
    _base("the messages of Viber", "messages", "participants_info"),
    _base("the messages of Viber for computers", "Events", "ChatInfo", "Contact"),
    _base("the messages of Tinder", "message", "match_person"),
    _base("the messages of Badoo", "message", "conversation_info"),
    _base("the messages of Facebook Messenger", "messages", "thread_participants", "threads"),
    _base("the messages of Instagram", "messages", "threads", "session"),
    _base("the messages of Instagram for iOS", "messages", "threads", "inbox_metadata"),
    _base("the messages of Zalo or Michat", "chat_content"),
    _base("the messages of Wechat", "message", "rcontact"),
    _base("the messages of Kik", "messagesTable", "KIKcontactsTable"),
    _base("the messages of imo", "messages", "imo_phonebook"),
    _base("the messages of imo for iOS", "ZIMOCHATMSG"),
    _base("the messages of Viber for iOS", "ZVIBERMESSAGE"),
    _base("the messages of Skype", "Messages", "Conversations", "Contacts"),
    _base("the messages of Hangouts", "messages", "participants", "conversation_participants"),
    _base("the messages of Tango", "messages", "conversations", "profiles"),
    _base("the direct messages of X", "conversation_entries", "conversations"),
    _base("the output of LEAPP", "_lava_media_items"),
)
_OF_TALK = re.compile(
    r"(?:.*_|z(?:[a-z]{1,8}_?)?)?(?:messages?|msgs?|chat_?(?:history|msgs?|contents?|logs?)|sms|dms?)(?:_?table|_?v\d)?",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"z?(?:(?:message|msg|chat)_?)?(?:text|txt|body|content|message|msg|words)(?:_?(?:data|xml|raw))?", re.IGNORECASE
)
_TIMES = re.compile(
    r"z?.*(?:time(?:stamp)?|date|created|sent_?at|_ts|^ts)(?:_?(?:ms|at|utc|send|sent|created))?", re.IGNORECASE
)
"""How apps name a table of messages, and in it the columns of words and times: where all three stand, it may be one."""

_SEALED = re.compile(r"(?:\.crypt\d{1,2}|(?:^|/)signal-[\d-]+\.backup)$", re.IGNORECASE)
SEALED = (
    "encrypted backup of a chat app, by its name: it is decrypted outside with the key of the phone or the 64-digit "
    "key; add what comes out as a further acquisition"
)
_PIECE = 1 << 20
_OVERLAP = 64
MOST = 1_000_000
"""Rows that are counted one by one."""

_DATED = re.compile(
    r"\W{0,3}(?:(?:\d{1,4}\W{1,3}){2}\d{1,4}\W{1,4}(?:\w{1,10}\W{1,3})?\d{1,2}\D{1,3}\d{2}"
    r"|\d{1,2}[:.]\d{2}\W{1,4}(?:\d{1,4}\W{1,3}){2}\d{1,4})[^:]{0,30}[\s\])>-]{1,4}"
    r"(?P<name>[^\W\d_][^:\n<>{}=|\\/]{0,40}): \S"
)
_FEW, _SHARE = 3, 80


def what_is(source: Source) -> str | None:
    """What a file is, in words that end in `NOT_YET` where it is a known format; null where nothing tells."""
    tables = set(source.tables)
    if not tables and _SEALED.search(source.path):
        return SEALED
    for base in BASES:
        if base.has <= tables:
            return f"{base.what}, {counted(_rows(source, base.records), 'row')}: {NOT_YET}"
    if tables:
        return _of_talk(source)
    for words in EXPORTS:
        if words.begins.match(source.head) and (number := _times(source, words.record)):
            return f"{words.what}, {counted(number, 'record')}: {NOT_YET}"
    told = DATED if _is_dated(source) else _of_no_program(source) or doubt_of(source) or _spoken(source)
    return told or dated(source) or shown(source) or _balanced(source) or _listed(source)


def _balanced(source: Source) -> str | None:
    """What may be a statement whose headings nobody knows."""
    number = balanced(source)
    return f"{TOLD}, {counted(number, 'row')}: {NEXT}" if number else None


def _listed(source: Source) -> str | None:
    """What may be a list of people or calls."""
    found = listed(source)
    return f"{found.what}, {counted(found.number, 'row')}: {NOT_YET}" if found else None


def _of_no_program(source: Source) -> str | None:
    """What may be messages in a form that no reader takes, however its elements and keys are named."""
    number = number_of(source) or fields_of(source)
    what = "what may be messages of a program that is not known"
    return f"{what}, {counted(number, 'record')}: {NOT_YET}" if number else None


def _spoken(source: Source) -> str | None:
    """What may be a chat whose lines name no day."""
    found = spoken(source)
    return f"{found[0]}, {counted(found[1], 'record')}: {NOT_YET}" if found else None


def _of_talk(source: Source) -> str | None:
    """What may be the messages of an app that is not known, by the names of its tables and columns."""
    for table, columns in sorted(source.tables.items()):
        has_words = any(_WORDS.fullmatch(one) for one in columns)
        if _OF_TALK.fullmatch(table) and has_words and any(_TIMES.fullmatch(one) for one in columns):
            rows = _rows(source, table)
            if rows:
                what = f"what may be the messages of an app that is not known (table {table})"
                return f"{what}, {counted(rows, 'row')}: {NOT_YET}"
    return None


def _rows(source: Source, table: str) -> int:
    """How many rows a table holds, as far as it can be read."""
    number = 0
    try:
        for number, _ in enumerate(source.rows(table, ()), 1):
            if number == MOST:
                break
    except TimeoutError:
        raise
    except (OSError, ValueError):
        return number
    return number


def _times(source: Source, record: re.Pattern[bytes]) -> int:
    """How often the sign of a record stands in a text."""
    return sum(1 for piece in _pieces(source) for _ in record.finditer(piece))


def _pieces(source: Source) -> Iterator[bytes]:
    """The text in pieces that end at the end of a line, or at their longest."""
    rest = b""
    with source.open() as file:
        while block := file.read(_PIECE):
            whole, mark, last = (rest + block).rpartition(b"\n")
            if not mark and len(last) > _PIECE:
                whole, last = last[:-_OVERLAP], last[-_OVERLAP:]
            rest = last
            yield whole + mark
    yield rest


def _is_dated(source: Source) -> bool:
    """Whether the lines of a text look like those of a chat in a form that no reader takes."""
    if source.head.count(b"\0") * 100 > len(source.head) and wide(source.head) is None:
        return False
    lines = head_lines(source.head, whole=len(source.head) >= source.size)
    if len(lines) < _FEW:
        return False
    verdict = weigh(lines, source.path, source.inside)
    if verdict.looks_dated:
        return True
    found = [match["name"] for line in lines if (match := _DATED.match(line[:200]))]
    names = [one for one in found if one[:1].isupper() or not one.isascii()]
    return verdict.is_no_header and 100 * len(names) >= _SHARE * len(lines) and len(set(names)) < len(names)
