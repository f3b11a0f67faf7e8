# SPDX-License-Identifier: Apache-2.0
"""Who stands behind a number, a mail address or a sender's name of the telephone's own services.

A sender's name such as ``BANKKU`` is no name of a person and is kept apart from names in address books: a wallet and a
friend may be called alike. A number that is no number of any country is bound to its exhibit.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.talk import device_account, named_account
from suluh.readers.numbers import international
from suluh.readers.whatsapp.authors import HOME

SERVICE = "phone"
_ONE_WAY = re.compile(rf"{SERVICE}:(?!name/|own/)[^+*#\d]")
_MAIL = re.compile(r"[^\s@]{1,100}@[^\s@]{1,200}")
_SHORT = re.compile(r"[*#]?\d{2,6}#?")
_HIDDEN = re.compile(
    r"\(?(?:-\d|(?:unknown|private|anonymous|restricted|withheld|blocked|hidden|unavailable|blank|anonim|pribadi"
    r"|tersembunyi|tidak dikenal)(?: (?:number|caller|name))?|no caller id|(?:unknown|private) caller id"
    r"|pay ?phone|coin phone|telepon umum|nomor (?:pribadi|anonim|tersembunyi|rahasia|(?:tidak|tak) (?:di)?kenal))\)?",
    re.IGNORECASE,
)
"""What telephones write for a caller who hides the number: no number, and no name of anybody."""

_DIGITS = re.compile(r"[\d\s()+./-]{3,40}")


def account_of(written: str, exhibit: str, country: str | None = None) -> str | None:
    """The account of a number, an address or a sender's name; null where nothing is written or the number is hidden."""
    bare = written.strip()
    if not bare or _HIDDEN.fullmatch(" ".join(bare.split())):
        return None
    number = international(bare, (country or HOME).upper())
    if number is not None:
        return f"{SERVICE}:{number}"
    if _MAIL.fullmatch(bare):
        return f"email:{bare.casefold()}"
    if _SHORT.fullmatch(bare):
        return f"{SERVICE}:{bare}"
    if _DIGITS.fullmatch(bare):
        return named_account(SERVICE, exhibit, "numbers", "".join(filter(str.isdigit, bare)) or bare)
    return f"{SERVICE}:{quote(bare, safe='')}"


class Phone:
    """One telephone: its own number where it is known, and the names of its conversations."""

    def __init__(self, source: Source, said: Iterable[str] = ()) -> None:
        """`said` are accounts that the record calls its own: one alone is believed, before what was stated."""
        self._source = source
        stated = [one for one in source.accounts if one.startswith(f"{SERVICE}:")]
        known = sorted(set(said))
        self.own = known[0] if len(known) == 1 else stated[0] if len(stated) == 1 else None
        self.account = self.own or device_account(SERVICE, source.exhibit)

    def who(self, written: str, country: str | None = None) -> str | None:
        """The account behind what is written."""
        return account_of(written, self._source.exhibit, country)

    def kind(self, others: Sequence[str]) -> Literal["direct", "group", "channel"]:
        """What a conversation is: a sender's name cannot be answered, so what it sends goes one way."""
        if len(others) > 1:
            return "group"
        return "channel" if others and _ONE_WAY.match(others[0]) else "direct"

    def direct(self, other: str) -> str:
        """The conversation with one other: the same on both telephones where both numbers are known."""
        if self.own is None:
            return f"{SERVICE}:direct/{quote(self._source.exhibit, safe='')}/{other.partition(':')[2]}"
        return f"{SERVICE}:direct/" + "/".join(sorted(one.partition(":")[2] for one in (self.own, other)))

    def group(self, number: object) -> str:
        """A conversation with several, bound to its file: no telephone says its name to another."""
        return f"{SERVICE}:group/{quote(self._source.exhibit, safe='')}/{self._source.file}/{number}"
