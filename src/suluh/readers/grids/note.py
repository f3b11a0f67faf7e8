# SPDX-License-Identifier: Apache-2.0
"""What an officer must know of a sheet or page besides its rows."""

from typing import NamedTuple


class Note(NamedTuple):
    """One sentence about a sheet or page."""

    position: str
    """Unique in the file."""

    reason: str
    sheet: str | None = None
    page: int | None = None
