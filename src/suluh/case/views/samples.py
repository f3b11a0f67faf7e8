# SPDX-License-Identifier: Apache-2.0
"""The list of samples: what each lets one say of all that waited when it was drawn."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from suluh.case.case import Case
from suluh.case.views.view import Row, View, share
from suluh.case.votes import ballots
from suluh.model.matching import Sample, Stratum, Vote
from suluh.model.people import Decision
from suluh.unseen.exact import Part, together

WHOLE = 1_000_000

Scheme = tuple[str, str]
Codes = Mapping[str, set[str]]
"""The codes that votes give each content under one scheme and version; more than one where voters disagree."""


class Samples(View):
    """For each category of a scheme by which a sample is graded: how many of all that waited have it, at 95 %.

    A category that none of the contents drawn has is among them, as far as the case knows it. A row without an exhibit
    is the whole sample. There are limits only where every content drawn has a vote under the scheme and version;
    `waits` says how many have none. A sample counts: what was not drawn still needs its look.
    """

    name = "samples"
    nouns = (Sample, Decision, Vote)
    fields = (
        *("sample", "exhibit", "scheme", "version", "code", "files", "contents", "groups", "categorised"),
        *("drawn", "waits", "found", "disputed", "low", "high", "share_low", "share_high"),
    )
    shown = (
        *("seed", "exhibit", "scheme", "version", "code", "files", "contents", "groups", "categorised"),
        *("drawn", "waits", "found", "disputed", "low", "high", "share_low", "share_high"),
    )
    exhibits = ("exhibit",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every sample in the order of drawing, and in it every category: its exhibits, then the whole."""
        return (dict(row) for row in self.keep(case, "rows", self.nouns, lambda: list(_rows(case))))


def _rows(case: Case) -> Iterator[Row]:
    given: dict[Scheme, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in ballots(case):
        given[one.scheme, one.version or ""][one.sha256].add(one.code)
    for sample in sorted(case.nouns(Sample), key=lambda one: (one.at, one.id)):
        drawn = [sha256 for stratum in sample.strata for sha256 in stratum.drawn]
        named = [(*scheme, code, codes) for scheme, codes in sorted(given.items()) for code in _named(drawn, codes)]
        if not named:
            yield from _category(sample, {"scheme": None, "version": None, "code": None}, None, {})
        for scheme, version, code, codes in named:
            yield from _category(sample, {"scheme": scheme, "version": version or None, "code": code}, code, codes)


def _named(drawn: Collection[str], codes: Codes) -> list[str]:
    """The codes that the case knows under a scheme by which any of the contents drawn is graded."""
    is_used = any(sha256 in codes for sha256 in drawn)
    return sorted(set().union(*codes.values())) if is_used else []


def _category(sample: Sample, head: Row, code: str | None, codes: Codes) -> Iterator[Row]:
    """The rows of one category: each exhibit, then the whole."""
    tail: Row = {"seed": sample.seed, "size": sample.size, "frame": sample.frame, "by": sample.by, "at": sample.at}
    for stratum in sample.strata:
        counts = _counts((stratum,), stratum.groups, code, codes)
        yield {"sample": sample.id, "exhibit": stratum.exhibit, **head, **counts, **tail}
    yield {"sample": sample.id, "exhibit": None, **head, **_counts(sample.strata, sample.groups, code, codes), **tail}


def _counts(strata: tuple[Stratum, ...], groups: int, code: str | None, codes: Codes) -> Row:
    """What some strata hold, what was found in what was drawn of them, and the limits where all of it was graded."""
    parts = [_part(stratum, code, codes) for stratum in strata]
    contents, drawn = sum(part.of for part in parts), sum(part.drawn for part in parts)
    voted = sum(sha256 in codes for stratum in strata for sha256 in stratum.drawn)
    found = together(parts) if voted == drawn else None
    return {
        "files": sum(stratum.files for stratum in strata),
        "contents": contents,
        "groups": groups,
        "categorised": voted,
        "drawn": drawn,
        "waits": drawn - voted,
        "found": sum(part.found for part in parts),
        "disputed": sum(part.disputed for part in parts),
        "low": found and found.low,
        "high": found and found.high,
        "share_low": share(found and found.low * WHOLE // contents),
        "share_high": share(found and -(-found.high * WHOLE // contents)),
    }


def _part(stratum: Stratum, code: str | None, codes: Codes) -> Part:
    """One stratum and a code: found where all voters agree on it, disputed where only some give it."""
    given = [codes[sha256] for sha256 in stratum.drawn if code in codes.get(sha256, ())]
    found = sum(len(one) == 1 for one in given)
    return Part(of=stratum.contents, drawn=len(stratum.drawn), found=found, disputed=len(given) - found)
