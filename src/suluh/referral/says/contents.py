# SPDX-License-Identifier: Apache-2.0
"""The contents that packages list: those in a known set, and those to which an officer gave a category."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from suluh.model.intake import Content
from suluh.model.matching import HashSet, Match
from suluh.model.people import Decision
from suluh.referral.dossier import ContentLine, MatchLine, VoteLine
from suluh.referral.says.findings import Findings


def content_lines(
    contents: Mapping[str, Content], held: Mapping[str, list[str]], found: Findings
) -> tuple[ContentLine, ...]:
    """Contents with an exact match in a known set, or an officer's category, by SHA-256."""
    matches, votes = _matches(found.matches, found.sets), _votes(found.decisions)
    return tuple(
        ContentLine(
            sha256=sha256,
            sha1=contents[sha256].sha1,
            md5=contents[sha256].md5,
            size=contents[sha256].size,
            type=contents[sha256].type,
            files=len(held[sha256]),
            exhibits=tuple(sorted(set(held[sha256]))),
            matches=tuple(sorted(matches.get(sha256, ()), key=lambda one: (one.set, one.digest, one.entry))),
            votes=votes.get(sha256, ()),
        )
        for sha256 in sorted((matches.keys() | votes.keys()) & contents.keys())
    )


def _matches(matches: Iterable[Match], sets: Iterable[HashSet]) -> dict[str, list[MatchLine]]:
    """Exact matches in known sets; a near match is a candidate and is never sent."""
    versions = {one.digest: one.version for one in sets}
    lines: dict[str, list[MatchLine]] = defaultdict(list)
    for match in matches:
        if (match.kind, match.set_kind) != ("exact", "known"):
            continue
        line = MatchLine(
            set=match.set_name,
            digest=match.set,
            entry=match.set_entry,
            version=versions.get(match.set),
            categories=tuple(sorted(f"{one.scheme}:{one.code}" for one in match.categories)),
        )
        lines[match.sha256].append(line)
    return lines


def _votes(decisions: Iterable[Decision]) -> dict[str, tuple[VoteLine, ...]]:
    """Each officer's latest category of a content under each scheme, counted."""
    latest: dict[tuple[str, str, str], str] = {}
    for one in sorted(decisions, key=lambda one: one.order):
        if one.act == "category" and one.right is not None:
            latest[one.left, one.by, one.right.partition(":")[0]] = one.right
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for (sha256, _, _), category in latest.items():
        votes[sha256][category] += 1
    return {
        sha256: tuple(VoteLine(category=name, officers=given[name]) for name in sorted(given))
        for sha256, given in votes.items()
    }
