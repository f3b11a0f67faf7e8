# SPDX-License-Identifier: Apache-2.0
"""Where in an exhibit a fact was found."""

import msgspec

from suluh.model.body import Part


class Place(Part, frozen=True, kw_only=True):
    """Where in an exhibit a fact was found, so that a court can find it again."""

    exhibit: str
    """The unit's own exhibit number, such as ``B-2``."""

    acquisition: str
    path: str
    r"""Relative to the exhibit, with ``/``; a member's name in its archive. Bytes that are not UTF-8 as ``\xNN``."""

    file: str
    """Id of the file item."""

    path_b64: str | None = None
    beside: str | None = None
    """The log of a database that was read as one with it: a row may stand in either."""

    inside: str | None = None
    """The container's path, containers within containers joined with ``!/``."""

    line: int | None = None
    last_line: int | None = None
    table: str | None = None
    row: str | None = None
    """Row id of a table, or the record's own id."""

    pointer: str | None = None
    """JSON pointer, or the path of an element in XML."""

    sheet: str | None = None
    """The sheet of a workbook that `line` counts the rows of."""

    page: int | None = None
    """The page that `line` counts the lines of, from 1."""

    position: str | None = None
    """What sets a record apart from the others of its kind in this file, where the fields above do not tell it."""


LONGEST_NUMBER = 18
"""Digits of a number that is worked with: it fits 64 bits."""

_BEFORE_POINTER = {"account": "account:", "contact": "contact:", "conversation": "chat:", "message": "message:"}


def position(kind: str, place: Place) -> str:
    """Where in its file a record of this kind stands, in the one word that its id is made of: docs/workers.md."""
    if place.position is not None:
        return place.position
    if place.line is not None:
        part = "" if place.sheet is None else f"sheet:{place.sheet}:"
        part += "" if place.page is None else f"page:{place.page}:"
        return f"{part}{'statement' if kind == 'statement' else 'line'}:{place.line}"
    if place.table is not None:
        return f"table:{place.table}" if place.row is None else f"{place.table}:{place.row}"
    if place.pointer is not None:
        return _BEFORE_POINTER.get(kind, "") + place.pointer
    return "chat"


def number_at(place: Place) -> int:
    """The line, or else the row as a number: 0 where it is none of at most 18 digits."""
    row = place.row or ""
    if place.line is not None or not (row.isascii() and row.isdigit() and len(row) <= LONGEST_NUMBER):
        return place.line or 0
    return int(row)


def at(kind: str, place: Place, word: str) -> Place:
    """The place of a record of this kind, with its position written out where it does not follow from the rest."""
    return place if position(kind, place) == word else msgspec.structs.replace(place, position=word)
