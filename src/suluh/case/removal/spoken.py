# SPDX-License-Identifier: Apache-2.0
"""Decisions that are about nothing that a case holds once an exhibit is gone."""

from collections.abc import Iterator

from suluh.model.body import Noun
from suluh.model.intake import Content, File
from suluh.model.people import Decision
from suluh.model.talk import Account, Contact, Conversation, Message, exhibit_of
from suluh.model.trade import Payment, Statement, is_of_layout
from suluh.store.rows import Rows

_NAMES: tuple[type[Noun], ...] = (Account, Contact, Conversation, Message, Payment, Statement)
"""Kinds of records that name accounts and conversations."""

PAIRS = frozenset({"confirm", "reject", "dispute", "retract", "join", "part"})
_ABOUT_ONE = frozenset({"role", "status"})


class Spoken:
    """What officers spoke about, with an exhibit or without it."""

    def __init__(self, rows: Rows, label: str | None = None) -> None:
        """Without the records of an exhibit, if one is named; its own names are told apart from those of others."""
        self._rows, self._label = rows, label
        self._own: set[str] = set()
        self._others: set[str] = set()
        for exhibit, name in _named(rows):
            (self._own if exhibit == label else self._others).add(name)

    def is_about_nothing(self, one: Decision, *, of_exhibit: bool) -> bool:
        """Whether nothing is left of what a decision is about; if asked, only where the exhibit had it."""
        if one.act in PAIRS:
            names = [name for name in (one.left, one.right) if name is not None]
            return any(self._is_gone(name, of_exhibit=of_exhibit) for name in names)
        if one.act in _ABOUT_ONE:
            return self._is_gone(one.left, of_exhibit=of_exhibit)
        if one.act == "zone":
            return one.left == self._label
        if one.holds:
            return not any(self._is_held(name) for name in one.holds)
        if one.act == "layout":
            found = [each for each in self._rows.nouns(Statement) if is_of_layout(each, one.left)]
            return all(each.place.exhibit == self._label for each in found) and bool(found or not of_exhibit)
        return one.act == "category" and not self._has_file(one.left)

    def is_gone(self, name: str) -> bool:
        """Whether the exhibit alone names an account."""
        return self._is_gone(name, of_exhibit=True)

    def _is_gone(self, name: str, *, of_exhibit: bool) -> bool:
        if self._label is not None and exhibit_of(name) == self._label:
            return True
        return name not in self._others and (name in self._own or not of_exhibit)

    def _is_held(self, name: str) -> bool:
        """Whether another exhibit holds a message or payment."""
        kinds: tuple[type[Message | Payment], ...] = (Message, Payment)
        found = (one for kind in kinds for one in self._rows.by_column(kind, "id", [name]))
        return any(one.place.exhibit != self._label for one in found)

    def _has_file(self, sha256: str) -> bool:
        """Whether another exhibit holds a content."""
        copies = self._rows.by_column(Content, "sha256", [sha256])
        return any(one.exhibit != self._label for one in self._rows.by_column(File, "id", (one.file for one in copies)))


def _named(rows: Rows) -> Iterator[tuple[str, str]]:
    """Every exhibit with each account that a record of it names, and each conversation."""
    for kind in _NAMES:
        for one in rows.nouns(kind):
            label = one.place.exhibit  # type: ignore[attr-defined] # records have a place
            yield from ((label, name) for name in _accounts(one) if name is not None)


def _accounts(one: Noun) -> tuple[str | None, ...]:
    match one:
        case Account():
            return (one.account, *one.aliases, one.owning.device if one.owning else None)
        case Contact() | Statement():
            return (one.account,)
        case Conversation():
            return (one.conversation, *one.members)
        case Message():
            return (one.sender,)
        case Payment():
            return (one.payer, one.beneficiary)
        case _:
            return ()
