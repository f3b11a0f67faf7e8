# SPDX-License-Identifier: Apache-2.0
"""Telegram's numbers: user and channel numbers overlap, so a key is its type and its number."""

import re
from collections.abc import Mapping

from suluh.readers.json_stream import Json
from suluh.readers.numbers import international

SERVICE = "telegram"
_TYPED = re.compile(r"(?:user|channel|chat)-?\d{1,20}")
_LARGEST = 10**18
_HALF, _USER, _CHAT = 32, 1, 2


def account(written: Json, *, in_channel: bool = False) -> str | None:
    """The account of a ``from_id``: ``user123`` since 2021; before, a bare number, that of a channel in a channel."""
    if isinstance(written, str) and _TYPED.fullmatch(written):
        return f"{SERVICE}:{written}"
    number = integer(written)
    return None if number is None else f"{SERVICE}:{'channel' if in_channel else 'user'}{number}"


def sender_of(written: Json, *, in_channel: bool) -> str | None:
    """The account of whoever a message is from; of 2018 to 2020 a number bears in its upper half what kind it is."""
    number = integer(written)
    if number is None or not _USER <= number >> _HALF <= _CHAT:
        return account(written, in_channel=in_channel)
    is_user = number >> _HALF == _USER
    bare = number & (1 << _HALF) - 1
    return f"{SERVICE}:{'user' if is_user else 'channel' if in_channel else 'chat'}{bare}"


def integer(written: Json) -> int | None:
    """A number that is one, not a truth value, and no larger than any id."""
    if isinstance(written, bool) or not isinstance(written, int):
        return None
    return written if abs(written) < _LARGEST else None


def phone(written: Json) -> str | None:
    """The account of a phone number: ``telegram:+62...``, or null where it is no number of any country."""
    if not isinstance(written, str):
        return None
    found = international("+" + re.sub(r"\D", "", written))
    return f"{SERVICE}:{found}" if found else None


def full_name(record: Mapping[str, Json]) -> str:
    """First and last name as one."""
    parts = (record.get("first_name"), record.get("last_name"))
    return " ".join(part for part in parts if isinstance(part, str) and part)
