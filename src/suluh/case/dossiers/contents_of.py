# SPDX-License-Identifier: Apache-2.0
"""By what some contents are known: matches with hash sets, and categories that people gave."""

from collections.abc import Iterable
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import hash_sets
from suluh.case.votes import ballots
from suluh.model.matching import HashSet, Match

HANDS = 2
"""So many people make a category one that counts."""


class Known(NamedTuple):
    """What the case knows of some contents."""

    matches: dict[str, list[Match]]
    sets: dict[str, HashSet]
    """The sets that the case uses, by digest."""

    graded: frozenset[str]
    """Contents that two people graded alike."""

    def is_graded(self, sha256: str) -> bool:
        """Whether two people gave it one category."""
        return sha256 in self.graded

    def is_exact(self, sha256: str) -> bool:
        """Whether it stands in a set of known material that the case uses and whose version is stated."""
        return any(self.sets[one.set].version for one in self._exact(sha256) if one.set in self.sets)

    def lacks_version(self, sha256: str) -> bool:
        """Whether it stands in such a set, whose version nobody stated."""
        return any(one.set in self.sets for one in self._exact(sha256)) and not self.is_exact(sha256)

    def is_near_only(self, sha256: str) -> bool:
        """Whether nothing but a near match speaks for it."""
        known = self.matches.get(sha256, [])
        return bool(known) and not self._exact(sha256) and not self.is_graded(sha256)

    def is_of_dropped_set(self, sha256: str) -> bool:
        """Whether nothing but a set that the case uses no longer speaks for it."""
        exact = self._exact(sha256)
        return bool(exact) and not any(one.set in self.sets for one in exact) and not self.is_graded(sha256)

    def _exact(self, sha256: str) -> list[Match]:
        known = self.matches.get(sha256, [])
        return [one for one in known if one.kind == "exact" and one.set_kind == "known"]


def known_of(case: Case, contents: Iterable[str]) -> Known:
    """What is known of some contents."""
    wanted = set(contents)
    matches: dict[str, list[Match]] = {}
    for one in case.rows.by_column(Match, "sha256", wanted):
        matches.setdefault(one.sha256, []).append(one)
    graded = {one.sha256 for one in ballots(case) if one.sha256 in wanted and one.hands() >= HANDS} if wanted else set()
    return Known(matches, {one.digest: one for one in hash_sets(case.rows)}, frozenset(graded))
