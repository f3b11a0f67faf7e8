# SPDX-License-Identifier: Apache-2.0
"""Who speaks in an exported chat: numbers become accounts, names stay bound to their chat."""

import re
from collections.abc import Iterable

from suluh.model.talk import named_account
from suluh.readers.numbers import country_of, international
from suluh.readers.whatsapp.headers import MARKS, SPACES

SERVICE = "whatsapp"
HOME = "ID"
"""The country of a number that is written with a leading 0 where no number of the device says another."""

_NUMBER = re.compile(r"\+?[\d(][\d ().\u00a0\u2011-]{5,}\d")
_TITLES = (
    re.compile(
        r"(?:^|/)(?:WhatsApp Chat with|Chat WhatsApp dengan|Obrolan WhatsApp dengan|WhatsApp Chat mit) ([^/\n]+)\.txt$"
    ),
    re.compile(r"(?:^|/)(?:Chat de WhatsApp con|Conversa do WhatsApp com) ([^/\n]+)\.txt$"),
    re.compile(r"(?:^|/)(?:WhatsApp Chat|Chat WhatsApp) - ([^/\n]+)\.(?:txt|zip)$"),
)


def clean(author: str) -> str:
    """An author without marks of direction and without the tilde of unsaved names."""
    return author.strip(MARKS + SPACES).removeprefix("~").strip(MARKS + SPACES)


def region(accounts: Iterable[str]) -> str:
    """The country of the device's own numbers, else Indonesia."""
    for account in accounts:
        service, _, number = account.partition(":")
        if service == SERVICE and number.startswith("+"):
            found = country_of(number)
            if found is not None:
                return found
    return HOME


def number_of(name: str, home: str) -> str | None:
    """The international number that an author's name is, or null: never a guess from a part of a name."""
    if not _NUMBER.fullmatch(name) or not name.startswith(("+", "0")):
        return None
    return international(name, home)


def account_of(name: str, *, exhibit: str, conversation: str, home: str) -> str:
    """The account of an author: a number's own, or one known by name in this chat only."""
    number = number_of(name, home)
    return f"{SERVICE}:{number}" if number else named_account(SERVICE, exhibit, conversation, name)


def titles(path: str, inside: str | None) -> tuple[str, ...]:
    """The chat's title as the name of the export says it, with and without the counter of a second copy."""
    for name in (path, (inside or "").rpartition("!/")[2]):
        for pattern in _TITLES:
            if found := pattern.search(name):
                title = found[1]
                return (title, re.sub(r" ?\(\d+\)$", "", title))
    return ()


def own_side(names: tuple[str, ...], title: tuple[str, ...], *, is_group: bool) -> str | None:
    """The author who is the exporting phone itself, or null.

    Certain only in a direct chat in which exactly two have spoken and exactly one of them bears the chat's title.
    """
    if is_group or len(names) != 2:  # noqa: PLR2004 # a direct chat has two sides
        return None
    others = [name for name in names if name not in title]
    return others[0] if len(others) == 1 else None
