# SPDX-License-Identifier: Apache-2.0
"""The annex of hashes."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.forms.form import Form
from suluh.referral.sheets import FILE, Cell, Column, Lists, Sheet, of_file, words
from suluh.referral.words import both

COLUMNS = (
    *FILE,
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
            *of_file(row),
            words(row["sha256"]),
            words(row["sha1"]),
            words(row["md5"]),
            ", ".join(sorted(sets.get(row["sha256"], ()))),
        )
