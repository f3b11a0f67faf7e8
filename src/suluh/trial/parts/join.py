# SPDX-License-Identifier: Apache-2.0
"""Exact and near matching of drawn hashes against a plain search that leaves nothing out."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from suluh.hashing.matching.match import REPORTED, exact
from suluh.hashing.matching.proof import joined
from suluh.hashing.sets.entries import Loaded
from suluh.hashing.sets.gatherer import Gatherer
from suluh.model.intake import Content
from suluh.model.matching import HashSet, SetEntry
from suluh.referral.papers.known import Both
from suluh.trial.line import Line, none, share
from suluh.trial.part import Part
from suluh.trial.setting import Setting

CONTENTS, ENTRIES, SHARED = 20_000, 60_000, 5
"""Contents, entries of a set, and every so manieth content stands in it."""

QUERIES, KNOWN, CENTRES = 2_000, 20_000, 150
ALGORITHMS = ("md5", "sha1", "sha256")
Words = NDArray[np.uint64]


class Join(Part):
    """Every pair, and no other."""

    name = "join"
    place = 3
    title = Both("Pencocokan hash", "Matching of hashes")
    untested = Both(
        "Himpunan sebesar milik satuan; gambar yang sama tetapi PDQ-nya lebih dari 31 bit berbeda.",
        "Sets as large as the unit's own; the same picture where PDQ is more than 31 bits apart.",
    )

    def lines(self, setting: Setting) -> Iterator[Line]:
        """Exact matches by each algorithm; near ones at the reported distance."""
        yield from _exact(setting)
        yield from _near(setting)


class Drawn(NamedTuple):
    """A content and an entry that may be its own."""

    content: Content
    entry: SetEntry | None


def _drawn(numbers: np.random.PCG64, number: int) -> Drawn:
    raw = numbers.random_raw(11).astype("<u8").tobytes()
    given = {"md5": raw[:16].hex(), "sha1": raw[16:36].hex(), "sha256": raw[40:72].hex()}
    content = Content(id=f"{number}", file=f"{number}", size=1, type="image/jpeg", **given)
    if number % SHARED:
        return Drawn(content, None)
    kind = ALGORITHMS[number // SHARED % len(ALGORITHMS)]
    return Drawn(content, _entry(number + 1, kind, given[kind]))


def _entry(number: int, kind: str, value: str) -> SetEntry:
    """An entry that holds one digest."""
    return msgspec.structs.replace(SetEntry(number=number), **{kind: value})


def _exact(setting: Setting) -> Iterator[Line]:
    """Matches by our columns beside those by a table of whole digests."""
    numbers = np.random.PCG64(setting.seed)
    drawn = [_drawn(numbers, number) for number in range(setting.many(CONTENTS))]
    gatherer = Gatherer("trial")
    for one in drawn:
        if one.entry is not None:
            gatherer.add(one.entry)
    for number in range(setting.many(ENTRIES)):
        gatherer.add(SetEntry(number=CONTENTS + number + 1, sha256=numbers.random_raw(4).tobytes().hex()))
    columns = gatherer.finish()
    noun = HashSet(id="trial", name="trial", kind="known", digest="0" * 64)
    found = {
        (one.sha256, one.set_entry) for one in exact((one.content for one in drawn), (Loaded(noun, lambda: columns),))
    }
    due = {(one.content.sha256, one.entry.number) for one in drawn if one.entry is not None}
    yield share(Both("cocok persis: ditemukan", "exact matches found"), len(found & due), len(due))
    wrong = Both("cocok persis: yang tidak ada", "exact matches invented")
    yield none(wrong, len(found - due), len(drawn) - len(due))


def _near(setting: Setting) -> Iterator[Line]:
    """Pairs by our join beside those by comparing each with each."""
    numbers = np.random.default_rng(setting.seed)
    centres = numbers.integers(0, 2**64, (CENTRES, 4), dtype=np.uint64)
    queries, known = _around(centres, setting.many(QUERIES), numbers), _around(centres, setting.many(KNOWN), numbers)
    known = known[np.lexsort((known[:, 1], known[:, 0]))]
    pairs = joined(queries, known, REPORTED)
    found = set(zip(pairs.query.tolist(), pairs.known.tolist(), pairs.distance.tolist(), strict=True))
    due = {pair for place in range(len(queries)) for pair in _plain(place, queries[place], known)}
    yield share(Both("pasangan mirip: ditemukan", "near pairs found"), len(found & due), len(due))
    yield none(
        Both("pasangan mirip: yang tidak ada", "near pairs invented"), len(found - due), len(queries) * len(known)
    )


def _around(centres: Words, many: int, numbers: np.random.Generator) -> Words:
    """Hashes around the centres, further from them or nearer."""
    flips = numbers.random((many, 256)) < numbers.uniform(0, 0.12, (many, 1))
    noise = np.packbits(flips, axis=1).view(np.uint64)
    return centres[numbers.integers(0, len(centres), many)] ^ noise


def _plain(place: int, query: Words, known: Words) -> Iterator[tuple[int, int, int]]:
    """Each known hash in turn, its bits counted one by one: nothing here is shared with the join."""
    apart = np.unpackbits((known ^ query).view(np.uint8), axis=1).sum(axis=1)
    return ((place, int(row), int(apart[row])) for row in np.flatnonzero(apart <= REPORTED))
