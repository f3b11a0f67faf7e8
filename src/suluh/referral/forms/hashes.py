# SPDX-License-Identifier: Apache-2.0
"""The annex of hashes."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.forms.form import Form
from suluh.referral.sheets import Cell, Column, Lists, Sheet, number, value, words
from suluh.referral.words import both

COLUMNS = (
    Column("Barang bukti", "Exhibit", 12),
    Column("Akuisisi", "Acquisition", 12),
    Column("Lokasi file", "Path", 48),
    Column("Di dalam", "Inside", 32),
    Column("Ukuran", "Size", 14),
    Column("Jenis", "Type", 20),
    Column("Status", "State", 14),
    Column("SHA-256", "SHA-256", 66),
    Column("SHA-1", "SHA-1", 42),
    Column("MD5", "MD5", 34),
    Column("Cocok persis", "Exact match", 32),
)


class Hashes(Form):
    """Every file with its digests, and the hash sets in which it stands."""

    name: ClassVar[str] = "hashes"

    def sheets(self, lists: Lists) -> Iterator[Sheet]:
        """One table."""
        yield Sheet("hashes", COLUMNS, _rows(lists))


def _rows(lists: Lists) -> Iterator[tuple[Cell, ...]]:
    sets: dict[object, set[str]] = defaultdict(set)
    for match in lists("matches"):
        if match["kind"] == "exact":
            sets[match["sha256"]].add(f"{match['set_name']} ({both(str(match['set_kind']))})")
    for row in lists("files"):
        yield (
            words(row["exhibit"]),
            words(row["acquisition"]),
            words(row["path"]),
            words(row["inside"]),
            number(row["size"]),
            words(row["type"]),
            value(row["state"]),
            words(row["sha256"]),
            words(row["sha1"]),
            words(row["md5"]),
            ", ".join(sorted(sets.get(row["sha256"], ()))),
        )
