# SPDX-License-Identifier: Apache-2.0
"""Reads ``db_sqlite`` of Telegram for iOS and macOS, decrypted."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Row, Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, Beside
from suluh.readers.apps.base import Base, whole_of
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.numbers import international
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.telegram.apps import Account, kind_of
from suluh.readers.telegram.ids import SERVICE
from suluh.readers.telegram.postbox import Fields, Key, Told, fields, key_of, peer_of, told

_MESSAGES, _PEERS = "t7", "t2"
_ACTION, _CALL = "_rawValue", 14
_SCHEDULED = frozenset({3, 4})


class TelegramIos(Reader):
    """Telegram for iOS: who said what, when and where, secret chats among it.

    Messages stand there in the app's own binary form; files are told as left out. Described by
    github.com/abrignoni/iLEAPP, in `telegramMesssages.py`.
    """

    name = "telegram-ios"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the two tables of keys and values, never the file's name."""
        known = all({"key", "value"} <= set(source.tables.get(one, ())) for one in (_MESSAGES, _PEERS))
        return f"a database with the tables {_PEERS}, {_MESSAGES} of keys and values" if known else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the accounts and chats, each message, and what could not be read."""
        yield from _Reading(Base(source)).records()


class _Reading:
    """One database while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        self.account = Account(base.source, self._senders())
        self.peers: dict[int, Fields] = {}
        self.met: set[str] = set()
        self.nobody = self.ownerless = 0

    def records(self) -> Iterator[Record | Flaw]:
        """The own account, whom the app knows, every message."""
        yield self.telling.own(self.account.account)
        for row in self.base.rows(_PEERS, ("key", "value")):
            yield from self._person(row)
        for row in self.base.rows(_MESSAGES, ("key", "value")):
            yield from self._row(row)
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "telegram:user...")
        yield from self.base.left()

    def _senders(self) -> Iterator[str]:
        """Who wrote what went out."""
        for row in self.base.rows(_MESSAGES, ("key", "value")):
            said = told(row.cells[1])
            if said is not None and not said.is_incoming and said.author is not None:
                kind, number = peer_of(said.author)
                yield from (f"user{number}",) if kind == "user" else ()

    def _person(self, row: Row) -> Iterator[Record]:
        number, more = whole_of(row.cells[0]), fields(row.cells[1])
        self.peers[number] = more
        kind, plain = peer_of(number)
        if kind == "user" and plain and more:
            name, phone = _name(more), more.get("p")
            known = international("+" + str(phone).lstrip("+")) if phone else None
            aliases = (f"{SERVICE}:{known}",) if known else ()
            place = self.telling.row(_PEERS, row.id)
            names = (name,) if name else ()
            yield from self.telling.account(place, f"{SERVICE}:user{plain}", names=names, aliases=aliases)

    def _row(self, row: Row) -> Iterator[Record | Flaw]:
        key, said = key_of(row.cells[0]), told(row.cells[1])
        place = self.telling.row(_MESSAGES, row.id)
        if key is None or said is None:
            reason = "a message in a form of Telegram's own that is not known"
            yield flaw(self.source, f"{_MESSAGES}:{row.id}", reason, place)
            return
        kind, peer = peer_of(key.peer)
        called = self.account.conversation(kind, peer)
        if called not in self.met:
            self.met.add(called)
            members = (f"{SERVICE}:user{peer}", self.account.account) if kind == "user" else ()
            title = _name(self.peers.get(key.peer, {}))
            # a channel that is a group says so in the fields of its kind
            is_broadcast = kind == "channel" and self.peers.get(key.peer, {}).get("i.t") == 0
            shape = kind_of(kind, is_broadcast=is_broadcast)
            yield conversation(place, called, shape, title=title, members=tuple(sorted(members)))
        sender = self._sender(said, kind, peer)
        if sender is not None and sender != self.account.account:
            yield from self.telling.account(place, sender)
        yield self._message(row.id, key, said, called, sender)

    def _sender(self, said: Told, kind: str, peer: int) -> str | None:
        found = None
        if said.author is not None:
            what, number = peer_of(said.author)
            found = f"{SERVICE}:{what}{number}"
        elif not said.is_incoming:
            self.ownerless += self.account.own is None
            found = self.account.account
        elif kind == "user":
            found = f"{SERVICE}:user{peer}"
        is_notice = any(_ACTION in one for one in said.media)
        self.nobody += found is None and not is_notice
        return found

    def _message(self, row: int, key: Key, said: Told, called: str, sender: str | None) -> Record:
        kind, peer = peer_of(key.peer)
        origin = peer_of(said.forwarded_from) if said.forwarded_from else None
        files = (*_files(said.media), *(Attachment(state="omitted") for _ in range(min(said.referred, 20))))
        return message(
            self.telling.row(_MESSAGES, row),
            called,
            _kind(key, said, is_media=bool(files)),
            sent=counted_from(UNIX, key.date),
            sender=sender,
            text=said.text,
            attachments=files,
            native=self.account.native(kind, peer, key.number) if key.space == 0 else None,
            forwarded=said.is_forwarded,
            forwarded_from=f"{SERVICE}:{origin[0]}{origin[1]}" if origin else None,
            beside=tuple(_besides(said.media)),
        )


def _kind(key: Key, said: Told, *, is_media: bool) -> Said:
    actions = [one[_ACTION] for one in said.media if _ACTION in one]
    if actions:
        return "call" if _CALL in actions else "system"
    if key.space in _SCHEDULED:
        return "unsupported"
    return "media" if is_media else "text"


def _files(media: tuple[Fields, ...]) -> Iterator[Attachment]:
    """Files and pictures in the message itself; pages, places and notices are none."""
    for one in media:
        mime = one.get("mt")
        if isinstance(mime, str):
            yield Attachment(state="omitted", mime=mime)
        elif "r" in one:
            yield Attachment(state="omitted")


def _besides(media: tuple[Fields, ...]) -> Iterator[Beside]:
    for one in media:
        if "la" in one and "lo" in one:
            yield Beside(what="place", text=f"{one['la']},{one['lo']}")
        for what in ("u", "pu"):
            if isinstance(one.get(what), str) and "mt" not in one:
                yield Beside(what="page", text=str(one[what]))


def _name(peer: Fields) -> str | None:
    """What a peer is called: first and last name of a person, the title of a chat."""
    parts = [str(peer[one]) for one in ("fn", "ln") if isinstance(peer.get(one), str) and peer[one]]
    title = peer.get("t")
    return " ".join(parts) or (title if isinstance(title, str) else None) or None
