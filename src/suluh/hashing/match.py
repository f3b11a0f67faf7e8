# SPDX-License-Identifier: Apache-2.0
"""What the contents of a case are in its hash sets: exact matches, and near ones, which are candidates only."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from suluh.hashing.columns import ALGORITHMS, KEY, PDQ, Columns, words
from suluh.hashing.entries import Entries, Loaded
from suluh.hashing.groups import groups
from suluh.hashing.lookup import spans
from suluh.hashing.proof import joined
from suluh.model.ids import make_id
from suluh.model.intake import Content
from suluh.model.matching import Fingerprint, Match

__all__ = ["Dispute", "Entries", "candidates", "disputes", "exact", "groups", "near"]

Words = NDArray[np.uint64]

REPORTED = 31
"""Bits of 256: a near match of fully decoded pictures is at most so far away."""

DRIFT = 14
"""The most bits that reduced decoding was seen to move a hash by."""

_UPRIGHT = 0
_CUT = 8
"""The query without borders comes after the eight forms."""

_OTHERS = tuple(range(1, _CUT + 1))


def exact(contents: Iterable[Content], sets: Entries) -> Iterator[Match]:
    """Every entry whose MD5, SHA-1 or SHA-256 is that of a content, each once, by content, set and entry."""
    distinct = {content.sha256: content for content in contents}
    ordered = [distinct[sha256] for sha256 in sorted(distinct)]
    wanted = {name: words(_keys(ordered, name), KEY) for name in ALGORITHMS}
    found = [_hits(loaded, wanted) for loaded in sets]
    for place, content in enumerate(ordered):
        for loaded, hits in zip(sets, found, strict=True):
            for row in sorted(hits.get(place, ())):
                yield _match("exact", content.sha256, loaded, row)


def _keys(contents: list[Content], name: str) -> bytes:
    return b"".join(bytes.fromhex(getattr(content, name))[:KEY] for content in contents)


def _hits(loaded: Loaded, wanted: dict[str, Words]) -> dict[int, set[int]]:
    """For each content the rows that hold it; for a benign set the first place among its sorted digests."""
    hits: dict[int, set[int]] = {}
    for name in ALGORITHMS:
        keys = loaded.columns.keys.get(name)
        if keys is None:
            continue
        starts, ends = spans(keys.words, wanted[name])
        for place in np.flatnonzero(ends > starts):
            rows = keys.rows[starts[place] : ends[place]].tolist() if len(keys.rows) else [int(starts[place])]
            hits.setdefault(int(place), set()).update(rows)
    return hits


def _number(columns: Columns, row: int) -> int:
    """The entry's number in its list, or its place from 1 among the sorted digests of a benign set."""
    return int(columns.numbers[row]) if len(columns.numbers) else row + 1


def _match(kind: str, sha256: str, loaded: Loaded, row: int, distance: int = 0, form: int = 0) -> Match:
    number = _number(loaded.columns, row)
    return Match(
        id=make_id("match", kind, sha256, loaded.set.kind, loaded.set.digest, number),
        sha256=sha256,
        kind="exact" if kind == "exact" else "near",
        set=loaded.set.digest,
        set_name=loaded.set.name,
        set_kind=loaded.set.kind,
        set_entry=number,
        distance=distance,
        turn=form % _CUT,
        cut=form == _CUT,
        categories=loaded.columns.category(row),
    )


class Dispute(NamedTuple):
    """A content that stands in known and in benign sets: it stays known."""

    sha256: str
    known: tuple[str, ...]
    benign: tuple[str, ...]


def disputes(matches: Iterable[Match]) -> Iterator[Dispute]:
    """Contents whose sets contradict each other, with the names of the sets."""
    names: dict[str, tuple[set[str], set[str]]] = {}
    for match in matches:
        if match.kind == "exact":
            names.setdefault(match.sha256, (set(), set()))[match.set_kind == "benign"].add(match.set_name)
    for sha256, (known, benign) in sorted(names.items()):
        if known and benign:
            yield Dispute(sha256, tuple(sorted(known)), tuple(sorted(benign)))


