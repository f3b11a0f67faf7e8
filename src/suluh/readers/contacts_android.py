# SPDX-License-Identifier: Apache-2.0
"""Reads ``contacts2.db``, the address book of Android."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.notes import numberless
from suluh.readers.apps.phones import account_of
from suluh.readers.apps.telling import Telling, contact
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.whatsapp.jids import account_of as of_jid
from suluh.readers.whatsapp.jids import is_person

_PHONE, _MAIL = "vnd.android.cursor.item/phone_v2", "vnd.android.cursor.item/email_v2"
_CHAT = "vnd.android.cursor.item/vnd.com.whatsapp"
_NAMES = "vnd.android.cursor.item/name"


class ContactsAndroid(Reader):
    """The address book of Android; forms seen of Android 4 to 15, described by github.com/abrignoni/ALEAPP."""

    name = "contacts-android"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "contacts"

    def claims(self, source: Source) -> str | None:
        """Trust the set of tables, never the file's name."""
        wanted = {"raw_contacts", "data", "mimetypes"}
        return "a database with the tables " + ", ".join(sorted(wanted)) if wanted <= set(source.tables) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield a contact for each number and address under a name, and what of the book is not read."""
        yield from _Reading(Base(source)).records()


class _Reading:
    """One address book while it is read."""

    def __init__(self, base: Base) -> None:
        self.base, self.source, self.telling = base, base.source, Telling(base.source)
        self.names: dict[int, str] = {}
        self.accounts: defaultdict[int, list[str]] = defaultdict(list)
        self.others: defaultdict[int, list[int]] = defaultdict(list)
        self.kinds: Counter[str] = Counter()

    def records(self) -> Iterator[Record | Flaw]:
        """Every number and address, then the rows that tell of the same entries, then who has neither."""
        for row in self.base.rows("raw_contacts", ("display_name", "deleted")):
            self.names[row.id] = text_of(row.cells[0])
        kinds = {row.id: text_of(row.cells[0]) for row in self.base.rows("mimetypes", ("mimetype",))}
        columns = ("raw_contact_id", "mimetype_id", "data1")
        for row in self.base.rows("data", columns):  # the row of a name may stand behind those of its numbers
            entry = whole_of(row.cells[0])
            if kinds.get(whole_of(row.cells[1])) == _NAMES:
                self.names[entry] = self.names.get(entry) or str(row.cells[2] or "")
        for row in self.base.rows("data", columns):
            entry, kind = whole_of(row.cells[0]), kinds.get(whole_of(row.cells[1]), "")
            value = str(row.cells[2] or "")
            account = self._account(kind, value)
            if account is not None:
                self.accounts[entry].append(account)
                yield from self._entry(row.id, entry, account)
                continue
            if kind != _NAMES and value:
                self.kinds[kind.rpartition("/")[2] or "?"] += 1
            self.others[entry].append(row.id)
        yield from self._rest()
        self.base.pass_over(*(one for one in self.source.tables if not one.endswith("accounts")))
        yield from self.base.left()

    def _account(self, kind: str, value: str) -> str | None:
        if kind in {_PHONE, _MAIL}:
            return account_of(value, self.source.exhibit)
        return of_jid(value) if kind.startswith(_CHAT) and is_person(value) else None

    def _entry(self, row: int, entry: int, account: str) -> Iterator[Record]:
        place, name = self.telling.row("data", row), self.names.get(entry)
        if name:
            yield contact(place, name, account)
        else:
            yield from self.telling.seen(place, account)

    def _rest(self) -> Iterator[Record | Flaw]:
        """What else is said of an entry is a sighting of its account; who has none is counted."""
        for entry, rows in sorted(self.others.items()):
            for row in rows:
                place = self.telling.row("data", row)
                if self.accounts[entry]:
                    yield from self.telling.seen(place, self.accounts[entry][0])
                else:
                    name = self.names.get(entry, "")
                    yield flaw(self.source, f"data:{row}", "a contact without a number or an account", place, name)
        bare = sum(1 for entry in self.names if not self.accounts[entry] and entry not in self.others)
        yield from numberless(self.source, bare)
        if self.kinds:
            told = ", ".join(f"{kind} ({number})" for kind, number in sorted(self.kinds.items()))
            reason = f"entries of the address book that are not read, by their kind: {told}"
            yield flaw(self.source, "kinds", reason[:900], self.source.place())
