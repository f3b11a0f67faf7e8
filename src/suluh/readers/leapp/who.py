# SPDX-License-Identifier: Apache-2.0
"""Who stands behind a cell of a LEAPP output, and which conversation behind another: as the app itself calls them."""

import re
from collections.abc import Sequence
from typing import Literal
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.talk import device_account, named_account
from suluh.readers.apps.phones import Phone
from suluh.readers.numbers import international
from suluh.readers.whatsapp.jids import account_of as of_jid
from suluh.readers.whatsapp.jids import conversation_of, is_person, kind_of, split

_ID = re.compile(r"\d{5,20}")
_BY_NUMBER = frozenset({"whatsapp", "signal", "viber"})


class Who:
    """The accounts of one service in one output."""

    def __init__(self, source: Source, service: str) -> None:
        self._source, self.service = source, service
        stated = [one for one in source.accounts if one.startswith(f"{service}:")]
        self.own = stated[0] if len(stated) == 1 else None
        self.device = self.own or device_account(service, source.exhibit)

    def account(self, written: str, conversation: str) -> str | None:
        """The account of a sender: by number or id, else by name within this conversation; null for nothing."""
        bare = written.strip()
        if not bare:
            return None
        if self.service == "whatsapp" and is_person(bare):
            return of_jid(bare)
        if self.service == "phone":
            return Phone(self._source).who(bare)
        if self.service in _BY_NUMBER and (number := international("+" + bare.removeprefix("+"))):
            return f"{self.service}:{number}"
        if self.service == "telegram" and _ID.fullmatch(bare):
            return f"telegram:user{bare}"
        return named_account(self.service, self._source.exhibit, conversation, bare)

    def conversation(self, table: str, key: str) -> str:
        """A conversation: as this service's own reader calls it where the key says so, else bound to this file."""
        if self.service == "whatsapp" and split(key)[1]:
            return conversation_of(key, self.own, self._source.exhibit)
        phone = Phone(self._source)
        if self.service == "phone" and (other := phone.who(key)) and (other[6:7] == "+" or other[6:7].isalpha()):
            return phone.direct(other)
        # a short number may be that of a thread: it is bound to the file
        exhibit = quote(self._source.exhibit, safe="")
        return f"{self.service}:chat/{exhibit}/{self._source.file}/{table}/{quote(key, safe='')}"

    def kind(self, others: Sequence[str]) -> Literal["direct", "group", "channel"]:
        """What a conversation with these is."""
        if self.service == "phone":
            return Phone(self._source).kind(others)
        return "group" if len(others) > 1 else "direct"

    def other(self, key: str) -> str | None:
        """The other side of a conversation whose key is an account itself."""
        if self.service == "phone":
            found = Phone(self._source).who(key)
            return found if found and self.conversation("", key).startswith("phone:direct/") else None
        return of_jid(key) if self.service == "whatsapp" and is_person(key) else None

    def is_group(self, key: str) -> bool:
        """Whether the key itself says that it is a group."""
        return self.service == "whatsapp" and bool(split(key)[1]) and kind_of(key) == "group"
