# SPDX-License-Identifier: Apache-2.0
"""How little a person must still look at: before matching, after it, and after grouping near duplicates."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.look import NOUNS, queue_of
from suluh.case.views.view import Row, View, share
from suluh.hashing.queue import Queue

WHOLE = 1_000_000
STAGES = ("before", "matched", "grouped")


class Look(View):
    """Looks that pictures and videos still need, with the case's hash sets and as if it had none.

    The human-look ratio is the looks needed of all distinct contents. A content in a known or benign set by its digest
    needs none, nor one that a person gave a category; contents near one another need one look for their group.
    """

    name = "look"
    nouns = NOUNS
    fields = ("stage", "sets", "files", "contents", "groups", "categorised", "to_look")
    shown = ("stage", "sets", "files", "contents", "groups", "categorised", "known", "benign", "to_look", "ratio")

    def rows(self, case: Case) -> Iterator[Row]:
        """Three stages, each with and without sets."""
        return (dict(row) for row in self.keep(case, "rows", self.nouns, lambda: _rows(case)))


def _rows(case: Case) -> list[Row]:
    found = queue_of(case)
    groups = found.groups(found.contents)
    return [_row(found, groups, stage, sets=sets) for stage in STAGES for sets in (True, False)]


def _row(found: Queue, groups: int, stage: str, *, sets: bool) -> Row:
    """One stage; files, contents, groups and categorised count all media of the case and are the same in each."""
    looks = _looks(found, stage, sets=sets)
    counts = sets and stage != "before"
    return {
        "stage": stage,
        "sets": sets,
        "files": found.files,
        "contents": len(found.contents),
        "groups": groups,
        "categorised": len(found.graded),
        "to_look": looks,
        "known": len(found.known - found.graded) if counts else 0,
        "benign": len(found.benign - found.graded) if counts else 0,
        "ratio": share(looks * WHOLE // len(found.contents)) if found.contents else None,
    }


def _looks(found: Queue, stage: str, *, sets: bool) -> int:
    if stage == "before":
        return len(found.contents)
    left = found.left(sets=sets)
    return len(left) if stage == "matched" else len(found.looks(left))
