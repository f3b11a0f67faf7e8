# SPDX-License-Identifier: Apache-2.0
"""What the whole of a table says before its rows are read: the order of its days, and on which side each sender is."""

from collections.abc import Mapping

from suluh.readers.exported.written import Day, day_first
from suluh.readers.tabled.entry import Entry, Table
from suluh.readers.tabled.lexicon import STRONG, WORDS, words
from suluh.readers.tabled.moments import moment_of
from suluh.readers.tabled.people import OWN, same, service_by, service_of
from suluh.readers.tabled.ways import Way, way_of

_MOST = 200_000
"""Days that are kept to learn their order."""

APART = "?"
"""Before what tells conversations apart that the file does not tell: sent to nobody knows whom, or by such a one."""

_SENDERS = frozenset({"from", "author", "dari", "from id", "from number", "from phone", "author id", "author name"})
_OF_GROUPS = ("@g.us", "@chatroom")
_OF_ONE = frozenset({"title", "chat name", "meta name", "session display name", "with", "chat id", "conversation id"})
"""What stands beside a list that is one conversation."""


class Survey:
    """One table, looked through once."""

    def __init__(self, table: Table) -> None:
        self.form = table.form
        days: list[Day] = []
        is_silent = False
        met = set[str]()
        self._sent, self._met = dict[tuple[str, str], None](), set[str]()
        self.service: str | None = None
        """The app whose own form the senders' accounts have."""

        self.senders = set[str]()
        """Everybody who is named as a sender, in one spelling."""

        self.answered: set[str] = set()
        """Conversations in which what came in names its sender."""

        self.about: dict[str, Mapping[str, str]] = {}
        """What stands beside each list of messages, by the list."""

        for entry in table.rows():
            if not isinstance(entry, Entry):
                continue
            self.about.setdefault(entry.chat, entry.about)
            moment = moment_of(self.form.of("time", entry.cells))
            days += [moment.day] if moment and moment.day.numbers and len(days) < _MOST else []
            way, who = self.way(entry), self.who(entry)
            if who not in met:
                met.add(who)
                self.service = self.service or service_by(who)
            self._side(way, self.form.of("name", entry.cells), self.form.of("id", entry.cells))
            if who:
                self.senders.add(same(who))
            is_silent = is_silent or (way == "in" and not who)
        for entry in table.rows() if is_silent else ():
            if isinstance(entry, Entry) and self.who(entry) and self.way(entry) == "in":
                self.answered.add(self.key(entry))
        self.service = self.service or next(filter(None, (_said_by(one) for one in self.about.values())), None)
        self.is_day_first = day_first(days)
        sent = {one for both in self._sent for one in _spelled(*both)}
        self.is_two_sided = bool(sent & self._met)
        """Whether one sender stands on both sides: then the column names the other side, whoever wrote."""

        self.own = self._own()
        """Name and number of whoever sent all that was sent, where nothing speaks against it."""

    def _side(self, way: Way | None, name: str, number: str) -> None:
        """Whom the rows of each side name."""
        if "other" in self.form.columns:
            return
        if way in {"out", "draft", "failed"}:
            self._sent[(name, number)] = None
        elif way == "in":
            self._met.update(_spelled(name, number))

    def _own(self) -> tuple[str, str] | None:
        """The device's side: one sender of all that was sent, who is none of those from whom anything came."""
        head = self.form.columns.get("id") or self.form.columns.get("name") or ""
        sides = {same(number or name, is_wide=True) for name, number in self._sent}
        names = {name.casefold() for name, _ in self._sent if name}
        if self.is_two_sided or not self._met or words(head) not in STRONG | _SENDERS or len(names) > 1:
            return None
        if len(sides) != 1 or "" in sides or sides & OWN:
            return None
        return next(iter(self._sent))

    def way(self, entry: Entry) -> Way | None:
        """Which way a row went; null where the table does not tell."""
        head = self.form.columns.get("way")
        if head is None:
            return None
        return way_of(
            head,
            entry.cells.get(head, ""),
            is_numbered=self.form.is_numbered,
            is_call=self.form.kind == "calls",
        )

    def who(self, entry: Entry) -> str:
        """The sender as the row writes it, by number or id before name."""
        return self.form.of("id", entry.cells) or self.form.of("name", entry.cells)

    def key(self, entry: Entry) -> str:
        """What tells the conversation of a row from others of its file; where nobody tells it, one of those apart."""
        form, cells = self.form, entry.cells
        told = entry.chat or form.of("chat", cells)
        if told or self._is_one(entry):
            return told
        way, who, receiver = self.way(entry), same(self.who(entry)), same(form.of("receiver", cells))
        if "other" in form.columns:
            return form.other(cells) or (f"{APART}in" if way == "in" else APART)
        if receiver.endswith(_OF_GROUPS):
            return receiver
        if "way" in form.columns and way in {"out", "draft", "failed"}:
            return receiver or APART
        if "way" in form.columns and way == "in":
            return who or f"{APART}in"
        return " / ".join(sorted((who, receiver))) if receiver else f"{APART}{who}"

    def _is_one(self, entry: Entry) -> bool:
        """Whether the rows of a list are one conversation: no column tells several apart, or its name stands beside."""
        columns = self.form.columns
        if "chat" in columns or "other" in columns or "receiver" in columns:
            return False
        about = {words(head) for head, cell in self.about.get(entry.chat, entry.about).items() if cell}
        return "way" not in columns or bool(about & _OF_ONE)


def _spelled(name: str, number: str) -> set[str]:
    """A sender by name and by number, each in one spelling."""
    return {same(one, is_wide=True) for one in (name, number) if one}


def _said_by(about: Mapping[str, str]) -> str | None:
    """The app that stands beside a list of messages, by its name or by the form of an account."""
    named = (cell for head, cell in about.items() if words(head).rpartition(" ")[2] in WORDS["service"])
    found = next(filter(None, (service_of(one, is_app=True) for one in named)), None)
    return found or next(filter(None, map(service_by, about.values())), None)