class _Known(NamedTuple):
    """The perceptual hashes of all known sets in one list."""

    words: Words
    owner: NDArray[np.int64]
    rows: NDArray[np.int64]


def _known(sets: Entries) -> _Known:
    """Benign sets are left out: only an equal digest eliminates a file."""
    opened = ((place, one.columns) for place, one in enumerate(sets) if one.set.kind == "known")
    known = [(place, columns) for place, columns in opened if len(columns.pdq)]
    if not known:
        return _Known(np.empty((0, 4), np.uint64), np.empty(0, np.int64), np.empty(0, np.int64))
    owner = np.concatenate([np.full(len(columns.pdq), place) for place, columns in known])
    rows = np.concatenate([columns.pdq_rows.astype(np.int64) for _, columns in known])
    return _Known(np.concatenate([columns.pdq for _, columns in known]), owner, rows)


def _usable(fingerprints: Iterable[Fingerprint], mode: str) -> list[Fingerprint]:
    """PDQ hashes of one mode, by content; those of too low a quality have no value and are left out."""
    chosen = (one for one in fingerprints if one.kind == "pdq" and one.mode == mode and one.value is not None)
    return sorted(chosen, key=lambda one: one.sha256)


class _Queries(NamedTuple):
    """Hashes to look for, with the content and the form of each."""

    looks: NDArray[np.int64]
    forms: NDArray[np.int64]
    words: Words


def _queries(looks: list[Fingerprint], forms: Iterable[int]) -> _Queries:
    """The hashes of some forms: upright, the seven turned and mirrored ones, the one without borders."""
    found = [
        (place, form, value)
        for form in forms
        for place, look in enumerate(looks)
        if (value := _of(look, form)) is not None
    ]
    places = np.array([place for place, _, _ in found], np.int64)
    kinds = np.array([form for _, form, _ in found], np.int64)
    return _Queries(places, kinds, words(bytes.fromhex("".join(value for _, _, value in found)), PDQ))


def _of(look: Fingerprint, form: int) -> str | None:
    if form == _CUT:
        return look.cut
    return look.value if form == _UPRIGHT else look.forms[form - 1]


def candidates(fingerprints: Iterable[Fingerprint], sets: Entries) -> Iterator[str]:
    """Contents that may be near matches and must be decoded in full, by SHA-256.

    The upright form is compared with room for the drift of reduced decoding; turned forms and those without borders
    are compared at the reported distance alone.
    """
    known, looks = _known(sets), _usable(fingerprints, "fast")
    found: set[int] = set()
    for forms, radius in (((_UPRIGHT,), REPORTED + DRIFT), (_OTHERS, REPORTED)):
        queries = _queries(looks, forms)
        pairs = joined(queries.words, known.words, radius)
        found.update(queries.looks[np.unique(pairs.query)].tolist())
    yield from (looks[place].sha256 for place in sorted(found))


def near(fingerprints: Iterable[Fingerprint], sets: Entries, matches: Iterable[Match] = ()) -> Iterator[Match]:
    """Near matches of fully decoded pictures, each pair of content and entry once, in its nearest form.

    An entry that the content matches exactly is not repeated.
    """
    said = {(one.sha256, one.set, one.set_entry) for one in matches if one.kind == "exact"}
    known, looks = _known(sets), _usable(fingerprints, "full")
    queries = _queries(looks, (_UPRIGHT, *_OTHERS))
    pairs = joined(queries.words, known.words, REPORTED)
    best: dict[tuple[int, int], tuple[int, int]] = {}
    for query, row, distance in zip(*(column.tolist() for column in pairs), strict=True):
        key, form = (int(queries.looks[query]), row), int(queries.forms[query])
        best[key] = min(best.get(key, (distance, form)), (distance, form))
    for (place, row), (distance, form) in sorted(best.items()):
        found = _match("near", looks[place].sha256, sets[known.owner[row]], int(known.rows[row]), distance, form)
        if (found.sha256, found.set, found.set_entry) not in said:
            yield found
