# SPDX-License-Identifier: Apache-2.0
"""How little a person must still look at: before matching, after it, and after grouping near duplicates."""

from collections.abc import Iterator
from dataclasses import dataclass

from suluh.case.case import Case
from suluh.case.views.view import Row, View, share
from suluh.model.intake import Content, Standing
from suluh.model.matching import Group, Match
from suluh.model.people import Decision
from suluh.store import read

MEDIA = ("image/", "video/")
WHOLE = 1_000_000


class Look(View):
    """Pictures and videos that a person must look at, with the case's hash sets and as if it had none."""

    name = "look"
    nouns = (Content, Match, Group, Decision, Standing)
    fields = ("stage", "sets", "files", "contents", "groups", "categorised", "to_look")

    def rows(self, case: Case) -> Iterator[Row]:
        """Three stages, each with and without sets."""
        queue = _queue(case)
        for stage in ("before", "matched", "grouped"):
            for sets in (True, False):
                yield _row(queue, stage, sets=sets)


@dataclass(frozen=True)
class _Queue:
    """What stands in the queue of a case."""

    files: int
    contents: frozenset[str]
    """SHA-256 of every picture and video in scope."""

    known: frozenset[str]
    """Those in a set of known material."""

    benign: frozenset[str]
    decided: frozenset[str]
    """Those that an officer gave a category."""

    group_of: dict[str, str]

    def groups(self, contents: frozenset[str]) -> int:
        """How many looks they take when near duplicates are looked at once."""
        return len({self.group_of.get(one, one) for one in contents})


def _queue(case: Case) -> _Queue:
    outside = {one.file for one in read.by_column(case.connection, Standing, "state", ("out-of-scope", "quarantined"))}
    media = [one for one in case.nouns(Content) if one.type.startswith(MEDIA) and one.file not in outside]
    exact = {(one.set_kind, one.sha256) for one in case.nouns(Match, {"kind": "exact"})}
    known = frozenset(sha256 for kind, sha256 in exact if kind == "known")
    return _Queue(
        files=len(media),
        contents=frozenset(one.sha256 for one in media),
        known=known,
        benign=frozenset(sha256 for kind, sha256 in exact if kind == "benign") - known,
        decided=frozenset(one.left for one in case.nouns(Decision) if one.act == "category"),
        group_of={sha256: group.id for group in case.nouns(Group) for sha256 in group.contents},
    )


def _row(queue: _Queue, stage: str, *, sets: bool) -> Row:
    known = queue.known if sets else frozenset[str]()
    categorised = queue.contents & (queue.decided | known) if stage != "before" else frozenset[str]()
    benign = (queue.contents & queue.benign) - categorised if sets and stage != "before" else frozenset[str]()
    left = queue.contents - categorised - benign
    groups = queue.groups(left) if stage == "grouped" else len(left)
    return {
        "stage": stage,
        "sets": sets,
        "files": queue.files,
        "contents": len(queue.contents),
        "groups": groups,
        "categorised": len(categorised),
        "to_look": groups,
        "benign": len(benign),
        "ratio": share(groups * WHOLE // len(queue.contents)) if queue.contents else None,
    }
