# SPDX-License-Identifier: Apache-2.0
"""Work lists as CSV, with empty columns for what the viewer gives back."""

from collections.abc import Iterable
from typing import ClassVar

from suluh.referral.cells import table
from suluh.referral.worklists.format import Head, Wanted, WorkListFormat

_COLUMNS = (
    *("number", "need", "exhibit", "acquisition", "path", "inside", "copies"),
    *("sha256", "sha1", "md5", "size", "type", "near_duplicates"),
    *("scheme", "category", "officer", "date"),
)


class Csv(WorkListFormat):
    """A row a look; `suluh categories` reads the same file back once scheme and category are filled in."""

    name: ClassVar[str] = "csv"
    suffix: ClassVar[str] = ".csv"

    def write(self, head: Head, rows: Iterable[Wanted]) -> bytes:  # noqa: ARG002 # a table has no heading of its own
        """One table."""
        return table(_COLUMNS, (_cells(one) for one in rows))


def _cells(one: Wanted) -> tuple[str | int | None, ...]:
    first = one.places[0]
    return (
        *(one.number, one.need, first.exhibit, first.acquisition, first.path, first.inside, len(one.places) - 1),
        *(one.sha256, one.sha1, one.md5, one.size, one.type, " ".join(one.others)),
        *(None, None, None, None),
    )
