# SPDX-License-Identifier: Apache-2.0
"""One chat of an export: its id, its kind, who speaks in it."""

from dataclasses import dataclass, field
from typing import Literal

from suluh.model.evidence.source import Source
from suluh.model.talk import is_named_only, named_account
from suluh.readers.json_stream import Json
from suluh.readers.telegram.ids import SERVICE, integer, sender_of

Kind = Literal["direct", "group", "channel"]

KINDS: dict[str, Kind] = {
    "personal_chat": "direct",
    "bot_chat": "direct",
    "saved_messages": "direct",
    "replies": "direct",
    "verification_codes": "direct",
    "private_group": "group",
    "private_supergroup": "group",
    "public_supergroup": "group",
    "private_channel": "channel",
    "public_channel": "channel",
}

MOVES = frozenset({"migrate_to_supergroup", "migrate_from_group"})
"""Service rows of a group that went on as a supergroup, and of the supergroup that it became."""

_OF_TWO = frozenset({"personal_chat", "bot_chat"})
"""Chats that bear the id of the other side."""

_NUMBERED_BY_CHAT = frozenset({"private_supergroup", "public_supergroup", "private_channel", "public_channel"})
"""Message ids count within the chat and are the same on every device; elsewhere each account counts its own."""


@dataclass
class Chat:
    """A chat whose messages are being read."""

    source: Source
    pointer: str
    own: str | None
    """The exporting account, where the export or the officer states it."""

    name: str | None = None
    type: str | None = None
    id: int | None = None
    is_old: bool | None = None
    """Whether it was exported before 2021, when the ids of chats were not yet those of users; null while open."""

    senders: dict[str, None] = field(default_factory=dict)
    move: tuple[str, str] | None = None
    """Which way and when Telegram moved it: to a supergroup or from a group, by its own service row."""

    count: int = 0

    @property
    def kind(self) -> Kind:
        """Direct, group or channel; a chat whose type is not stated is no proof that two were alone."""
        return KINDS.get(self.type or "", "group")

    @property
    def conversation(self) -> str:
        """The same on every device where Telegram's own numbers say so, else bound to this file."""
        bound = f"{SERVICE}:chat/{self.source.file}"
        if self.is_old is not False or self.id is None or self.type not in KINDS:
            return f"{bound}{self.pointer}" if self.id is None else f"{bound}/{self.id}"
        if self.type in _NUMBERED_BY_CHAT:
            return f"{SERVICE}:channel{self.id}"
        if self.kind == "group":
            return f"{SERVICE}:chat{self.id}"
        if self.own is None:
            return f"{bound}/user{self.id}"
        one, other = sorted((self.own.removeprefix(f"{SERVICE}:"), f"user{self.id}"), key=lambda id_: (len(id_), id_))
        return f"{SERVICE}:{one}-{other}"

    def meet(self, message: dict[str, Json], *, before: bool | None) -> None:
        """Learn from the first message which years' rules hold; else those of the chats before."""
        if self.is_old is not None:
            return
        ids = [message[key] for key in ("from_id", "actor_id") if message.get(key) is not None]
        if ids:
            self.is_old = any(isinstance(one, int) for one in ids)
        else:
            self.is_old = before is not False and "date_unixtime" not in message

    def native(self, written: Json) -> str | None:
        """The id of a message that is the same on every device, or null."""
        number = integer(written)
        if number is None or self.is_old is not False or self.id is None:
            return None
        if self.type in _NUMBERED_BY_CHAT:
            return f"{SERVICE}:channel{self.id}/{number}"
        return f"{self.own}/{number}" if self.own and self.type in KINDS else None

    def who(self, written: Json, name: Json) -> str | None:
        """The account of a sender: by id, else by name within this chat, else null."""
        known = sender_of(written, in_channel=self.kind == "channel")
        if known is not None or not isinstance(name, str) or not name:
            return known
        return named_account(SERVICE, self.source.exhibit, self.conversation, name)

    def unnamed_side(self) -> str | None:
        """The one who speaks in a chat of two beside the one whose id it bears; where its own side is known, null."""
        if self.own is not None or self.is_old is not False or self.id is None or self.type not in _OF_TWO:
            return None
        others = [one for one in self.senders if one != f"{SERVICE}:user{self.id}" and not is_named_only(one)]
        return others[0] if len(others) == 1 else None

    def members(self) -> tuple[str, ...]:
        """All who spoke; in a direct chat both sides, as far as they are known."""
        both: dict[str, None] = {self.own: None} if self.own and self.kind == "direct" else {}
        if self.kind == "direct" and self.is_old is False and self.id is not None:
            both[f"{SERVICE}:user{self.id}"] = None
        itself = f"{SERVICE}:channel{self.id}" if self.kind == "group" else None
        return tuple(one for one in both | self.senders if one != itself)
