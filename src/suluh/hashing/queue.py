# SPDX-License-Identifier: Apache-2.0
"""Which pictures and videos a person must still look at, and how many looks that takes."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from suluh.model.matching import Group

MEDIA = ("image/", "video/")


class Held(NamedTuple):
    """One file's content, as far as the queue asks."""

    file: str
    sha256: str
    type: str


class Hit(NamedTuple):
    """One match, as far as the queue asks."""

    kind: str
    set_kind: str
    sha256: str


@dataclass(frozen=True)
class Queue:
    """The media of a case by SHA-256, and what settles them."""

    files: int
    contents: frozenset[str]
    known: frozenset[str]
    """In a set of known material, by digest."""

    benign: frozenset[str]
    """In a benign set and in no known one, by digest."""

    near: frozenset[str]
    """Near known material: candidates, which a person must look at."""

    graded: frozenset[str]
    """Those that a person gave a category."""

    alone: frozenset[str] = frozenset()
    """Those that a sample drew: its list names no near duplicates, so grading one settles none of them."""

    group_of: Mapping[str, str] = field(default_factory=dict)
    """Group of each content that has near duplicates."""

    def left(self, *, sets: bool) -> frozenset[str]:
        """Contents that need a person: not graded, and in no set by digest where the sets count."""
        settled = self.graded | self.known | self.benign if sets else self.graded
        return self.contents - settled

    def groups(self, contents: AbstractSet[str]) -> int:
        """How many groups of near duplicates some contents are; a content without near duplicates is one of its own."""
        return len({self.group_of.get(one, one) for one in contents})

    def looks(self, contents: AbstractSet[str]) -> frozenset[str]:
        """The groups, or contents alone, that need one look: those of which no member was graded for all of them."""
        seen = {self.group_of[one] for one in self.graded - self.alone if one in self.group_of}
        return frozenset({self.group_of.get(one, one) for one in contents} - seen)


def queue(
    media: Iterable[Held],
    hits: Iterable[Hit],
    groups: Iterable[Group],
    graded: Iterable[str],
    alone: Iterable[str] = (),
) -> Queue:
    """The queue of a case: `media` are its contents in scope, `graded` those to which a person gave a category."""
    found = [one.sha256 for one in media if one.type.startswith(MEDIA)]
    contents = frozenset(found)
    sets = {one for one in hits if one.sha256 in contents}
    known = _of(sets, "exact", "known")
    return Queue(
        files=len(found),
        contents=contents,
        known=known,
        benign=_of(sets, "exact", "benign") - known,
        near=_of(sets, "near", "known") - known,
        graded=frozenset(graded) & contents,
        alone=frozenset(alone) & contents,
        group_of={sha256: group.id for group in groups for sha256 in group.contents if sha256 in contents},
    )


def _of(sets: AbstractSet[Hit], kind: str, set_kind: str) -> frozenset[str]:
    return frozenset(one.sha256 for one in sets if (one.kind, one.set_kind) == (kind, set_kind))
