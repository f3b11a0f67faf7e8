# SPDX-License-Identifier: Apache-2.0
"""Reads ``report.xml`` of a UFDR: what a mobile forensic tool decoded of a device."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.place import Place
from suluh.model.talk import Attachment, Beside
from suluh.model.times import When, utc
from suluh.readers.apps.notes import nobody, numberless, ownerless
from suluh.readers.apps.phones import Phone, account_of
from suluh.readers.apps.telling import Said, Telling, contact, conversation, message
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.ufdr.parties import Parties, is_owner, service_of
from suluh.readers.ufdr.stream import BrokenReport, Model, models

_BEGINS = re.compile(
    rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+(?:<\?xml.{0,400}?)?<project\b.{0,2000}?pa\.cellebrite\.com/report"
)
_OUT = re.compile(r"sent|outbox|outgoing|draft", re.IGNORECASE)
_NEVER_LEFT = re.compile(r"draft|unsent|failed", re.IGNORECASE)
_INTACT = "intact"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PARTS = frozenset({"InstantMessage", "Chat", "SMS", "MMS", "Call", "Contact", "file"})
_NUMBERS = frozenset({"PhoneNumber", "EmailAddress", "UserID"})


class UfdrReport(Reader):
    """The report of a UFDR, or that report alone: chats, SMS, calls and contacts with their deleted states.

    Read as a stream, twice. What the tool recovered says so beside its text. Described by github.com/SEilers/UFEDLib.
    """

    name = "ufdr-report"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the root element and its namespace."""
        return "a project of pa.cellebrite.com/report" if _BEGINS.match(source.head) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the chats, each message, call and contact with the accounts it brings, and what is not read."""
        yield from _Reading(source).records()


class _Reading:
    """One report while it is read."""

    def __init__(self, source: Source) -> None:
        self.source, self.telling, self.parties = source, Telling(source), Parties(source)
        self.chats: dict[str, tuple[str, str]] = {}
        """Service and conversation by the chat's id."""

        self.files: dict[str, Model] = {}
        self.seen: Counter[str] = Counter()
        self.others: Counter[str] = Counter()
        self.nobody = self.ownerless = self.numberless = 0

    def records(self) -> Iterator[Record | Flaw]:
        """First who is who and where the files lie, then every record."""
        chats: list[Model] = []
        try:
            for one in self._models():
                self._learn(one, chats)
            broken = ""
        except BrokenReport as error:
            broken = str(error)
        for service in sorted(self.parties.own):
            known = sorted(self.parties.own[service])
            for account in known:
                word = f"own:{service}" if len(known) == 1 else f"own:{service}:{account}"
                yield self.telling.own(account, word)
        for one in chats:
            yield from self._chat(one)
        try:
            for one in self._models():
                yield from self._record(one)
        except BrokenReport:
            yield flaw(self.source, "broken", broken, self.source.place())
        yield from self._closing()

    def _models(self) -> Iterator[Model]:
        with self.source.open() as file:
            yield from models(file)

    def _learn(self, one: Model, chats: list[Model]) -> None:
        service = service_of(one.say("Source"))
        for party in (*one.all("Participants"), *one.all("From"), *one.all("To"), *one.all("Parties")):
            self.parties.learn(party, service)
        if one.type == "Chat":
            chats.append(one)
        elif one.type == "file" and one.id:
            self.files[one.id] = one

    def _place(self, one: Model, part: str = "") -> Place:
        """Where a model stands: its type and id, with a count where the report has no id or has it twice."""
        key = f"{one.type}/{one.id}{part}"
        self.seen[key] += 1
        return self.source.place(pointer=key if one.id and self.seen[key] == 1 else f"{key}/{self.seen[key]}")

    def _chat(self, one: Model) -> Iterator[Record]:
        service, key, everybody = service_of(one.say("Source")), one.say("Id"), one.all("Participants")
        guests = [party for party in everybody if not is_owner(party)]
        known = [self.parties.account(party, service, "") for party in guests]
        others = list(dict.fromkeys(name for name in known if name))
        is_group = key.endswith("@g.us") or len(others) > 1 + (len(guests) == len(everybody))
        mine = {name for party in everybody if is_owner(party) and (name := self.parties.account(party, service, ""))}
        own = next(iter(mine)) if len(mine) == 1 and len(self.parties.own.get(service, ())) > 1 else None
        called = self.parties.conversation(service, key, others, one.id or key, is_group=is_group, own=own)
        found = [(self.parties.account(party, service, called), party) for party in everybody]
        others = list(dict.fromkeys(name for name, party in found if name and not is_owner(party)))
        self.chats[one.id] = service, called
        place = self._place(one)
        for name, party in found:
            yield from self._sighting(place, name, party, is_own=is_owner(party))
        members = tuple(sorted({*others, *(mine or {self.parties.device(service)})}))
        title = one.say("Name") or None
        yield conversation(place, called, "group" if is_group else "direct", title=title, members=members)

    def _sighting(self, place: Place, account: str | None, party: Model, *, is_own: bool) -> Iterator[Record]:
        name = party.say("Name")
        if account is not None and not is_own:
            yield from self.telling.account(place, account, names=(name,) if name else ())

    def _record(self, one: Model) -> Iterator[Record | Flaw]:
        if one.type == "InstantMessage":
            service, called = self.chats.get(one.chat, (service_of(one.say("Source")), ""))
            yield from self._message(one, service, called)
        elif one.type in {"SMS", "MMS"}:
            yield from self._message(one, "phone", "")
        elif one.type == "Call":
            yield from self._call(one)
        elif one.type == "Contact":
            yield from self._contact(one)
        elif one.type not in _PARTS:
            self.others[one.type or "?"] += 1

    def _message(self, one: Model, service: str, called: str) -> Iterator[Record]:
        place = self._place(one)
        parties = [*one.all("From"), *one.all("To"), *one.all("Parties")]
        other = self._other(parties, service)
        called = called or self._bound(service, other, one)
        way = f"{one.say('Folder')} {one.say('Status')}"
        sender = self._sender(one, service, called, way)
        for party in parties:
            account = self.parties.account(party, service, called)
            yield from self._sighting(place, account, party, is_own=is_owner(party))
        if not one.chat:
            yield from self._alone(place, called, service, other)
        files = tuple(self._files(one))
        text = "\n".join(part for part in (one.say("Subject"), one.fields.get("Body", "")) if part)
        yield message(
            place,
            called,
            _kind(one, way, is_media=bool(files)),
            sent=_when(one.fields.get("TimeStamp", "")),
            sender=sender,
            text=text,
            attachments=files,
            native_kind="/".join(part for part in (one.type, one.say("Type"), *way.split()) if part),
            beside=tuple(_besides(one)),
        )

    def _other(self, parties: list[Model], service: str) -> str | None:
        found = [self.parties.account(one, service, "") for one in parties if not is_owner(one)]
        others = list(dict.fromkeys(one for one in found if one))
        return others[0] if len(others) == 1 else None

    def _bound(self, service: str, other: str | None, one: Model) -> str:
        """The conversation of a record that stands in no chat: with its one other side, else its own."""
        key = one.say("ChatId") or one.id
        return self.parties.conversation(service, "", [other] if other else [], f"{one.type}/{key}", is_group=False)

    def _alone(self, place: Place, called: str, service: str, other: str | None) -> Iterator[Record]:
        """The conversation of a record that stands in no chat, where it is first met."""
        kind = Phone(self.source).kind((other,)) if other else "direct"
        yield from self.telling.chat(place, called, kind, (other, self.parties.device(service)))

    def _sender(self, one: Model, service: str, called: str, way: str) -> str | None:
        origin = [*one.all("From"), *(party for party in one.all("Parties") if party.say("Role") == "From")]
        found = self.parties.account(origin[0], service, called) if origin else None
        if origin and is_owner(origin[0]):
            found = found or self.parties.device(service)
        elif found is None and not origin and _OUT.search(way):
            found = self.parties.device(service)
        self.nobody += found is None and one.say("Type").casefold() != "system"
        self.ownerless += (
            found is not None and found == self.parties.device(service) and not self.parties.own_of(service)
        )
        return found

    def _files(self, one: Model) -> Iterator[Attachment]:
        for part in (*one.all("Attachments"), *one.all("Attachment")):
            held = next((self.files[key] for key in part.targets if key in self.files), None)
            local = held.say("Local Path").replace("\\", "/") if held else ""
            digest = held.say("SHA256").casefold() if held else ""
            known = _SHA256.fullmatch(digest) is not None
            name = local or (held.say("path") if held else "") or part.say("Filename")
            yield Attachment(
                state="named" if held else "omitted",
                name=name or None,
                sha256=digest if known else None,
                stated=known,
                mime=part.say("ContentType") or None,
            )

    def _call(self, one: Model) -> Iterator[Record]:
        service = service_of(one.say("Source"))
        place = self._place(one)
        other = self._other(one.all("Parties"), service)
        way = one.say("Direction") or one.say("Type")
        called = self._bound(service, other, one)
        for party in one.all("Parties"):
            account = self.parties.account(party, service, called)
            yield from self._sighting(place, account, party, is_own=is_owner(party))
        yield from self._alone(place, called, service, other)
        is_out = _OUT.search(way) is not None
        sender = self.parties.device(service) if is_out else other if way else None
        self.nobody += sender is None
        self.ownerless += is_out and self.parties.own_of(service) is None
        words = ("call", way, one.say("Status"), one.say("Duration"))
        yield message(
            place,
            called,
            "call",
            sent=_when(one.fields.get("TimeStamp", "")),
            sender=sender,
            native_kind="/".join(part for part in words if part),
            beside=tuple(_besides(one)),
        )

    def _contact(self, one: Model) -> Iterator[Record]:
        """Each number and address of an entry, where the paper covers contacts."""
        if self.source.kinds and "contacts" not in self.source.kinds:
            return
        service, name, told = service_of(one.say("Source")), one.say("Name"), 0
        for number, entry in enumerate(one.all("Entries")):
            value = entry.say("Value")
            if entry.type not in _NUMBERS or not value:
                continue
            party = Model(type="Party", id="", fields={"Identifier": value})
            is_book = entry.type != "UserID"
            account = account_of(value, self.source.exhibit) if is_book else self.parties.account(party, service, "")
            place = self._place(one, f"/{number}")
            told += 1
            if account is not None and name:
                yield contact(place, name, account)
            elif account is not None:
                yield from self.telling.account(place, account)
        self.numberless += not told

    def _closing(self) -> Iterator[Flaw]:
        """What is known only at the end."""
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, self.ownerless, "SERVICE:NUMBER")
        yield from numberless(self.source, self.numberless)
        if self.others:
            told = ", ".join(f"{type_} ({number})" for type_, number in sorted(self.others.items()))
            reason = f"models of the report that are not read, with their number: {told}"
            yield flaw(self.source, "models", reason[:900], self.source.place())


