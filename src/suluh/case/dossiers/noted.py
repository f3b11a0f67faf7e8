# SPDX-License-Identifier: Apache-2.0
"""What the ledger says of verifications and checks: each leaves a note with what it found and when.

1. Whoever verifies with their key leaves a note: how far the ledger had grown, and whether the exhibits were digested.
2. A verification of the case holds until anything is entered after it; notes and reads enter nothing.
3. One of the exhibits holds until something is entered by which exhibits were added, read anew or corrected.
"""

from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.rights import COUNT, READ, need
from suluh.custody.entry import Entry
from suluh.model.deeds.acts import CHECKED, DEEDS, VERIFIED

CASE, SOURCES = "case", "sources"
HOLDS = "holds"
_OF_EXHIBITS = frozenset({"add", "authority"})
_OF_FILES = frozenset({"file", "acquisition", "correction"})
"""What steps work per that open exhibits."""


class Noted(NamedTuple):
    """The last note of each kind that still holds."""

    case: Entry | None
    sources: Entry | None
    broken: str | None
    """What the last verification of the case found wrong; null where it held."""


def note_verified(case: Case, what: str, result: str = HOLDS) -> None:
    """Leave a note of a verification by the acting officer. Raises `NotAllowed`."""
    need(case, COUNT)
    seen = case.seen()
    case.note(Act(VERIFIED.word, what, {"result": result, "size": str(seen.size), "root": seen.root}))


def note_checked(case: Case, dossier: str, detail: dict[str, str]) -> None:
    """Leave a note of a check of a dossier, with the digest of what it found. Raises `NotAllowed`."""
    need(case, READ)
    seen = case.seen()
    case.note(Act(CHECKED.word, dossier, {**detail, "size": str(seen.size), "root": seen.root}))


def noted(case: Case) -> Noted:
    """The verifications that hold still, and what the last one found wrong."""
    broken = None
    found: dict[str, Entry | None] = {CASE: None, SOURCES: None}
    for stored in case.rows.entries():
        entry = Entry.read(stored.body)
        if entry.action == VERIFIED.word:
            result = entry.detail.get("result", "")
            found[entry.object] = entry if result == HOLDS else None
            broken = None if result == HOLDS else result
            continue
        deed = DEEDS.get(entry.action)
        if deed is not None and deed.form != "look":
            found[CASE] = None
            is_read = deed.form == "step" and deed.per in _OF_FILES
            found[SOURCES] = None if is_read or entry.action in _OF_EXHIBITS else found[SOURCES]
    return Noted(found[CASE], found[SOURCES], broken)
