# SPDX-License-Identifier: Apache-2.0
"""Reads ``cache4.db``, the database of Telegram for Android."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.telegram.apps import Account, kind_of
from suluh.readers.telegram.blob import Told, is_broadcast, told
from suluh.readers.telegram.ids import SERVICE

COLUMNS = ("mid", "uid", "date", "out", "data", "send_state")
SILENT = (
    *("read_state", "ttl", "imp", "mention", "forwards", "thread_reply_id", "is_channel", "reply_to_message_id"),
    *("group_id", "reply_data", "replydata", "custom_params", "status", "media", "reply_to_store_id", "data"),
)
_SECRET, _SIGN = 1 << 62, 1 << 63
_SENT = 0


class TelegramAndroid(Reader):
    """Telegram for Android: who said what, when and where, secret chats among it; forms of layers 118 to 220.

    Messages stand there in Telegram's own binary form. Text, sender and time are taken where they prove themselves;
    files, answers and addresses behind words are not read, and that is said. Described by
    github.com/abrignoni/ALEAPP, in `telegramAndroid.py`.
    """

    name = "telegram-android"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables, never the file's name."""
        wanted = {"messages_v2", "users", "chats"}
        return "a database with the tables " + ", ".join(sorted(wanted)) if wanted <= set(source.tables) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the accounts and chats, each message, and how many could not be read."""
        yield from _Reading(Base(source, SILENT)).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        self.kinds: dict[int, str] = {}
        """What a group is, by its number, as one of its messages says it."""

        self.account = Account(base.source, self._senders())
        self.names: dict[str, str] = {}
        self.broadcasts: set[int] = set()
        self.secrets: dict[int, int] = {}
        """The user on the other side of a secret chat, by its number."""

        self.met: set[str] = set()
        self.nobody = self.ownerless = self.dumb = self.more = 0

    def records(self) -> Iterator[Record | Flaw]:
        """The own account, who and what is known by name, every message."""
        yield self.telling.own(self.account.account)
        for table, kind in (("users", "user"), ("chats", "chat")):
            for row in self.base.rows(table, ("uid", "name", "data")):
                number, name = whole_of(row.cells[0]), text_of(row.cells[1]).partition(";;;")[0].strip()
                self.names[f"{kind}{number}"] = name
                if kind == "chat" and is_broadcast(row.cells[2]):
                    self.broadcasts.add(number)
                if kind == "user" and number:
                    names = (name,) if name else ()
                    yield from self.telling.account(
                        self.telling.row(table, row.id), f"{SERVICE}:user{number}", names=names
                    )
        for row in self.base.rows("enc_chats", ("uid", "user")):
            self.secrets[whole_of(row.cells[0])] = whole_of(row.cells[1])
        for row in self.base.rows("messages_v2", COLUMNS):
            yield from self._message(row)
        yield from self._closing()

    def _senders(self) -> Iterator[str]:
        """Who wrote what went out; on the way what each group is."""
        for row in self.base.rows("messages_v2", COLUMNS):
            number, where, date, out = (whole_of(cell) for cell in row.cells[:4])
            found = told(row.cells[4], number, date)
            if where < 0 and found.peer in {f"chat{-where}", f"channel{-where}"}:
                self.kinds[-where] = found.peer.removesuffix(str(-where))
            if out == 1 and found.sender and found.sender.startswith("user"):
                yield found.sender

    def _message(self, row: Row) -> Iterator[Record]:
        number, where, date, out = (whole_of(cell) for cell in row.cells[:4])
        said = told(row.cells[4], number, date)
        kind, peer = self._peer(where)
        called = self.account.conversation(kind, peer)
        place = self.telling.row("messages_v2", row.id)
        yield from self._chat(row.id, kind, peer, called)
        sender = self._sender(said, kind, peer, is_mine=out == 1)
        if sender is not None and sender != self.account.account:
            yield from self.telling.account(place, sender)
        self.dumb += said.text is None and not said.is_service
        self.more += said.media != 0 or said.is_forwarded
        self.nobody += sender is None and not said.is_service
        yield message(
            place,
            called,
            _kind(said, is_sent=whole_of(row.cells[5]) == _SENT),
            sent=counted_from(UNIX, date),
            sender=sender,
            text=said.text or "",
            attachments=(Attachment(state="omitted"),) if said.has_file else (),
            native=self.account.native(kind, peer, number) if number > 0 and not said.is_service else None,
            native_kind=f"action {said.action:08x}"
            if said.is_service
            else f"media {said.media:08x}"
            if said.media
            else None,
            forwarded=said.is_forwarded,
            edited=said.is_edited,
        )

    def _peer(self, where: int) -> tuple[str, int]:
        """What the other side of a row is: by the dialog's number, and what its messages say."""
        if where > 0 and where & _SECRET:
            return "secret", where & 0xFFFFFFFF
        if where > 0:
            return "user", where
        return self.kinds.get(-where) or ("channel" if -where in self.broadcasts else "group"), -where

    def _chat(self, row: int, kind: str, peer: int, called: str) -> Iterator[Record]:
        if called in self.met:
            return
        self.met.add(called)
        other = f"{SERVICE}:user{self.secrets.get(peer, 0) if kind == 'secret' else peer}"
        members = (other, self.account.account) if kind == "user" or peer in self.secrets else ()
        title = self.names.get(f"user{peer}" if kind == "user" else f"chat{peer}")
        place = self.telling.row("messages_v2", row)
        shape = kind_of(kind, is_broadcast=peer in self.broadcasts)
        yield conversation(place, called, shape, title=title, members=tuple(sorted(members)))

    def _sender(self, said: Told, kind: str, peer: int, *, is_mine: bool) -> str | None:
        if said.is_service:
            return f"{SERVICE}:{said.sender}" if said.sender else None
        if is_mine:
            self.ownerless += self.account.own is None
            return self.account.account
        if said.sender is not None:
            return f"{SERVICE}:{said.sender}"
        if kind == "secret":
            return f"{SERVICE}:user{self.secrets[peer]}" if self.secrets.get(peer) else None
        if kind == "user" or (kind == "channel" and peer in self.broadcasts):
            return f"{SERVICE}:{kind}{peer}"
        return None

    def _closing(self) -> Iterator[Flaw]:
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "telegram:user...")
        for position, count, what in (
            ("dumb", self.dumb, "messages whose text could not be read out of Telegram's own form"),
            ("more", self.more, "messages with a file, a page or an origin that this reader does not read"),
        ):
            if count:
                yield flaw(self.source, position, f"{what}: {count}", self.source.place())
        yield from self.base.left()


def _kind(said: Told, *, is_sent: bool) -> Said:
    if said.is_service:
        return "call" if said.is_call else "system"
    if said.text is None or not is_sent:
        return "unsupported"
    return "media" if said.has_file else "text"
