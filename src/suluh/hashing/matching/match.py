# SPDX-License-Identifier: Apache-2.0
"""What the contents of a case are in its hash sets: exact matches, and near ones, which are candidates only."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from suluh.hashing.matching.groups import groups
from suluh.hashing.matching.proof import joined
from suluh.hashing.sets.columns import ALGORITHMS, KEY, PDQ, Columns, words
from suluh.hashing.sets.entries import Entries, Loaded
from suluh.hashing.sets.lookup import spans
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
    weak = {one.sha256: bytes.fromhex(one.sha1)[:KEY] + bytes.fromhex(one.md5) for one in contents}
    names = sorted(weak)
    wanted = {
        "sha256": words(b"".join(bytes.fromhex(name)[:KEY] for name in names), KEY),
        "sha1": words(b"".join(weak[name][:KEY] for name in names), KEY),
        "md5": words(b"".join(weak[name][KEY:] for name in names), KEY),
    }
    found = [_hits(loaded, wanted) for loaded in sets]
    for place, name in enumerate(names):
        for loaded, hits in zip(sets, found, strict=True):
            for row in sorted(hits.get(place, ())):
                yield _match("exact", name, loaded, row)


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


class _Near(NamedTuple):
    """How near a content comes to an entry: the nearest way sorts first."""

    distance: int
    form: int
    moment: int
    is_frame: bool


_EQUAL = _Near(0, 0, 0, is_frame=False)


def _match(kind: str, sha256: str, loaded: Loaded, row: int, how: _Near = _EQUAL) -> Match:
    number = _number(loaded.columns, row)
    return Match(
        id=make_id("match", kind, sha256, loaded.set.kind, loaded.set.digest, number),
        sha256=sha256,
        kind="exact" if kind == "exact" else "near",
        set=loaded.set.digest,
        set_name=loaded.set.name,
        set_kind=loaded.set.kind,
        set_entry=number,
        distance=how.distance,
        turn=how.form % _CUT,
        cut=how.form == _CUT,
        moment=how.moment if how.is_frame else None,
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


class _Queries:
    """Hashes to look for, form by form: upright, the seven turned and mirrored ones, the one without borders."""

    def __init__(self, fingerprints: Iterable[Fingerprint], mode: str) -> None:
        """Take the PDQ hashes of one mode; those of too low a quality have no value and are left out."""
        self.names: list[str] = []
        self.moments: list[int | None] = []
        self._raw = [bytearray() for _ in range(_CUT + 1)]
        self._places = [array("I") for _ in range(_CUT + 1)]
        for one in fingerprints:
            if one.kind == "pdq" and one.mode == mode and one.value is not None:
                self._take(one, (one.value, *one.forms, one.cut))

    def _take(self, look: Fingerprint, values: tuple[str | None, ...]) -> None:
        for form, value in enumerate(values):
            if value is not None:
                self._raw[form] += bytes.fromhex(value)
                self._places[form].append(len(self.names))
        self.names.append(look.sha256)
        self.moments.append(look.moment)

    def of(self, forms: Sequence[int]) -> tuple[Words, NDArray[np.uint32], NDArray[np.uint8]]:
        """All hashes of some forms, with the place of the content's name and the form of each."""
        places = np.concatenate([np.frombuffer(self._places[form].tobytes(), np.uint32) for form in forms])
        kinds = np.repeat(np.array(forms, np.uint8), [len(self._places[form]) for form in forms])
        return words(b"".join(self._raw[form] for form in forms), PDQ), places, kinds


def candidates(fingerprints: Iterable[Fingerprint], sets: Entries) -> Iterator[str]:
    """Contents that may be near matches and must be decoded in full, by SHA-256.

    The upright form is compared with room for the drift of reduced decoding; turned forms and those without borders
    are compared at the reported distance alone.
    """
    known, queries = _known(sets), _Queries(fingerprints, "fast")
    found: set[int] = set()
    for forms, radius in (((_UPRIGHT,), REPORTED + DRIFT), (_OTHERS, REPORTED)):
        hashes, places, _ = queries.of(forms)
        found.update(places[joined(hashes, known.words, radius).query].tolist())
    yield from sorted(queries.names[place] for place in found)


def near(fingerprints: Iterable[Fingerprint], sets: Entries, matches: Iterable[Match] = ()) -> Iterator[Match]:
    """Near matches of fully decoded pictures and of frames, each content and entry once, in the nearest form or frame.

    An entry that the content matches exactly is not repeated.
    """
    said = {(one.sha256, one.set, one.set_entry) for one in matches if one.kind == "exact"}
    known, queries = _known(sets), _Queries(fingerprints, "full")
    hashes, places, kinds = queries.of((_UPRIGHT, *_OTHERS))
    best: dict[tuple[str, int], _Near] = {}
    for query, row, distance in zip(*(c.tolist() for c in joined(hashes, known.words, REPORTED)), strict=True):
        place = places[query]
        way = _Near(distance, int(kinds[query]), queries.moments[place] or 0, queries.moments[place] is not None)
        best[queries.names[place], row] = min(best.get((queries.names[place], row), way), way)
    for (sha256, row), how in sorted(best.items()):
        found = _match("near", sha256, sets[known.owner[row]], int(known.rows[row]), how)
        if (sha256, found.set, found.set_entry) not in said:
            yield found
