# SPDX-License-Identifier: Apache-2.0
"""What a table shows of a list: its columns, what it can be narrowed by, and what it is called."""

from typing import Literal, NamedTuple

Kind = Literal[
    "text",
    "word",
    "number",
    "count",
    "share",
    "moment",
    "code",
    "object",
    "told",
    "kind",
    "party",
    "face",
    "accounts",
    "account",
    "roles",
    "labels",
    "items",
    "amount",
    "minor",
    "money",
    "support",
    "deals",
    "talk",
    "prices",
    "reasons",
    "says",
    "sender",
    "side",
    "tied",
    "place",
    "places",
    "file",
    "state",
    "reader",
    "countries",
    "booked",
    "channel",
    "lead",
    "why",
    "counted",
    "left",
    "sentence",
    "step",
    "next",
    "sent",
    "said",
    "period",
    "sums",
    "clock",
    "until",
    "duty",
    "event",
    "proof",
    "checkers",
    "asked",
    "lacks",
    "reminder",
    "held",
    "since",
    "said-there",
    "posters",
    "answer",
    "decided",
]
"""How a cell is written: each is a branch of ``templates/kinds.html``."""

FIGURES = frozenset({"number", "count", "share", "items", "amount", "minor", "money", "deals"})
"""Kinds that stand at the right edge, for they are compared digit by digit."""

WIDE = frozenset(
    {
        "place",
        "places",
        "file",
        "sentence",
        "why",
        "said",
        "countries",
        "tied",
        "next",
        "duty",
        "lacks",
        "said-there",
        "sums",
        "posters",
        "answer",
    }
)
"""Kinds that need room."""


SIZE = 50
"""Rows of one page."""


class Column(NamedTuple):
    """One column: the field of the list, its heading, how its cells are written, what they lead to."""

    field: str
    heading: str
    kind: Kind = "text"
    to: str = ""
    """The page of one such row, as ``deals``; its id, or its key, is in the row."""

    by: str | None = None
    """The field by which the column is sorted, where that is another; empty where it cannot be."""

    @property
    def sorts(self) -> str:
        """The field by which the column is sorted; empty where it cannot be."""
        return self.field if self.by is None else self.by

    @property
    def look(self) -> str:
        """Its class on the page."""
        return "n" if self.kind in FIGURES else "spot" if self.kind in WIDE else ""


class Facet(NamedTuple):
    """A field by whose values rows can be chosen, each value with its count."""

    field: str
    """A field of the list, or ``exhibit``, ``month`` or ``service`` of whatever the row holds."""

    heading: str
    kind: Literal["text", "word", "step", "state", "money"] = "word"


class Plan(NamedTuple):
    """All that is said of a table."""

    what: str
    """The list."""

    caption: str
    columns: tuple[Column, ...]
    facets: tuple[Facet, ...] = ()
    narrows: tuple[str, ...] = ()
    """What the list itself is asked for by name: some of person, exhibit, state."""

    hidden: tuple[str, ...] = ()
    """Fields by which links choose rows that no form offers, such as the person on one side of a deal."""

    time: str = ""
    """The field with the time, where rows can be chosen by it."""

    times: tuple[tuple[str, str], ...] = ()
    """Other fields with a time by which rows can be chosen as well, each with its heading."""

    amount: str = ""
    """The field with the amount in decimal text, where rows can be chosen by it."""

    size: int = SIZE
    """Rows of a page, where the address names no other."""

    @property
    def fields(self) -> frozenset[str]:
        """The fields by which it can be sorted."""
        return frozenset(one.sorts for one in self.columns if one.sorts)
