# SPDX-License-Identifier: Apache-2.0
"""What a page of the desk is."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from suluh.case.views.view import Filter, Row
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

TALK = ("whatsapp:", "telegram:", "x:")
"""Services on which a person talks."""

GROUPS = (N_("Case"), N_("Trade"), N_("Evidence"))
"""The three parts of the menu."""


class NotThere(Exception):  # it says what the officer sees
    """An unknown id, or a missing right: the officer sees the same for both."""


class Asked(NamedTuple):
    """What the address asks for."""

    key: str = ""
    """The id in the path."""

    number: int = 1
    """Which page of a long list."""

    query: Mapping[str, str] = {}
    """Filters, by name."""


class DeskPage(ABC):
    """One page: where it lies, who may see it, what it shows."""

    name: ClassVar[str]
    path: ClassVar[str]
    """Below the language: ``/deals``; an id stands as ``{key}``."""

    right: ClassVar[str]
    """The right of design/desk.md, section 5, that it needs; a page without one does not start."""

    title: ClassVar[str]
    template: ClassVar[str]
    menu: ClassVar[tuple[str, int] | None] = None
    """Its part of the menu and its place there; null for pages that others lead to."""

    opens: ClassVar[tuple[str, ...]] = ()
    """The lists of which its own rows are shown in full while it is opened for a purpose, that of its id first."""

    asks: ClassVar[tuple[str, ...]] = ()
    """Fields of the address that hold what somebody typed: they are held in the session, and the address has a token.

    So neither the history of the browser nor a title of a window tells whom somebody looked for.
    """

    @abstractmethod
    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """What the template shows. Raises `NotThere`."""

    def is_there(self, reading: Reading, key: str) -> bool:
        """Whether there is what this page would open."""
        return reading.one(self.opens[0], key) is not None


def one(reading: Reading, what: str, key: str) -> Row:
    """The row of one id. Raises `NotThere`."""
    row = reading.one(what, key)
    if row is None:
        raise NotThere
    return row


def moved(row: Row, asked: Asked) -> str:
    """The id that the address has, where it leads to a row that is shown under another one by now; else nothing."""
    return "" if asked.key == row["id"] else asked.key


def faces(reading: Reading, ids: Iterable[object]) -> dict[str, str]:
    """For each of some persons the account that stands for them on a page."""
    wanted = frozenset(map(str, ids))
    persons = reading.rows("persons", Filter(ids=wanted)) if wanted else []
    return {str(row["id"]): face(texts(row, "accounts")) for row in persons}


def titles(reading: Reading, rows: Iterable[Row]) -> dict[str, object]:
    """The titles of the conversations that rows name by their keys."""
    wanted = {row["conversation_key"] for row in rows}
    found = reading.rows("conversations", Filter(ids=frozenset(map(str, wanted)))) if wanted else []
    return {str(row["key"]): row["title"] for row in found}


def face(accounts: Sequence[str]) -> str:
    """The account that stands for a person: one they talk with, known by more than a name, where there is one."""
    return min(accounts, key=lambda one: (not one.startswith(TALK), ":name/" in one, one), default="")


def texts(row: Row, field: str) -> list[str]:
    """A field that holds a list of texts."""
    value = row[field]
    return [str(one) for one in value] if isinstance(value, list) else []
