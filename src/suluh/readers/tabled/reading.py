# SPDX-License-Identifier: Apache-2.0
"""From the rows of a table of messages or calls to records, each with no more than its columns say."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.place import position
from suluh.model.talk import Attachment, Beside
from suluh.model.times import When
from suluh.readers.apps.phones import SERVICE as PHONE
from suluh.readers.apps.telling import Kind, Said
from suluh.readers.exported.rooms import Export, Room
from suluh.readers.reader import Record, flaw
from suluh.readers.tabled.entry import Entry, Table
from suluh.readers.tabled.lexicon import Role, words
from suluh.readers.tabled.people import APP, OWN, UNKNOWN, People, Person, is_address, same, service_of
from suluh.readers.tabled.services import Services
from suluh.readers.tabled.survey import APART, Survey
from suluh.readers.tabled.ways import NEVER_LEFT, TRUE, Way

_NOTHING = frozenset({"", "null", "none", "[]", "{}", "0", "false", "no"})
_LONGEST = 900
_OF_NUMBERS = re.compile(r"number|phone|address|nomor|telepon|\bhp\b|nummer|n[uú]mero|tel[eé]fono|column")
_SAID_BESIDE: tuple[Role, ...] = ("subject", "reply", "reaction")
_THERE = frozenset({"true", "1", "yes"})
_GROUPS = ("group", "grup", "群聊", "supergroup", "gruppe", "grupo", "그룹")
_CHANNELS = ("channel", "kanal", "canal")
_NAMES = ("name", "display name", "title", "session display name", "meta name", "chat name")
_OTHERS = frozenset({"with", "chat id", "conversation id", "chat jid", "contact", "contact number", "partner"})
"""What stands beside a list and names the other side, never the owner of the device."""

_KINDS = ("type", "session type", "meta type", "conversation type", "chat type")


@dataclass
class _Talk:
    """One conversation while it is read."""

    room: Room
    first: Entry
    title: str | None
    kind: Kind | None
    heads: dict[str, None] = field(default_factory=dict)


class Reading:
    """One table while it is read."""

    def __init__(self, source: Source, table: Table, services: Services) -> None:
        self.source, self.table, self.form, self._services = source, table, table.form, services
        self._where = table.place.sheet or (table.place.pointer or "").strip("/")
        """Which of several tables it is."""

        self.survey = Survey(table)
        sure = service_of(table.said) or self.survey.service
        guess = service_of(source.path.rpartition("/")[2]) or (PHONE if self.form.kind == "calls" else UNKNOWN)
        self._default, self._is_sure = sure or guess, sure is not None
        self._talks: dict[str, _Talk] = {}
        self._untimed = self._open = self._unsure = self._apart = 0

    def records(self) -> Iterator[Record | Flaw]:
        """Every row in the order of the file, then the conversations, then what is told of the whole."""
        for entry in self.table.rows():
            yield from self._entry(entry) if isinstance(entry, Entry) else (entry,)
        for talk in self._talks.values():
            yield talk.room.told(talk.first.place, title=talk.title, kind=talk.kind)
        yield from self._notes()

    def _notes(self) -> Iterator[Flaw]:
        form = self.form
        time, people = form.called("time", "clock"), form.called("name", "id", "other", "receiver")
        reason = (
            f"of no known program, and read by what its columns are called: time in {time}; words in "
            f"{form.called('text')}; people in {people}; direction in {form.called('way')}; beside them {form.beside()}"
        )
        yield flaw(self.source, f"claim:{self._where}", reason, self.table.place, self.table.named)
        if self.survey.is_two_sided:
            yield self._note("two-sided", "the column of senders names the other side of what was sent as well")
        if self._unsure:
            reason = (
                f"messages that were sent from this device and name somebody whom nothing shows to be its own side: "
                f"{self._unsure}; whoever is named is not taken for their sender"
            )
            yield self._note("unsure", reason)
        if self._apart:
            reason = (
                f"messages that do not tell in which conversation they stand: {self._apart}; those that were sent "
                "stand apart, those that came in by their senders"
            )
            yield self._note("apart", reason)
        beside = sorted({head for about in self.survey.about.values() for head in about if about[head].strip()})
        if beside:
            told = ", ".join(beside)
            yield self._note(
                "beside", f"what stands beside the messages and is read for names alone: {told}"[:_LONGEST]
            )
        if self._untimed:
            yield self._note("untimed", f"messages whose time cannot be read and stays as written: {self._untimed}")
        if self._open:
            reason = "day and month cannot be told apart in this file: the times stay as written"
            yield self._note("order", reason)

    def _note(self, word: str, reason: str) -> Flaw:
        return flaw(self.source, f"{word}:{self._where}", reason, self.source.place())

    def _entry(self, entry: Entry) -> Iterator[Record | Flaw]:
        if not any(self.form.of(role, entry.cells) for role in ("time", "text", "file", "span")):
            raw = self.table.mark.join(entry.cells.values())
            yield flaw(
                self.source,
                f"empty:{position('flaw', entry.place)}",
                "a row without a time and words",
                entry.place,
                raw,
            )
            return
        service = service_of(self.form.of("service", entry.cells), is_app=True) or self._default
        export, people = self._services.of(service, is_sure=self._is_sure or service != self._default)
        talk = self._talk(export, people, entry)
        way = self._way(entry)
        receiver = self._receiver(people, talk, entry, way)
        export.unread.update(self._unread(entry, is_receiver_read=receiver is not None))
        if receiver is not None and receiver.account not in talk.room.members:
            talk.room.members[receiver.account] = None
            yield from export.seen(entry.place, receiver.account, receiver.names)
        sender = None if way == "app" else self._sender(people, talk, entry, way)
        if sender is not None and sender.account == people.device and sender.names:
            yield from export.telling.account(entry.place, sender.account, names=sender.names)
        text, files = self.form.of("text", entry.cells), self._files(entry)
        yield from talk.room.say(
            entry.place,
            sender and sender.account,
            sender.names if sender else (),
            kind=self._kind(entry, way, is_media=bool(files)),
            text="" if text.casefold() == "null" else text,
            sent=self._sent(entry),
            attachments=files,
            native_kind=self._native_kind(entry),
            beside=tuple(self._beside(entry, way)),
            edited=self._is("edited", entry),
            forwarded=self._is("forwarded", entry),
        )

    def _way(self, entry: Entry) -> Way | None:
        """Which way a row went, and whether it went at all."""
        found = self.survey.way(entry)
        if self._is("system", entry) or (found is None and self.form.of("name", entry.cells).casefold() in APP):
            return "app"
        if found != "in" and self._is("draft", entry):
            return "draft"
        return "failed" if found == "out" and self.form.of("status", entry.cells).casefold() in NEVER_LEFT else found

    def _is(self, role: Role, entry: Entry) -> bool:
        return self.form.of(role, entry.cells).casefold() in TRUE

    def _beside(self, entry: Entry, way: Way | None) -> Iterator[Beside]:
        if way in {"draft", "failed"}:
            yield Beside(what="not sent", text=way)
        for role in _SAID_BESIDE:
            cell = self.form.of(role, entry.cells)
            if cell.casefold() not in _NOTHING:
                yield Beside(what=role, text=cell)

    def _receiver(self, people: People, talk: _Talk, entry: Entry, way: Way | None) -> Person | None:
        """To whom a row went: an address, or somebody who is a sender elsewhere, for another name may be of a group."""
        cell = self.form.of("receiver", entry.cells)
        if not cell or "other" in self.form.columns or way in {"in", "app"}:
            return None
        if cell.casefold() in OWN:
            return Person(people.device) if way is None else None
        if not is_address(cell) and same(cell) not in self.survey.senders:
            return None
        is_id = words(self.form.columns["receiver"]).endswith(" id")
        return people.person(talk.room.called, "" if is_id else cell, cell if is_id else "")

    def _unread(self, entry: Entry, *, is_receiver_read: bool) -> Iterator[str]:
        """The columns of which this row holds something that becomes no part of its record."""
        read = set(self.form.columns.values())
        if self.form.of("status", entry.cells).casefold() not in NEVER_LEFT:
            read.discard(self.form.columns.get("status", ""))
        if "other" not in self.form.columns and not is_receiver_read:
            read.discard(self.form.columns.get("receiver", ""))
        yield from (head for head, cell in entry.cells.items() if cell.strip() and head not in read)

    def _about(self, entry: Entry) -> Mapping[str, str]:
        """What stands beside the list of a row, by plain words."""
        return {words(head): cell for head, cell in self.survey.about.get(entry.chat, entry.about).items()}

    def _talk(self, export: Export, people: People, entry: Entry) -> _Talk:
        key = self.survey.key(entry)
        self._apart += key.startswith(APART)
        where = "/".join(filter(None, (f"{export.service}:chat", self.source.file, quote(self._where))))
        called = f"{where}/{quote(key, safe='')}" if key else where
        if called not in self._talks:
            about = self._about(entry)
            title = self.form.of("title", entry.cells) or next((about[one] for one in _NAMES if about.get(one)), "")
            if "other" in self.form.columns:
                title = title or self.form.of("name", entry.cells) or ("" if key.startswith(APART) else key)
            receiver = self.form.of("receiver", entry.cells)
            title = title or (receiver if same(receiver) == key and not is_address(receiver) else "")
            kind = _kind_of(next((about[one] for one in _KINDS if about.get(one)), ""), (key, *about.values()))
            self._talks[called] = _Talk(Room(export, called), entry, title or None, kind)
            if "way" in self.form.columns:
                self._talks[called].room.members[self._own_side(people, called).account] = None
        return self._talks[called]

    def _sender(self, people: People, talk: _Talk, entry: Entry, way: Way | None) -> Person | None:
        name, number = self.form.of("name", entry.cells), self.form.of("id", entry.cells)
        if "other" in self.form.columns:
            is_number = bool(_OF_NUMBERS.search(words(self.form.columns["other"])))
            other = people.person(talk.room.called, name, self.form.other(entry.cells), is_number=is_number)
            talk.room.members |= {other.account: None} if other else {}
            return other if way == "in" else Person(people.device) if way else None
        if way in {"out", "draft", "failed"}:
            self._unsure += self.survey.own is None and bool(name or number) and name.casefold() not in OWN
            own = self._own_side(people, talk.room.called)
            if own.account != people.device:
                self._services.own[own.account] = None
            return own
        if way is None and not number and name.casefold() in OWN:
            return Person(people.device)
        if name or number:
            return people.person(talk.room.called, name, number)
        return self._unnamed(people, talk, entry) if way == "in" else None

    def _own_side(self, people: People, room: str) -> Person:
        """Whoever sent it: the account that the rows name, where they name one for all that was sent."""
        if self.survey.own is None:
            return Person(people.device)
        name, number = self.survey.own
        found = people.person(room, name, number)
        if found is None or "name/" in found.account.partition(":")[2]:
            return Person(people.device, (name,) if name else ())
        return found

    def _unnamed(self, people: People, talk: _Talk, entry: Entry) -> Person | None:
        """Who sent what came in and names nobody: the other side, where what names it names one account."""
        if talk.kind in {"group", "channel"} or self.survey.key(entry) in self.survey.answered:
            return None
        about = self._about(entry)
        heads = _OTHERS | ({"key"} if len(self.survey.about) > 1 else frozenset[str]())
        called = (*(about.get(one, "") for one in heads), self.form.of("chat", entry.cells))
        numbers = {same(one): one for one in sorted(called) if is_address(one)}
        if len(numbers) != 1:
            return None
        name = next((about[one] for one in _NAMES if about.get(one)), "") if entry.chat else ""
        return people.person(talk.room.called, name, next(iter(numbers.values())))

    def _kind(self, entry: Entry, way: Way | None, *, is_media: bool) -> Said:
        if way in {"draft", "failed"}:
            return "unsupported"
        if self.form.kind == "calls":
            return "call"
        if self._is("deleted", entry):
            return "revoked"
        return "system" if way == "app" else "media" if is_media else "text"

    def _native_kind(self, entry: Entry) -> str | None:
        if self.form.kind == "calls":
            return f"call/{self.form.of('way', entry.cells)}/{self.form.of('span', entry.cells)}"
        return self.form.of("kind", entry.cells) or None

    def _files(self, entry: Entry) -> tuple[Attachment, ...]:
        cell = self.form.of("file", entry.cells)
        if cell.casefold() in _NOTHING:
            return ()
        if cell.casefold() in _THERE:
            return (Attachment(state="omitted"),)
        return tuple(Attachment(state="named", name=one) for one in cell.split("\n") if one)

    def _sent(self, entry: Entry) -> When | None:
        written = self.form.of("time", entry.cells)
        moment = self.form.moment(entry.cells)
        if moment is None:
            self._untimed += 1
            return When(written=written) if written else None
        found = moment.sent(is_day_first=self.survey.is_day_first)
        self._open += bool(moment.day.numbers) and not (found.local or found.at)
        return found


def _kind_of(said: str, called: Iterable[str]) -> Kind | None:
    """What a conversation is, where a word beside it or what it is called by says so."""
    word = said.casefold()
    if any(one in word for one in _GROUPS) or any(one.endswith(("@g.us", "@chatroom")) for one in called):
        return "group"
    return "channel" if any(one in word for one in _CHANNELS) else None


def told(source: Source, tables: Sequence[Table]) -> Iterator[Record | Flaw]:
    """The records of every table of a file."""
    services = Services(source)
    for table in tables:
        yield from Reading(source, table, services).records()
    yield from services.closing()
