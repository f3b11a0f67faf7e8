# SPDX-License-Identifier: Apache-2.0
"""What the whole of a table says before its rows are read: the order of its days, and on which side each sender is."""

from collections.abc import Mapping
from itertools import islice

from suluh.readers.exported.written import Day, day_first
from suluh.readers.tabled.entry import Entry, Table
from suluh.readers.tabled.lexicon import WORDS, words
from suluh.readers.tabled.moments import moment_of
from suluh.readers.tabled.people import is_address, service_by, service_of
from suluh.readers.tabled.ways import Way, way_of

_MOST = 200_000
"""Rows that are looked at to learn it."""


class Survey:
    """One table, looked through once."""

    def __init__(self, table: Table) -> None:
        self.form = table.form
        days: list[Day] = []
        met = set[str]()
        sides: dict[str, set[str]] = {"out": set(), "in": set()}
        self.service: str | None = None
        """The app whose own form the senders' accounts have."""

        self.answered: set[str] = set()
        """Conversations in which what came in names its sender."""

        self.about: dict[str, Mapping[str, str]] = {}
        """What stands beside each list of messages, by the list."""

        for entry in islice(table.rows(), _MOST):
            if not isinstance(entry, Entry):
                continue
            self.about.setdefault(entry.chat, entry.about)
            moment = moment_of(self.form.of("time", entry.cells))
            days += [moment.day] if moment and moment.day.numbers and len(days) < _MOST else []
            way, who = self.way(entry), self.who(entry)
            if who not in met:
                met.add(who)
                self.service = self.service or service_by(who)
            if who and way in sides and "other" not in self.form.columns:
                sides[way].add(who)
            if who and way == "in":
                self.answered.add(self.key(entry))
        self.service = self.service or next(filter(None, (_said_by(one) for one in self.about.values())), None)
        self.is_day_first = day_first(days)
        self.is_two_sided = bool(sides["out"] & sides["in"])
        """Whether one sender stands on both sides: then the column names the other side, whoever wrote."""

        self.names_own = any(map(is_address, sides["out"])) and not self.is_two_sided
        """Whether what was sent names its sender by a number or an address: then the device is no further member."""

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
        """What tells the conversation of a row from others of its file."""
        form, cells = self.form, entry.cells
        if entry.chat:
            return entry.chat
        if "chat" in form.columns:
            return form.of("chat", cells)
        if "other" in form.columns:
            return form.other(cells)
        if "receiver" in form.columns:
            names = form.of("name", cells) or form.of("id", cells), form.of("receiver", cells)
            return " / ".join(sorted(names))
        return ""


def _said_by(about: Mapping[str, str]) -> str | None:
    """The app that stands beside a list of messages, by its name or by the form of an account."""
    named = (cell for head, cell in about.items() if words(head).rpartition(" ")[2] in WORDS["service"])
    found = next(filter(None, (service_of(one, is_app=True) for one in named)), None)
    return found or next(filter(None, map(service_by, about.values())), None)
