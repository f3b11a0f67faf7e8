# SPDX-License-Identifier: Apache-2.0
"""Draws a sample of what waits for a look, for counting only, and writes it out as a work list of its own."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from suluh.case.acts.worklist import each, new_list, veiled
from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.look import media_of, queue_of
from suluh.case.rights import CATEGORISE, need
from suluh.hashing.queue import Queue
from suluh.model.body import body
from suluh.model.errors import Misuse
from suluh.model.ids import make_id
from suluh.model.intake import Standing
from suluh.model.matching import Sample, Stratum
from suluh.model.times import utc
from suluh.referral.worklists.format import Head
from suluh.unit.folder import write
from suluh.unseen.drawing import allocate, draw, frame_of

MOST = 10_000
"""So many contents are drawn at most: a larger sample is no longer a saving of looks."""

_SEED = re.compile(r"[A-Za-z0-9._-]{1,64}")


def draw_sample(case: Case, path: Path, *, size: int, seed: str, purpose: str | None) -> Sample:
    """Draw by exhibits, enter the sample in the ledger, and then write its work list. Raises `Misuse`."""
    need(case, CATEGORISE)
    _check(size, seed)
    with case.still() as still:
        return _draw_sample(still, path, size=size, seed=seed, purpose=purpose)


def _draw_sample(case: Case, path: Path, *, size: int, seed: str, purpose: str | None) -> Sample:
    """The sample of a case that stands still: what is drawn from is what was compared with the ledger."""
    form, why = new_list(case, path, purpose)
    queue = queue_of(case)
    sample = _sample(case, queue, size, seed)
    drawn = frozenset(sha256 for stratum in sample.strata for sha256 in stratum.drawn)
    raw = form.write(Head(case.paper.id, case.paper.number), veiled(case, why, each(case, queue, drawn)))
    case.keep(Act("sample", sample.id, {"seed": seed, "size": str(size), "frame": sample.frame}), _new(case, sample))
    # An entry of its own: the same draw again adds no sample, but its list names paths again.
    digest = hashlib.sha256(raw).hexdigest()
    detail = {"purpose": why, "looks": str(len(drawn)), "digest": digest, "sample": sample.id}
    case.note(Act("worklist", form.name, detail))
    write(path, raw)
    return sample


def _new(case: Case, sample: Sample) -> list[Sample]:
    """The sample, unless the case holds the same draw already: who drew it first, and when, stays."""
    for known in case.rows.by_column(Sample, "id", [sample.id]):
        if msgspec.structs.replace(sample, by=known.by, at=known.at) == known:
            return []
    return [sample]


def _check(size: int, seed: str) -> None:
    if not 1 <= size <= MOST:
        raise Misuse(f"a sample of {size:,} contents cannot be drawn: ask for 1 to {MOST:,} with --size")
    if not _SEED.fullmatch(seed):
        raise Misuse(f"{seed!r} is no seed: give --seed 1 to 64 letters, digits, dots or dashes, such as a date")


def _sample(case: Case, queue: Queue, size: int, seed: str) -> Sample:
    """The sample of what waits now."""
    left = queue.left(sets=True)
    if not left:
        raise Misuse("no content waits for a look: there is nothing to draw from")
    strata, files = _strata(case, left)
    if size < len(strata):
        raise Misuse(
            f"what waits lies on {len(strata)} exhibits, and at least one content is drawn of each: "
            f"ask for {len(strata)} or more with --size"
        )
    frame = frame_of(left)
    shares = allocate([len(one) for one in strata.values()], min(size, len(left)))
    found = tuple(
        Stratum(
            exhibit=exhibit,
            files=sum(files[sha256] for sha256 in contents),
            contents=len(contents),
            groups=queue.groups(contents),
            drawn=draw(seed, frame, contents, share),
        )
        for (exhibit, contents), share in zip(strata.items(), shares, strict=True)
    )
    return Sample(
        id=make_id("sample", seed, size, frame, *(body(one) for one in found)),
        seed=seed,
        size=size,
        frame=frame,
        groups=queue.groups(left),
        strata=found,
        by=case.acting.key.code,
        at=utc(case.acting.now()),
    )


def _strata(case: Case, left: frozenset[str]) -> tuple[dict[str, set[str]], Counter[str]]:
    """The waiting contents of each exhibit, in the order of intake, and how many files hold each content."""
    contents = {one.file: one.sha256 for one in media_of(case) if one.sha256 in left}
    strata: dict[str, set[str]] = {}
    settled: set[str] = set()
    for _, exhibit, sha256 in sorted(_settled(case, contents)):
        if sha256 not in settled:
            settled.add(sha256)
            strata.setdefault(exhibit, set()).add(sha256)
    if settled != left:
        raise Misuse(f"{len(left - settled):,} of the contents have not left intake yet: finish `suluh run`, then draw")
    return strata, Counter(contents.values())


def _settled(case: Case, contents: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
    """Position, exhibit and content of each of some files that left intake."""
    for one in case.nouns(Standing):
        if one.file in contents:
            yield one.position, one.exhibit, contents[one.file]
