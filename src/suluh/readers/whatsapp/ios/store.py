# SPDX-License-Identifier: Apache-2.0
"""The small tables of ``ChatStorage.sqlite``: chats, members, names, and whose database it is."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Account, Contact, Conversation, device_account
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.telling import Telling, conversation
from suluh.readers.reader import flaw
from suluh.readers.whatsapp.ios.settings import settings_account
from suluh.readers.whatsapp.jids import PHONE_SERVERS, account_of, conversation_of, is_person, kind_of, split
from suluh.readers.whatsapp.own import SERVICE, Own

PAIRS = (("ZWAZACCOUNT", "ZIDENTIFIER", "ZPHONENUMBER"), ("ZWAPHONENUMBERLIDPAIR", "ZLID", "ZPHONENUMBER"))
"""Where ``LID.sqlite`` keeps which phone number stands behind an opaque id, by version."""


class Session(NamedTuple):
    """One row of chats."""

    jid: str
    title: str
    is_saved: bool
    """Whether the title is a name of the device's address book."""


class Store:
    """Chats, members and names of one database, in memory."""

    def __init__(self, base: Base) -> None:
        self.base, self.source = base, base.source
        self.telling = Telling(self.source)
        self.phones = phones_of(self.source)
        self.sessions: dict[int, Session] = {}
        self.members: dict[int, str] = {}
        """Jid by row of the list of members."""

        self.of_chat: defaultdict[int, set[str]] = defaultdict(set)
        self.names: dict[str, str] = {}
        """The names that people gave themselves, by jid."""

        self._load()
        self.whose = self._own()

    @property
    def own(self) -> str | None:
        """The device's own account, where it is known."""
        return self.whose.account if self.whose.is_known else None

    def id_of(self, jid: str) -> str:
        """The id of a chat; one under a lid goes by the phone that the app's own map states."""
        where = f"{self.source.exhibit}/{self.whose.app}" if self.whose.app else self.source.exhibit
        return conversation_of(self.phones.get(jid, jid), self.own, where)

    def sightings(self) -> Iterator[Account | Contact | Conversation | Flaw]:
        """The device's own account, every chat with its members, and the names that people gave themselves."""
        yield self.telling.own(self.whose.account)
        for row, session in self.sessions.items():
            place = self.telling.row("ZWACHATSESSION", row)
            if not session.jid:
                yield flaw(self.source, f"ZWACHATSESSION:{row}", "a chat that names no account", place, session.title)
                continue
            yield from self.person(place.table or "", row, session.jid)
            if session.is_saved and is_person(session.jid):
                yield from self.telling.listed(place, session.title, account_of(session.jid))
            kind = kind_of(session.jid)
            members = {account_of(one) for one in self.of_chat[row] if is_person(one)}
            if kind == "direct":
                members = {account_of(session.jid), self.whose.account}
            # what somebody writes to himself has no other side that a title could name
            title = "" if kind == "direct" and len(members) == 1 else session.title
            yield conversation(place, self.id_of(session.jid), kind, title=title, members=tuple(sorted(members)))

    def person(self, table: str, row: int, jid: str) -> Iterator[Account]:
        """An account where it is first met, with its name, and the phone behind a lid."""
        if is_person(jid):
            name, phone = self.names.get(jid), self.phones.get(jid)
            aliases = (account_of(phone),) if phone else ()
            names = (name,) if name else ()
            yield from self.telling.account(self.telling.row(table, row), account_of(jid), names=names, aliases=aliases)

    def _load(self) -> None:
        columns = ("ZCONTACTJID", "ZPARTNERNAME", "ZCONTACTIDENTIFIER", "ZCONTACTABID")
        for row in self.base.rows("ZWACHATSESSION", columns):
            jid, title, identifier, number = row.cells
            is_saved = bool(text_of(identifier)) or whole_of(number) > 0
            self.sessions[row.id] = Session(text_of(jid), text_of(title).strip("\u200e"), is_saved)
        for row in self.base.rows("ZWAGROUPMEMBER", ("ZMEMBERJID", "ZCHATSESSION")):
            jid = text_of(row.cells[0])
            self.members[row.id] = jid
            self.of_chat[whole_of(row.cells[1])].add(jid)
        for row in self.base.rows("ZWAPROFILEPUSHNAME", ("ZJID", "ZPUSHNAME")):
            self.names[text_of(row.cells[0])] = text_of(row.cells[1])

    def _own(self) -> Own:
        """Whose database it is: to whom what it received was sent, else as the app's settings say, or an officer."""
        app = "w4b" if "whatsappsmb" in f"{self.source.inside or ''}/{self.source.path}".casefold() else ""
        to = {
            account_of(text_of(row.cells[1]))
            for row in self.base.rows("ZWAMESSAGE", ("ZISFROMME", "ZTOJID"))
            if row.cells[0] == 0 and split(text_of(row.cells[1]))[1] in PHONE_SERVERS
        }
        stated = [one for one in self.source.accounts if one.startswith(f"{SERVICE}:")]
        self.by_settings = len(to) != 1
        said = settings_account(self.source, app) if self.by_settings else min(to)
        if said is not None:
            return Own(said, app, is_known=True, by_app=True, contradicts=bool(stated) and said not in stated)
        if len(stated) == 1:
            return Own(stated[0], app, is_known=True)
        return Own(device_account(SERVICE, self.source.exhibit, app), app, is_known=False)


def phones_of(source: Source) -> dict[str, str]:
    """Phone jid by lid jid, as the app's own map beside the database states it."""
    beside = source.beside("LID.sqlite")
    return {} if beside is None else dict(pairs(Base(beside)))


def pairs(base: Base) -> Iterator[tuple[str, str]]:
    """Each opaque id with the phone that stands behind it, as jids."""
    for table, lid, phone in PAIRS:
        for row in base.rows(table, (lid, phone)):
            one, other = (text_of(cell).strip() for cell in row.cells)
            digits = split(other)[0].lstrip("+") if "@" in other else other.lstrip("+")
            if one and digits.isascii() and digits.isdigit():
                yield one if "@" in one else f"{one}@lid", f"{digits}@s.whatsapp.net"