def _kind(one: Model, way: str, *, is_media: bool) -> Said:
    if one.say("Type").casefold() == "system":
        return "system"
    if _NEVER_LEFT.search(way):
        return "unsupported"
    return "media" if is_media else "text"


def _besides(one: Model) -> Iterator[Beside]:
    """What the tool says of how it found a record, and what stands beside its text."""
    if one.deleted and one.deleted.casefold() != _INTACT:
        yield Beside(what="deleted", text=one.deleted)
    if one.confidence and one.confidence.casefold() != "high":
        yield Beside(what="confidence", text=one.confidence)
    for quoted in _quoted(one):
        yield Beside(what="quoted", text=quoted.fields.get("Body", ""))
    for part in one.all("SharedContacts"):
        values = [part.say("Name"), *(entry.say("Value") for entry in part.all("Entries"))]
        yield Beside(what="contact", text="\n".join(one for one in values if one))
    for part in one.all("Position"):
        yield Beside(what="place", text=f"{part.say('Latitude')},{part.say('Longitude')}")


def _quoted(one: Model) -> Iterator[Model]:
    """The messages that one holds within itself, which it answers."""
    for models_ in one.inside.values():
        for part in models_:
            if part.type == "InstantMessage" and part.fields.get("Body"):
                yield part
            yield from _quoted(part)


def _when(written: str) -> When | None:
    """The time as the report writes it, and the instant where its zone stands beside it."""
    text = written.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return When(written=text[:100]) if text else None
    local = moment.replace(tzinfo=None).isoformat(timespec="seconds")
    try:
        at = utc(moment) if moment.tzinfo is not None else None
    except OverflowError:
        at = None
    return When(written=text, local=local, at=at)
