# SPDX-License-Identifier: Apache-2.0
"""Where in an exhibit a fact was found."""

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
    inside: str | None = None
    """The container's path, containers within containers joined with ``!/``."""

    line: int | None = None
    last_line: int | None = None
    table: str | None = None
    row: str | None = None
    """Row id of a table, or the record's own id."""

    pointer: str | None = None
    """JSON pointer."""
