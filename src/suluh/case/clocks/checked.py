# SPDX-License-Identifier: Apache-2.0
"""Which rows of law two officers checked as they stand."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping

import msgspec

from suluh.case.corrections.standing_papers import typed
from suluh.model.dossier.entered import OWN
from suluh.model.dossier.law import LawCheck, LawRow
from suluh.store.rows import Rows

NEEDED = 2
"""So many officers check a row before it counts."""


def digest_of(row: LawRow) -> str:
    """SHA-256 of what a row says, whoever entered it and when."""
    said = {name: getattr(row, name) for name in row.__struct_fields__ if name not in OWN - {"code"}}
    return hashlib.sha256(msgspec.json.encode(said, order="sorted")).hexdigest()


def checkers(rows: Rows) -> Mapping[str, tuple[str, ...]]:
    """The officers who checked each row exactly as it stands now."""
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in typed(rows, LawCheck):
        said[one.row, one.digest].add(one.by)
    return {row.code: tuple(sorted(said[row.code, digest_of(row)])) for row in typed(rows, LawRow)}


def checked(rows: Rows) -> frozenset[str]:
    """The rows that count: two officers, not one of them twice, checked them as they stand."""
    return frozenset(code for code, officers in checkers(rows).items() if len(officers) >= NEEDED)
