# SPDX-License-Identifier: Apache-2.0
"""What kind of identifier an account id carries: unique, handed on again, or a mere name."""

import re
from typing import Literal
from urllib.parse import unquote

from suluh.model.talk import is_named_only

Class = Literal["unique", "reusable", "named"]

_NUMBER = re.compile(r"\+[1-9]\d{6,14}")
_UNIQUE = re.compile(r"(?:user|channel|chat)?\d+|\d+@lid|[A-Z]{2}\d{2}[A-Z0-9]{8,30}")
_NAME_PARTS = 4
"""`name`, exhibit, conversation and name: the parts of an account that one conversation alone names."""


def identifier_of(account: str) -> str:
    """What stands behind the service."""
    return account.partition(":")[2]


def number_of(account: str) -> str | None:
    """The phone number that an account id carries, in its international form, else null."""
    found = identifier_of(account)
    return found if _NUMBER.fullmatch(found) else None


def handle_of(account: str) -> str | None:
    """The name that somebody chose on a service, small and without the sign before it; null for any other account."""
    found = identifier_of(account)
    return found[1:].casefold() if found.startswith("@") and len(found) > 1 else None


def class_of(account: str) -> Class:
    """Phones and handles are handed on to other people; numbers that a service gives out once are not."""
    if is_named_only(account):
        return "named"
    return "unique" if _UNIQUE.fullmatch(identifier_of(account)) else "reusable"


def bound_name(account: str) -> tuple[str, str] | None:
    """The exhibit and the name of an account known by name only in a conversation, else null."""
    parts = identifier_of(account).split("/")
    if not is_named_only(account) or len(parts) != _NAME_PARTS:
        return None
    return unquote(parts[1]), unquote(parts[-1])


def lists_numbers_of(book: str, service: str) -> bool:
    """Whether an entry of one service's address book can stand for a name that another service shows."""
    return book == service or (book == "phone" and service in {"signal", "viber", "whatsapp"})
