# SPDX-License-Identifier: Apache-2.0
"""One export as it is streamed: its sections, chats, contacts and the account itself."""

import json
from collections.abc import Callable, Iterator

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import at
from suluh.model.talk import Account, Contact, Conversation, Owning, device_account, named_account
from suluh.readers.apps.notes import nobody
from suluh.readers.json_stream import BrokenJson, Json, JsonStream
from suluh.readers.reader import Record, counted, flaw
from suluh.readers.telegram.chat import KINDS, MOVES, Chat
from suluh.readers.telegram.ids import SERVICE, account, full_name, integer, phone
from suluh.readers.telegram.message import message

_SILENT = frozenset({"about"})
"""Sections that only explain the export."""


class Export:
    """One file as it is read."""

    def __init__(self, source: Source, stream: JsonStream) -> None:
        self.source = source
        self.stream = stream
        stated = [one for one in source.accounts if one.startswith(f"{SERVICE}:user")]
        self._stated = bool(stated)
        self.own = stated[0] if len(stated) == 1 else None
        self.is_old: bool | None = None
        """What the chats so far say about the years of the export."""

        self.moved: list[tuple[Chat, tuple[str, str]]] = []
        """Chats that Telegram moved under another id: told at the end, when both are known."""

        self.seen: set[tuple[str, str | None]] = set()
        self.nobody = 0
        self.at = ""
        """Where in the file the reader stands, for the flaw of a file that breaks off."""

    def records(self) -> Iterator[Record | Flaw]:
        """All that the file says, and where it stopped saying it."""
        top = Chat(self.source, "", self.own)
        try:
            for key in self.stream.fields():
                yield from self._section(key, top)
            self.stream.finish()
        except BrokenJson as error:
            reason = f"the file cannot be read on after {self.at or 'its start'}: {error}"
            yield flaw(self.source, "broken", reason, self.source.place(pointer=self.at))
        if top.count or top.type is not None:
            yield from self._close(top)
        yield from self._moved()
        yield from nobody(self.source, self.nobody)
        for key, times in sorted(self.stream.twice.items()):
            reason = f"the key {key[:80]} stands twice in {counted(times, 'object')}; the last value is taken"
            yield flaw(self.source, f"twice:{key}", reason, self.source.place())

    def _section(self, key: str, top: Chat) -> Iterator[Record | Flaw]:
        self.at = f"/{key}"
        if key in {"chats", "left_chats"}:
            yield from self._listed(key, self._chat)
        elif key == "contacts":
            yield from self._listed(key, self._contact)
        elif key == "frequent_contacts":
            yield from self._listed(key, self._frequent)
        elif key == "personal_information":
            yield from self._myself(self.stream.value())
        elif key in {"name", "type", "id", "messages"}:
            yield from self._part(key, top)
        elif key in _SILENT:
            self.stream.skip()
        else:
            yield from self._uninterpreted(f"/{key}")

    def _listed(self, key: str, read: Callable[[str], Iterator[Record | Flaw]]) -> Iterator[Record | Flaw]:
        """A section that is an object with a list in it."""
        for inner in self.stream.fields():
            if inner != "list":
                self.stream.skip()
                continue
            for index in self.stream.items():
                self.at = f"/{key}/list/{index}"
                yield from read(self.at)

    def _chat(self, pointer: str) -> Iterator[Record | Flaw]:
        chat = Chat(self.source, pointer, self.own)
        for key in self.stream.fields():
            yield from self._part(key, chat)
        yield from self._close(chat)

    def _part(self, key: str, chat: Chat) -> Iterator[Record | Flaw]:
        """One field of a chat; the writer puts name, type and id before the messages."""
        if key == "messages":
            yield from self._messages(chat)
            return
        found = self.stream.value()
        if key == "name":
            chat.name = found if isinstance(found, str) else None
        elif key == "type":
            chat.type = found if isinstance(found, str) else None
        elif key == "id":
            chat.id = integer(found)

    def _messages(self, chat: Chat) -> Iterator[Record | Flaw]:
        chat.own = self.own
        for index in self.stream.items():
            pointer = f"{chat.pointer}/messages/{index}"
            written = self.stream.value()
            self.at = pointer
            chat.count += 1
            if not isinstance(written, dict):
                raw = json.dumps(written, ensure_ascii=False)
                yield flaw(self.source, pointer, "no message: not an object", self.source.place(pointer=pointer), raw)
                continue
            chat.meet(written, before=self.is_old)
            self.is_old = chat.is_old
            action = str(written.get("action"))
            if action in MOVES:
                chat.move = (action, str(written.get("date_unixtime") or written.get("date")))
            found = message(chat, written, pointer)
            self.nobody += found.sender is None and found.kind in {"text", "media"}
            yield from self._sighting(chat, found.sender, written.get("from", written.get("actor")), pointer)
            yield found

    def _sighting(self, chat: Chat, sender: str | None, name: Json, pointer: str) -> Iterator[Account]:
        """An account the first time that it is seen under a name."""
        shown = name if isinstance(name, str) and name else None
        if sender is None:
            return
        chat.senders[sender] = None
        if (sender, shown) in self.seen:
            return
        self.seen.add((sender, shown))
        yield self._account(sender, pointer, (shown,) if shown else ())

    def _account(self, id_: str, pointer: str, names: tuple[str, ...], aliases: tuple[str, ...] = ()) -> Account:
        return Account(
            id=record_id("account", self.source.file, f"account:{pointer}"),
            account=id_,
            place=self.source.place(pointer=pointer),
            names=names,
            aliases=tuple(one for one in aliases if one != id_),
            own=id_ == self.own,
        )

    def _close(self, chat: Chat) -> Iterator[Record | Flaw]:
        """The chat itself, once all who speak in it are known."""
        place = self.source.place(pointer=chat.pointer)
        if chat.type not in KINDS:
            said = "no type" if chat.type is None else f"an unknown type ({chat.type[:80]})"
            reason = f"the chat has {said}: it is listed as a group, and its ids are bound to this file"
            yield flaw(self.source, f"type:{chat.pointer}", reason, place)
        yield from self._owner(chat)
        if chat.move is not None:
            self.moved.append((chat, chat.move))
        else:
            yield self._conversation(chat, None)

    def _owner(self, chat: Chat) -> Iterator[Account]:
        """Who speaks in a chat of two beside the one whose id it bears: where nothing else says whose export it is."""
        own = chat.unnamed_side() if not self._stated else None
        if own is not None:
            position = f"owner:{chat.pointer}"
            yield Account(
                id=record_id("account", self.source.file, position),
                account=own,
                place=at("account", self.source.place(pointer=chat.pointer), position),
                owning=Owning(device=device_account(SERVICE, self.source.exhibit), by="peer"),
            )

    def _moved(self) -> Iterator[Conversation]:
        """Groups that became supergroups, each with the other: one went where, in the same second, one came from."""
        for chat, (way, when) in self.moved:
            others = [one for one, (its, then) in self.moved if its != way and then == when and one.name == chat.name]
            yield self._conversation(chat, others[0].conversation if len(others) == 1 else None)

    def _conversation(self, chat: Chat, moved: str | None) -> Conversation:
        return Conversation(
            id=record_id("conversation", self.source.file, f"chat:{chat.pointer}"),
            conversation=chat.conversation,
            kind=chat.kind,
            place=self.source.place(pointer=chat.pointer),
            title=chat.name,
            members=chat.members(),
            moved=moved,
        )

    def _contact(self, pointer: str) -> Iterator[Record | Flaw]:
        """An entry of the address book: by user number, else by phone, else by its name alone."""
        written = self.stream.value()
        place = self.source.place(pointer=pointer)
        if not isinstance(written, dict):
            yield flaw(
                self.source, pointer, "no contact: not an object", place, json.dumps(written, ensure_ascii=False)
            )
            return
        name, number = full_name(written), phone(written.get("phone_number"))
        user = account(written["user_id"]) if written.get("user_id") else None
        shown = name or str(written.get("phone_number") or "")
        bound = named_account(SERVICE, self.source.exhibit, f"{SERVICE}:contacts/{self.source.file}", shown)
        id_ = record_id("contact", self.source.file, f"contact:{pointer}")
        yield Contact(id=id_, name=shown, account=user or number or bound, place=place)
        if user and number:
            yield self._account(user, pointer, (name,) if name else (), (number,))

    def _frequent(self, pointer: str) -> Iterator[Record | Flaw]:
        """Somebody the account writes to often."""
        written = self.stream.value()
        known = (
            account(written.get("id"), in_channel=written.get("type") == "channel")
            if isinstance(written, dict)
            else None
        )
        if not isinstance(written, dict) or known is None:
            place = self.source.place(pointer=pointer)
            yield flaw(self.source, pointer, "an entry without an id", place, json.dumps(written, ensure_ascii=False))
            return
        name = written.get("name")
        yield self._account(known, pointer, (name,) if isinstance(name, str) and name else ())

    def _myself(self, written: Json) -> Iterator[Record | Flaw]:
        """The exporting account: what it says of itself holds before what was stated with the exhibit."""
        known = account(written.get("user_id")) if isinstance(written, dict) else None
        if not isinstance(written, dict) or known is None:
            place = self.source.place(pointer=self.at)
            yield flaw(self.source, self.at, "no user number in the personal information", place)
            return
        self.own = known
        user, name = written.get("username"), full_name(written)
        handle = f"{SERVICE}:@{user.removeprefix('@')}" if isinstance(user, str) and user else None
        aliases = tuple(one for one in (phone(written.get("phone_number")), handle) if one)
        yield self._account(known, self.at, (name,) if name else (), aliases)

    def _uninterpreted(self, pointer: str) -> Iterator[Flaw]:
        """A section without a noun of ours: log-ins, pictures of the profile, stories."""
        count = self.stream.skip() if self.stream.peek() != "start_map" else _count(self.stream.value())
        if count:
            place = self.source.place(pointer=pointer)
            yield flaw(
                self.source, f"section:{pointer}", f"not interpreted: {pointer}, {counted(count, 'record')}", place
            )


def _count(section: Json) -> int:
    """The records of a section that is an object: those of its list, else its own one."""
    inner = section.get("list") if isinstance(section, dict) else None
    return len(inner) if isinstance(inner, list) else 1
