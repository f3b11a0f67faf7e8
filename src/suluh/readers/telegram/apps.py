# SPDX-License-Identifier: Apache-2.0
"""What the databases of Telegram's apps share: how accounts, conversations and messages are called."""

from collections.abc import Iterable
from typing import Literal
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.talk import device_account
from suluh.readers.telegram.ids import SERVICE


class Account:
    """The account whose database it is, and the names that follow from it."""

    def __init__(self, source: Source, said: Iterable[str]) -> None:
        """`said` are the senders of what went out: one alone is the account, before what was stated."""
        self._source = source
        stated = [one for one in source.accounts if one.startswith(f"{SERVICE}:user")]
        found = sorted(set(said))
        self.own = f"{SERVICE}:{found[0]}" if len(found) == 1 else stated[0] if len(stated) == 1 else None
        self.account = self.own or device_account(SERVICE, source.exhibit)

    def conversation(self, kind: str, number: int) -> str:
        """A conversation: the same on every device where Telegram's own numbers say so, else bound to this file."""
        if kind in {"chat", "channel"}:
            return f"{SERVICE}:{kind}{number}"
        if kind == "user" and self.own is not None:
            sides = (self.own.partition(":")[2], f"user{number}")
            return f"{SERVICE}:" + "-".join(sorted(sides, key=lambda one: (len(one), one)))
        return f"{SERVICE}:chat/{quote(self._source.exhibit, safe='')}/{self._source.file}/{kind}{number}"

    def native(self, kind: str, number: int, message: int) -> str | None:
        """The id of a message that is the same on every device, or null."""
        if kind == "channel":
            return f"{SERVICE}:channel{number}/{message}"
        return f"{self.own}/{message}" if self.own and kind in {"user", "chat"} else None


def kind_of(kind: str, *, is_broadcast: bool) -> Literal["direct", "group", "channel"]:
    """What a conversation is, by what its peer is."""
    if kind in {"user", "secret"}:
        return "direct"
    return "channel" if is_broadcast else "group"
