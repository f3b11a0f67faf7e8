# SPDX-License-Identifier: Apache-2.0
"""What could not be read."""

from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.forms.form import Form
from suluh.referral.sheets import FILE, Cell, Column, Lists, Sheet, number, of_file, reason, words

FLAWS = (
    Column("Barang bukti", "Exhibit", 12),
    Column("Lokasi file", "Path", 48),
    Column("Di dalam", "Inside", 32),
    Column("Baris", "Line", 10),
    Column("Langkah", "Step", 12),
    Column("Alasan", "Reason", 60),
)

FILES = (
    *FILE,
    Column("Alasan", "Reason", 60),
    Column("SHA-256", "SHA-256", 66),
)

UNREAD = frozenset({"unparsed", "quarantined", "out-of-scope"})


class Unread(Form):
    """Flaws, and the files that no reader took."""

    name: ClassVar[str] = "unread"

    def sheets(self, lists: Lists) -> Iterator[Sheet]:
        """Two tables."""
        yield Sheet("flaws", FLAWS, _flaws(lists))
        yield Sheet("files", FILES, _files(lists))


def _flaws(lists: Lists) -> Iterator[tuple[Cell, ...]]:
    for row in lists("flaws"):
        yield (
            words(row["exhibit"]),
            words(row["path"]),
            words(row["inside"]),
            number(row["line"]),
            words(row["step"]),
            reason(row),
        )


def _files(lists: Lists) -> Iterator[tuple[Cell, ...]]:
    for row in lists("files"):
        if row["state"] in UNREAD:
            yield (
                *of_file(row),
                reason(row),
                words(row["sha256"]),
            )
