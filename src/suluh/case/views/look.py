# SPDX-License-Identifier: Apache-2.0
"""How little a person must still look at: before matching, after it, and after grouping near duplicates."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.look import NOUNS, Tally, tally_of
from suluh.case.views.view import Row, View, share

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
        found = self._tally(case)
        return (_row(found, stage, sets=sets) for stage in STAGES for sets in (True, False))

    def count_up(self, case: Case) -> None:
        """All contents."""
        self._tally(case)

    def _tally(self, case: Case) -> Tally:
        return self.lasting(case, "tally", self.nouns, Tally, lambda: tally_of(case))


def _row(found: Tally, stage: str, *, sets: bool) -> Row:
    """One stage; files, contents, groups and categorised count all media of the case and are the same in each."""
    looks = found.contents if stage == "before" else (found.left if stage == "matched" else found.looks)[sets]
    counts = sets and stage != "before"
    return {
        "stage": stage,
        "sets": sets,
        "files": found.files,
        "contents": found.contents,
        "groups": found.groups,
        "categorised": found.graded,
        "to_look": looks,
        "known": found.known if counts else 0,
        "benign": found.benign if counts else 0,
        "ratio": share(looks * WHOLE // found.contents) if found.contents else None,
    }
