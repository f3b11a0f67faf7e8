# SPDX-License-Identifier: Apache-2.0
"""The chats and accounts of ``msgstore.db``: each account once, where it is first met; each chat by its row."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from suluh.model.ids import record_id
from suluh.model.place import Place, at
from suluh.model.talk import Account, Conversation, Owning
from suluh.readers.whatsapp.jids import account_of, conversation_of, is_person, kind_of
from suluh.readers.whatsapp.own import Own
from suluh.readers.whatsapp.tables import Store, text_of

_RECEIPTS = (("receipt_user", "receipt_user_jid_row_id"), ("receipts", "remote_resource"))
_MOST = 200_000
"""Receipts that are asked: by then everybody has got something."""

_GROUPS = 2
"""So many groups at least: of one alone any silent member may be anybody."""


class Chats:
    """Who talks where in one database."""

    def __init__(self, store: Store, whose: Own) -> None:
        self._store = store
        self._source = store.source
        self._whose = whose
        self._own = whose.account if whose.is_known else None
        self._met: set[str] = set()

    def id_of(self, jid: str) -> str:
        """The id of a chat; one that the app keeps under a lid goes by the phone that its own map states."""
        where = f"{self._source.exhibit}/{self._whose.app}" if self._whose.app else self._source.exhibit
        return conversation_of(self._store.phones.get(jid, jid), self._own, where)

    def own_sighting(self) -> Account:
        """The device's own account, or the device where nothing says its number."""
        return Account(
            id=record_id("account", self._source.file, "own"),
            account=self._whose.account,
            place=at("account", self._source.place(), "own"),
            own=True,
        )

    def sightings(self) -> Iterator[Account | Conversation]:
        """Every chat with its members, and the account on its other side; the old schema's where the new has none."""
        for row, (jid, subject) in self._store.chats.items():
            yield from self._chat("chat", row, jid, subject)
        told = {jid for jid, _ in self._store.chats.values()}
        for one in self._store.rows("chat_list", ("key_remote_jid", "subject")):
            jid, subject = (text_of(cell) for cell in one.cells)
            if jid not in told:
                yield from self._chat("chat_list", one.id, jid, subject)

    def changed_numbers(self) -> Iterator[Account]:
        """The app's own notes that a contact went on under another number."""
        table = "message_system_number_change"
        for row in self._store.rows(table, ("old_jid_row_id", "new_jid_row_id")):
            old, new = (self._store.jid(cell) for cell in row.cells)
            if is_person(old) and is_person(new):
                yield self._account(new, self._place(table, row.id), (account_of(old),))

    def accounts(self, table: str, row: int, jids: Iterable[str]) -> Iterator[Account]:
        """The accounts that a row brings in for the first time, with the phone that the app's map states for a lid."""
        for jid in jids:
            if jid not in self._met and is_person(jid):
                self._met.add(jid)
                phone = self._store.phones.get(jid)
                yield self._account(jid, self._place(table, row), (account_of(phone),) if phone else ())

    def owners(self, wrote: Iterable[str]) -> Iterator[Account]:
        """Where nothing says whose database it is: the one member of all its groups who is nobody else there.

        Once for each group. Whoever wrote as another, has a chat with the device or got what it sent is not its holder;
        older versions of the app write their own member as an empty row, and then nobody is.
        """
        groups = self._groups()
        own = self._holders(groups, wrote) if self._own is None else set()
        for row in groups if len(own) == 1 else ():
            place = self._place("chat", row)
            position = f"owner:{row}"
            yield Account(
                id=record_id("account", self._source.file, position),
                account=account_of(next(iter(own))),
                place=at("account", place, position),
                owning=Owning(device=self._whose.account, by="groups"),
            )

    def contradicts(self, wrote: Iterable[str]) -> bool:
        """Whether the account that was stated is in no group, and another one looks like the holder's."""
        groups = self._groups() if self._own is not None else {}
        known = {account_of(self._phone(jid)) for found in groups.values() for jid in found}
        return bool(known) and self._own not in known and len(self._holders(groups, wrote)) == 1

    def _groups(self) -> dict[int, set[str]]:
        """The groups that the database has members of, by row."""
        members = self._store.members
        return {row: members[jid] for row, (jid, _) in self._store.chats.items() if members.get(jid)}

    def _holders(self, groups: Mapping[int, set[str]], wrote: Iterable[str]) -> set[str]:
        """The members of all groups who are nobody else in this database."""
        if len(groups) < _GROUPS or any("" in found for found in groups.values()):
            return set()
        direct = (jid for jid, _ in self._store.chats.values() if is_person(jid))
        others = {self._phone(jid) for jid in (*wrote, *direct, *self._told())}
        return set.intersection(*({self._phone(jid) for jid in found} for found in groups.values())) - others

    def _told(self) -> Iterator[str]:
        """Who got what the device sent, as far as the app keeps it: anybody but its holder."""
        for table, column in _RECEIPTS:
            for row in islice(self._store.rows(table, (column,)), _MOST):
                [cell] = row.cells
                yield self._store.jid(cell) if table == "receipt_user" else text_of(cell)

    def _phone(self, jid: str) -> str:
        return self._store.phones.get(jid, jid)

    def _chat(self, table: str, row: int, jid: str, subject: str) -> Iterator[Account | Conversation]:
        if not jid:
            return
        yield from self.accounts(table, row, (jid,))
        held = [one for one in sorted(self._store.members.get(jid, ())) if is_person(one)]
        # A member who never wrote is told by the map alone to be a phone.
        yield from self.accounts(table, row, (one for one in held if one in self._store.phones))
        members = set(map(account_of, held))
        if kind_of(jid) == "direct":
            members = {account_of(jid), self._whose.account}
        yield Conversation(
            id=record_id("conversation", self._source.file, f"{table}:{row}"),
            conversation=self.id_of(jid),
            kind=kind_of(jid),
            place=self._place(table, row),
            title=subject or None,
            members=tuple(sorted(members)),
        )

    def _account(self, jid: str, place: Place, aliases: tuple[str, ...]) -> Account:
        position = f"{place.table}:{place.row}:{jid}"
        return Account(
            id=record_id("account", self._source.file, position),
            account=account_of(jid),
            place=at("account", place, position),
            aliases=aliases,
        )

    def _place(self, table: str, row: int) -> Place:
        return self._source.place(table=table, row=str(row))
